"""What a list of States to approach is asked for and what it answers: frozen values that pages, files, commands show.

What a State said is its recommendation, quoted. That this is on the issue was found by a computer, and is for the
reader to judge; nothing here says that a State asked for something.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models.records.records import Recommendation
from models.reviews.states import State
from search.datamodel.strengths import Strength

Order = Literal["said", "likely"]
"""By what States said, the nearest to the issue first; by a formula on past reviews."""


@dataclass(frozen=True, slots=True)
class LobbyingQuestion:
    """Which States to approach on an issue, which is given in one of three ways, in the review of a State."""

    state: str
    """Code or name of the State under review."""
    text: str = ""
    """The issue in the user's own words."""
    label: str | None = None
    """An issue label of UPR Info's, instead of the text."""
    records: tuple[str, ...] = ()
    """Ids of recommendations, instead of text and label: these and what is similar to them."""
    before_session: int | None = None
    """Only earlier sessions are known; None: all that are indexed."""
    written_in: str | None = None
    """ISO code of the text's language; None: it is detected."""


class Evidence(StrEnum):
    """The recommendations behind one number of a State on the list."""

    HERE = "here"
    """To the State under review, found on the issue, surely or probably."""
    HERE_PERHAPS = "here-perhaps"
    """To the State under review, and perhaps on the issue."""
    HERE_ANYTHING = "here-anything"
    """To the State under review, on anything."""
    OTHERS = "others"
    """To other States, found on the issue."""
    ON_ISSUE = "on-issue"
    ALL = "all"
    RETURNED = "returned"
    """Made to it by the State under review, on anything."""


@dataclass(frozen=True, slots=True)
class EvidenceOf:
    """A number of the list, for the recommendations behind it."""

    evidence: Evidence
    recommending: str | None = None
    """Code of the State that the number is of; None: of all States together."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One number of the formula for one State."""

    number: float
    """The number."""
    points: float
    """What it adds to the promise."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The recommendation of a State that is nearest to the issue."""

    record: Recommendation
    """What its document prints, with where it stands and how it was answered."""
    place: int
    """Of the State in the order by what States said, from 1."""
    strength: Strength
    """How surely the program found it to be on the issue."""

    @property
    def is_to_read(self) -> bool:
        """Whether it is only perhaps on the issue."""
        return self.strength not in ("exact", "strong", "likely")


@dataclass(frozen=True, slots=True)
class LobbyingTarget:
    """A recommending State, with what it said and why it may speak."""

    state: State
    rank: int
    """Its place in the order by a formula on past reviews, from 1."""
    nearest: Nearest
    promise: float
    """The sum of the points of its reasons."""
    reasons: Mapping[str, Reason]
    """By number of the formula."""
    counts: Mapping[Evidence, int]
    """How many recommendations each kind of evidence holds."""
    share: float
    """Of all its recommendations, what was found on the issue, 0 to 1."""
    average_share: float
    """Of all States' recommendations, what was found on the issue, 0 to 1."""

    @property
    def is_near(self) -> bool:
        """Whether it is in the regional group of the State under review."""
        return bool(self.reasons["same_group"].number)


@dataclass(frozen=True, slots=True)
class LobbyingList:
    """Which States to approach on an issue in the review of a State."""

    question: LobbyingQuestion
    state: State
    session: int
    """The session that the list is for: only earlier ones are known to it."""
    targets: tuple[LobbyingTarget, ...]
    """Every member and observer State of which something was found, save the State itself, by `rank`."""
    on_issue: int
    """Recommendations found on the issue, to whatever State."""
    here: int
    """Those to this State."""
    here_perhaps: int
    """Further recommendations to this State, which may be on the issue."""
    here_anything: int
    """Recommendations to this State, on anything."""
    sessions: tuple[int, ...]
    """Sessions of the reviews in which it received them, ascending."""
    notes: tuple[str, ...] = ()
    """Sentences for the user."""

    def in_order(self, order: Order) -> tuple[LobbyingTarget, ...]:
        """The States by a formula on past reviews, or by what they said, what is only perhaps on the issue last."""
        if order == "likely":
            return self.targets
        return tuple(sorted(self.targets, key=lambda target: target.nearest.place))


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Recommendations behind one number."""

    evidence: Evidence
    state: State
    """The State under review."""
    recommending: State | None
    """The State that the number is of; None: of all together."""
    total: int
    records: tuple[Recommendation, ...]
    """The part asked for, later sessions first."""
