"""The rows of the tables of partners, each with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.messages import Message

ALL_ISSUES = "all"
STATUSES = ("A", "B", "not accredited")
GUIDES = ("guidance", "fund")
PAGES = ("missions", "institution", "mechanism", "un body", "un presence", "treaty body", "special procedure")

SCORES: Mapping[str, Message] = MappingProxyType(
    {
        "parliament": Message("Parliament takes part"),
        "judiciary": Message("The judiciary takes part"),
        "civil_society": Message("Civil society takes part"),
        "statistics": Message("The office of statistics takes part"),
        "institution": Message("The national human rights institution takes part"),
        "business": Message("Business takes part"),
        "agencies": Message("State agencies concerned take part"),
        "participation": Message("Participation, weighted"),
        "development_goals": Message("Sustainable Development Goals are integrated"),
        "clustering": Message("Recommendations are clustered"),
        "database": Message("Central database"),
        "monitoring": Message("Implementation is monitored"),
        "indicators": Message("Indicators of human rights impact"),
        "holistic": Message("Holistic approach"),
        "coordination": Message("Responsible for coordination"),
        "total": Message("All points"),
    }
)
"""Columns of the survey of mechanisms for follow-up, with what they count."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    words: Message
    address: str
    """"" for what is not on the web."""
    date: str
    """ISO 8601, a day, month or year; "" for what is not dated."""


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
    source: Source
