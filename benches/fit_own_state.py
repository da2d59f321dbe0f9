"""Fit the curves of an own State's list (search/match/own_state.py); benches/fit_calibration.py writes them.

Learnt from are the English issues of own_state_queries.tsv, and every second issue of weakly_judged_issues.tsv with the
States that were never told anything matching its pattern, which count little. The bound of the list is the one with the
best F3 on the same issues, each left out of the curve in turn: an NGO would rather read ten too many than miss one
(C. J. van Rijsbergen, "Information Retrieval", 1979: recall counts three times as much as precision). Words begin where
benches/fit_relevance.py lets them begin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import Fitted, as_numbers
from benches.fit_relevance import (
    LEARNT_FROM,
    TRUE_OF_LIKELY,
    TRUE_OF_STRONG,
    words_true_of,
    worth_of_words,
)
from benches.indexed_texts import IndexedTexts
from benches.own_state import StateIssue
from benches.retrieval import PATTERN_SETS
from models.encoders.calibration import needed
from search.match.own_state import OwnList, own_state_stages, standing_out
from search.match.stages import match_issue
from search.match.state import OwnState
from search.stages import passed_through, without

NOTHING_IN_LIST, NOTHING_SURE = 0.001, 0.03
"""What a text of a State that was never told anything counts in the curve of the list, and in that of relevance."""
POSSIBLE = 0.05
"""What is less likely on the issue is not in the list."""

Features = NDArray[np.float64]
Examples = Sequence[tuple[Features, NDArray[np.bool_]]]
Probabilities = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Of each text: of belonging to the list, and of being relevant."""


def fit(told: Examples, nothing: Sequence[Features], weight: float) -> LogisticRegression:
    """Learn from what is judged, and from States never told anything, whose texts count `weight`."""
    features = np.vstack([*(each for each, _ in told), *nothing])
    judged = np.concatenate([wanted for _, wanted in told])
    wanted = np.concatenate([judged, np.zeros(len(features) - len(judged), dtype=bool)])
    weights = np.where(np.arange(len(features)) < len(judged), 1.0, weight)
    return LogisticRegression(C=1e3, max_iter=5_000).fit(features, wanted, sample_weight=weights)


def probabilities(curve: LogisticRegression, features: Features) -> NDArray[np.float64]:
    """Of each row of features."""
    return np.asarray(curve.predict_proba(features)[:, 1])


def features_of(near: NDArray[np.float64]) -> Features:
    """(recommendations, 3): standing out, nearness, and how much the State was told."""
    return np.column_stack([standing_out(near), near, np.full(len(near), np.log(max(len(near), 1)))])


def told_nothing(index: IndexedTexts) -> dict[str, list[Features]]:
    """Per weakly judged issue, the features of each State none of whose texts matches its pattern."""
    stages = without(own_state_stages(index.snapshot.calibration), "own State")
    vectors, states = index.snapshot.vectors[index.rows], index.places_by_state()
    found: dict[str, list[Features]] = {}
    for issue, matching in index.matching(PATTERN_SETS["weak"]).items():
        matched = replace(match_issue(index.snapshot, issue), sentences=None)
        scores = matched.scores[index.rows]
        alone = [places for places in states.values() if not matching[places].any()]
        told = [OwnState.of(matched, scores[places], vectors[places]) for places in alone]
        found[issue] = [features_of(passed_through(stages, each).near) for each in told]
    return found


