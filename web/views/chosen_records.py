"""What is on a visitor's list, as its page shows it, and what pages need to offer their records for it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import g, url_for

from models.records.records import Recommendation
from search import ChosenEntry, ChosenRecord
from web.site.chosen_list import chosen_list
from web.site.served_index import state_name
from web.words.record_in_short import record_citation, record_language, record_words

ANCHOR = "choose-"
"""Of the button of a record, with its id."""


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One entry of the list."""

    id: str
    """As the list has it."""
    citation: str
    """"" where the index has no such record: then `withdrawn` says whether it once had."""
    withdrawn: bool
    words: str
    language: str
    address: str
    position: str
    """"" for what has none."""
    called_now: str = ""
    """Its id of today, where that is another than it was put on the list by."""
    record: ChosenRecord | None = None
    """None where the index has no such record."""


@dataclass(frozen=True, slots=True)
class ChosenGroup:
    """The entries on one State."""

    state: str
    """Its name; "" for all States, and for what the index does not have."""
    lines: tuple[ChosenLine, ...]


def chosen_records(entries: Sequence[ChosenEntry]) -> tuple[ChosenGroup, ...]:
    """The entries of a list by State, in the order in which the States were first chosen."""
    by_state: dict[str, list[ChosenLine]] = {}
    for entry in entries:
        by_state.setdefault(state_name(entry.state) if entry.state else "", []).append(_line(entry))
    return tuple(ChosenGroup(state, tuple(lines)) for state, lines in by_state.items())


def _line(entry: ChosenEntry) -> ChosenLine:
    record = entry.record
    if record is None:
        return ChosenLine(entry.asked_for, "", entry.withdrawn, "", "", "", "")
    return ChosenLine(
        id=entry.asked_for,
        citation=record_citation(record, state_name(entry.state) if entry.state else ""),
        withdrawn=False,
        words=record_words(record),
        language=record_language(record),
        address=record_address(entry.kind, entry.id),
        position=record.position if isinstance(record, Recommendation) else "",
        called_now=entry.id if entry.id != entry.asked_for else "",
        record=record,
    )


def main_state(entries: Iterable[ChosenEntry]) -> str:
    """The code of the State that most entries are about; "" where they are about none."""
    states = Counter(entry.state for entry in entries if entry.state)
    return states.most_common(1)[0][0] if states else ""


def record_address(kind: str, record_id: str) -> str:
    """The address of the page of a record."""
    return url_for("records.reported" if kind == "report" else f"records.{kind}", record_id=record_id)


def is_chosen(record_id: str) -> bool:
    """Whether a record is on the list of who sent this request."""
    if "chosen_ids" not in g:
        g.chosen_ids = frozenset(chosen_list().ids)
    return record_id in g.chosen_ids


def choice_anchor(record_id: str) -> str:
    """The id of a record's first button on this page, where the browser comes back to; "" for further ones."""
    if "choice_anchors" not in g:
        g.choice_anchors = set()
    if record_id in g.choice_anchors:
        return ""
    g.choice_anchors.add(record_id)
    return f"{ANCHOR}{record_id}"


def not_chosen(record_ids: Iterable[str]) -> list[str]:
    """Those of several records that are not on the list, each once."""
    return [each for each in dict.fromkeys(record_ids) if not is_chosen(each)]
