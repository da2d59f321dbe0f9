"""From how people tell an issue to how recommendations word it, in vector space.

"Girls are married off at thirteen" lies far from "Raise the minimum age of marriage". Some thousand issues told in
everyday words, each with requests in the words of recommendations (benches/example_issues.tsv, all invented), show the
way: a query's vector moves towards the requests of the example issues nearest to it, then towards the requests nearest
to where it is (Rocchio's feedback, with weights as in H. Li et al., "Pseudo Relevance Feedback with Deep Language
Models and Dense Retrievers", 2023):

    moved = normalised((1 - share) * query + share * normalised(sum of weight * vector))

The texts of an index have no part in it, so how relevant a text is does not depend on what else is indexed: a folder of
ten reports answers as one of thousands does.

The asks about a query also tell which of UPR Info's issue labels it likely has (search/match/labels.py).

The vectors are those of the default encoder, and in a file of their own those of the accurate one; the labels are those
of the classifier, which reads the default encoder's vectors alone. benches/fit_example_issues.py writes both.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors, VectorSpace, accurate_space, default_space
from models.encoders.unit_vectors import unit, units

FILE, ACCURATE_FILE = "example_issues.npz", "example_issues_accurate.npz"
KEPT = ("issues", "asks", "first_asks", "labels", "ask_labels")
"""Their arrays, beside the name of the vector space."""
SHARPNESS = 0.03
"""Difference in cosine over which the say of a example issue, or of a request, falls to 1/e."""
NEAR_REQUESTS = 10
DENSITY_REQUESTS = 80
LABEL_SHARPNESS = 0.07
"""As SHARPNESS, for what a request says of labels."""
MAIN_LABEL = 0.4
"""A query whose nearest requests have a label as likely as this is told to be on it, if they are near."""
FAR, NEAR = 0.2, 0.5
"""Highest cosine of a query to any example issue or request: below FAR nothing is trusted, above NEAR all of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What the asks about a query say of it."""

    density: float
    """How near they lie: the mean cosine of the DENSITY_REQUESTS nearest."""
    labels: Vectors
    """(labels): how likely each issue label is for a request there, 0 to 1."""
    main_labels: tuple[str, ...]
    """The labels that it is likely on."""


@dataclass(frozen=True, slots=True, eq=False)
class ExampleIssues:
    """Example issues and their requests, as unit vectors."""

    issues: Vectors
    """(issues, dimension)"""
    centres: Vectors
    """(issues, dimension): the direction of the requests of each."""
    requests: Vectors
    """(asks, dimension)"""
    labels: tuple[str, ...]
    """UPR Info's issue labels."""
    request_labels: Vectors
    """(asks, labels): how likely a request has each, 0 to 1; 0 for one that the classifier does not give."""

    def expanded(self, query: Vectors, issue_share: float, request_share: float, rounds: int) -> Vectors:
        """The query's unit vector moved towards the requests of the issues nearest to it, then, in some `rounds`, to
        the requests nearest to where it is; by these shares of 0 to 1 at most."""
        moved = start = _expanded_by(query, query @ self.issues.T, self.centres, issue_share)
        for _ in range(rounds):
            moved = self.expanded_by_requests(start, moved, request_share)
        return moved

    def expanded_by_requests(self, vector: Vectors, seen_from: Vectors, share: float) -> Vectors:
        """A unit vector moved towards the requests nearest to another one, or to itself, by at most a `share` of 0 to
        1."""
        cosines = self.requests @ seen_from
        near = np.argpartition(-cosines, NEAR_REQUESTS)[:NEAR_REQUESTS]
        return _expanded_by(vector, cosines[near], self.requests[near], share)

    def about(self, query: Vectors) -> Surroundings:
        """What the asks about a query's unit vector say of it, the nearer ones more."""
        cosines = self.requests @ query
        near = np.argpartition(-cosines, DENSITY_REQUESTS)[:DENSITY_REQUESTS]
        weights = _weights(cosines[near], LABEL_SHARPNESS)
        likely = weights @ self.request_labels[near] / weights.sum()
        main = np.flatnonzero(likely >= MAIN_LABEL).tolist() if cosines[near].max() >= NEAR else []
        return Surroundings(float(cosines[near].mean()), likely, tuple(self.labels[label] for label in main))


def _expanded_by(query: Vectors, cosines: Vectors, towards: Vectors, share: float) -> Vectors:
    trust = share * float(np.clip((cosines.max() - FAR) / (NEAR - FAR), 0.0, 1.0))
    return unit((1 - trust) * query + trust * unit(_weights(cosines, SHARPNESS) @ towards))


def _weights(cosines: Vectors, sharpness: float) -> Vectors:
    """What each has to say: 1 for the nearest, the less the farther."""
    return np.asarray(np.exp((cosines - cosines.max()) / np.float32(sharpness)))


@cache
def example_issues(space: VectorSpace) -> ExampleIssues | None:
    """The example issues in the vector space of an index; none in the space of a model that the program does not know.

    In that of the accurate model they have no labels.
    """
    file_name = {default_space(): FILE, accurate_space(): ACCURATE_FILE}.get(space)
    if file_name is None:
        return None
    with resources.files("models.encoders").joinpath(file_name).open("rb") as file, np.load(file) as arrays:
        issues, requests, first_requests, labels, request_labels = (arrays[name] for name in KEPT)
    return from_whole_numbers(
        issues, requests, first_requests, tuple(filter(None, str(labels).split("\n"))), request_labels
    )


def from_whole_numbers(
    issues: NDArray[np.int8],
    requests: NDArray[np.int8],
    first_requests: NDArray[np.int32],
    labels: tuple[str, ...],
    request_labels: NDArray[np.uint8],
) -> ExampleIssues:
    """From the vectors as they are kept: their numbers times a constant, rounded; likelihoods of labels times 255.

    `first_requests` holds, for each issue, where its requests begin among all requests; they go on to where the next
    one's begin.
    """
    unit_requests = units(requests.astype(np.float32))
    centres = units(np.add.reduceat(unit_requests, first_requests))
    likelihoods = request_labels.astype(np.float32) / np.float32(255)
    return ExampleIssues(units(issues.astype(np.float32)), centres, unit_requests, labels, likelihoods)
