"""The tables of partners: each row with its source and date, each table replaceable by an operator's of the same name.

What goes out of date stands in these tables and nowhere in the code: a list that is not here, or not on a State, is
said to be missing (search.partners.from_tables). docs/partners.md says what the columns hold and where the rows came
from.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from models.errors import PartnerTableError
from models.messages.message import Message
from models.messages.spoken import saying
from models.partners.rows import (
    ALL_ISSUES,
    GUIDES,
    PAGES,
    SCORES,
    STATUSES,
    Guide,
    Institution,
    Mechanism,
    Ministry,
    OfficialPage,
    RegionalBody,
    Source,
    SpecialProcedure,
    UnBody,
    UnPresence,
)
from models.vocabularies.crosswalk import issues

Read = TypeVar("Read")

MOST_BYTES = 1_000_000
MOST_ROWS = 5_000
MOST_CHARACTERS = 500

_SOURCE = ("source", "address", "date")
TABLE_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ministries.csv": ("issue", "portfolio", *_SOURCE),
        "national_institutions.csv": ("state", "name", "status", *_SOURCE),
        "follow_up_mechanisms.csv": ("state", "kind", *SCORES, *_SOURCE),
        "un_bodies.csv": ("body", "issues", "task", "page", *_SOURCE),
        "regional_bodies.csv": ("body", "states", "issues", "task", "page", *_SOURCE),
        "un_presences.csv": ("state", "presence", "page", *_SOURCE),
        "special_procedures.csv": ("mandate", "issues", "state", "since", *_SOURCE),
        "guidance.csv": ("kind", "name", "task", "page", *_SOURCE),
        "official_pages.csv": ("about", "page", "what", "there_are", "counted", *_SOURCE),
    }
)
"""The columns that each table needs, by its name."""

_STATE = re.compile(r"[A-Z]{3}")
_STATES = re.compile(r"[A-Z]{3}(?: [A-Z]{3})*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"\d{1,5}")
_SCORE = re.compile(r"-?\d{1,3}(?:\.\d{1,2})?")
_ADDRESS = re.compile(r"https?://[\w.-]+(?:/[^\s\"'<>]*)?")


@dataclass(frozen=True, slots=True)
class PartnerTables:
    """All tables, in the order of their rows."""

    ministries: tuple[Ministry, ...]
    institutions: tuple[Institution, ...]
    mechanisms: tuple[Mechanism, ...]
    un_bodies: tuple[UnBody, ...]
    regional_bodies: tuple[RegionalBody, ...]
    un_presences: tuple[UnPresence, ...]
    special_procedures: tuple[SpecialProcedure, ...]
    guides: tuple[Guide, ...]
    official_pages: tuple[OfficialPage, ...]

    def page(self, about: str) -> OfficialPage | None:
        """Where a list is published; None where the table does not say."""
        return next((page for page in self.official_pages if page.about == about), None)


@cache
def partner_tables(folder: Path | None = None) -> PartnerTables:
    """The tables that come with the program, those of `folder` instead where it has one of the same name.

    Raises:
        PartnerTableError: the folder or a table in it cannot be used; it says which row is wrong.
    """
    replaced = _replaced(folder) if folder else {}

    def read(name: str, row: Callable[["_Row"], Read]) -> tuple[Read, ...]:
        return tuple(row(found) for found in _rows(name, replaced.get(name)))

    return PartnerTables(
        ministries=read("ministries.csv", _ministry),
        institutions=read("national_institutions.csv", _institution),
        mechanisms=read("follow_up_mechanisms.csv", _mechanism),
        un_bodies=read("un_bodies.csv", _un_body),
        regional_bodies=read("regional_bodies.csv", _regional_body),
        un_presences=read("un_presences.csv", _un_presence),
        special_procedures=read("special_procedures.csv", _special_procedure),
        guides=read("guidance.csv", _guide),
        official_pages=read("official_pages.csv", _official_page),
    )


class _Row:
    """One row of a table, whose cells say what is wrong with them."""

    def __init__(self, table: str, line: int, cells: Mapping[str, str]) -> None:
        self._where = (table, line)
        self._cells = cells

    def text(self, column: str) -> str:
        """A cell that must not be empty."""
        return self._cells[column] or self._refuse(column, "it is empty")

    def words(self, column: str) -> Message:
        """A cell that must not be empty, and that pages put into their language if they know it."""
        return Message(self.text(column))

    def among(self, column: str, allowed: tuple[str, ...]) -> str:
        """A cell of a controlled list."""
        if self._cells[column] not in allowed:
            self._refuse(column, f"it must be one of {', '.join(allowed)}")
        return self._cells[column]

    def matching(self, column: str, pattern: re.Pattern[str], what: str) -> str:
        """A cell of one form, or an empty one."""
        if self._cells[column] and not pattern.fullmatch(self._cells[column]):
            self._refuse(column, f"it must be {what}")
        return self._cells[column]

    def state(self) -> str:
        """The code of a State, or nothing."""
        return self.matching("state", _STATE, "the code of a State in three capital letters")

    def states(self) -> frozenset[str]:
        """Codes of States with spaces between."""
        return frozenset(self.matching("states", _STATES, "codes of States with spaces between").split())

    def issue(self) -> str:
        """The name of an issue."""
        return self._known_issue("issue", self.text("issue"))

    def issues(self) -> frozenset[str]:
        """The names of issues between bars, or ALL_ISSUES, or nothing."""
        names = filter(None, (name.strip() for name in self._cells["issues"].split("|")))
        return frozenset(name if name == ALL_ISSUES else self._known_issue("issues", name) for name in names)

    def page(self) -> str:
        """An address on the web, or nothing."""
        return self._address("page")

    def source(self) -> Source:
        """Where the row comes from."""
        return Source(self.words("source"), self._address("address"), self.date("date"))

    def date(self, column: str) -> str:
        """A day, month or year, or nothing."""
        return self.matching(column, _DATE, "a day, month or year like 2026-11-26, 2026-11 or 2026")

    def _address(self, column: str) -> str:
        return self.matching(column, _ADDRESS, "an address that begins with http:// or https://")

    def _known_issue(self, column: str, name: str) -> str:
        if name not in issues():
            self._refuse(column, f"“{name[:80]}” is no issue: write it as the Issues pages do")
        return name

    def _refuse(self, column: str, why: str) -> str:
        table, line = self._where
        raise PartnerTableError(
            saying(
                "%(table)s, line %(line)s: the column “%(column)s” cannot be used; %(why)s.",
                table=table,
                line=str(line),
                column=column,
                why=why,
            )
        )


def _ministry(row: _Row) -> Ministry:
    return Ministry(row.issue(), row.words("portfolio"), row.source())


def _institution(row: _Row) -> Institution:
    row.text("state")
    return Institution(row.state(), row.text("name"), row.among("status", STATUSES), row.source())


def _mechanism(row: _Row) -> Mechanism:
    row.text("state")
    points = ((name, row.matching(name, _SCORE, "a number")) for name in SCORES)
    return Mechanism(
        row.state(), row.words("kind"), tuple((name, given) for name, given in points if given), row.source()
    )


def _un_body(row: _Row) -> UnBody:
    row.text("issues")
    return UnBody(row.words("body"), row.issues(), row.words("task"), row.page(), row.source())


def _regional_body(row: _Row) -> RegionalBody:
    row.text("issues")
    row.text("states")
    return RegionalBody(row.words("body"), row.states(), row.issues(), row.words("task"), row.page(), row.source())


def _un_presence(row: _Row) -> UnPresence:
    row.text("state")
    return UnPresence(row.state(), row.words("presence"), row.page(), row.source())


def _special_procedure(row: _Row) -> SpecialProcedure:
    since = row.matching("since", _YEAR, "a year")
    return SpecialProcedure(row.words("mandate"), row.issues(), row.state(), since, row.source())


def _guide(row: _Row) -> Guide:
    return Guide(row.among("kind", GUIDES), row.words("name"), row.words("task"), row.page(), row.source())


def _official_page(row: _Row) -> OfficialPage:
    row.text("page")
    return OfficialPage(
        row.among("about", PAGES),
        row.page(),
        row.words("what"),
        row.matching("there_are", _NUMBER, "a number"),
        row.date("counted"),
        row.source(),
    )


def _replaced(folder: Path) -> dict[str, Path]:
    """The operator's tables by name."""
    try:
        found = {path.name: path for path in folder.iterdir() if path.suffix.lower() == ".csv"}
    except OSError as error:
        raise PartnerTableError(
            saying("The folder of tables %(folder)s cannot be read: check UPR_TABLES.", folder=str(folder))
        ) from error
    for name in found:
        if name not in TABLE_COLUMNS:
            # A table under a misspelt name would silently not count.
            raise PartnerTableError(
                saying(
                    "%(name)s is no table of partners: name it one of %(names)s.",
                    name=name,
                    names=", ".join(TABLE_COLUMNS),
                )
            )
    return found


