"""The query's side of the vector space: a text to one unit vector, by encoders that are loaded when first needed."""

from collections.abc import Callable, Sequence

import numpy as np

from models.encoders.load_encoder import load_encoder_of_index, load_issue_encoder
from models.encoders.model_files import PUBLISHED_WEIGHTS
from models.encoders.multilingual_encoder import MultilingualEncoder, load_multilingual_encoder, maps_into
from models.encoders.text_encoder import TextEncoder, Vectors, VectorSpace, accurate_space, light_space
from models.encoders.unit_vectors import mean_direction
from models.errors import VectorSpaceMismatch
from models.index_folder.folder import Manifest
from models.messages.spoken import saying
from models.once import once

PART_CHARACTERS = 1_000
"""An encoder reads some 200 words and drops what follows: a longer text is encoded in parts."""
MOST_PARTS = 10


class QueryEncoder:
    """Maps texts into the vector space of one index."""

    def __init__(self, index: str, manifest: Manifest, encoder: TextEncoder | None) -> None:
        """`index` is where the index is, for messages; without an encoder the index's own is loaded at first use.

        Raises:
            VectorSpaceMismatch: the given encoder does not map into the vector space of the index.
        """
        self._index = index
        self._manifest = manifest
        self._given = None if encoder is None else self._checked(encoder)

    def vector(self, text: str) -> Vectors:
        """The unit vector of a text, float32 (dimension,): of a long one, the mean of its parts.

        Raises:
            EncoderError: the encoder of the index cannot be loaded.
            VectorSpaceMismatch: the encoder of that name on this machine is another one.
        """
        return np.asarray(self.vectors([text])[0])

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The unit vectors of texts, float32 (texts, dimension), read at once; raises as `vector`."""
        return mean_vectors(self.load().encode, texts)

    def issue_vectors(self, sentences: Sequence[str]) -> Vectors | None:
        """The unit vectors of the sentences of an issue, float32 (sentences, dimension), by the encoder that has learnt
        how people tell one, which is loaded at first use.

        None where the index has the vectors of an encoder that was not taught. Raises: as `vector`.
        """
        encoder = self.issue_encoder()
        return None if encoder is None else mean_vectors(encoder.encode, sentences)

    def issue_encoder(self) -> TextEncoder | None:
        """That encoder, or None; raises as `vector`."""
        space = self._manifest.vector_space
        return load_issue_encoder(space.id) if space in (light_space(), accurate_space()) else None

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for issues in other languages; None if it has no maps into the vectors of the index.

        Raises:
            EncoderError: it cannot be loaded.
        """
        maps = maps_into(self._manifest.vector_space)
        return None if maps is None else load_multilingual_encoder(maps)

    def load(self) -> TextEncoder:
        """The encoder; raises as `vector`."""
        manifest = self._manifest
        return self._given or self._checked(load_once(self._index, manifest.encoder, manifest.vector_space))

    def _checked(self, encoder: TextEncoder) -> TextEncoder:
        if encoder.space != self._manifest.vector_space:
            raise VectorSpaceMismatch(
                saying(
                    "The index in %(index)s was built with the encoder %(built_with)s, and %(encoder)s does not map "
                    "into its vectors: search without naming an encoder, or rebuild with `upr index PATH --to "
                    "%(index)s --encoder %(encoder)s`.",
                    index=str(self._index),
                    built_with=self._manifest.encoder,
                    encoder=encoder.space.id,
                )
            )
        return encoder


def load_once(index: str, name: str, space: VectorSpace) -> TextEncoder:
    """The encoder of an index, one for all indexes of this process; raises as `load_encoder_of_index`."""
    return _loaded(index if name not in PUBLISHED_WEIGHTS else "", name, space)


_loaded = once(load_encoder_of_index)


def mean_vectors(encode: Callable[[Sequence[str]], Vectors], texts: Sequence[str]) -> Vectors:
    """The unit vectors of texts, float32 (texts, dimension): of a long one, the mean of its parts."""
    parts = [parts_of(text) for text in texts]
    read = encode([part for of_text in parts for part in of_text])
    ends = np.cumsum([len(of_text) for of_text in parts])
    return np.array([mean_direction(of_text) for of_text in np.split(read, ends[:-1])])


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
