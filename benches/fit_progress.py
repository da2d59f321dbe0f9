"""Fit the numbers of search/progress/relevance.py, and say what they are worth on recommendations left out.

    python -m benches.fit_progress INDEX REVIEW JUDGED

INDEX holds REVIEW ("SVN-20") and the documents before the next one. JUDGED is a table of judged pairs with the columns
recommendation_number, document_symbol, paragraph and grade (2 reports on it, 1 touches it); all paragraphs of the
documents were read for each recommendation that it names. Printed are the weights that are best on all of it; what the
search for them gives on recommendations left out (ten folds); the curve from scores to probabilities; and, again on
recommendations left out, what is shown at some bounds.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import as_numbers, write_stage
from search.catalogue.recommendations import recommendations
from search.catalogue.reported import reported_on
from search.datamodel.strengths import UNRATED
from search.progress.relevance import Evidence, ProgressNumbers, evidence_of
from search.snapshot.snapshot import open_snapshot

ORIGIN = "Fitted by benches/fit_progress.py on the 40 judged recommendations of one State's review."
FOLDS = 10
HEADINGS, DIRECT, WORDS = (0.0, 0.05, 0.1, 0.15), (0.1, 0.15, 0.2, 0.25, 0.3), (0.0, 0.1, 0.2, 0.3, 0.4)
BOUNDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)
CUT = 10
Floats = NDArray[np.float64]
Grades = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The evidence on a review's recommendations, and what people said of some of them."""

    evidence: Evidence
    requests: Sequence[Sequence[int]]
    """Rows of the evidence that are requests of each recommendation judged."""
    grades: Sequence[Grades]
    """Of each paragraph on each recommendation judged."""

    def scores(self, weights: ProgressNumbers) -> list[Floats]:
        """Of each paragraph for each recommendation judged: the best of its requests."""
        scores = self.evidence.scores(weights)
        return [scores[list(rows)].max(axis=0) for rows in self.requests]


def read_judged(folder: Path, review: str, table: Path) -> Judged:
    """Join the table with the index."""
    snapshot = open_snapshot(folder, None)
    state, session = review.split("-")
    fields = snapshot.catalogue.fields
    told = fields["under_review"].holding([state]) & fields["session"].holding([int(session)])
    numbers = np.flatnonzero(snapshot.catalogue.recommendations & told).tolist()
    records = recommendations(snapshot.connection, numbers)
    reported = reported_on(snapshot.connection, review)
    vectors = snapshot.vectors[snapshot.catalogue.rows[numbers]]
    place_of = {(text.place.symbol, text.place.paragraph): place for place, text in enumerate(reported.texts)}
    grades: dict[str, Grades] = defaultdict(lambda: np.zeros(len(place_of), dtype=np.int64))
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = place_of[row["document_symbol"], row["paragraph"]]
            grades[row["recommendation_number"]][place] = int(row["grade"])
    requests = [[row for row, record in enumerate(records) if record.place.paragraph == number] for number in grades]
    return Judged(evidence_of(records, vectors, reported, snapshot.vectors), requests, list(grades.values()))


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


def main(folder: Path, review: str, table: Path) -> None:
    """Print everything."""
    judged = read_judged(folder, review, table)
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
    print("left out:  nDCG@10 {:.3f}, P@3 {:.3f}, recall@10 {:.3f}".format(*np.mean(left_out, axis=0)))
    _print_bounds(probabilities, grades)
    weights = best_weights(judged, places)
    print(f"best on all: heading {weights.heading}, direct {weights.direct}, words {weights.words}")
    scores = judged.scores(weights)
    of_all = [figures(of_one, grades) for of_one, grades in zip(scores, judged.grades, strict=True)]
    print("these, on all: nDCG@10 {:.3f}, P@3 {:.3f}, recall@10 {:.3f}".format(*np.mean(of_all, axis=0)))
    fitted = as_numbers(curve(scores, judged.grades), "score")
    print(fitted)
    numbers = {"heading": weights.heading, "direct": weights.direct, "words": weights.words, "curve": fitted}
    write_stage(open_snapshot(folder, None).manifest.vector_space, "progress", numbers, ORIGIN)


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


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
