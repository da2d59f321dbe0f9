"""What the index holds on States, one by one, and on one State and one issue: frozen values, shown as they are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.records.enums import Position
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.review_history import ReviewHistory, history_of
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State
from models.vocabularies.mechanisms import Mechanism
from search.datamodel.observations import ObservingDocument
from search.datamodel.tally import Counted
from search.datamodel.threads import SimilarInReview

IssueField = Literal["label", "theme"]
"""The field of `Filters` that an issue is a value of."""


@dataclass(frozen=True, slots=True)
class CountedReview:
    """One review of which something is indexed."""

    session: int
    positions: Mapping[Position, int]
    """How many recommendations have each position that occurs; none where only other records are known of it."""

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def recommendations(self) -> int:
        """How many recommendations there are."""
        return sum(self.positions.values())


@dataclass(frozen=True, slots=True)
class ReviewedState:
    """A State that is reviewed, whether a review of it is indexed or not."""

    state: State
    reviews: tuple[CountedReview, ...]
    """Those of which something is indexed, earliest first."""

    @property
    def positions(self) -> Mapping[Position, int]:
        """The recommendations of all reviews by position, in the order of positions."""
        return {position: sum(review.positions.get(position, 0) for review in self.reviews) for position in Position}

    def history(self, today: date) -> ReviewHistory:
        """The reviews that took place to a day."""
        return history_of(self.state.code, self.sessions, today, ordered=not self.state.invented)

    @property
    def recommendations(self) -> int:
        """How many recommendations it received."""
        return sum(review.recommendations for review in self.reviews)

    @property
    def sessions(self) -> tuple[int, ...]:
        """Those of the reviews of which recommendations are indexed."""
        return tuple(review.session for review in self.reviews if review.recommendations)


@dataclass(frozen=True, slots=True)
class IssueReview:
    """What one review of a State holds on an issue."""

    session: int
    recommendations: tuple[Recommendation, ...]
    commitments: tuple[Commitment, ...]
    all_recommendations: int
    """How many the review has, on whatever issue."""
    is_labelled: bool
    """Whether any of these has a label of the kind that the issue is found by: if none has, no zero is known."""

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def positions(self) -> Mapping[Position, int]:
        """How many of the recommendations on the issue have each position, in the order of positions."""
        counted = Counter(record.position for record in self.recommendations)
        return {position: counted[position] for position in Position}


@dataclass(frozen=True, slots=True)
class IssueObservation:
    """A paragraph in which a treaty body speaks to a State on an issue."""

    record: Observation
    themes: tuple[str, ...]
    """Those of its themes (UHRI) that belong to the issue; none where its words alone point to it."""

    @property
    def mechanism(self) -> Mechanism:
        """What kind of body speaks."""
        return self.record.mechanism


@dataclass(frozen=True, slots=True)
class StateIssue:
    """What is indexed on one State and one issue."""

    reviews: tuple[IssueReview, ...]
    """All reviews of the State in the index, earliest first, whether anything in them is on the issue or not."""
    similar_before: Mapping[str, SimilarInReview]
    """By the id of a recommendation, what is like it in the review before; of those that could be compared."""
    recommending: tuple[Counted, ...]
    """The States that made the recommendations, most frequent first."""
    observations: tuple[IssueObservation, ...]
    """What treaty bodies told the State on it, the newest first."""
    observing: tuple[ObservingDocument, ...]
    """All concluding observations on the State that are indexed: "nothing found" must say what was searched."""
    elsewhere: int
    """How many recommendations to other States are on the issue."""

    @property
    def total(self) -> int:
        """How many recommendations to the State are on the issue."""
        return sum(len(review.recommendations) for review in self.reviews)

    @property
    def positions(self) -> Mapping[Position, int]:
        """How many recommendations have each position, in the order of positions."""
        return {position: sum(review.positions[position] for review in self.reviews) for position in Position}
