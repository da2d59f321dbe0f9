"""The partners panel: whom an NGO can follow up with on an issue in a State, each with why and how it is known."""

from dataclasses import dataclass
from enum import StrEnum

from models.messages.message import Message
from models.partners.rows import Source
from models.records.records import Recommendation
from models.reviews.states import State


class PartnerKind(StrEnum):
    """Who somebody is, in the order of the panel."""

    RECOMMENDING_STATE = "recommending State"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    INSTITUTION = "national human rights institution"
    MECHANISM = "mechanism for reporting and follow-up"
    UN_BODY = "body of the United Nations"
    UN_PRESENCE = "office of the High Commissioner for Human Rights"
    REGIONAL_BODY = "regional body"
    TREATY_BODY = "treaty body"
    SPECIAL_PROCEDURE = "special procedure"
    NGOS = "coalitions of NGOs"
    MEDIA = "media"
    GUIDANCE = "guidance"
    FUND = "fund for technical assistance"


class Basis(StrEnum):
    """How a line is known."""

    INDEX = "documents of this index"
    TABLE = "dated list"
    SURVEY = "scores of a survey"
    USUAL = "usual, names differ"
    LAW = "law"
    MISSING = "not in this installation"
    BLANK = "to fill in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One line of the panel."""

    kind: PartnerKind
    name: str
    """A Message where the program names it; "" for a blank to fill."""
    why: Message
    basis: Basis
    source: Source | None = None
    """What it is known from; None for a blank to fill, and for a list that is not here."""
    page: str = ""
    """Where the partner, or a list that is missing, is found on the web."""
    published: Message | None = None
    """What that page is, where a list is missing."""
    details: tuple[Message, ...] = ()
    """More on it: status, scores, steps."""
    requests: tuple[Recommendation, ...] = ()
    """The recommendations that the line rests on, the latest review first."""
    state: str = ""
    """Code of a recommending State."""
    committee: str = ""
    """Code of a treaty body."""
    documents: tuple[str, ...] = ()
    """Symbols of documents that the index holds."""


@dataclass(frozen=True, slots=True)
class StatePartners:
    """The panel of one State and one issue."""

    state: State
    issue: str
    """Its name in the crosswalk."""
    caution: Message
    """What comes before any contact."""
    partners: tuple[Partner, ...]
    """In the order of their kinds."""

    def of_kind(self, kind: PartnerKind) -> tuple[Partner, ...]:
        """The lines of one kind."""
        return tuple(partner for partner in self.partners if partner.kind is kind)
