"""The default encoder tuned to UPR Info's coding, and what it says of texts.

Each linear layer of the encoder has learnt a change of low rank (models/encoders/low_rank_changes.py). Over the
sentence vectors that come of it, one linear layer says how likely each label and each action category is. They are
learnt by benches/fit_classifiers.py; docs/classification.md explains the method.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoders import low_rank_changes
from models.encoders.low_rank_changes import Changes
from models.encoders.model_files import LIGHT_MODEL
from models.encoders.published_encoder import load_published
from models.encoders.text_encoder import Vectors

TUNED_ENCODER = Path(__file__).with_name("tuned_encoder.npz")


@dataclass(frozen=True, slots=True, eq=False)
class Tuning:
    """What was learnt, as arrays."""

    changes: Changes
    labels: tuple[str, ...]
    """UPR Info's, in the order of the alphabet."""
    issues: Vectors
    """(dimension + 1, labels): what each number of a vector says for a label; last, what a label has at any rate."""
    actions: Vectors
    """(dimension + 1, action categories), likewise."""


@dataclass(frozen=True, slots=True, eq=False)
class Logits:
    """What the tuned encoder says of some texts."""

    issues: Vectors
    """(texts, labels): the logit of the probability of each label."""
    actions: Vectors
    """(texts, action categories): their softmax are the probabilities."""


class TunedEncoder:
    """The default encoder with its layers changed, and the layer over it."""

    def __init__(self, learnt: Tuning) -> None:
        """Loads the default encoder anew, with the changes in its weights.

        Raises:
            EncoderError: the default encoder is not installed.
        """
        self._encoder = load_published(LIGHT_MODEL, learnt.changes)
        self._learnt = learnt

    def logits(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Logits:
        """What it says of texts; `on_progress` gets the number of texts just done."""
        vectors = self._encoder.encode(texts, on_progress)
        return Logits(*(vectors @ layer[:-1] + layer[-1] for layer in (self._learnt.issues, self._learnt.actions)))


@cache
def tuned_encoder() -> TunedEncoder:
    """The encoder of the tuning that comes with the program."""
    return TunedEncoder(tuning())


@cache
def tuning() -> Tuning:
    """What was learnt, as it comes with the program."""
    with np.load(TUNED_ENCODER, allow_pickle=False) as stored:
        return unpack(stored)


def pack(learnt: Tuning) -> dict[str, NDArray[Any]]:
    """The arrays of a file."""
    return {
        **low_rank_changes.pack(learnt.changes),
        "labels": np.array("\n".join(learnt.labels)),
        "issues": learnt.issues.astype(np.float16),
        "actions": learnt.actions.astype(np.float16),
    }


def unpack(stored: Mapping[str, NDArray[Any]]) -> Tuning:
    """The tuning of a file's arrays."""
    return Tuning(
        changes=low_rank_changes.unpack(stored),
        labels=tuple(str(stored["labels"]).split("\n")),
        issues=stored["issues"].astype(np.float32),
        actions=stored["actions"].astype(np.float32),
    )
