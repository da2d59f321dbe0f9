"""The rows of the tables of partners, each with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.messages.message import Message

ALL_ISSUES = "all"
STATUSES = ("A", "B", "not accredited")
GUIDES = ("guidance", "fund")
PAGES = ("missions", "institution", "mechanism", "un body", "un presence", "treaty body", "special procedure")

SCORES: Mapping[str, Message] = MappingProxyType(
    {
        "parliament": Message("parliament"),
        "judiciary": Message("the judiciary"),
        "civil_society": Message("civil society"),
        "statistics": Message("the office of statistics"),
        "institution": Message("the national human rights institution"),
        "business": Message("business"),
        "agencies": Message("the State agencies concerned"),
        "participation": Message("all together, weighted"),
        "development_goals": Message("integrating the Sustainable Development Goals"),
        "clustering": Message("clustering recommendations"),
        "database": Message("a central database"),
        "monitoring": Message("monitoring implementation"),
        "indicators": Message("indicators of the impact on human rights"),
        "holistic": Message("a holistic approach"),
        "coordination": Message("responsibility for coordination"),
        "total": Message("in total"),
    }
)
"""Columns of the survey of mechanisms for follow-up, with what they give points for."""
TAKING_PART = tuple(SCORES)[:8]
"""Those for who takes part; the others are for what the mechanism does."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    words: Message
    address: str
    """"" for what is not on the web."""
    date: str
    """ISO 8601, a day, month or year; "" for what is not dated."""

    @property
    def year(self) -> int | None:
        """The year that it is of."""
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True)
class Ministry:
    """A portfolio that usually answers for an issue."""

    issue: str
    portfolio: Message
    source: Source


@dataclass(frozen=True, slots=True)
class Institution:
    """A national human rights institution and its accreditation."""

    state: str
    name: str
    status: str
    """One of STATUSES."""
    source: Source


@dataclass(frozen=True, slots=True)
class Mechanism:
    """What a survey says of a State's mechanism for implementation, reporting and follow-up."""

    state: str
    kind: Message
    scores: tuple[tuple[str, str], ...]
    """Name of a column of SCORES and the points given, for those that are given."""
    source: Source


@dataclass(frozen=True, slots=True)
class UnBody:
    """A body or agency of the United Nations."""

    name: Message
    issues: frozenset[str]
    """Names of issues (models.vocabularies.crosswalk), or ALL_ISSUES."""
    task: Message
    page: str
    source: Source


@dataclass(frozen=True, slots=True)
class RegionalBody:
    """A body that a regional organisation set up for its member States."""

    name: Message
    states: frozenset[str]
    """Codes of the States that it is for."""
    issues: frozenset[str]
    """The labels that it works on, as those of a UnBody."""
    task: Message
    page: str
    source: Source


@dataclass(frozen=True, slots=True)
class UnPresence:
    """An office of the High Commissioner for Human Rights in a State."""

    state: str
    presence: Message
    page: str
    source: Source


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """A mandate of the Human Rights Council, on issues or on a State."""

    mandate: Message
    issues: frozenset[str]
    state: str
    """Code of the State for a country mandate; "" for a thematic one."""
    since: str
    """Year in which the mandate was created; "" where the sources at hand do not say."""
    source: Source


@dataclass(frozen=True, slots=True)
class Guide:
    """An organisation that gives guidance, or a fund."""

    kind: str
    """One of GUIDES."""
    name: Message
    task: Message
    page: str
    source: Source


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """Where a list is published that may not be here."""

    about: str
    """One of PAGES."""
    page: str
    what: Message
    there_are: str
    """About how many the whole list has, a number; "" where that is not known."""
    counted: str
    """When that was so, ISO 8601 as `Source.date`; "" for what is not dated."""
    source: Source
