"""Changes of low rank, as files keep them."""

import numpy as np

from models.encoders.low_rank_changes import as_whole_numbers, pack, unpack


def test_stored_changes_are_nearly_the_same() -> None:
    draw = np.random.default_rng(0)
    changes = {"a.b": (draw.normal(size=(6, 2)).astype(np.float32), draw.normal(size=(9, 2)).astype(np.float32))}
    again = unpack(pack(changes) | {"other": np.zeros(3)})
    assert list(again) == ["a.b"]
    for kept, given in zip(again["a.b"], changes["a.b"], strict=True):
        np.testing.assert_allclose(kept, given, atol=np.abs(given).max() / 200)


def test_columns_become_whole_numbers_up_to_127() -> None:
    whole, factor = as_whole_numbers(np.array([[1.0, 0.0], [-0.5, 0.0]], dtype=np.float32))
    assert whole.tolist() == [[127, 0], [-64, 0]]
    np.testing.assert_allclose(factor[0], 1 / 127)
