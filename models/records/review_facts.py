"""What the report of a review says of how it was held, and when the State answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.records.records import Place


class FactKind(StrEnum):
    """What is said. The values stand in the catalogue as roles of a review's sources."""

    TROIKA = "troika"
    """Code of a State of the group of rapporteurs; one fact for each."""
    HEAD_OF_DELEGATION = "head of delegation"
    """Name and office of who headed the delegation of the State under review, as printed."""
    DELEGATIONS = "delegations"
    """How many delegations spoke."""
    ANSWER_DUE = "answer due"
    """Until when the State answers; see `AnswerDue.as_text`."""


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """One thing that is said, and where."""

    kind: FactKind
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """A session of the Human Rights Council no later than which the State under review answers."""

    council_session: int
    """Its number."""
    first_day: date | None = None
    """Of that session, or of the months that the report names; None where it says neither."""
    last_day: date | None = None
    """The last of them."""
    is_month: bool = False
    """Whether only months are named."""

    @property
    def as_text(self) -> str:
        """What `answer_due_in` reads again: "63 2026-09-07 2026-10-09", "26 2014-06-01 2014-06-30 month", "63"."""
        days = (day.isoformat() for day in (self.first_day, self.last_day) if day)
        return " ".join((str(self.council_session), *days, *(("month",) if self.is_month else ())))


def answer_due_in(text: str) -> AnswerDue:
    """What `AnswerDue.as_text` wrote."""
    session, *days = text.split()
    is_month = days[-1:] == ["month"]
    first, last = (date.fromisoformat(day) for day in days[:2]) if days else (None, None)
    return AnswerDue(int(session), first, last, is_month)


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """All facts of one review."""

    facts: tuple[ReviewFact, ...] = ()

    def of(self, kind: FactKind) -> tuple[ReviewFact, ...]:
        """Those of one kind, in printed order."""
        return tuple(fact for fact in self.facts if fact.kind is kind)

    @property
    def troika(self) -> tuple[str, ...]:
        """Codes of the States that were its rapporteurs; none where the report is not indexed or does not say it."""
        return tuple(fact.words for fact in self.of(FactKind.TROIKA))

    @property
    def head_of_delegation(self) -> str:
        """Who headed the State's delegation, as the report prints it; none where it does not say it."""
        return next((fact.words for fact in self.of(FactKind.HEAD_OF_DELEGATION)), "")

    @property
    def delegations(self) -> int | None:
        """How many delegations spoke."""
        return next((int(fact.words) for fact in self.of(FactKind.DELEGATIONS)), None)

    @property
    def answer_due(self) -> AnswerDue | None:
        """Until when the State was to answer, as the report says; the last session, where lists name several."""
        due = [answer_due_in(fact.words) for fact in self.of(FactKind.ANSWER_DUE)]
        return max(due, key=lambda each: each.council_session, default=None)

    @property
    def stated_in(self) -> Mapping[FactKind, Place]:
        """Where each of these stands: by `troika`, `head of delegation`, `delegations`, `answer due`."""
        return {kind: place for kind in FactKind if (place := self.place_of(kind)) is not None}

    def place_of(self, kind: FactKind | str) -> Place | None:
        """Where a kind of fact stands first."""
        return next((fact.place for fact in self.facts if fact.kind == kind), None)
