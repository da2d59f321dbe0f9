"""Texts in fifteen languages as vectors in the space of the English texts.

Two encoders read a text, each in a space of its own in which a sentence and its translations are near one another:
models.encoders.universal_sentence_encoder and, where its package is installed, models.encoders.multilingual_e5, whose
last layers have changed so that it puts a story where the English encoders put its English twin. A map takes the
vectors of each into the space of the encoder of the English texts, so that the texts need no second set of vectors:
all-MiniLM-L6-v2 and all-mpnet-base-v2 have maps, other encoders none. The two err differently, and the mean of both is
nearer to where the English sentence stands than either:

    vector = normalised(sum over the encoders of normalised(encoded @ weight + bias))

Another map of the second takes a sentence of an issue to where the encoder puts its English twin that has learnt how
people tell one (models.encoders.issue_encoder).

The map of the first is learnt on English texts alone (benches/fit_languages.py), what the second has learnt on stories
and sentences told in several languages (benches/fit_e5_changes.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from models.encoders import multilingual_e5, universal_sentence_encoder
from models.encoders.low_rank_changes import unpack
from models.encoders.text_encoder import Chain, Vectors, VectorSpace, accurate_space, default_space
from models.encoders.unit_vectors import units
from models.errors import EncoderError
from models.files.digests import sha256_of_file
from models.messages.spoken import saying
from models.once import once


@dataclass(frozen=True, slots=True)
class Learnt:
    """A file of what was learnt: the maps into one vector space, or the changes to an encoder's layers."""

    file_name: str
    sha256: str


MAPS = Learnt("maps_to_english.npz", "15034f1e1b8be731496d6fad0516fb29ab81fe57d8360ed78f9ae35a1511d9e0")
ACCURATE_MAPS = Learnt(
    "maps_to_english_accurate.npz", "0fc62514f7acfa094339eb393d20b915c865a3bf75f23bf967be1bdd66e1f9b0"
)
E5_CHANGES = Learnt("e5_changes.npz", "10fa858a1275c2b602901c3c9f4a8c210fe9ca5dc0296a88cda4274cc265503e")


def maps_into(space: VectorSpace) -> Learnt | None:
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

    def __init__(self, encoders: Sequence[MappedEncoder], taught: MappedEncoder | None = None) -> None:
        """At least one, of which each has the same say; `taught` is the one that has learnt how people tell an
        issue."""
        self.encoders = encoders
        self.taught = taught

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension), in the space of the English texts."""
        return units(np.sum([encoder.mapped(texts) for encoder in self.encoders], axis=0))


@once
def load_multilingual_encoder(maps: Learnt) -> MultilingualEncoder:
    """The encoders that are installed, with their maps into one space, loaded once.

    Raises:
        EncoderError: the universal sentence encoder is not installed; an encoder is another one than the map was
            learnt for; a file of what was learnt was changed.
    """
    arrays = {name: array.astype(np.float32) for name, array in _arrays(maps).items()}

    def mapped(encode: Callable[[Sequence[str]], Vectors], name: str) -> MappedEncoder:
        return MappedEncoder(encode, arrays[f"{name}_weight"], arrays[f"{name}_bias"])

    first = mapped(universal_sentence_encoder.load_universal_sentence_encoder().encode, "use")
    if not multilingual_e5.is_installed():
        return MultilingualEncoder([first])
    e5 = _changed_e5().encode
    taught = mapped(e5, "taught") if "taught_weight" in arrays else None
    return MultilingualEncoder([first, mapped(e5, "e5")], taught)


@once
def _changed_e5() -> multilingual_e5.E5Encoder:
    """The second encoder, the same for all spaces."""
    return multilingual_e5.load_e5(unpack(_arrays(E5_CHANGES)))


def _arrays(learnt: Learnt) -> dict[str, NDArray[np.generic]]:
    with resources.as_file(resources.files("models.encoders") / learnt.file_name) as path:
        if sha256_of_file(path) != learnt.sha256:
            raise EncoderError(saying("The file %(path)s was changed: install this program anew.", path=str(path)))
        with np.load(path, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}


def multilingual_chain(maps: Learnt) -> Chain:
    """What makes the vectors on this machine: the encoders that are installed, and what was learnt."""
    use = (universal_sentence_encoder.NAME, universal_sentence_encoder.WEIGHTS)
    e5 = ((multilingual_e5.NAME, multilingual_e5.WEIGHTS), (E5_CHANGES.file_name, E5_CHANGES.sha256))
    return (use, *(e5 if multilingual_e5.is_installed() else ()), (maps.file_name, maps.sha256))
