"""Fit the curves of an own State's list (search/match/own_state.py), and write them into the calibration.

    python -m benches.fit_own_state INDEX DATA TABLE

INDEX holds the States of benches/own_state_queries.tsv, DATA judged issues with their corpus (benches/retrieval.py),
TABLE is UPR Info's table, which says to which State each text was addressed. Learnt from are the English issues of
own_state_queries.tsv, and every second issue of weakly_judged_issues.tsv with the States that were never told anything
matching its pattern, which count little. Printed are the curves; what they give on the same issues with
each left out in turn (leave-one-out cross-validation) for some bounds of the list; and how often nothing is called
strong where a State was never told anything: for the issues learnt from, and for the others.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import write_stage
from benches.own_state import JUDGED, QUERIES, read_issues
from benches.retrieval import PATTERN_SETS, Corpus, matching_texts, open_corpus
from benches.strengths import rows_by_state
from models.encoders.calibration import needed
from search.match.own_state import OwnList, OwnState, own_state_stages, standing_out
from search.match.stages import match_issue
from search.snapshot.snapshot import open_snapshot
from search.stages import passed_through, without

NOTHING_IN_LIST, NOTHING_SURE = 0.001, 0.03
"""What a text of a State that was never told anything counts in the curve of the list, and in that of relevance."""
ORIGIN = (
    "Fitted by benches/fit_own_state.py on the 25 issues of benches/own_state_queries.tsv and on States never told "
    "anything on every second issue of the weak set. The bound of the list: an NGO would rather read ten too many than "
    "miss one."
)
BOUNDS = (0.095, 0.115, 0.135, 0.155, 0.175)

Features = NDArray[np.float64]
Examples = Sequence[tuple[Features, NDArray[np.bool_]]]


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A logistic regression."""

    weights: NDArray[np.float64]
    intercept: float

    def probabilities(self, features: Features) -> NDArray[np.float64]:
        """Of each row of features."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.intercept))))

    def as_numbers(self, *features: str) -> dict[str, Any]:
        """As its stage reads it (search.datamodel.logistic)."""
        weights = dict(zip(features, self.weights.round(2).tolist(), strict=True))
        return {"weights": weights, "intercept": round(self.intercept, 2)}


def fit(told: Examples, nothing: Sequence[Features], weight: float) -> Curve:
    """Learn from what is judged, and from States never told anything, whose texts count `weight`."""
    features = np.vstack([*(each for each, _ in told), *nothing])
    judged = np.concatenate([wanted for _, wanted in told])
    wanted = np.concatenate([judged, np.zeros(len(features) - len(judged), dtype=bool)])
    weights = np.where(np.arange(len(features)) < len(judged), 1.0, weight)
    fitted = LogisticRegression(C=1e3, max_iter=5_000).fit(features, wanted, sample_weight=weights)
    return Curve(fitted.coef_[0], float(fitted.intercept_[0]))


def features_of(near: NDArray[np.float64]) -> Features:
    """(recommendations, 2)"""
    return np.column_stack([standing_out(near), near])


def nearness(corpus: Corpus, scores: NDArray[np.float32], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """How near recommendations to one State are, each of a paragraph of its own."""
    stages = without(own_state_stages(corpus.calibration), "own State")
    return passed_through(stages, OwnState.of(scores, vectors, np.full(len(scores), -1))).near


def told_nothing(corpus: Corpus, table: Path) -> dict[str, list[Features]]:
    """Per weakly judged issue, the features of each State none of whose texts matches its pattern."""
    states = rows_by_state(corpus, table)
    found: dict[str, list[Features]] = {}
    for issue, matching in matching_texts(corpus, PATTERN_SETS["weak"]).items():
        scores = match_issue(corpus, issue).scores
        alone = [rows for rows in states.values() if not matching[rows].any()]
        found[issue] = [features_of(nearness(corpus, scores[rows], corpus.vectors[rows])) for rows in alone]
    return found


def of_list(listed: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> tuple[float, float, int]:
    """Recall, precision and length of a list."""
    found = int((listed & wanted).sum())
    return found / int(wanted.sum()), found / max(1, int(listed.sum())), int(listed.sum())


def left_out(told: Examples, nothing: Sequence[Features]) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Of each issue, belonging and relevance by curves fitted without it."""
    found = []
    for place, (features, _) in enumerate(told):
        others = [*told[:place], *told[place + 1 :]]
        belonging = fit(others, nothing, NOTHING_IN_LIST)
        sure = fit(nearness_of(others), nearness_alone(nothing), NOTHING_SURE)
        found.append((belonging.probabilities(features), sure.probabilities(features[:, 1:])))
    return found


def nearness_of(told: Examples) -> Examples:
    """The same without how far each stands out."""
    return [(features[:, 1:], wanted) for features, wanted in told]


def nearness_alone(features: Sequence[Features]) -> list[Features]:
    """The same without how far each stands out."""
    return [each[:, 1:] for each in features]


def main() -> None:
    """Fit and print."""
    index, data, table = map(Path, sys.argv[1:])
    snapshot = open_snapshot(index, None)
    in_use = needed(snapshot.calibration).numbers("own State", OwnList)
    issues = [issue for issue in read_issues(snapshot, QUERIES, JUDGED) if issue.language == "en"]
    told = [(features_of(issue.nearness()), issue.wanted) for issue in issues]
    by_issue = told_nothing(open_corpus(data / "corpus.tsv"), table)
    learnt, others = ([each for issue in list(by_issue)[first::2] for each in by_issue[issue]] for first in range(2))
    of_belonging = fit(told, learnt, NOTHING_IN_LIST)
    sure = fit(nearness_of(told), nearness_alone(learnt), NOTHING_SURE)
    numbers = {"belongs": of_belonging.as_numbers("standing_out", "near"), "sure": sure.as_numbers("near")}
    print(numbers)
    write_stage(snapshot.manifest.vector_space, "own State", numbers, ORIGIN)
    validated = left_out(told, learnt)
    for bound in BOUNDS:
        rows = [
            of_list((belonging >= bound) & (relevance >= in_use.words.possible), wanted)
            for (belonging, relevance), (_, wanted) in zip(validated, told, strict=True)
        ]
        recall, precision, length = np.mean(rows, axis=0)
        print(f"listed from {bound:.2f}: recall {recall:.3f}, precision {precision:.3f}, length {length:.0f}")
    for name, states in (("learnt from", learnt), ("others", others)):
        likely = [sure.probabilities(each[:, 1:]) for each in states]
        lengths = [
            int(((of_belonging.probabilities(each) >= in_use.listed) & (relevance >= in_use.words.possible)).sum())
            for each, relevance in zip(states, likely, strict=True)
        ]
        silent = np.mean([relevance.max() < in_use.words.strong for relevance in likely])
        print(
            f"{name}: in {silent:.1%} of {len(states):,} pairs never told nothing is strong; "
            f"{np.mean(np.array(lengths) == 0):.1%} of the lists are empty, median length {np.median(lengths):.0f}"
        )
    for name, least, most in (
        ("strong", in_use.words.strong, 1.01),
        ("likely", in_use.words.likely, in_use.words.strong),
    ):
        shown = [
            wanted[(least <= relevance) & (relevance < most)]
            for relevance, wanted in ((sure.probabilities(each[:, 1:]), wanted) for each, wanted in told)
        ]
        print(f"{name}: {np.concatenate(shown).mean():.0%} of {sum(map(len, shown))} belong in the list")


if __name__ == "__main__":
    main()
