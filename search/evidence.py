"""What speaks for pairs of a question and texts, found out by stages.

What treaty bodies say, what documents report, threads and States to approach are each a list of the same three stages:

    Feature       something that is known of each pair
    WeightedSum   a score of several of them
    Likelihood    the probability that follows from a curve over some
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

import numpy as np

from search.datamodel.logistic import Floats, Logistic

Pairs = TypeVar("Pairs")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence(Generic[Pairs]):
    """Some pairs on their way through the stages."""

    pairs: Pairs
    """What is compared."""
    features: Mapping[str, Floats] = field(default_factory=dict)
    """By name, one number for each pair; arrays of one shape."""

    def __getitem__(self, name: str) -> Floats:
        return self.features[name]

    def having(self, name: str, values: Floats) -> "Evidence[Pairs]":
        """The pairs with one feature more, or another one of that name."""
        return replace(self, features={**self.features, name: values})


@dataclass(frozen=True, slots=True)
class Feature(Generic[Pairs]):
    """Something that is known of each pair."""

    name: str
    read_from: Callable[[Evidence[Pairs]], Floats]
    """Where it is read from."""

    def apply(self, evidence: Evidence[Pairs]) -> Evidence[Pairs]:
        """With this feature."""
        return evidence.having(self.name, self.read_from(evidence))


@dataclass(frozen=True, slots=True)
class WeightedSum(Generic[Pairs]):
    """A score of several features."""

    name: str
    weights: Mapping[str, float]
    """By feature, in the order in which they are added: sums in another order differ in their last digits."""

    def apply(self, evidence: Evidence[Pairs]) -> Evidence[Pairs]:
        """With the sum."""
        total: float | Floats = 0.0
        for feature, weight in self.weights.items():
            total = total + weight * evidence[feature]
        return evidence.having(self.name, np.asarray(total))


@dataclass(frozen=True, slots=True)
class Likelihood(Generic[Pairs]):
    """The probability that a pair belongs together."""

    curve: Logistic | None
    """Over some features; None where nothing is known of how sure they make it: then the score alone orders."""
    score: str = "score"
    name: str = "relevance"

    def apply(self, evidence: Evidence[Pairs]) -> Evidence[Pairs]:
        """With the probability, 0 to 1, or the score."""
        if self.curve is None:
            return evidence.having(self.name, evidence[self.score])
        known = {feature: evidence[feature] for feature in self.curve.weights}
        return evidence.having(self.name, self.curve.probability(**known))
