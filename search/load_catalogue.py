"""The catalogue as arrays: what ranking, filters and counts need to know of every entry, held in memory."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.action_categories import ACTION_CATEGORIES
from models.states import State, StateKind
from search.entry_fields import EntryField, Mask, Value
from search.read_records import RecordReader

FILTER_FIELDS = (
    "under_review",
    "recommending",
    "group",
    "cycle",
    "session",
    "position",
    "kind",
    "language",
    "label",
    "action_category",
)
"""The fields of `Filters`, in the order in which answers count them."""

_ENTRIES = """
SELECT number, row, entry.kind, entry.state, regional_group, session, cycle, position, language,
       recommendation.paragraph, coalesce(recommendation.action_category, commitment.action_category)
FROM entry
JOIN text ON sha256 = entry.text_sha256
JOIN text_vector ON text_vector.text_sha256 = sha256
LEFT JOIN state ON code = entry.state
LEFT JOIN review ON review.id = entry.review
LEFT JOIN recommendation ON recommendation.id = entry.id
LEFT JOIN commitment ON commitment.id = entry.id
ORDER BY number
"""
_SPONSORS = "SELECT DISTINCT number, sponsor.state FROM sponsor JOIN entry ON entry.id = recommendation"
_LABELS = "SELECT DISTINCT number, label FROM label JOIN entry ON entry.id = record WHERE scheme = 'upr-info'"
_SYMBOLS = "SELECT DISTINCT number, symbol FROM source JOIN entry ON entry.id = record"
_STATES = "SELECT code, name, kind, regional_group, invented FROM state"


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All entries, by number, and the States that occur."""

    states: dict[str, State]
    """By code."""
    rows: NDArray[np.int32]
    """Text row of each entry."""
    tie_order: NDArray[np.int32]
    """Place of each entry among entries of the same relevance: later sessions first, then catalogue order."""
    recommendations: Mask
    """The entries that are recommendations."""
    answerable: Mask
    """The entries of the kinds that `match` and `find` answer with: recommendations and commitments."""
    fields: dict[str, EntryField]
    """The fields of `Filters`; `symbol` and `paragraph`, which queries can name."""

    @property
    def filter_fields(self) -> tuple[EntryField, ...]:
        """The fields of `Filters`, in the order in which answers count them."""
        return tuple(self.fields[name] for name in FILTER_FIELDS)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.rows)


def load_catalogue(records: RecordReader) -> Catalogue:
    """Read all entries of a catalogue."""
    states = {row[0]: _state(*row) for row in records.rows(_STATES)}
    entries = records.rows(_ENTRIES)
    # zip(*[]) of an empty catalogue would give no columns.
    columns = list(zip(*entries, strict=True)) or [()] * 11
    _, rows, kinds, under_review, groups, sessions, cycles, positions, languages, paragraphs, actions = columns
    size = len(entries)

    def name_of(code: Value) -> str:
        return states[str(code)].name

    fields = [
        _field("under_review", enumerate(under_review), size, name_of),
        _field("recommending", records.rows(_SPONSORS), size, name_of),
        _field("group", enumerate(groups), size),
        _field("cycle", enumerate(cycles), size, "Cycle {}".format),
        _field("session", enumerate(sessions), size, "Session {}".format),
        _field("position", enumerate(positions), size),
        _field("kind", enumerate(kinds), size),
        _field("language", enumerate(languages), size),
        _field("label", records.rows(_LABELS), size),
        _field("action_category", enumerate(actions), size, _action_words),
        _field("symbol", records.rows(_SYMBOLS), size),
        _field("paragraph", enumerate(paragraphs), size),
    ]
    return Catalogue(
        states=states,
        rows=np.array(rows, dtype=np.int32),
        tie_order=_tie_order(sessions),
        recommendations=np.array([kind == "recommendation" for kind in kinds], dtype=bool),
        answerable=np.array([kind in ("recommendation", "commitment") for kind in kinds], dtype=bool),
        fields={field.name: field for field in fields},
    )


def _action_words(category: Value) -> str:
    return f"{category} {ACTION_CATEGORIES[int(category)]}"


def _field(name: str, pairs: Iterable[tuple[int, Any]], size: int, label: Callable[[Value], str] = str) -> EntryField:
    """A field from (entry number, value) pairs; None is no value."""
    known = sorted(((number, value) for number, value in pairs if value is not None), key=itemgetter(0))
    values = sorted({value for _, value in known})
    code_of = {value: code for code, value in enumerate(values)}
    return EntryField(
        name=name,
        values=tuple(values),
        labels=tuple(label(value) for value in values),
        entries=np.array([number for number, _ in known], dtype=np.int32),
        codes=np.array([code_of[value] for _, value in known], dtype=np.int32),
        entry_count=size,
    )


def _tie_order(sessions: Sequence[int | None]) -> NDArray[np.int32]:
    later_first = np.argsort([-(session or 0) for session in sessions], kind="stable")
    order = np.empty(len(sessions), dtype=np.int32)
    order[later_first] = np.arange(len(sessions), dtype=np.int32)
    return order


def _state(code: str, name: str, kind: str, group: str | None, invented: int) -> State:
    return State(code, name, StateKind(kind), group, bool(invented))
