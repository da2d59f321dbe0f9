"""Changes of low rank to the layers of the published encoders, and how files keep them.

To the weights of a linear layer the product of two narrow matrices is added (Hu et al., "LoRA: Low-Rank Adaptation of
Large Language Models", 2021). indexer/classify/tuned_encoder.py and models/encoders/load_encoder.py hold what was
learnt so.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors

Changes = Mapping[str, tuple[Vectors, Vectors]]
"""By name of a layer: (outputs, rank) and (inputs, rank), whose product is added to its weights."""
_SIDES = ("outputs", "inputs")


def changed_weights(layer: str, weights: Vectors, changes: Changes) -> Vectors:
    """(outputs, inputs): the weights of a layer, with its changes if there are any."""
    if layer not in changes:
        return weights
    outputs, inputs = changes[layer]
    return np.asarray(weights + outputs @ inputs.T)


def pack(changes: Changes) -> dict[str, NDArray[Any]]:
    """The arrays of a file: whole numbers from -127 to 127, with one factor a column."""
    stored: dict[str, NDArray[Any]] = {}
    for layer, sides in changes.items():
        for side, array in zip(_SIDES, sides, strict=True):
            stored[f"{layer}.{side}"], stored[f"{layer}.{side}.factor"] = as_whole_numbers(array)
    return stored


def unpack(stored: Mapping[str, NDArray[Any]]) -> dict[str, tuple[Vectors, Vectors]]:
    """The changes of a file's arrays, among which there may be others."""
    first, second = (f".{side}" for side in _SIDES)
    layers = [name.removesuffix(first) for name in stored if name.endswith(first)]
    return {layer: (_array(stored, layer + first), _array(stored, layer + second)) for layer in layers}


def _array(stored: Mapping[str, NDArray[Any]], name: str) -> Vectors:
    return np.asarray(stored[name] * stored[f"{name}.factor"], dtype=np.float32)


def as_whole_numbers(array: Vectors) -> tuple[NDArray[np.int8], Vectors]:
    """Columns as whole numbers from -127 to 127, and the factor of each."""
    factor = np.maximum(np.abs(array).max(axis=0), 1e-9).astype(np.float32) / 127
    return np.round(array / factor).astype(np.int8), factor
