"""What a user asks: a text, a State of their own, and filters, each value from a controlled list.

`Filters` is the one table of filter fields: commands, forms, pages, the API, keyword queries, checks, masks and facets
go through FILTER_FIELDS, so that a field added to it is a field of them all. Where its values stand in the catalogue
says models.index_folder.entry_columns.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, Literal, get_args

from models.messages.message import Message
from models.records.enums import ACTION_CATEGORIES, QUALIFIED_WORDS, Position
from models.records.label_schemes import ISSUE_SCHEME, PERSONS_SCHEME, THEME_SCHEME

MAX_TEXT_CHARACTERS = 10_000

Value = str | int
Group = Literal["own", "others"]
"""Entries of the user's own State, or of others."""
Sort = Literal["nearness", "date", "paragraph", "position"]
"""What the entries of an answer are sorted by (search.rank.lines)."""
SORTS: tuple[Sort, ...] = get_args(Sort)


class ValueKind(Enum):
    """How a value of a filter is given and checked."""

    STATE = "state"
    """The code of a State; people may give a name."""
    NUMBER = "number"
    """A whole number from 1."""
    LISTED = "listed"
    """One of the values that the field has words for."""
    TEXT = "text"
    """Anything, a label too, in any case; what no entry has finds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterField:
    """One field of `Filters`."""

    name: str = ""
    """What forms, the API and the catalogue in memory call it."""
    kind: ValueKind
    help: str
    """What it is, for the help of its option."""
    legend: str = ""
    """Its heading on pages; "" for one that pages do not offer among the filters."""
    scheme: str = ""
    """The scheme (models.records.records.Label) that its labels are of."""
    option: str = ""
    """Its option, where that is not its name."""
    query_name: str = ""
    """Its name in keyword queries (search.query.parse); "" where they cannot name it."""
    words: Mapping[Value, str] = field(default_factory=dict)
    """What its values stand for, where they do not say it themselves."""
    label: str = "{value}"
    """How answers show a value, with `value` and its `words`; a State has its name."""

    @property
    def has_numbers(self) -> bool:
        """Whether its values are whole numbers."""
        return self.kind is ValueKind.NUMBER or any(isinstance(value, int) for value in self.words)

    def label_of(self, value: Value) -> str:
        """How answers show a value; not for States."""
        return self.label.format(value=value, words=self.words.get(value, ""))


def _filter(default: tuple[str, ...] = (), **properties: Any) -> Any:
    return field(default=default, metadata={"filter": FilterField(**properties)})


@dataclass(frozen=True, slots=True)
class Filters:
    """Values of one field are alternatives (OR); fields add up (AND); an empty field does not filter.

    Fields stand in the order in which pages show them.
    """

    position: tuple[str, ...] = _filter(
        kind=ValueKind.LISTED,
        help="Position of the State under review.",
        legend=Message("Position"),
        query_name="position",
        words={position.value: position.value for position in Position},
    )
    """"supported", "noted", "pending", "unknown"."""
    qualified: tuple[str, ...] = _filter(
        kind=ValueKind.LISTED,
        help="How support falls short, where the position is noted for it.",
        legend=Message("Qualified support"),
        query_name="qualified",
        words={kind.value: words for kind, words in QUALIFIED_WORDS.items()},
        label="{words}",
    )
    """"part", "condition", "exception", "spirit"."""
    label: tuple[str, ...] = _filter(
        kind=ValueKind.TEXT,
        help="Issue, by UPR Info's label, in any case.",
        legend=Message("Issue"),
        scheme=ISSUE_SCHEME,
        query_name="label",
    )
    """UPR Info's issue labels, by a source or by the classifier."""
    theme: tuple[str, ...] = _filter(
        kind=ValueKind.TEXT,
        help="Theme of the Universal Human Rights Index, in any case.",
        legend=Message("Theme (UHRI)"),
        scheme=THEME_SCHEME,
        query_name="theme",
    )
    """Themes of the Universal Human Rights Index, by OHCHR's lists or by the Index."""
    persons: tuple[str, ...] = _filter(
        kind=ValueKind.TEXT,
        help="Affected persons, by the same Index, in any case.",
        legend=Message("Affected persons (UHRI)"),
        scheme=PERSONS_SCHEME,
        query_name="persons",
    )
    """Affected persons, by the same."""
    cycle: tuple[int, ...] = _filter(
        kind=ValueKind.NUMBER,
        help="Cycle of reviews.",
        legend=Message("Cycle"),
        query_name="cycle",
        label="Cycle {value}",
    )
    """Cycles of the review, 1 to 4."""
    session: tuple[int, ...] = _filter(
        kind=ValueKind.NUMBER,
        help="Working Group session.",
        legend=Message("Working Group session"),
        query_name="session",
        label="Session {value}",
    )
    """Working Group sessions."""
    under_review: tuple[str, ...] = _filter(
        kind=ValueKind.STATE,
        help="State under review, by code or name.",
        legend=Message("State under review"),
        query_name="state",
    )
    """Codes of States under review."""
    recommending: tuple[str, ...] = _filter(
        kind=ValueKind.STATE,
        help="Recommending State, by code or name.",
        legend=Message("Recommending State"),
        query_name="by",
    )
    """Codes of recommending States."""
    group: tuple[str, ...] = _filter(
        kind=ValueKind.TEXT,
        help="Regional group of the State under review.",
        legend=Message("Regional group"),
    )
    """Regional groups of the State under review."""
    action_category: tuple[int, ...] = _filter(
        kind=ValueKind.LISTED,
        help="Kind of action, from 1 (minimal) to 5 (specific).",
        legend=Message("Kind of action"),
        option="action",
        query_name="action",
        words=ACTION_CATEGORIES,
        label="{value} {words}",
    )
    """UPR Info's action categories: 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific."""
    language: tuple[str, ...] = _filter(
        kind=ValueKind.TEXT,
        help="Language of the text, by its ISO code.",
        legend=Message("Language"),
        words={"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"},
    )
    """ISO 639-1 codes of the languages of the texts."""
    kind: tuple[str, ...] = _filter(
        default=("recommendation",),
        kind=ValueKind.LISTED,
        help="What is searched.",
        query_name="kind",
        words={"recommendation": "recommendation", "commitment": "voluntary commitment"},
    )
    """"recommendation", "commitment"; none: both."""


