"""What a lobbying list is asked for and what it answers: frozen values that pages, exports and commands show."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State

View = Literal["asked", "perhaps", "prospect", "silent"]
"""Recommendations to this State were found that are probably on the issue or surely; only such that may be; only such
to others; none to anybody."""


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
    """On the issue, to the State under review."""
    HERE_PERHAPS = "here-perhaps"
    """To the State under review, and perhaps on the issue: to be read before anything is said of it."""
    HERE_SUPPORTED = "here-supported"
    HERE_NOTED = "here-noted"
    HERE_ANYTHING = "here-anything"
    """To the State under review, on anything: those among which none on the issue was found, where `HERE` is 0."""
    OTHERS = "others"
    """On the issue, to other States."""
    ON_ISSUE = "on-issue"
    SPECIFIC = "specific"
    """On the issue, and asking for a specific action."""
    SUPPORTED = "supported"
    """On the issue, and supported by the State that it was made to."""
    NOTED = "noted"
    NEAR_ON_ISSUE = "near-on-issue"
    """On the issue, to other States of the regional group of the State under review."""
    NEAR = "near"
    """On anything, to States of that group."""
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
class LobbyingTarget:
    """A recommending State, and why it may or may not take the issue up."""

    state: State
    rank: int
    """Its place in the order of promise of all States, from 1."""
    place: int
    """The same among the States of its view: the suggested priority that is shown."""
    promise: float
    """The sum of the points of its reasons."""
    reasons: Mapping[str, Reason]
    """By number of the formula."""
    counts: Mapping[Evidence, int]
    """How many recommendations each kind of evidence holds."""
    with_category: int
    """How many of its recommendations on the issue have an action category."""
    sessions_here: tuple[int, ...]
    """Sessions in which it asked this State on the issue, ascending."""
    states_asked: int
    """How many other States it asked on the issue."""
    last_session: int | None
    """The last session in which it made any recommendation."""
    average_share: float
    """The share of all States' recommendations that is on the issue, 0 to 1."""

    @property
    def view(self) -> View:
        """`asked`: it made recommendations to the State that are probably on the issue or surely; `perhaps`: only such
        as may be; `prospect`: to others only; `silent`: none."""
        return view_of(self.counts)

    @property
    def last_asked_here(self) -> int | None:
        """The last session in which it asked this State on the issue."""
        return self.sessions_here[-1] if self.sessions_here else None

    @property
    def cycles_here(self) -> tuple[int, ...]:
        """The cycles in which it asked this State on the issue: more than one where it asked again."""
        return tuple(sorted({cycle_of_session(session) for session in self.sessions_here}))

    @property
    def share(self) -> float:
        """The share of all its recommendations that is on the issue, 0 to 1."""
        return self.counts[Evidence.ON_ISSUE] / self.counts[Evidence.ALL] if self.counts[Evidence.ALL] else 0.0

    @property
    def times_average(self) -> float:
        """That share as a multiple of the average; 0 where there is nothing on the issue."""
        return self.share / self.average_share if self.average_share else 0.0


def view_of(counts: Mapping[Evidence, int]) -> View:
    """Where a State is listed that made so many recommendations of each kind."""
    if counts[Evidence.HERE]:
        return "asked"
    if counts[Evidence.HERE_PERHAPS]:
        return "perhaps"
    return "prospect" if counts[Evidence.OTHERS] else "silent"


@dataclass(frozen=True, slots=True)
class LobbyingList:
    """Which States to approach on an issue in the review of a State."""

    question: LobbyingQuestion
    state: State
    session: int
    """The session that the order is for: only earlier ones are known to it."""
    targets: tuple[LobbyingTarget, ...]
    """Every member and observer State that ever made a recommendation, save the State itself, the most promising
    first."""
    on_issue: int
    """Recommendations on the issue, to whatever State."""
    here: int
    """Those to this State."""
    here_perhaps: int
    """Further recommendations to this State, which may be on the issue."""
    here_labelled: int
    """Those of them that a search with the same words does not list: they have an issue label of it, and no more."""
    here_anything: int
    """Recommendations to this State, on anything."""
    sessions: tuple[int, ...]
    """Sessions of the reviews in which it received them, ascending."""
    wording: tuple[Recommendation, ...]
    """Model wording: recommendations that other States supported, the specific ones first, then the nearest."""
    notes: tuple[str, ...] = ()
    """Sentences for the user."""
    is_certain: bool = True
    """Whether what is on the issue is so probably or surely; false where nothing surer than "may be" can be said."""

    def view(self, view: View) -> tuple[LobbyingTarget, ...]:
        """The States of one view, the most promising first."""
        return tuple(target for target in self.targets if target.view == view)


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
