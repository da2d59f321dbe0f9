"""Weights of the accurate model in eight bits, for questions: half the time and a quarter of the memory.

G. Xiao et al., "SmoothQuant", 2023: some places of what passes between layers hold numbers a hundred times those of
others, so that one factor for all would leave nothing of these. Where a layer reads what was normalised, the weights of
normalising tell which places: they are made smaller, and the layer's weights larger by as much. What the others read
(attention, the wide middle of a block) tells nothing beforehand, and gets a factor for each BLOCK numbers of a piece.

All weights are whole numbers without a sign, from which MIDDLE is to be taken: processors without VNNI add the products
of numbers with and without a sign in sixteen bits, which overflow, and vectors then mean nothing.

The layers of the encoder that was taught (models/encoders/load_encoder.py) are others than those of the plain one from
the ninth on: what lies below is in memory once, and each encoder has a network of the others.

Questions of the sets at hand come to a mean cosine of 0.998 with those in float32. The texts of an index are never
embedded so.
"""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.encoders.model_files import ACCURATE_MODEL
from models.encoders.text_encoder import Vectors

BLOCK = 128
MIDDLE = 128
"""What stands for 0."""
SMOOTHING = 0.75
"""How much of the difference between places goes from what a layer reads into its weights."""
SHARED, TAUGHT = range(8), range(8, 12)
"""Layers of the two networks, which read one after the other."""
FACTOR, SMALLER = ".factor", ".smaller"
"""Ends of the names of what is beside the weights of a layer in eight bits."""
SPREAD = 3.0
"""Standard deviations of a normalised number that is taken for a large one."""
POSITIONS = "encoder.relative_attention_bias.weight"
"""All layers read it."""
_SMOOTHED = re.compile(r"(?:attention\.attn\.[qkv]|intermediate\.dense)\.weight$")
_IN_BLOCKS = re.compile(r"(?:attention\.attn\.o|layer\.\d+\.output\.dense)\.weight$")
_LAYER = re.compile(r"^encoder\.layer\.(\d+)\.")

Arrays = Mapping[str, NDArray[np.generic]]


def is_smoothed(name: str) -> bool:
    """Whether weights are those of a layer that reads what was normalised."""
    return _SMOOTHED.search(name) is not None


def is_in_blocks(name: str) -> bool:
    """Whether weights are those of a layer that reads anything else."""
    return _IN_BLOCKS.search(name) is not None


def is_packed(name: str) -> bool:
    """Whether weights are those of a layer."""
    return is_smoothed(name) or is_in_blocks(name)


def name_of(layers: range) -> str:
    """Of the graph with these layers in eight bits."""
    return f"{ACCURATE_MODEL}.eight-bits.{layers.start}-{layers.stop - 1}"


def in_eight_bits(weights: Mapping[str, Vectors], layers: range) -> Arrays:
    """The arrays of the graph of some layers, of MPNet's weights as they are published; those before the first layer
    belong to it."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, array in weights.items():
        layer = _LAYER.match(name)
        if (int(layer[1]) if layer else 0) not in layers and name != POSITIONS:
            continue
        if is_smoothed(name):
            found |= _smoothed(name, array, weights)
        elif is_in_blocks(name):
            found |= _in_blocks(name, array)
        else:
            found[name] = array
    return found


def _smoothed(name: str, array: Vectors, weights: Mapping[str, Vectors]) -> dict[str, NDArray[np.generic]]:
    """Of (outputs, inputs), turned round: one factor for each output."""
    normalising = _read_from(name)
    large = np.abs(weights[f"{normalising}.bias"]) + SPREAD * np.abs(weights[f"{normalising}.weight"])
    smaller = large**SMOOTHING / np.abs(array).max(axis=0) ** (1 - SMOOTHING)
    turned = array.T * (smaller / smaller.mean())[:, np.newaxis]
    factors = np.abs(turned).max(axis=0) / np.float32(127)
    return {
        name: np.ascontiguousarray(np.rint(turned / factors) + MIDDLE, dtype=np.uint8),
        name + FACTOR: factors.astype(np.float32),
        name + SMALLER: (smaller.mean() / smaller).astype(np.float32),
    }


def _in_blocks(name: str, array: Vectors) -> dict[str, NDArray[np.generic]]:
    """Of (outputs, inputs): numbers q, each (q - MIDDLE) times the factor of its block."""
    blocks = array.reshape(len(array), -1, BLOCK)
    factors = np.abs(blocks).max(axis=-1, keepdims=True) / np.float32(127)
    numbers = (np.rint(blocks / factors) + MIDDLE).astype(np.uint8)
    return {name: numbers, name + FACTOR: np.ascontiguousarray(factors[..., 0], dtype=np.float32)}


def _read_from(name: str) -> str:
    """The normalising before a layer: that of the attention of its own block, or of the block before."""
    found = _LAYER.match(name)
    if found is None:
        raise ValueError(f"{name} is no layer of a block")
    if "intermediate" in name:
        return f"{found[0]}attention.LayerNorm"
    before = int(found[1]) - 1
    return "embeddings.LayerNorm" if before < 0 else f"encoder.layer.{before}.output.LayerNorm"
