"""What indexer and search ask of an encoder, and the spaces of vectors that there are.

`letters` is a small deterministic encoder for tests; models/encoders/load_encoder.py loads any.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from typing import Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.encoders.model_files import ACCURATE_MODEL, LIGHT_MODEL, PUBLISHED_WEIGHTS
from models.encoders.unit_vectors import units
from models.vocabularies.spelled_out import spelled_out, tables_digest

TEST_ENCODER = "letters"

BATCH = 64
"""Texts of one call to the model."""

Vectors = NDArray[np.float32]
Chain = tuple[tuple[str, str], ...]
"""(name, sha256) of an encoder and of each adapter after it."""


@dataclass(frozen=True, slots=True)
class VectorSpace:
    """Which vectors can be compared with which."""

    id: str
    chain: Chain
    dimension: int


_DIMENSIONS = {LIGHT_MODEL: 384, ACCURATE_MODEL: 768}


def published_space(name: str) -> VectorSpace:
    """Of a published model that reads texts as they are printed."""
    return VectorSpace(name, ((name, PUBLISHED_WEIGHTS[name]),), _DIMENSIONS[name])


class TextEncoder(Protocol):
    """What indexer and search ask of an encoder."""

    @property
    def space(self) -> VectorSpace:
        """The space that `encode` maps into."""
        ...

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension); `on_progress` gets the number of texts just done."""
        ...


class SpellingEncoder:
    """An encoder that reads texts with their abbreviations in words."""

    def __init__(self, encoder: TextEncoder) -> None:
        """Its space is another than that of the `encoder`, which reads texts as they are printed."""
        self._encoder = encoder
        self.space = _spelled(encoder.space)

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """The vectors of texts with their abbreviations spelled out (texts, dimension)."""
        return self._encoder.encode([spelled_out(text) for text in texts], on_progress)


@cache
def space_of(name: str) -> VectorSpace:
    """The space of a published model as it is loaded: it reads texts with their abbreviations in words."""
    return _spelled(published_space(name))


def light_space() -> VectorSpace:
    """The space of the encoder that is loaded where none is named."""
    return space_of(LIGHT_MODEL)


def accurate_space() -> VectorSpace:
    """The space of the accurate encoder."""
    return space_of(ACCURATE_MODEL)


def _spelled(space: VectorSpace) -> VectorSpace:
    return replace(space, chain=(*space.chain, ("abbreviations in words", tables_digest())))


class LetterEncoder:
    """Hashed words and letter trigrams: texts that share words are near. Deterministic; for tests."""

    _DIMENSION = 256

    @cached_property
    def space(self) -> VectorSpace:
        """The one space of this encoder."""
        return VectorSpace(TEST_ENCODER, ((TEST_ENCODER, sha256(b"letters 1").hexdigest()),), self._DIMENSION)

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors; a text without letters gets a vector of its own."""
        vectors = np.zeros((len(texts), self._DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature, weight in _features(text):
                number = crc32(feature.encode())
                vectors[row, number % self._DIMENSION] += weight if number & 0x10000 else -weight
            if not vectors[row].any():
                vectors[row, 0] = 1.0
        if on_progress is not None:
            on_progress(len(texts))
        return units(vectors)


def _features(text: str) -> list[tuple[str, float]]:
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    features = [(word, 0.2 if len(word) < 4 else 1.0) for word in words if word]
    for word in words:
        features += [(f"#{word[at : at + 3]}", 0.2) for at in range(len(word) - 2)]
    return features
