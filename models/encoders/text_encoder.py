"""Encoders: texts to unit vectors, behind one protocol.

all-MiniLM-L6-v2, the light model, is in every install; all-mpnet-base-v2, the accurate one, is that of an install which
has it. Both are loaded from disk and checked against the published weights; nothing is downloaded. A question is read
by ONNX Runtime (models/encoders/published_encoder.py), so that no PyTorch is loaded for it; the texts of an index by
sentence-transformers, where it is installed, and so by a graphics card (models/encoders/sentence_encoder.py), which
runs any other model too. `letters` is a small deterministic encoder for tests.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.util import find_spec
from typing import Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.encoders.model_files import MINILM, MPNET, PUBLISHED_WEIGHTS, folder_on_this_machine
from models.encoders.unit_vectors import units
from models.vocabularies.spelled_out import spelled_out, tables_digest

DEFAULT_ENCODER = MINILM
"""The light model, which every install has and the classifiers have learnt from."""
ACCURATE_ENCODER = MPNET
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


_DIMENSIONS = {MINILM: 384, MPNET: 768}


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


def usual_encoder() -> str:
    """The model that a new index has where none is named: the accurate one, where it is on this machine."""
    return DEFAULT_ENCODER if folder_on_this_machine(ACCURATE_ENCODER) is None else ACCURATE_ENCODER


def load_encoder(name: str = DEFAULT_ENCODER) -> TextEncoder:
    """The encoder of that name, for questions: a published model, `letters`, or a sentence-transformers model by name
    or path.

    It reads texts with their abbreviations in words. Nothing is downloaded: a model by name must be on this machine
    already.

    Raises:
        EncoderError: there is no such model here, or it cannot be loaded.
    """
    if name == TEST_ENCODER:
        return SpellingEncoder(LetterEncoder())
    from models.encoders.published_encoder import published_encoder
    from models.encoders.sentence_encoder import load_sentence_encoder

    return SpellingEncoder(published_encoder(name, exact=False) or load_sentence_encoder(name))


def load_document_encoder(name: str, device: str | None = None) -> TextEncoder:
    """The encoder of that name, for the many texts of an index: by sentence-transformers where it is installed, on the
    `device` named or the best that there is (models.encoders.sentence_encoder).

    The light model is as fast by ONNX Runtime on a processor, and is run by it unless a device is named.
    Raises: as `load_encoder`; EncoderError too, where there is no such device.
    """
    by_runtime = name == TEST_ENCODER or (device is None and name == DEFAULT_ENCODER)
    installed = find_spec("sentence_transformers") is not None
    if by_runtime:
        return load_encoder(name)
    from models.encoders.published_encoder import published_encoder
    from models.encoders.sentence_encoder import load_sentence_encoder

    by_runtime = device is None and not installed
    encoder = published_encoder(name, exact=True) if by_runtime else None
    return SpellingEncoder(encoder or load_sentence_encoder(name, device))


class SpellingEncoder:
    """An encoder that reads texts with their abbreviations in words."""

    def __init__(self, encoder: TextEncoder) -> None:
        """Its space is another than that of the `encoder`, which reads texts as they are printed."""
        self._encoder = encoder
        self.space = _spelled(encoder.space)

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """As TextEncoder."""
        return self._encoder.encode([spelled_out(text) for text in texts], on_progress)


@cache
def default_space() -> VectorSpace:
    """The space of the encoder that is loaded where none is named."""
    return _spelled(published_space(DEFAULT_ENCODER))


@cache
def accurate_space() -> VectorSpace:
    """The space of the accurate encoder."""
    return _spelled(published_space(ACCURATE_ENCODER))


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
