"""The default encoder tuned to UPR Info's coding, and what it says of texts.

Each linear layer of the encoder has learnt a change of low rank: to its weights, a product of two narrow matrices is
added (Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2021). Over the sentence vectors that come of
it, one linear layer says how likely each label and each action category is. They are learnt by
benches/fit_tuned_encoder.py; docs/classification.md explains the method.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from indexer.score_texts import Floats, as_whole_numbers
from models.text_encoder import load_sentence_encoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TUNED_ENCODER = Path(__file__).with_name("tuned_encoder.npz")
INSIDE = "0.auto_model"
"""Where the layers are in a model of sentence-transformers."""


@dataclass(frozen=True, slots=True, eq=False)
class Tuning:
    """What was learnt, as arrays."""

    changes: Mapping[str, tuple[Floats, Floats]]
    """By name of a layer: (outputs, rank) and (inputs, rank), whose product is added to its weights."""
    issues: Floats
    """(dimension + 1, labels): what each number of a vector says for a label; last, what a label has at any rate."""
    actions: Floats
    """(dimension + 1, action categories), likewise."""


@dataclass(frozen=True, slots=True, eq=False)
class Logits:
    """What the tuned encoder says of some texts."""

    issues: Floats
    """(texts, labels): the logit of the probability of each label."""
    actions: Floats
    """(texts, action categories): their softmax are the probabilities."""


class TunedEncoder:
    """The default encoder with its layers changed, and the layer over it."""

    def __init__(self, tuning: Tuning) -> None:
        """Loads the default encoder anew: the changes are made in its weights.

        Raises:
            EncoderError: the default encoder is not installed.
        """
        self._encoder = load_sentence_encoder()
        self._tuning = tuning
        _change(self._encoder.model, tuning.changes)

    def logits(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Logits:
        """What it says of texts; `on_progress` gets the number of texts just done."""
        vectors = self._encoder.encode(texts, on_progress)
        return Logits(*(vectors @ layer[:-1] + layer[-1] for layer in (self._tuning.issues, self._tuning.actions)))


def _change(model: "SentenceTransformer", changes: Mapping[str, tuple[Floats, Floats]]) -> None:
    import torch

    with torch.no_grad():
        for name, (outputs, inputs) in changes.items():
            model.get_parameter(f"{INSIDE}.{name}.weight").add_(torch.from_numpy(outputs @ inputs.T))


@cache
def tuned_encoder() -> TunedEncoder:
    """The one that comes with the program."""
    with np.load(TUNED_ENCODER, allow_pickle=False) as stored:
        return TunedEncoder(unpack(stored))


_SIDES = ("outputs", "inputs")


def pack(tuning: Tuning) -> dict[str, NDArray[Any]]:
    """The arrays of a file: changes as whole numbers from -127 to 127, with one factor a column."""
    stored: dict[str, NDArray[Any]] = {}
    for layer, sides in tuning.changes.items():
        for side, array in zip(_SIDES, sides, strict=True):
            stored[f"{layer}.{side}"], stored[f"{layer}.{side}.factor"] = as_whole_numbers(array)
    return {**stored, "issues": tuning.issues.astype(np.float16), "actions": tuning.actions.astype(np.float16)}


def unpack(stored: Mapping[str, NDArray[Any]]) -> Tuning:
    """The tuning of a file's arrays."""
    first, second = (f".{side}" for side in _SIDES)
    layers = [name.removesuffix(first) for name in stored if name.endswith(first)]
    return Tuning(
        changes={layer: (_array(stored, layer + first), _array(stored, layer + second)) for layer in layers},
        issues=stored["issues"].astype(np.float32),
        actions=stored["actions"].astype(np.float32),
    )


def _array(stored: Mapping[str, NDArray[Any]], name: str) -> Floats:
    return np.asarray(stored[name] * stored[f"{name}.factor"], dtype=np.float32)
