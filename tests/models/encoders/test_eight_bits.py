"""Weights in eight bits, and the graph that reads them."""

import numpy as np
import onnx
import pytest

from models.encoders.eight_bits import BLOCK, SHARED, TAUGHT, in_eight_bits, is_in_blocks, is_smoothed, name_of
from models.encoders.load_encoder import taught_changes
from models.encoders.model_files import ACCURATE_MODEL
from models.encoders.network import FOLDER

LAYER = "encoder.layer.1"
DICE = np.random.default_rng(0)
WEIGHTS = {
    "encoder.layer.0.output.LayerNorm.weight": np.array([1.0, 0.5, 8.0, 1.0], dtype=np.float32),
    "encoder.layer.0.output.LayerNorm.bias": np.array([0.0, 0.1, 1.0, 0.0], dtype=np.float32),
    f"{LAYER}.attention.attn.q.weight": DICE.normal(size=(6, 4)).astype(np.float32),
    f"{LAYER}.attention.attn.q.bias": np.ones(6, dtype=np.float32),
    f"{LAYER}.output.dense.weight": DICE.normal(size=(3, 2 * BLOCK)).astype(np.float32),
}


def test_a_smoothed_layer_gives_nearly_the_same_of_a_smaller_input() -> None:
    name = f"{LAYER}.attention.attn.q.weight"
    found = in_eight_bits(WEIGHTS, range(1, 2))
    numbers, factor, smaller = found[name], found[f"{name}.factor"], found[f"{name}.smaller"]
    read = DICE.normal(size=(5, 4)).astype(np.float32)
    assert (numbers.dtype, numbers.shape, numbers.flags.c_contiguous) == (np.uint8, (4, 6), True)
    assert (read * smaller) @ ((numbers.astype(np.float32) - 128) * factor) == pytest.approx(
        read @ WEIGHTS[name].T, abs=0.1
    )
    assert smaller[2] == min(smaller)  # where normalising makes the largest numbers
    assert found[f"{LAYER}.attention.attn.q.bias"] is WEIGHTS[f"{LAYER}.attention.attn.q.bias"]


def test_blocks_have_a_factor_each() -> None:
    name = f"{LAYER}.output.dense.weight"
    found = in_eight_bits(WEIGHTS, range(1, 2))
    numbers, factor = found[name], found[f"{name}.factor"]
    assert (numbers.dtype, numbers.shape, factor.shape) == (np.uint8, (3, 2, BLOCK), (3, 2))
    restored = (numbers.astype(np.float32) - 128) * factor[..., np.newaxis]
    assert restored.reshape(3, -1) == pytest.approx(WEIGHTS[name], abs=0.02)


def test_the_graphs_ask_for_what_is_made() -> None:
    published, *halves = (
        {array.name: tuple(array.dims) for array in onnx.load(path, load_external_data=False).graph.initializer}
        for path in (FOLDER / f"{name}.onnx" for name in (ACCURATE_MODEL, name_of(SHARED), name_of(TAUGHT)))
    )
    weights = {name: np.ones(size, dtype=np.float32) for name, size in published.items()}
    for layers, asked in zip((SHARED, TAUGHT), halves, strict=True):
        assert {name: array.shape for name, array in in_eight_bits(weights, layers).items()} == asked
    assert sum(map(is_smoothed, published)) == 48
    assert sum(map(is_in_blocks, published)) == 24
    shared = set.intersection(*map(set, halves))
    assert shared == {"encoder.relative_attention_bias.weight"}


def test_no_layer_below_the_taught_ones_was_taught() -> None:
    taught = {int(layer.split(".")[2]) for layer in taught_changes(ACCURATE_MODEL)}
    assert taught == set(TAUGHT)
