"""The query's side of the vector space: a text to one unit vector, by an encoder that is loaded when first needed."""

from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from models.errors import VectorSpaceMismatch
from models.index_folder import Manifest
from models.text_encoder import TextEncoder, load_encoder

PART_CHARACTERS = 1_000
"""An encoder reads some 200 words and drops what follows: a longer text is encoded in parts."""
MOST_PARTS = 10


class QueryEncoder:
    """Maps texts into the vector space of one index; a map on the query's side alone has its place in `vector`."""

    def __init__(self, folder: Path, manifest: Manifest, encoder: TextEncoder | None) -> None:
        """`folder` is the index folder, for messages; without an encoder the index's own is loaded at first use.

        Raises:
            VectorSpaceMismatch: the given encoder does not map into the vector space of the index.
        """
        self._folder = folder
        self._manifest = manifest
        self._lock = Lock()
        self._encoder = None if encoder is None else self._checked(encoder)

    def vector(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text, float32 (dimension,): of a long one, the mean of its parts.

        Raises:
            EncoderError: the encoder of the index cannot be loaded.
            VectorSpaceMismatch: the encoder of that name on this machine is another one.
        """
        parts = self.load().encode(parts_of(text))
        mean = parts.mean(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)

    def load(self) -> TextEncoder:
        """The encoder, loaded once; other threads wait for it."""
        with self._lock:
            if self._encoder is None:
                self._encoder = self._checked(load_encoder(self._manifest.encoder))
            return self._encoder

    def _checked(self, encoder: TextEncoder) -> TextEncoder:
        if encoder.space != self._manifest.vector_space:
            raise VectorSpaceMismatch(
                f"The index in {self._folder} was built with the encoder {self._manifest.encoder}, and "
                f"{encoder.space.id} does not map into its vectors: search without naming an encoder, or rebuild with "
                f"`upr index PATH --to {self._folder} --encoder {encoder.space.id}`."
            )
        return encoder


def parts_of(text: str) -> list[str]:
    """A text cut at spaces into parts that an encoder reads whole."""
    parts: list[str] = []
    rest = text.strip()
    while rest and len(parts) < MOST_PARTS:
        end = len(rest) if len(rest) <= PART_CHARACTERS else rest.rfind(" ", 1, PART_CHARACTERS)
        end = end if end > 0 else PART_CHARACTERS
        parts.append(rest[:end])
        rest = rest[end:].strip()
    return parts or [text]
