"""The follow-up plan: items of the UPR outcome with what an NGO plans, does and sees on each.

The columns are those of the fact sheet "Follow-up to the Universal Periodic Review: Information for NGOs" (Child Rights
Connect and UPR Info): results expected, types of action, actors, a timetable up to the next review; beside them
partners, the NGO's own judgement of the status, evidence, the next step and notes. `PLAN_COLUMNS` (plan_columns.csv) is
the one table of them: pages, workbooks, papers and the merging of copies go through it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.files.package_tables import table_rows
from models.messages.message import Message

MOST_ITEMS = 1_000
MOST_OWN_COLUMNS = 20
"""That people add to a workbook."""
MOST_CHARACTERS = 5_000
"""Of one cell that people write."""


class Status(StrEnum):
    """How far an item is implemented, as the NGO judges; the program proposes none."""

    NOT_STARTED = Message("not started")
    SOME_STEPS = Message("some steps")
    PARTLY = Message("partly implemented")
    FULLY = Message("fully implemented")
    CONTRARY = Message("contrary steps")


class ActionType(StrEnum):
    """What kind of action an item wants."""

    POLITICAL = Message("political")
    RATIFICATION = Message("ratification")
    LEGISLATIVE = Message("legislative")
    ADMINISTRATIVE = Message("administrative")
    JUDICIAL = Message("judicial")
    RESOURCES = Message("allocation of resources")
    TRAINING = Message("training")
    AWARENESS = Message("awareness")
    RESEARCH = Message("data and research")
    COOPERATION = Message("international cooperation")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One piece of evidence on how an item is implemented: whose it is, what it says, where it stands."""

    text: str
    when: str = ""
    """A date in any form that people write ("March 2025", "2025-03-08")."""
    document: str = ""
    """A citation or the name of a document of the NGO's own."""
    link: str = ""
    record: str = ""
    """Id of the reported paragraph or observation that it was taken from; "" for evidence of the NGO's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanColumn:
    """One column that people fill in."""

    name: str = ""
    heading: Message
    help: Message
    values: type[StrEnum] | None = None
    """The words to choose from; None for a free text."""
    several: bool = False
    """Whether an item may have several values."""
    is_text: bool = True
    """Whether it holds words that people write: two of them can stand one after the other."""
    is_one: bool = False
    """Whether it holds one statement: of two, one is kept, and the other is shown among the notes."""

    def chosen(self, words: Iterable[str]) -> Any:
        """What an item has of the words to choose from; words that the column does not have are left out."""
        known = {value.value: value for value in self.values or ()}
        chosen = tuple(known[word] for word in dict.fromkeys(words) if word in known)
        return chosen if self.several else next(iter(chosen), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """One recommendation, voluntary commitment, observation or reported paragraph, and what is planned on it."""

    id: str
    """Of the record, as the index called it when the item was put on the plan, or since it was brought up to date."""
    kind: str
    """"recommendation", "commitment", "observation", "report"."""
    state: str
    """Code of the State that it concerns."""
    citation: str
    """Document, paragraph, page and year in one line, so that a plan can be read without an index."""
    quoted: str
    """The paragraph as printed."""
    position: str = ""
    """Of the State under review when the item was put on the plan; "" for what has none."""
    known: tuple[str, ...] = ()
    """What the index held on it when the NGO last looked: ids of later recommendations, answers and reported
    paragraphs. What an index holds beside these is new."""
    own_columns: tuple[tuple[str, str], ...] = ()
    """Heading and text of the columns that people added to their workbook: kept, and given back with it."""

    expected_result: str = ""
    request: str = ""
    indicators: str = ""
    action_types: tuple[ActionType, ...] = ()
    actors: str = ""
    timetable: str = ""
    milestones: str = ""
    means: str = ""
    partners: str = ""
    status: Status | None = None
    evidence: tuple[Evidence, ...] = ()
    next_step: str = ""
    notes: str = ""
    """This and those since `expected_result` are what people fill in: PLAN_COLUMNS says of each what it is for."""


_TO_CHOOSE: Mapping[str, type[StrEnum]] = {"action_types": ActionType, "status": Status}
PLAN_COLUMNS: Mapping[str, PlanColumn] = {
    row["column"]: PlanColumn(
        name=row["column"],
        heading=Message(row["heading"]),
        help=Message(row["help"]),
        values=_TO_CHOOSE.get(row["column"]),
        several=row["holds"] in ("words", "evidence"),
        is_text=row["holds"] in ("text", "statement"),
        is_one=row["holds"] == "statement",
    )
    for row in table_rows("models.plans", "plan_columns.csv")
}
"""Every column that people fill in, by its name, in the order in which it is shown."""


PLAN_FIELDS: Mapping[str, PlanColumn] = {
    "title": PlanColumn(name="title", heading=Message("Title of the plan"), help=Message("As you call it.")),
    "state": PlanColumn(
        name="state", heading=Message("Your State"), help=Message("Whose record you follow up."), is_text=False
    ),
}
"""What people fill in of the plan as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A follow-up plan."""

    title: str
    """What the NGO calls the plan."""
    state: str = ""
    """Code of the NGO's own State; "" while none is chosen."""
    items: tuple[PlanItem, ...] = ()
    """In the order that the NGO gave them, each id once."""
    letterhead: bytes = b""
    """The organisation's own: a Word file that was checked, whose header, footer and styles papers take; b"": none."""
    index_date: str = ""
    """Day of the index (ISO 8601) that citations, positions and `known` were taken from."""

    def item(self, item_id: str) -> PlanItem | None:
        """The item of that id; None where the plan has none."""
        return next((item for item in self.items if item.id == item_id), None)
