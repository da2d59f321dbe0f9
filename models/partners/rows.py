"""The rows of the tables of partners, each with where it comes from: of each field, how its cell is read.

A field is `Annotated` with what reads its cell, which raises ValueError with what is wrong in it, and with its column
where that has another name; where it has several columns, it holds those with something in them, each with its name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from models.files.package_tables import table_rows
from models.messages.message import Message
from models.vocabularies.crosswalk import issues

ALL_ISSUES = "all"
PAGES = ("missions", "institution", "mechanism", "un body", "un presence", "treaty body", "special procedure")

_SCORES = table_rows("models.vocabularies", "follow_up_scores.csv")
SCORES: Mapping[str, Message] = {row["column"]: Message(row["points_for"]) for row in _SCORES}
"""Columns of the survey of mechanisms for follow-up, with what they give points for."""
TAKING_PART = {row["column"] for row in _SCORES if row["about"] == "who takes part"}
"""Those for who takes part; the others are for what the mechanism does."""


def _needed(cell: str) -> str:
    if not cell:
        raise ValueError("it is empty")
    return cell


def _words(cell: str) -> Message:
    return Message(_needed(cell))


def _among(*allowed: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if cell not in allowed:
            raise ValueError(f"it must be one of {', '.join(allowed)}")
        return cell

    return read


def _form(pattern: str, what: str) -> Callable[[str], str]:
    """Reads a cell of one form, or an empty one."""

    def read(cell: str) -> str:
        if cell and not re.fullmatch(pattern, cell):
            raise ValueError(f"it must be {what}")
        return cell

    return read


def _issue(cell: str) -> str:
    if _needed(cell) not in issues():
        raise ValueError(f"“{cell[:80]}” is no issue: write it as the Issues pages do")
    return cell


def _issues(cell: str) -> frozenset[str]:
    names = filter(None, (name.strip() for name in cell.split("|")))
    return frozenset(name if name == ALL_ISSUES else _issue(name) for name in names)


_state = _form(r"[A-Z]{3}", "the code of a State in three capital letters")
_states = _form(r"[A-Z]{3}(?: [A-Z]{3})*", "codes of States with spaces between")
_address = _form(r"https?://[\w.-]+(?:/[^\s\"'<>]*)?", "an address that begins with http:// or https://")
_date = _form(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?",
    "a day, month or year like 2026-11-26, 2026-11 or 2026",
)

Text = Annotated[str, _needed]
Words = Annotated[Message, _words]
"""Which pages put into their language if they know it."""
StateCode = Annotated[str, lambda cell: _state(_needed(cell))]
StateCodes = Annotated[frozenset[str], lambda cell: frozenset(_states(_needed(cell)).split())]
Issues = Annotated[frozenset[str], lambda cell: _issues(_needed(cell))]
"""Names of issues (models.vocabularies.crosswalk) between bars, or ALL_ISSUES."""
Page = Annotated[str, _address]
Date = Annotated[str, _date]
"""ISO 8601, a day, month or year; "" for what is not dated."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    words: Annotated[Message, _words, "source"]
    address: Page
    """"" for what is not on the web."""
    date: Date

    @property
    def year(self) -> int | None:
        """The year that it is of."""
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True)
class Ministry:
    """A portfolio that usually answers for an issue."""

    issue: Annotated[str, _issue]
    portfolio: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Institution:
    """A national human rights institution and its accreditation."""

    state: StateCode
    name: Text
    status: Annotated[str, _among("A", "B", "not accredited")]
    source: Source


@dataclass(frozen=True, slots=True)
class Mechanism:
    """What a survey says of a State's mechanism for implementation, reporting and follow-up."""

    state: StateCode
    kind: Words
    scores: Annotated[tuple[tuple[str, str], ...], _form(r"-?\d{1,3}(?:\.\d{1,2})?", "a number"), *SCORES]
    """Name of a column of SCORES and the points given, for those that are given."""
    source: Source


@dataclass(frozen=True, slots=True)
class UnBody:
    """A body or agency of the United Nations."""

    name: Annotated[Message, _words, "body"]
    issues: Issues
    task: Words
    page: Page
    source: Source


@dataclass(frozen=True, slots=True)
class RegionalBody:
    """A body that a regional organisation set up for its member States."""

    name: Annotated[Message, _words, "body"]
    states: StateCodes
    """That it is for."""
    issues: Issues
    task: Words
    page: Page
    source: Source


@dataclass(frozen=True, slots=True)
class UnPresence:
    """An office of the High Commissioner for Human Rights in a State."""

    state: StateCode
    presence: Words
    page: Page
    source: Source


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """A mandate of the Human Rights Council, on issues or on a State."""

    mandate: Words
    issues: Annotated[frozenset[str], _issues]
    """None for a country mandate."""
    state: Annotated[str, _state]
    """"" for a thematic mandate."""
    since: Annotated[str, _form(r"\d{4}", "a year")]
    """Year in which the mandate was created; "" where the sources at hand do not say."""
    source: Source


@dataclass(frozen=True, slots=True)
class Guide:
    """An organisation that gives guidance, or a fund."""

    kind: Annotated[str, _among("guidance", "fund")]
    name: Words
    task: Words
    page: Page
    source: Source


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """Where a list is published that may not be here."""

    about: Annotated[str, _among(*PAGES)]
    page: Annotated[str, lambda cell: _address(_needed(cell))]
    what: Words
    there_are: Annotated[str, _form(r"\d{1,5}", "a number")]
    """About how many the whole list has; "" where that is not known."""
    counted: Date
    """When that was so."""
    source: Source
