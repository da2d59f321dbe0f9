"""The tables of partners: each row with its source and date, each table replaceable by an operator's of the same name.

What goes out of date stands in these tables and nowhere in the code: a list that is not here, or not on a State, is
said to be missing (search.partners.from_tables). docs/partners.md says what the columns hold and where the rows came
from.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, get_type_hints

from models.errors import PartnerTableError
from models.messages.spoken import saying
from models.partners import rows


@dataclass(frozen=True, slots=True)
class PartnerTables:
    """All tables, in the order of their rows."""

    ministries: tuple[rows.Ministry, ...]
    institutions: tuple[rows.Institution, ...]
    mechanisms: tuple[rows.Mechanism, ...]
    un_bodies: tuple[rows.UnBody, ...]
    regional_bodies: tuple[rows.RegionalBody, ...]
    un_presences: tuple[rows.UnPresence, ...]
    special_procedures: tuple[rows.SpecialProcedure, ...]
    guides: tuple[rows.Guide, ...]
    official_pages: tuple[rows.OfficialPage, ...]

    def page(self, about: str) -> rows.OfficialPage | None:
        """Where a list is published; None where the table does not say."""
        return next((page for page in self.official_pages if page.about == about), None)


TABLES: Mapping[str, tuple[str, type]] = {
    "ministries.csv": ("ministries", rows.Ministry),
    "national_institutions.csv": ("institutions", rows.Institution),
    "follow_up_mechanisms.csv": ("mechanisms", rows.Mechanism),
    "un_bodies.csv": ("un_bodies", rows.UnBody),
    "regional_bodies.csv": ("regional_bodies", rows.RegionalBody),
    "un_presences.csv": ("un_presences", rows.UnPresence),
    "special_procedures.csv": ("special_procedures", rows.SpecialProcedure),
    "guidance.csv": ("guides", rows.Guide),
    "official_pages.csv": ("official_pages", rows.OfficialPage),
}
"""By the name of the file: what PartnerTables calls its rows, and their kind."""


@cache
def partner_tables(folder: Path | None = None) -> PartnerTables:
    """The tables that come with the program, those of `folder` instead where it has one of the same name.

    Raises:
        PartnerTableError: the folder or a table in it cannot be used; it says which row is wrong.
    """
    replaced = _replaced(folder) if folder else {}
    return PartnerTables(
        **{field: tuple(_rows(name, kind, replaced.get(name))) for name, (field, kind) in TABLES.items()}
    )


@cache
def _fields(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _columns(kind: type) -> Iterator[str]:
    """The columns that a table of these rows needs, in their order."""
    for name, hint in _fields(kind).items():
        yield from _columns(hint) if hint is rows.Source else (hint.__metadata__[1:] or (name,))


def _row(kind: type, cells: Mapping[str, str], where: tuple[str, int]) -> Any:
    """A row out of its cells, as models.partners.rows says; `where` names the table and the line."""
    values: dict[str, Any] = {}
    for name, hint in _fields(kind).items():
        if hint is rows.Source:
            values[name] = _row(hint, cells, where)
            continue
        read, *columns = hint.__metadata__
        found = [(column, _value(read, column, cells[column].strip(), where)) for column in columns or (name,)]
        values[name] = tuple(pair for pair in found if pair[1]) if len(found) > 1 else found[0][1]
    return kind(**values)


def _value(read: Callable[[str], Any], column: str, cell: str, where: tuple[str, int]) -> Any:
    try:
        return read(cell)
    except ValueError as error:
        table, line = where
        raise PartnerTableError(
            saying(
                "%(table)s, line %(line)s: the column “%(column)s” cannot be used; %(why)s.",
                table=table,
                line=str(line),
                column=column,
                why=str(error),
            )
        ) from error


def _replaced(folder: Path) -> dict[str, Path]:
    """The operator's tables by name."""
    try:
        found = {path.name: path for path in folder.iterdir() if path.suffix.lower() == ".csv"}
    except OSError as error:
        raise _unread(str(folder)) from error
    for name in found:
        if name not in TABLES:
            # A table under a misspelt name would silently not count.
            raise PartnerTableError(
                saying(
                    "%(name)s is no table of partners: name it one of %(names)s.",
                    name=name,
                    names=", ".join(TABLES),
                )
            )
    return found


def _rows(name: str, kind: type, replaced: Path | None) -> Iterator[Any]:
    columns = tuple(_columns(kind))
    reader = csv.DictReader(_text(name, replaced).splitlines(), strict=True)
    try:
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise PartnerTableError(
                saying(
                    "%(name)s lacks the column “%(column)s”: it needs %(columns)s.",
                    name=name,
                    column=missing[0],
                    columns=", ".join(columns),
                )
            )
        for cells in reader:
            line = reader.line_num
            if None in cells or None in cells.values():
                raise csv.Error
            yield _row(kind, cells, (name, line))
    except csv.Error as error:
        raise PartnerTableError(
            saying(
                "%(name)s, line %(line)s: it has not as many cells as the first line, or is damaged; save it as CSV "
                "with commas.",
                name=name,
                line=str(reader.line_num),
            )
        ) from error


def _text(name: str, replaced: Path | None) -> str:
    if replaced is None:
        return resources.files("models.partners").joinpath(name).read_text(encoding="utf-8")
    try:
        return replaced.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unread(name) from error


def _unread(name: str) -> PartnerTableError:
    return PartnerTableError(
        saying("%(name)s cannot be read: check UPR_TABLES and permissions, and save tables in UTF-8.", name=name)
    )
