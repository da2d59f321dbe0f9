"""Fit the numbers of search/progress/relevance.py; benches/fit_calibration.py writes them.

progress_judged.tsv is a table of judged pairs with the columns recommendation_number, document_symbol, paragraph and
grade (2 reports on it, 1 touches it); all paragraphs of the documents before the next review were read for each
recommendation that it names. Weights and curve are those that are best on all of it. Printed is what the search for
them gives on recommendations left out (ten folds), and what is shown of these from some bounds on; a word begins where
so much of what is shown from there on reports on the recommendation or touches it.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import Fitted, as_numbers, least_true_from
from search.catalogue.records import recommendations
from search.catalogue.reported import reported_on
from search.datamodel.strengths import UNRATED
from search.evidence import Evidence
from search.progress.relevance import UNCALIBRATED, ProgressNumbers, Reports, progress_stages
from search.snapshot.snapshot import Snapshot
from search.stages import passed_through, without

REVIEW = "SVN-20"
TRUE = {"possible": 0.5, "likely": 0.7, "strong": 0.9}
FOLDS = 10
HEADINGS, DIRECT, WORDS = (0.0, 0.05, 0.1, 0.15), (0.1, 0.15, 0.2, 0.25, 0.3), (0.0, 0.1, 0.2, 0.3, 0.4)
BOUNDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)
CUT = 10
Floats = NDArray[np.float64]
Grades = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The evidence on a review's recommendations, and what people said of some of them."""

    evidence: Evidence[Reports]
    requests: Sequence[Sequence[int]]
    """Rows of the evidence that are requests of each recommendation judged."""
    grades: Sequence[Grades]
    """Of each paragraph on each recommendation judged."""

    def scores(self, weights: ProgressNumbers) -> list[Floats]:
        """Of each paragraph for each recommendation judged: the best of its requests."""
        stages = without(progress_stages(weights), "meaning", "heading", "direct", "words")
        scores = passed_through(stages, self.evidence)["score"]
        return [scores[list(rows)].max(axis=0) for rows in self.requests]


def read_judged(snapshot: Snapshot, table: Path) -> Judged:
    """Join the table with the index."""
    state, session = REVIEW.split("-")
    fields = snapshot.catalogue.fields
    told = fields["under_review"].holding([state]) & fields["session"].holding([int(session)])
    numbers = np.flatnonzero(snapshot.catalogue.recommendations & told).tolist()
    records = recommendations(snapshot.connection, numbers)
    reported = reported_on(snapshot.connection, REVIEW)
    vectors = snapshot.vectors[snapshot.catalogue.rows[numbers]]
    place_of = {(text.place.symbol, text.place.paragraph): place for place, text in enumerate(reported.texts)}
    grades: dict[str, Grades] = defaultdict(lambda: np.zeros(len(place_of), dtype=np.int64))
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = place_of[row["document_symbol"], row["paragraph"]]
            grades[row["recommendation_number"]][place] = int(row["grade"])
    requests = [[row for row, record in enumerate(records) if record.place.paragraph == number] for number in grades]
    pairs = Reports(records, vectors, reported, snapshot.vectors)
    known = passed_through(progress_stages(UNCALIBRATED), Evidence(pairs))
    return Judged(known, requests, list(grades.values()))


def figures(scores: Floats, grades: Grades) -> tuple[float, float, float]:
    """NDCG@10, P@3 and recall@10 of one recommendation; the last two of what reports on it."""
    top = grades[np.argsort(-scores, kind="stable")][:CUT]
    direct = int((grades == 2).sum())
    ideal = np.sort(grades)[::-1][:CUT]
    gain = float(_gain(top) / _gain(ideal)) if ideal.any() else 1.0
    if not direct:
        return gain, 1.0, 1.0
    return gain, float((top[:3] == 2).sum() / min(3, direct)), float((top == 2).sum() / min(CUT, direct))


def _gain(grades: Grades) -> float:
    return float(((2.0**grades - 1) / np.log2(np.arange(len(grades)) + 2)).sum())


def best_weights(judged: Judged, learnt_from: Sequence[int]) -> ProgressNumbers:
    """The weights with the best sum of figures on some recommendations."""
    choices = [ProgressNumbers(*weights, curve=None, strengths=UNRATED) for weights in product(HEADINGS, DIRECT, WORDS)]

    def worth(weights: ProgressNumbers) -> float:
        scores = judged.scores(weights)
        return sum(sum(figures(scores[place], judged.grades[place])) for place in learnt_from)

    return max(choices, key=worth)


def curve(scores: Sequence[Floats], grades: Sequence[Grades]) -> LogisticRegression:
    """The probability that a paragraph reports on a recommendation, or touches it, by its score."""
    return LogisticRegression(C=1e6).fit(np.concatenate(scores)[:, None], np.concatenate(grades) > 0)


def fit_progress(snapshot: Snapshot, table: Path) -> Fitted:
    """The numbers of the stage, with what it gives printed."""
    judged = read_judged(snapshot, table)
    places = np.random.default_rng(0).permutation(len(judged.grades)).tolist()
    left_out: list[tuple[float, float, float]] = []
    probabilities: list[Floats] = []
    grades: list[Grades] = []
    for fold in range(FOLDS):
        tested = places[fold::FOLDS]
        learnt_from = [place for place in places if place not in tested]
        scores = judged.scores(best_weights(judged, learnt_from))
        left_out += (figures(scores[place], judged.grades[place]) for place in tested)
        fitted = curve([scores[place] for place in learnt_from], [judged.grades[place] for place in learnt_from])
        probabilities += (fitted.predict_proba(scores[place][:, None])[:, 1] for place in tested)
        grades += (judged.grades[place] for place in tested)
    print("progress, left out:  nDCG@10 {:.3f}, P@3 {:.3f}, recall@10 {:.3f}".format(*np.mean(left_out, axis=0)))
    _print_bounds(probabilities, grades)
    shown = np.concatenate(probabilities), np.concatenate(grades) > 0
    weights = best_weights(judged, places)
    return Fitted(
        {
            "heading": weights.heading,
            "direct": weights.direct,
            "words": weights.words,
            "curve": as_numbers(curve(judged.scores(weights), judged.grades), "score"),
            "strengths": {word: least_true_from([shown], share) for word, share in TRUE.items()},
        },
        "Fitted by benches/fit_calibration.py on the 40 judged recommendations of one State's review. Words: half of "
        "what is shown reports on the recommendation or touches it, seven of ten of what is likely, nine of ten of "
        "what is strong, on recommendations left out.",
    )


def _print_bounds(probabilities: Sequence[Floats], grades: Sequence[Grades]) -> None:
    """What is shown of recommendations left out, from some probability on."""
    likely, judged = np.concatenate(probabilities), np.concatenate(grades)
    print("from    shown a recommendation  reports  reports or touches  of all that report  of all")
    for bound in BOUNDS:
        shown = judged[likely >= bound]
        print(
            f"{bound:.2f}  {len(shown) / len(grades):10.1f}  {np.mean(shown == 2):20.2f}  {np.mean(shown > 0):10.2f}  "
            f"{(shown == 2).sum() / (judged == 2).sum():15.2f}  {(shown > 0).sum() / (judged > 0).sum():15.2f}"
        )
