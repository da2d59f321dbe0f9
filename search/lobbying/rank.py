"""Which States are most likely to take an issue up with a State under review: named numbers, and points for each.

A State's promise is the sum of its points. The unit is what a State gains that speaks twice as much as another and
is like it in all else; most numbers count by their doublings, because twenty asks are not twenty times the promise
of one:

    expected            points * log2(1 + 100 * asks on the issue that it may be expected to make in one review)
    care                points * log2(share of its requests that is on the issue : all States' share)
    asked_here          points * log2(1 + 2 * asks on the issue that it made to this State)
    leaning             points * log2(share of its requests to this State's regional group : all States' share)
    leaning_on_issue    the same among the requests on the issue to other States than this one
    same_group          points, if it is in this State's regional group
    asked_by            points * log2(1 + asks that this State made to it)

What is expected is its requests per review of late, times the share of its requests that is on the issue. Older asks
count less: by half with every four months for "of late", by half with every year for shares. A session counts for as
much time as of its reviews is known: where one State alone was reviewed in a late session, all that is known of the
others stays as recent as it was. Shares are smoothed towards all States' by a number of requests of the average kind,
so that a State with two requests, both on the issue, does not come first.

The points are the coefficients of a logistic regression (benches/lobbying.py) on whether a State made a
recommendation on a label to a State reviewed in sessions 13-16, from what sessions 1-12 and those before the
review's had shown, rounded; sessions 17-20 tested them (docs/lobbying.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from models.reviews.sessions import REVIEWS_A_SESSION, years_to_next_session
from search.catalogue.sponsorships import Indices, PerSession, PerState, Requests

RECENT_HALF_LIFE = 1 / 3
"""In years."""
LASTING_HALF_LIFE = 1.0
SMOOTHED_BY = 20.0
"""Asks of the average kind that a State's share on the issue is smoothed by."""
LEANING_SMOOTHED_BY = 10.0
LEANING_ON_ISSUE_SMOOTHED_BY = 3.0


@dataclass(frozen=True, slots=True)
class Term:
    """One number of the formula and what it is worth."""

    points: float
    doublings: Callable[[PerState], PerState]


TERMS: dict[str, Term] = {
    "expected": Term(1.0, lambda requests: np.log2(1 + 100 * requests)),
    "care": Term(0.4, np.log2),
    "asked_here": Term(0.7, lambda requests: np.log2(1 + 2 * requests)),
    "leaning": Term(0.45, np.log2),
    "leaning_on_issue": Term(0.25, np.log2),
    "same_group": Term(0.2, lambda is_in_it: is_in_it),
    "asked_by": Term(0.25, lambda requests: np.log2(1 + requests)),
}
"""In the order in which pages explain them."""


@dataclass(frozen=True, slots=True, eq=False)
class RankedTargets:
    """All States, by number, before those that are no candidates are left out."""

    numbers: dict[str, PerState]
    """By name of the term."""
    points: dict[str, PerState]
    promise: PerState
    """The sum of the points."""


def rank_targets(requests: Requests, on_issue: Indices, state: int, session: int) -> RankedTargets:
    """The numbers, points and promise of every State, for a review of `state` in `session`.

    `on_issue` tells where the requests on the issue stand; only asks of earlier sessions are known.
    """
    numbers = _numbers(requests, on_issue, state, session)
    points = {name: term.points * term.doublings(numbers[name]) for name, term in TERMS.items()}
    return RankedTargets(numbers, points, np.sum(list(points.values()), axis=0))


def _numbers(requests: Requests, on_issue: Indices, state: int, session: int) -> dict[str, PerState]:
    requests_on_issue = requests.only(on_issue[requests.session[on_issue] < session])
    is_here = requests_on_issue.under_review == state
    ages = _ages(requests, session)
    lasting = _weights(ages, LASTING_HALF_LIFE)
    made, made_near = _weighted(requests, state, lasting)
    made_on_issue, _ = _weighted(requests_on_issue, state, lasting)
    share = _smoothed_share(made_on_issue, made, SMOOTHED_BY)
    leaning = _smoothed_share(made_near, made, LEANING_SMOOTHED_BY)
    to_others, to_others_near = _weighted(requests_on_issue.only(~is_here), state, lasting)
    leaning_on_issue = _smoothed_share(to_others_near, to_others, LEANING_ON_ISSUE_SMOOTHED_BY)
    return {
        "expected": _requests_per_review(requests, _weights(ages, RECENT_HALF_LIFE)) * share.smoothed,
        "care": share.as_multiples(),
        "asked_here": requests_on_issue.only(is_here).made(),
        "leaning": leaning.as_multiples(),
        "leaning_on_issue": leaning_on_issue.as_multiples(),
        "same_group": requests.near(state).astype(np.float64),
        "asked_by": _made_by(requests, state, session).received(),
    }


def _made_by(requests: Requests, state: int, session: int) -> Requests:
    return requests.only(np.flatnonzero((requests.recommending == state) & (requests.session < session)))


def _weighted(requests: Requests, state: int, weights: PerSession) -> tuple[PerState, PerState]:
    """The requests that each State made, and those to the regional group of `state`, older ones counting less."""
    counted = requests.by_group_and_session
    by_group = counted @ weights[: counted.shape[2]]
    group = requests.groups[state]
    return by_group.sum(axis=1), by_group[:, group] if group >= 0 else np.zeros(len(by_group))


def _requests_per_review(requests: Requests, weights: PerSession) -> PerState:
    """How much each State speaks, of late."""
    made = requests.by_group_and_session.sum(axis=1)
    reviews = float(requests.reviews_by_session @ weights)
    return made @ weights / reviews if reviews else np.zeros(len(made))


def _ages(requests: Requests, session: int) -> PerSession:
    """How many years before `session` each session from 0 was; infinite from that session on.

    The time from a session to the next counts by the share of its reviews that is known.
    """
    reviews = requests.reviews_by_session
    known = np.minimum(reviews / REVIEWS_A_SESSION, 1.0)
    passed = known * [years_to_next_session(number) for number in range(len(reviews))]
    ages = np.full(len(reviews), np.inf)
    ages[:session] = np.cumsum(passed[:session][::-1])[::-1]
    return ages


def _weights(ages: PerSession, half_life: float) -> PerSession:
    """What a request of each session counts: nothing from the session on that is ranked for."""
    return np.asarray(0.5 ** (ages / half_life))


class _Shares(NamedTuple):
    smoothed: PerState
    average: float

    def as_multiples(self) -> PerState:
        """Of the average; 1 where no State has any."""
        return self.smoothed / self.average if self.average else np.ones(len(self.smoothed))


def _smoothed_share(made: PerState, all_made: PerState, smoothed_by: float) -> _Shares:
    """Which share of its requests is of a kind; a State without asks has all States' share."""
    average = float(made.sum()) / float(all_made.sum()) if all_made.any() else 0.0
    return _Shares((made + smoothed_by * average) / (all_made + smoothed_by), average)
