"""From how people tell an issue to how recommendations word it, in vector space.

"Girls are married off at thirteen" lies far from "Raise the minimum age of marriage". Some thousand issues told in
everyday words, each with requests in the words of recommendations (benches/example_issues.tsv, all invented), show the
way: a query's vector moves towards the requests of the example issues nearest to it, then towards the requests nearest
to where it is then (Rocchio's feedback, with weights as in H. Li et al., "Pseudo Relevance Feedback with Deep Language
Models and Dense Retrievers", 2023):

    moved = normalised((1 - share) * query + share * normalised(sum of weight * vector))

The texts of an index have no part in it, so how relevant a text is does not depend on what else is indexed: a folder of
ten reports answers as one of thousands does.

The asks about a query also tell which of UPR Info's issue labels it likely has (search/match/labels.py).

The vectors are those of the default encoder, and in a file of their own those of the accurate one. The labels, in the
first file, are those of a classifier (docs/classification.md). benches/fit_example_issues.py writes
both.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import known_calibration, needed
from models.encoders.model_files import learnt_arrays
from models.encoders.text_encoder import Vectors, VectorSpace, accurate_space, light_space
from models.encoders.unit_vectors import mean_direction, unit, units

FILE, ACCURATE_FILE = "example_issues.npz", "example_issues_accurate.npz"
VECTORS, LABELS = ("issues", "asks", "first_asks"), ("labels", "ask_labels")
"""Their arrays, beside the name of the vector space; the labels are in the first file alone."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """How near example issues and requests must lie to have a say; cosines of one vector space (stage "neighbourhood"
    of its calibration)."""

    sharpness: float
    """Difference in cosine over which the say of an example issue, or of a request, falls to 1/e."""
    near_requests: int
    """So many have a say."""
    density_requests: int
    """So many tell how densely a neighbourhood is asked about, and its labels."""
    label_sharpness: float
    """Difference in cosine over which what a request says of labels falls to 1/e."""
    main_label: float
    """A query whose nearest requests have a label as likely as this is told to be on it, if they are near."""
    far: float
    """Highest cosine of a query to any of them below which nothing is trusted."""
    near: float
    """And above which all of it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What the asks about a query say of it."""

    density: float
    """How near they lie: the mean cosine of the nearest."""
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
    numbers: Neighbourhood

    def expanded(self, query: Vectors, issue_share: float, request_share: float) -> Vectors:
        """The query's unit vector moved towards the requests of the issues nearest to it, then to the requests nearest
        to where it is then; by these shares of 0 to 1 at most."""
        moved = self._moved(query, query @ self.issues.T, self.centres, issue_share)
        return self.expanded_by_requests(moved, request_share)

    def expanded_by_requests(self, vector: Vectors, share: float) -> Vectors:
        """A unit vector moved towards the requests nearest to it, by at most a `share` of 0 to 1."""
        cosines = self.requests @ vector
        count = self.numbers.near_requests
        near = np.argpartition(-cosines, count)[:count]
        return self._moved(vector, cosines[near], self.requests[near], share)

    def about(self, query: Vectors) -> Surroundings:
        """What the asks about a query's unit vector say of it, the nearer ones more."""
        cosines = self.requests @ query
        count = self.numbers.density_requests
        near = np.argpartition(-cosines, count)[:count]
        weights = _weights(cosines[near], self.numbers.label_sharpness)
        likely = weights @ self.request_labels[near] / weights.sum()
        is_near = cosines[near].max() >= self.numbers.near
        main = np.flatnonzero(likely >= self.numbers.main_label).tolist() if is_near else []
        return Surroundings(float(cosines[near].mean()), likely, tuple(self.labels[label] for label in main))

    def _moved(self, query: Vectors, cosines: Vectors, towards: Vectors, share: float) -> Vectors:
        """A query moved towards some vectors, the nearer ones more, by a `share` at most."""
        far, near = self.numbers.far, self.numbers.near
        trust = share * float(np.clip((cosines.max() - far) / (near - far), 0.0, 1.0))
        return unit((1 - trust) * query + trust * mean_direction(towards, _weights(cosines, self.numbers.sharpness)))


def _weights(cosines: Vectors, sharpness: float) -> Vectors:
    """What each has to say: 1 for the nearest, the less the farther."""
    return np.asarray(np.exp((cosines - cosines.max()) / np.float32(sharpness)))


def file_of(space: VectorSpace) -> str | None:
    """The file of their vectors in a vector space; None where there is none."""
    return {light_space(): FILE, accurate_space(): ACCURATE_FILE}.get(space)


@cache
def example_issues(space: VectorSpace) -> ExampleIssues | None:
    """The example issues in the vector space of an index; none in that of a model that the program does not know."""
    file_name = file_of(space)
    if file_name is None:
        return None
    arrays, labelled = learnt_arrays(file_name), learnt_arrays(FILE)
    issues, requests, first_requests = (arrays[name] for name in VECTORS)
    labels, request_labels = (labelled[name] for name in LABELS)
    numbers = needed(known_calibration(space)).numbers("neighbourhood", Neighbourhood)
    return from_whole_numbers(issues, requests, first_requests, tuple(str(labels).split("\n")), request_labels, numbers)


def from_whole_numbers(
    issues: NDArray[np.int8],
    requests: NDArray[np.int8],
    first_requests: NDArray[np.int32],
    labels: tuple[str, ...],
    request_labels: NDArray[np.uint8],
    numbers: Neighbourhood,
) -> ExampleIssues:
    """From the vectors as they are kept: their numbers times a constant, rounded; likelihoods of labels times 255.

    `first_requests` holds, for each issue, where its requests begin among all requests; they go on to where the next
    one's begin.
    """
    unit_requests = units(requests.astype(np.float32))
    centres = units(np.add.reduceat(unit_requests, first_requests))
    likelihoods = request_labels.astype(np.float32) / np.float32(255)
    return ExampleIssues(units(issues.astype(np.float32)), centres, unit_requests, labels, likelihoods, numbers)
