"""Weights in eight bits, and the graph that reads them."""

import numpy as np
import onnx
import pytest

from models.encoders.eight_bits import BLOCK, in_eight_bits, is_in_blocks, is_smoothed
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
    found = in_eight_bits(WEIGHTS)
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
    found = in_eight_bits(WEIGHTS)
    numbers, factor = found[name], found[f"{name}.factor"]
    assert (numbers.dtype, numbers.shape, factor.shape) == (np.uint8, (3, 2, BLOCK), (3, 2))
    restored = (numbers.astype(np.float32) - 128) * factor[..., np.newaxis]
    assert restored.reshape(3, -1) == pytest.approx(WEIGHTS[name], abs=0.02)


def test_the_graph_asks_for_what_is_made() -> None:
    graphs = [
        onnx.load(FOLDER / f"all-mpnet-base-v2{end}.onnx", load_external_data=False).graph
        for end in ("", ".eight-bits")
    ]
    sizes, asked = ({array.name: tuple(array.dims) for array in graph.initializer} for graph in graphs)
    made = in_eight_bits({name: np.ones(size, dtype=np.float32) for name, size in sizes.items()})
    assert {name: array.shape for name, array in made.items()} == asked
    assert sum(map(is_smoothed, sizes)) == 48
    assert sum(map(is_in_blocks, sizes)) == 24
