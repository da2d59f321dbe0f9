"""States and other entities that occur in UN documents, and the names that documents give them."""

from dataclasses import dataclass
from enum import StrEnum


class StateKind(StrEnum):
    """Members are reviewed and recommend; observers only recommend; others occur in treaty-body data."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER = "other"


class RegionalGroup(StrEnum):
    """The UN's regional groups of Member States."""

    AFRICA = "African Group"
    ASIA_PACIFIC = "Asia-Pacific Group"
    EASTERN_EUROPE = "Eastern European Group"
    LATIN_AMERICA = "Latin American and Caribbean Group"
    WESTERN_EUROPE = "Western European and Others Group"


@dataclass(frozen=True, slots=True)
class State:
    """One State or entity."""

    code: str
    """ISO 3166 alpha-3; invented States of a sample have codes of their own ("XAA")."""
    name: str
    """Today's short name, for pages ("Türkiye")."""
    kind: StateKind
    regional_group: str | None
    """A RegionalGroup, a group that a sample defines, or None."""
    invented: bool = False


class StateTable:
    """All States that a run knows, by code and by any name that documents print."""