FILTER_FIELDS: Mapping[str, FilterField] = {
    declared.name: replace(declared.metadata["filter"], name=declared.name) for declared in fields(Filters)
}
"""The fields of `Filters` by name, in their order."""
LABEL_FIELDS: Mapping[str, str] = {name: known.scheme for name, known in FILTER_FIELDS.items() if known.scheme}
"""Those that are labels → their scheme."""
FIELD_NAMES: Mapping[str, str] = {
    **{field.query_name: field.name for field in FILTER_FIELDS.values() if field.query_name},
    "symbol": "symbol",
    "paragraph": "paragraph",
}
"""Fields in a query → their names in the catalogue."""


def no_such_choice(name: str, value: object, choices: Iterable[object]) -> Message:
    """The refusal of a value that is none of those to choose from; `name` says of what."""
    return Message(
        "%(filter)s: there is no “%(value)s” here; choose from %(choices)s.",
        filter=Message(name),
        value=str(value)[:80],
        choices=", ".join(map(str, choices)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Which entries an answer may hold, whose come first, and which part of them is wanted, in which order and form."""

    filters: Filters = Filters()
    own_state: str | None = None
    """Code or name of the user's own State, whose entries come first; None: there is none."""
    all_own: bool = False
    """Whether the other entries of the own State follow those found, to the last."""
    limit: int = 10
    """How many lines are wanted."""
    offset: int = 0
    """How many lines stand before them."""
    grouped: bool = True
    """Whether near-identical requests make one line; else each entry is a line of its own."""
    by_paragraph: bool = False
    """Whether the requests of one paragraph make one line too, as pages show them; only where lines are `grouped`."""
    sort: Sort = "nearness"
    """What each of the two groups is sorted by, as a whole; entries that are equal in it by relevance."""
    group: Group | None = None
    """The one group that lines and facets are of; None: both. Totals and strengths always count both."""


@dataclass(frozen=True, slots=True)
class IssueQuestion(Listing):
    """Which entries are on an issue in the user's own words."""

    text: str
    written_in: str | None = field(default=None, kw_only=True)
    """ISO code of the text's language (search.query.detect_language.READ_LANGUAGES); None: it is detected."""
    observed: int = field(default=0, kw_only=True)
    """How many paragraphs of treaty bodies the answer has too, as `SearchIndex.observations` gives them."""


@dataclass(frozen=True, slots=True)
class KeywordQuestion(Listing):
    """Which entries hold the words of a keyword query (search.query.parse)."""

    keywords: str