def _rows(name: str, replaced: Path | None) -> Iterator[_Row]:
    columns = TABLE_COLUMNS[name]
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
        for count, cells in enumerate(reader, 1):
            if count > MOST_ROWS:
                raise PartnerTableError(
                    saying("%(name)s has more than %(most)s rows: shorten it.", name=name, most=MOST_ROWS)
                )
            yield _Row(name, reader.line_num, _cells(name, reader.line_num, cells))
    except csv.Error as error:
        raise PartnerTableError(
            saying(
                "%(name)s is damaged after line %(line)s: save it as CSV with commas.",
                name=name,
                line=str(reader.line_num),
            )
        ) from error


def _cells(name: str, line: int, cells: Mapping[str, str | None]) -> dict[str, str]:
    """The cells of the columns that count, of rows as long as the heading."""
    columns = TABLE_COLUMNS[name]
    if any(cells[column] is None for column in columns) or None in cells:
        raise PartnerTableError(
            saying("%(name)s, line %(line)s: it has not as many cells as the first line.", name=name, line=str(line))
        )
    kept = {column: str(cells[column]).strip() for column in columns}
    too_long = next((column for column, cell in kept.items() if len(cell) > MOST_CHARACTERS), None)
    if too_long:
        raise PartnerTableError(
            saying(
                "%(name)s, line %(line)s: the column “%(too_long)s” has more than %(most)s characters: shorten it.",
                name=name,
                line=str(line),
                too_long=too_long,
                most=str(MOST_CHARACTERS),
            )
        )
    return kept


def _text(name: str, replaced: Path | None) -> str:
    if replaced is None:
        return resources.files("models.partners").joinpath(name).read_text(encoding="utf-8")
    try:
        with replaced.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise PartnerTableError(saying("%(name)s cannot be read: check its permissions.", name=name)) from error
    if len(content) > MOST_BYTES:
        raise PartnerTableError(
            saying("%(name)s has more than %(most)s bytes: shorten it.", name=name, most=MOST_BYTES)
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PartnerTableError(saying("%(name)s is not in UTF-8: save it so.", name=name)) from error
