"""Texts in fifteen languages as vectors in the space of the English texts.

Two encoders read a text, each in a space of its own in which a sentence and its translations are near one another:
models.encoders.universal_sentence_encoder and, where its package is installed, models.encoders.e5_encoder. A map takes
the vectors of each into the space of the encoder of the English texts, so that the texts need no second set of vectors:
all-MiniLM-L6-v2 and all-mpnet-base-v2 have maps, other encoders none. The two err differently, and the mean of both is
nearer to where the English sentence stands than either:

    vector = normalised(sum over the encoders of normalised(encoded @ weight + bias))

The maps are learnt on English texts alone, which all these encoders read (benches/fit_languages.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np

from models.digests import sha256_of_file
from models.encoders import e5_encoder, packed_e5, universal_sentence_encoder
from models.encoders.text_encoder import Chain, Vectors, VectorSpace, accurate_space, default_space
from models.encoders.unit_vectors import units
from models.errors import EncoderError
from models.once import once
from models.spoken import saying


@dataclass(frozen=True, slots=True)
class Maps:
    """The file of the maps into one vector space."""

    file_name: str
    sha256: str


MAPS = Maps("maps_to_english.npz", "635b8c23c0f3ce2206fe94fcfd0445ec9df7ed084f681142dc15f1cac306feee")
ACCURATE_MAPS = Maps("maps_to_english_accurate.npz", "8827b1a3adb97f22529af852f8f6e08f1e8f70839fb513d1cdc244b7a88da309")


def maps_into(space: VectorSpace) -> Maps | None:
    """The maps into a vector space; None where none were learnt."""
    return {default_space(): MAPS, accurate_space(): ACCURATE_MAPS}.get(space)


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

    def __init__(self, encoders: Sequence[MappedEncoder]) -> None:
        """At least one, of which each has the same say."""
        self.encoders = encoders

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension), in the space of the English texts."""
        return units(np.sum([encoder.mapped(texts) for encoder in self.encoders], axis=0))


@once
def load_multilingual_encoder(maps: Maps) -> MultilingualEncoder:
    """The encoders that are installed, with their maps into one space, loaded once.

    Raises:
        EncoderError: the universal sentence encoder is not installed; an encoder is another one than the map was
            learnt for; the maps were changed.
    """
    with resources.as_file(resources.files("models.encoders") / maps.file_name) as path:
        if sha256_of_file(path) != maps.sha256:
            raise EncoderError(saying("The file %(path)s was changed: install this program anew.", path=str(path)))
        with np.load(path) as arrays:
            arrays_of = {name: arrays[name].astype(np.float32) for name in arrays.files}
    loaded = {"use": universal_sentence_encoder.load_universal_sentence_encoder(), "e5": e5_encoder.load_e5()}
    return MultilingualEncoder(
        [
            MappedEncoder(encoder.encode, arrays_of[f"{name}_weight"], arrays_of[f"{name}_bias"])
            for name, encoder in loaded.items()
            if encoder is not None
        ]
    )


def multilingual_chain(maps: Maps) -> Chain:
    """What makes the vectors on this machine: the encoders that are installed, and the maps."""
    use = (universal_sentence_encoder.NAME, universal_sentence_encoder.WEIGHTS)
    e5 = ((packed_e5.NAME, packed_e5.WEIGHTS),) if packed_e5.is_installed() else ()
    return (use, *e5, (maps.file_name, maps.sha256))
