"""Which States are most likely to speak on an issue to a State under review: named numbers, and points for each.

A State's promise is the sum of its points. The unit is what a State gains that speaks twice as much as another and
is like it in all else; most numbers count by their doublings, because twenty asks are not twenty times the promise
of one:

    expected            points * log2(1 + times * asks on the issue that it may be expected to make in one review)
    care                points * log2(share of its requests that is on the issue : all States' share)
    asked_here          points * log2(1 + times * asks on the issue that it made to this State)
    leaning             points * log2(share of its requests to this State's regional group : all States' share)
    leaning_on_issue    the same among the requests on the issue to other States than this one
    same_group          points, if it is in this State's regional group
    asked_by            points * log2(1 + times * asks that this State made to it)

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
from functools import partial
from typing import NamedTuple

import numpy as np

from models.reviews.sessions import REVIEWS_A_SESSION, years_to_next_session
from search.catalogue.entries import Mask
from search.catalogue.sponsorships import Indices, PerSession, PerState, Requests
from search.evidence import Evidence, Feature, WeightedSum
from search.numbers import LOBBYING
from search.stages import Stage, passed_through


@dataclass(frozen=True, slots=True)
class Term:
    """One number of the formula and what it is worth."""

    points: float
    doublings: Callable[[PerState], PerState]


def _term(name: str) -> Term:
    times = LOBBYING.times.get(name)
    doublings = np.log2 if times is None else lambda requests: np.log2(1 + times * requests)
    return Term(LOBBYING.points[name], (lambda is_in_it: is_in_it) if name == "same_group" else doublings)


TERMS = {name: _term(name) for name in LOBBYING.points}
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
    known = requests.only(on_issue[requests.session[on_issue] < session])
    pairs = _Asked(requests, known, state, session)
    found = passed_through(lobbying_stages(), Evidence(pairs))
    numbers = {name: found[name] for name in TERMS}
    points = {name: term.points * found[_doublings_of(name)] for name, term in TERMS.items()}
    return RankedTargets(numbers, points, found["promise"])


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What States asked before a session; features have one number for each State."""

    requests: Requests
    on_issue: Requests
    state: int
    """Under review, by number."""
    session: int

    def weights(self, half_life: float) -> PerSession:
        """What a request of each session counts."""
        return _weights(_ages(self.requests, self.session), half_life)

    def shares(self) -> "_Shares":
        """Which share of what each State asks is on the issue."""
        lasting = self.weights(LOBBYING.lasting_half_life)
        made_on_issue, _ = _weighted(self.on_issue, self.state, lasting)
        made, _ = _weighted(self.requests, self.state, lasting)
        return _smoothed_share(made_on_issue, made, LOBBYING.smoothed_by)

    def leaning(self, requests: Requests, smoothed_by: float) -> PerState:
        """To this State's regional group, of some requests, in multiples of all States' share."""
        made, made_near = _weighted(requests, self.state, self.weights(LOBBYING.lasting_half_life))
        return _smoothed_share(made_near, made, smoothed_by).as_multiples()


def lobbying_stages() -> tuple[Stage[Evidence[_Asked]], ...]:
    """From what States asked before to the promise of each: the numbers, their doublings, and the sum of the points."""
    doublings = (Feature(_doublings_of(name), partial(_doubled, name, term.doublings)) for name, term in TERMS.items())
    points = {_doublings_of(name): term.points for name, term in TERMS.items()}
    return (
        Feature("care", lambda found: found.pairs.shares().as_multiples()),
        Feature("expected", _expected),
        Feature("asked_here", lambda found: found.pairs.on_issue.only(_is_here(found.pairs)).made()),
        Feature("leaning", lambda found: found.pairs.leaning(found.pairs.requests, LOBBYING.leaning_smoothed_by)),
        Feature("leaning_on_issue", _leaning_on_issue),
        Feature("same_group", lambda found: found.pairs.requests.near(found.pairs.state).astype(np.float64)),
        Feature("asked_by", lambda found: _made_by(found.pairs).received()),
        *doublings,
        WeightedSum("promise", points),
    )


def _doublings_of(name: str) -> str:
    return f"{name}, doublings"


def _doubled(name: str, doublings: Callable[[PerState], PerState], found: Evidence[_Asked]) -> PerState:
    return doublings(found[name])


def _is_here(asked: _Asked) -> Mask:
    return np.asarray(asked.on_issue.under_review == asked.state)


def _expected(found: Evidence[_Asked]) -> PerState:
    asked = found.pairs
    return _requests_per_review(asked.requests, asked.weights(LOBBYING.recent_half_life)) * asked.shares().smoothed


def _leaning_on_issue(found: Evidence[_Asked]) -> PerState:
    asked = found.pairs
    to_others = asked.on_issue.only(~_is_here(asked))
    return asked.leaning(to_others, LOBBYING.leaning_on_issue_smoothed_by)


def _made_by(asked: _Asked) -> Requests:
    """What the State under review asked of others before."""
    requests = asked.requests
    made = (requests.recommending == asked.state) & (requests.session < asked.session)
    return requests.only(np.flatnonzero(made))


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
