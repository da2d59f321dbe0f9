"""Exports of the Universal Human Rights Index (UHRI), json and xlsx, read record by record.

OHCHR publishes its whole Index as one file of 400 MB. It is never held in memory: a json file is read an object at a
time, a table a row at a time.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.read.html_lines import unescape
from indexer.read.json_items import BrokenItem, read_json_items
from indexer.read.table_rows import read_table_rows
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.files.unreadable import too_many
from models.messages.spoken import saying
from models.records.label_schemes import GOAL_SCHEME, PERSONS_SCHEME, THEME_SCHEME

MAX_RECORDS = 1_000_000
MOST_BROKEN = 1_000
"""Records of a json file that may be no JSON; of one with more, little can be right."""
LONGEST_TEXT = 200_000
"""Characters; the longest real paragraphs have some 10,000."""
LONGEST_VALUE = 1_000
"""Characters of one value: a name, a theme, a date."""
MOST_VALUES = 500
"""Values that one field of a record may have."""
OWN_FIELDS = frozenset({"AnnotationId", "AnnotationType"})
"""Fields of a json record that tell it from what other json files hold."""
FIELD_OF_COLUMN = {
    "text": "Text",
    "countries concerned": "Countries",
    "reccomending body": "Body",
    "recommending body": "Body",
    "document symbol": "Symbol",
    "themes": "Themes",
    "affected persons": "AffectedPersons",
    "sdgs": "Sdgs",
    "document publication date": "PublicationDate",
    "upr reccomending states": "UprRecommendingCountry",
    "upr recommending states": "UprRecommendingCountry",
    "upr position": "UprPositions",
    "type": "AnnotationType",
    "ohchr annotation id": "AnnotationId",
    "upr session": "UprSession",
    "regions concerned": "Regions",
    "recommending regions": "UprRecommendingRegions",
    "date of publication on uhri": "PublicationDateOnUhri",
}
"""Column of a table, in lower case and as the source spells it → the field of a json record."""
FIELDS = frozenset((*FIELD_OF_COLUMN.values(), "DocumentId", "UprCycle"))
"""Those of a json record, as others saw them in September 2026; a table has no columns for the last two."""
SCHEME_OF_FIELD = {"Themes": THEME_SCHEME, "AffectedPersons": PERSONS_SCHEME, "Sdgs": GOAL_SCHEME}
"""Field of a json record whose values are labels → their scheme."""
REQUIRED_COLUMNS = frozenset({"text", "document symbol", "ohchr annotation id"})
_BULLET = re.compile(r"^[-–•]\s+")


@dataclass(frozen=True, slots=True)
class UhriRecord:
    """One record as the export gives it; values without bullets and needless space."""

    annotation: str
    """Its id, "" where it has none."""
    types: tuple[str, ...]
    bodies: tuple[str, ...]
    symbol: str
    countries: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    """Scheme and label."""
    text: str
    """With its HTML."""
    published: str
    listed: str
    """When it was put into the Index."""
    cycles: tuple[str, ...]
    positions: tuple[str, ...]
    recommending: tuple[str, ...]
    sessions: tuple[str, ...]


@dataclass(slots=True)
class ExportShape:
    """Which fields an export has, filled while it is read."""

    expected: frozenset[str] = FIELDS
    seen: set[str] = field(default_factory=set)


def read_uhri_json(path: Path, shape: ExportShape | None = None) -> Iterator[UhriRecord | None]:
    """Yield the records of a json export in the order of the file, None for one that is broken.

    Raises:
        UnreadableDocument: the file is damaged, cut off or too large.
        UnrecognisedDocument: it is no such export.
    """
    known = False
    for number, item in enumerate(read_json_items(path, MOST_BROKEN), start=1):
        if not known and not isinstance(item, BrokenItem):
            known = isinstance(item, Mapping) and bool(item.keys() & OWN_FIELDS)
            if not known:
                break
        if shape and isinstance(item, Mapping):
            shape.seen |= item.keys()
        yield _record(path, number, item) if isinstance(item, Mapping) else None
    if not known:
        raise UnrecognisedDocument(
            saying(
                "%(name)s is no export of the Universal Human Rights Index, and of no other kind of json file that is "
                "read.",
                name=path.name,
            )
        )


def read_uhri_table(path: Path, shape: ExportShape | None = None) -> Iterator[UhriRecord]:
    """Yield the rows of an xlsx or csv export in the order of the file.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, too large, or in an encoding that is not read.
        UnrecognisedDocument: columns are missing.
    """
    columns = frozenset(FIELD_OF_COLUMN)
    named: set[str] = set()
    for number, cells in read_table_rows(path, columns, REQUIRED_COLUMNS, keep_lines=True, seen=named):
        if shape and not shape.seen:
            shape.expected = frozenset(FIELD_OF_COLUMN.values())
            shape.seen = {FIELD_OF_COLUMN.get(name, name) for name in named}
        yield _record(path, number, {FIELD_OF_COLUMN[name]: cell for name, cell in cells.items()})


def _record(path: Path, number: int, item: Mapping[Any, Any]) -> UhriRecord:
    if number > MAX_RECORDS:
        raise UnreadableDocument(too_many(path.name, MAX_RECORDS))

    def values(name: str) -> tuple[str, ...]:
        return _values(item.get(name))

    return UhriRecord(
        annotation=_first(values("AnnotationId")),
        types=values("AnnotationType"),
        bodies=values("Body"),
        symbol=_first(values("Symbol")),
        countries=values("Countries"),
        labels=tuple((scheme, label) for name, scheme in SCHEME_OF_FIELD.items() for label in values(name)),
        text=item["Text"][:LONGEST_TEXT] if isinstance(item.get("Text"), str) else "",
        published=_first(values("PublicationDate")),
        listed=_first(values("PublicationDateOnUhri")),
        cycles=values("UprCycle"),
        positions=values("UprPositions"),
        recommending=values("UprRecommendingCountry"),
        sessions=values("UprSession"),
    )


def _first(values: tuple[str, ...]) -> str:
    return values[0] if values else ""


def _values(value: Any) -> tuple[str, ...]:
    """The values of a field, whether it holds a list, lines of text, a number or nothing."""
    listed = value if isinstance(value, list) else [value]
    printed = [str(item) for item in listed[:MOST_VALUES] if isinstance(item, str | int)]
    lines = (line for text in printed for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, map(_clean, lines))))[:MOST_VALUES]


def _clean(line: str) -> str:
    """Without bullet, HTML entities and needless space."""
    return " ".join(_BULLET.sub("", " ".join(unescape(line[:LONGEST_VALUE]).split())).split())
