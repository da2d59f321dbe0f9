"""Measure the shipped classifier on UPR Info's later sessions, which it learnt nothing from.

    python -m benches.classification UPR_INFO/recommendations.csv

It learns from sessions 1-16 (benches/fit_classifiers.py); tested on the distinct texts of sessions 17-20 that do not
occur in 1-16. Prints F1 over all decisions and as the mean over labels, how sure probabilities are right, a table by
label, and which action category is taken for which.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from benches.coded_texts import CodedText, coded_texts
from indexer.classify.texts import Classes, classify
from indexer.classify.tuned_encoder import tuning
from models.records.enums import ACTION_CATEGORIES

LEARNT, TESTED = range(1, 17), range(17, 21)
STEPS = (0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.001)
"""Probabilities between which their share of right labels is printed."""


def report_labels(texts: Sequence[CodedText], found: Sequence[Classes]) -> None:
    """Print F1 and a table by label, the most frequent first."""
    coded, right, given = Counter[str](), Counter[str](), Counter[str]()
    for text, classes in zip(texts, found, strict=True):
        names = {label.label for label in classes.labels}
        coded.update(text.labels)
        given.update(names)
        right.update(names & text.labels)
    by_label = {label: f1(right[label], given[label], coded[label]) for label in tuning().labels}
    print(f"micro-F1 {f1(right.total(), given.total(), coded.total()):.4f}", end=", ")
    print(f"macro-F1 {np.mean(list(by_label.values())):.4f}\n")
    print("| label | texts | precision | recall | F1 |\n|---|---|---|---|---|")
    for label in sorted(by_label, key=lambda label: (-coded[label], label)):
        precision, recall = (right[label] / max(1, count[label]) for count in (given, coded))
        print(f"| {label} | {coded[label]} | {precision:.2f} | {recall:.2f} | {by_label[label]:.2f} |")


def f1(right: int, given: int, coded: int) -> float:
    """Twice what is right by what is given and what is there."""
    return 2 * right / max(1, given + coded)


def report_probabilities(texts: Sequence[CodedText], found: Sequence[Classes]) -> None:
    """Print how many labels are right of those of about one probability."""
    sure = [
        (label.confidence, label.label in text.labels)
        for text, classes in zip(texts, found, strict=True)
        for label in classes.labels
    ]
    print("\n| probability | labels | right |\n|---|---|---|")
    for low, high in pairwise(STEPS):
        right = [is_right for confidence, is_right in sure if low <= confidence < high]
        print(f"| {low:.0%} to {min(high, 1):.0%} | {len(right):,} | {np.mean(right or [False]):.0%} |")


def report_actions(texts: Sequence[CodedText], found: Sequence[Classes]) -> None:
    """Print the agreement and which category is taken for which."""
    pairs = Counter((text.action_category, classes.action.category) for text, classes in zip(texts, found, strict=True))
    agreed = sum(count for (coded, given), count in pairs.items() if coded == given)
    print(f"\naction category: agreement {agreed / len(texts):.4f}\n")
    print("| coded | " + " | ".join(f"given {name}" for name in ACTION_CATEGORIES.values()) + " |")
    print("|---" * (len(ACTION_CATEGORIES) + 1) + "|")
    for number, name in ACTION_CATEGORIES.items():
        print(f"| {number} {name} | " + " | ".join(f"{pairs[number, given]:,}" for given in ACTION_CATEGORIES) + " |")


def main() -> None:
    """Read the command line and print all figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    texts = coded_texts(parser.parse_args().table, TESTED, unseen_in=LEARNT)
    found = classify([each.text for each in texts])
    print(f"{len(texts):,} texts")
    report_labels(texts, found)
    report_probabilities(texts, found)
    report_actions(texts, found)


if __name__ == "__main__":
    main()