def of_list(listed: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> tuple[float, float, int]:
    """Recall, precision and length of a list."""
    found = int((listed & wanted).sum())
    return found / int(wanted.sum()), found / max(1, int(listed.sum())), int(listed.sum())


def left_out(told: Examples, nothing: Sequence[Features]) -> list[Probabilities]:
    """Of each issue, belonging and relevance by curves fitted without it."""
    found = []
    for place, (features, _) in enumerate(told):
        others = [*told[:place], *told[place + 1 :]]
        belonging = fit(others, nothing, NOTHING_IN_LIST)
        sure = fit(nearness_of(others), nearness_alone(nothing), NOTHING_SURE)
        found.append((probabilities(belonging, features), probabilities(sure, features[:, 1:2])))
    return found


def nearness_of(told: Examples) -> Examples:
    """The examples with nearness as their only feature."""
    return [(features[:, 1:2], wanted) for features, wanted in told]


def nearness_alone(features: Sequence[Features]) -> list[Features]:
    """The column of nearness, of each array of features."""
    return [each[:, 1:2] for each in features]


def best_bound(validated: Sequence[Probabilities], told: Examples, least: float) -> float:
    """From which probability of belonging to the list it has the best F3; it holds nothing less sure than `least`."""
    bounds = np.round(np.arange(0.05, 0.31, 0.005), 3)

    def worth(bound: float) -> float:
        rows = [
            of_list((belonging >= bound) & (relevance >= least), wanted)
            for (belonging, relevance), (_, wanted) in zip(validated, told, strict=True)
        ]
        f3 = [10 * recall * precision / max(9 * precision + recall, 1e-9) for recall, precision, _ in rows]
        return float(np.mean(f3))

    return float(max(bounds, key=worth))


def fit_own_state(index: IndexedTexts, stories: Mapping[str, Sequence[StateIssue]]) -> Fitted:
    """The numbers of the stage, with what the list and each word are worth printed."""
    by_set = {
        name: [(features_of(issue.nearness()), issue.wanted) for issue in of_set] for name, of_set in stories.items()
    }
    told, by_issue = by_set[LEARNT_FROM], told_nothing(index)
    learnt, others = ([each for issue in list(by_issue)[first::2] for each in by_issue[issue]] for first in range(2))
    belongs = fit(told, learnt, NOTHING_IN_LIST)
    sure = fit(nearness_of(told), nearness_alone(learnt), NOTHING_SURE)
    validated = left_out(told, learnt)
    by_curves = {
        name: validated
        if name == LEARNT_FROM
        else [(probabilities(belongs, each), probabilities(sure, each[:, 1:2])) for each, _ in of_set]
        for name, of_set in by_set.items()
    }
    listed = best_bound(validated, told, POSSIBLE)
    sets = {
        name: (np.concatenate([each for _, each in found]), np.concatenate([wanted for _, wanted in by_set[name]]))
        for name, found in by_curves.items()
    }
    words = {"possible": POSSIBLE, **words_true_of(list(sets.values()))}
    for name, found in by_curves.items():
        lists = [
            of_list((belonging >= listed) & (relevance >= POSSIBLE), wanted)
            for (belonging, relevance), (_, wanted) in zip(found, by_set[name], strict=True)
        ]
        recall, precision, length = np.mean(lists, axis=0)
        print(f"own State, {name}: recall {recall:.3f}, precision {precision:.3f}, length {length:.0f}")
        print(f"own State, {name}: {worth_of_words(sets[name], words)}")
    in_use = needed(index.snapshot.calibration).numbers("own State", OwnList)
    silent = np.mean([probabilities(sure, each[:, 1:2]).max() < words["strong"] for each in others])
    before = np.mean([in_use.sure.probability(near=each[:, 1]).max() < in_use.words.strong for each in others])
    print(f"own State: nothing strong in {silent:.1%} of {len(others):,} pairs never told anything, not learnt from")
    print(f"own State: the same with the numbers in use: {before:.1%}")
    return Fitted(
        {
            "belongs": as_numbers(belongs, "standing_out", "near", "told"),
            "listed": listed,
            "sure": as_numbers(sure, "near"),
            "words": words,
            "fewest": min(len(each) for each, _ in told),
        },
        f"Fitted by benches/fit_calibration.py on {len(told)} stories whose States were read whole and on States never "
        "told anything on every second issue of the weak set. The bound of the list has the best F3 on stories left "
        f"out. Words: so that {TRUE_OF_STRONG} of what is strong and {TRUE_OF_LIKELY} of what is likely belongs in "
        f"each of {len(stories)} sets of stories.",
    )
