"""Texts in fifteen languages as vectors in the space of the English texts.

Two encoders read a text, each in a space of its own in which a sentence and its translations are near one another:
models.encoders.universal_sentence_encoder and, where its package is installed, models.encoders.e5_encoder. A map takes
the vectors of each into the space of all-MiniLM-L6-v2, so that the texts need no second set of vectors. The encoders
err differently, and the mean of both is nearer to where the English sentence stands than either:

    vector = normalised(sum over the encoders of normalised(encoded @ weight + bias))

The maps are learnt on English texts alone, which all three encoders read (benches/fit_languages.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np

from models.digests import sha256_of_file
from models.encoders import e5_encoder, packed_e5, universal_sentence_encoder
from models.encoders.text_encoder import Chain, Vectors
from models.encoders.unit_vectors import units
from models.errors import EncoderError
from models.once import once

MAPS = "maps_to_english.npz"
MAPS_DIGEST = "635b8c23c0f3ce2206fe94fcfd0445ec9df7ed084f681142dc15f1cac306feee"


@dataclass(frozen=True, slots=True, eq=False)
class MappedEncoder:
    """An encoder and the map of its vectors into the space of the default encoder."""

    encode: Callable[[Sequence[str]], Vectors]
    weight: Vectors
    """(width, 384), float32."""
    bias: Vectors
    """(384), float32."""

    def mapped(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), 384)."""
        return units(self.encode(texts) @ self.weight + self.bias)


class MultilingualEncoder:
    """The encoders together."""

    def __init__(self, encoders: Sequence[MappedEncoder]) -> None:
        """At least one, of which each has the same say."""
        self.encoders = encoders

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 384), in the space of the default encoder."""
        return units(np.sum([encoder.mapped(texts) for encoder in self.encoders], axis=0))


@once
def load_multilingual_encoder() -> MultilingualEncoder:
    """The encoders that are installed, with their maps, loaded once.

    Raises:
        EncoderError: the universal sentence encoder is not installed; an encoder is another one than the map was
            learnt for; the maps were changed.
    """
    with resources.as_file(resources.files("models.encoders") / MAPS) as path:
        if sha256_of_file(path) != MAPS_DIGEST:
            raise EncoderError(f"The file {path} was changed: install this program anew.")
        with np.load(path) as arrays:
            maps = {name: arrays[name].astype(np.float32) for name in arrays.files}
    loaded = {"use": universal_sentence_encoder.load_universal_sentence_encoder(), "e5": e5_encoder.load_e5()}
    return MultilingualEncoder(
        [
            MappedEncoder(encoder.encode, maps[f"{name}_weight"], maps[f"{name}_bias"])
            for name, encoder in loaded.items()
            if encoder is not None
        ]
    )


def multilingual_chain() -> Chain:
    """What makes the vectors on this machine: the encoders that are installed, and the maps."""
    use = (universal_sentence_encoder.NAME, universal_sentence_encoder.WEIGHTS)
    e5 = ((packed_e5.NAME, packed_e5.WEIGHTS),) if packed_e5.is_installed() else ()
    return (use, *e5, (MAPS, MAPS_DIGEST))
