"""UPR Info's issue labels for texts that no source labels (docs/classification.md)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.classify.scorer import Floats, TextScorer, pack, unpack
from indexer.classify.terms import terms_of
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Label, Origin

ISSUE_CLASSIFIER = Path(__file__).with_name("issue_classifier.npz")
SOFTNESS = np.float32(6)
"""Logits of the tuned encoder over which its say comes near to all it can say."""


@dataclass(frozen=True, slots=True, eq=False)
class IssueClassifier:
    """Labels from scores."""

    labels: tuple[str, ...]
    scorer: TextScorer
    thresholds: Floats
    """(labels): the score from which a label is given."""
    sureness: Floats
    """(labels): what is added to the score before it is turned into a probability."""
    steepness: float
    """What the sum is multiplied by."""

    def classify(self, texts: Sequence[str], vectors: Floats, logits: Floats) -> Iterator[tuple[Label, ...]]:
        """The labels of each text, the surest first; none where none is likely enough.

        `vectors` are those of the default encoder, `logits` (texts, labels) those of the tuned one; confidence is the
        probability that UPR Info's coders agree.
        """
        scores = issue_scores(self.scorer.scores([terms_of(text) for text in texts], vectors), logits)
        sure = 1 / (1 + np.exp(-self.steepness * (scores + self.sureness)))
        for of_text, given in zip(sure, scores >= self.thresholds, strict=True):
            surest_first = sorted(np.flatnonzero(given).tolist(), key=lambda number: -of_text[number])
            yield tuple(self._label(number, of_text[number]) for number in surest_first)

    def _label(self, number: int, confidence: float) -> Label:
        return Label(ISSUE_SCHEME, self.labels[number], Origin.CLASSIFIER, round(float(confidence), 3))


def issue_scores(learnt: Floats, logits: Floats) -> Floats:
    """(texts, labels): about 1 where a label fits, about -1 where not, by a scorer and by the tuned encoder."""
    return np.asarray((learnt + np.tanh(logits / SOFTNESS)) / 2)


@cache
def issue_classifier() -> IssueClassifier:
    """The classifier that comes with the program."""
    with np.load(ISSUE_CLASSIFIER, allow_pickle=False) as stored:
        return IssueClassifier(
            labels=tuple(str(stored["labels"]).split("\n")),
            scorer=unpack(stored),
            thresholds=stored["thresholds"],
            sureness=stored["sureness"],
            steepness=float(stored["steepness"]),
        )


def packed_classifier(classifier: IssueClassifier) -> Mapping[str, NDArray[Any]]:
    """The arrays of a classifier's file."""
    return {
        **pack(classifier.scorer),
        "labels": np.array("\n".join(classifier.labels)),
        "thresholds": classifier.thresholds,
        "sureness": classifier.sureness,
        "steepness": np.array(classifier.steepness, dtype=np.float32),
    }
