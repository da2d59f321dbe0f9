"""The kinds of paper that a plan can become: the tables papers.csv, options.csv and choices.csv, and the doors to them.

Each paper has a title, a sentence on what it is for, its kinds of file and its options. An option takes one of its
`choices` (value → words); one without choices takes the code of a State, or "". What is not given has the option's
default; unknown options are refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from models.errors import PaperNotMade
from models.files.package_tables import table_rows
from models.messages.message import Message
from models.plans.plan import MOST_ITEMS
from models.reviews.calendar import CalendarEvent, EventKind
from search import no_such_choice


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOption:
    """Something that a user chooses about a paper."""

    title: Message
    help: Message
    choices: Mapping[str, Message] | None
    """Value → words; None: the code of a State (`states_to_brief`), "" for the one that recommended most."""
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper."""

    name: str
    door: str
    """The entry of pages that it stands under."""
    title: Message
    about: Message
    """What it is for, in a sentence or two."""
    extensions: tuple[str, ...]
    """Its kinds of file, the usual one first."""
    options: Mapping[str, PaperOption]
    """By key, in the order of the form."""
    limit_by: tuple[str, ...]
    """The options that decide on how long it may be; none: there is no limit."""
    most: int
    """How many items it quotes at most; others it names."""
    least_detail: int
    """How much it says of each item at least, before it has room for more of them."""
    takes: str
    """Which items of a plan it is on: a key of SELECTIONS in web.papers.select_items."""
    occasions: Mapping[EventKind, Mapping[str, str]]
    """The dates of a State's follow-up that it is for, each with the options that it then takes; none: at any time."""

    @property
    def is_spoken(self) -> bool:
        """Whether it is read aloud."""
        return "pace" in self.options

    def chosen(self, options: Mapping[str, str]) -> dict[str, str]:
        """The options given with the defaults of the others.

        Raises:
            PaperNotMade: one is unknown, or has a value outside its choices.
        """
        for key, value in options.items():
            if not self.options:
                raise PaperNotMade(Message("This paper has no options, and so no “%(option)s”.", option=key[:80]))
            if key not in self.options:
                raise PaperNotMade(no_such_choice(str(self.title), key, self.options))
            choices = self.options[key].choices
            if choices is not None and value not in choices:
                raise PaperNotMade(no_such_choice(str(self.options[key].title), value, choices))
        return {key: option.default for key, option in self.options.items()} | dict(options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """An entry of pages to the papers of one purpose."""

    title: Message
    papers: tuple[PaperKind, ...]
    """In the order in which they are offered."""


_rows = partial(table_rows, "web.papers")
_OPTIONS = {
    row["option"]: PaperOption(
        title=Message(row["title"]),
        help=Message(row["help"]),
        choices={
            each["value"]: Message(each["words"]) for each in _rows("choices.csv") if each["option"] == row["option"]
        }
        or None,
        default=row["default"],
    )
    for row in _rows("options.csv")
}


def _occasions(dates: str) -> dict[EventKind, dict[str, str]]:
    """Of "MID_TERM:moment=between ADOPTION"."""
    pairs = (date.partition(":") for date in dates.split())
    return {EventKind[kind]: dict([option.split("=")]) if option else {} for kind, _, option in pairs}


PAPERS: Mapping[str, PaperKind] = {
    row["paper"]: PaperKind(
        name=row["paper"],
        door=row["door"],
        title=Message(row["title"]),
        about=Message(row["about"]),
        extensions=tuple(row["files"].split()),
        options={option: _OPTIONS[option] for option in row["options"].split()},
        limit_by=tuple(row["limit_by"].split()),
        most=int(row["most"] or MOST_ITEMS),
        least_detail=int(row["least_detail"] or 0),
        takes=row["takes"],
        occasions=_occasions(row["dates"]),
    )
    for row in _rows("papers.csv")
}
"""By the name that addresses and commands use, in the order in which they are offered."""

DOORS: Mapping[str, Door] = {
    row["door"]: Door(
        title=Message(row["title"]),
        papers=tuple(kind for kind in PAPERS.values() if kind.door == row["door"]),
    )
    for row in _rows("doors.csv")
}
"""By name; that of a door stands for its first paper where no paper has it."""


def paper_kind(name: str) -> PaperKind:
    """The paper of that name, or the first behind the door of that name.

    Raises:
        PaperNotMade: there is none.
    """
    kind = PAPERS.get(name) or (DOORS[name].papers[0] if name in DOORS else None)
    if kind is None:
        raise PaperNotMade(no_such_choice("Papers", name, PAPERS))
    return kind


def papers_for(event: CalendarEvent) -> list[tuple[PaperKind, Mapping[str, str]]]:
    """The papers that are for a date of a State's follow-up, each with the options that it then takes."""
    return [(kind, kind.occasions[event.kind]) for kind in PAPERS.values() if event.kind in kind.occasions]
