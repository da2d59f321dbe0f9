"""How texts of any length are read as one vector each."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.semantic.encoder import PART_CHARACTERS, mean_vectors, parts_of


def by_length(parts: Sequence[str]) -> NDArray[np.float32]:
    return np.array([[len(part), 1.0] for part in parts], dtype=np.float32)


def test_each_text_has_a_vector_of_its_own_even_a_blank_one() -> None:
    vectors = mean_vectors(by_length, ["one", "  ", "four"])
    expected = np.array([[3.0, 1.0], [2.0, 1.0], [4.0, 1.0]])
    assert np.allclose(vectors, expected / np.linalg.norm(expected, axis=1, keepdims=True))


def test_a_text_as_long_as_a_part_is_one() -> None:
    text = "ab " * 333 + "c"
    assert len(text) == PART_CHARACTERS
    assert parts_of(text) == [text]
    assert parts_of(f"{text}d") == [text[:-2], "cd"]
