"""Texts in fifteen languages as vectors in the space of the English texts.

Two encoders read a text, each in a space of its own in which a sentence and its translations are near one another:
models.encoders.universal_sentence_encoder and, where its package is installed, models.encoders.multilingual_e5, whose
last layers have changed so that it puts a story where the English encoders put its English twin. A map takes the
vectors of each into the space of the encoder of the English texts, so that the texts need no second set of vectors:
all-MiniLM-L6-v2 and all-mpnet-base-v2 have maps, other encoders none. The two err differently, and the mean of both is
nearer to where the English sentence stands than either:

    vector = normalised(sum over the encoders of normalised(encoded @ weight + bias))

Another map of the second takes a sentence of an issue to where the encoder puts its English twin that has learnt how
people tell one (models.encoders.load_encoder).

The map of the first is learnt on English texts alone (benches/fit_languages.py), what the second has learnt on stories
and sentences told in several languages (benches/fit_e5_changes.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from models.encoders import multilingual_e5, universal_sentence_encoder
from models.encoders.low_rank_changes import unpack
from models.encoders.model_files import LEARNT, learnt_arrays
from models.encoders.text_encoder import Chain, Vectors, VectorSpace, accurate_space, light_space
from models.encoders.unit_vectors import units
from models.files.digests import sha256_of_file
from models.once import once

MAPS, ACCURATE_MAPS = "maps_to_english.npz", "maps_to_english_accurate.npz"
E5_CHANGES = "e5_changes.npz"
"""Files of what was learnt: the maps into each vector space, and the changes to an encoder's layers."""


def maps_into(space: VectorSpace) -> str | None:
    """The file of the maps into a vector space; None where none were learnt."""
    return {light_space(): MAPS, accurate_space(): ACCURATE_MAPS}.get(space)


@dataclass(frozen=True, slots=True, eq=False)
class MappedEncoder:
    """An encoder and the map of its vectors into the space of the English texts."""

    encode: Callable[[Sequence[str]], Vectors]
    weight: Vectors
    """(width, dimension), float32."""
    bias: Vectors
    """(dimension), float32."""

    def mapped(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), dimension)."""
        return units(self.encode(texts) @ self.weight + self.bias)


class MultilingualEncoder:
    """The encoders together."""

    def __init__(self, encoders: Sequence[MappedEncoder], taught: MappedEncoder | None = None) -> None:
        """At least one, of which each has the same say; `taught` is the one that has learnt how people tell an
        issue."""
        self.encoders = encoders
        self.taught = taught

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension), in the space of the English texts."""
        return units(np.sum([encoder.mapped(texts) for encoder in self.encoders], axis=0))


@once
def load_multilingual_encoder(maps: str) -> MultilingualEncoder:
    """The encoders that are installed, with their maps into one space (a file of them), loaded once.

    Raises:
        EncoderError: the universal sentence encoder is not installed; an encoder is another one than the map was
            learnt for.
    """
    arrays = {name: array.astype(np.float32) for name, array in learnt_arrays(maps).items()}

    def mapped(encode: Callable[[Sequence[str]], Vectors], name: str) -> MappedEncoder:
        return MappedEncoder(encode, arrays[f"{name}_weight"], arrays[f"{name}_bias"])

    first = mapped(universal_sentence_encoder.load_universal_sentence_encoder(), "use")
    if not multilingual_e5.is_installed():
        return MultilingualEncoder([first])
    e5 = _changed_e5().encode
    taught = mapped(e5, "taught") if "taught_weight" in arrays else None
    return MultilingualEncoder([first, mapped(e5, "e5")], taught)


@once
def _changed_e5() -> multilingual_e5.E5Encoder:
    """The second encoder, the same for all spaces."""
    return multilingual_e5.load_e5(unpack(learnt_arrays(E5_CHANGES)))


def multilingual_chain(maps: str) -> Chain:
    """What makes the vectors on this machine: the encoders that are installed, and what was learnt."""
    use = (universal_sentence_encoder.NAME, universal_sentence_encoder.WEIGHTS)
    e5 = ((multilingual_e5.NAME, multilingual_e5.WEIGHTS), (E5_CHANGES, sha256_of_file(LEARNT / E5_CHANGES)))
    return (use, *(e5 if multilingual_e5.is_installed() else ()), (maps, sha256_of_file(LEARNT / maps)))
