"""The published models, run by ONNX Runtime from their weights: vectors as sentence-transformers gives, no PyTorch.

N. Reimers and I. Gurevych, "Sentence-BERT", 2019; W. Wang et al., "MiniLM", 2020; K. Song et al., "MPNet", 2020. A
question is read so in every install: the network is loaded within a second, where PyTorch and sentence-transformers
take several, and half a gigabyte of memory.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from math import prod
from pathlib import Path

import numpy as np

from models.encoders.eight_bits import SHARED, TAUGHT, in_eight_bits, name_of
from models.encoders.low_rank_changes import Changes, changed_weights
from models.encoders.model_files import (
    ACCURATE_MODEL,
    LIGHT_MODEL,
    PUBLISHED_WEIGHTS,
    WEIGHTS,
    checked_folder,
    published_name,
)
from models.encoders.network import Network, graph_of
from models.encoders.text_encoder import Vectors, published_space
from models.files.memory import let_go
from models.once import once

MOST_PIECES = {LIGHT_MODEL: 256, ACCURATE_MODEL: 384}
"""By name of a model: what follows in a text is not read."""
_OF_PIECES = "embeddings.word_embeddings.weight"
_NOT_OF_THE_NETWORK = (_OF_PIECES, "embeddings.position_ids", "pooler.")


class PublishedEncoder:
    """The encoder, loaded."""

    def __init__(self, folder: Path, name: str, changes: Changes | None = None, *, exact: bool = True) -> None:
        """`folder` holds the files of the model of that name, whose digest was checked; `changes` to its layers keep
        the name of the space. Without `exact`, the accurate model reads in eight bits."""
        from tokenizers import Tokenizer

        self.space = published_space(name)
        weights = _stored_weights(folder / WEIGHTS)
        self._vectors = weights[_OF_PIECES]
        of_network = _changed(weights, changes or {})
        if exact or name != ACCURATE_MODEL:
            self._network = Network(graph_of(name), of_network)
        else:
            self._network = Network(graph_of(name_of(TAUGHT)), in_eight_bits(of_network, TAUGHT), _shared(folder))
        let_go(self._vectors)  # the layers, which the network has copied
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MOST_PIECES[name])
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension)."""
        # Half a surrogate pair, which JSON can carry, is no character.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        pieces = [read.ids for read in self._tokenizer.encode_batch_fast(valid)]
        vectors = self._network.vectors(pieces, self._vectors.__getitem__, on_progress)
        let_go(self._vectors)  # a few pieces of each text would keep the whole file in this process
        return vectors


def load_published(name: str, changes: Changes | None = None, *, exact: bool = True) -> PublishedEncoder:
    """The published model of that name, with changes to its layers if they are given.

    Raises:
        EncoderError: its weights are not on this machine, or are others than those published.
    """
    return PublishedEncoder(checked_folder(name), name, changes, exact=exact)


def published_encoder(name: str, *, exact: bool) -> PublishedEncoder | None:
    """The model of that name, or of a path where such a model lies, for questions or, exactly, for the texts of an
    index; None where another one is named. Raises as `load_published`."""
    if name in PUBLISHED_WEIGHTS:
        return load_published(name, exact=exact)
    folder = Path(name).expanduser()
    published = published_name(folder) if name else None
    return None if published is None else PublishedEncoder(folder, published, exact=exact)


def _changed(weights: Mapping[str, Vectors], changes: Changes) -> dict[str, Vectors]:
    """The weights of the network."""
    return {
        name: changed_weights(name.removesuffix(".weight"), array, changes)
        for name, array in weights.items()
        if not name.startswith(_NOT_OF_THE_NETWORK)
    }


@once
def _shared(folder: Path) -> Network:
    """The layers of the accurate model, in eight bits, that are not taught."""
    return Network(graph_of(name_of(SHARED)), in_eight_bits(_changed(_stored_weights(folder / WEIGHTS), {}), SHARED))


@once
def _stored_weights(path: Path) -> Mapping[str, Vectors]:
    """The arrays of a file in the format of safetensors, float32, mapped: encoders and processes share its pages.

    The length of the head (8 bytes, little-endian), the head (JSON), the arrays one after the other.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        head = json.loads(file.read(length))
    stored = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
    return {
        name: np.asarray(_array(stored, entry["data_offsets"][0], entry["shape"]))
        for name, entry in head.items()
        if entry.get("dtype") == "F32"
    }


def _array(stored: np.memmap, start: int, shape: Sequence[int]) -> Vectors:
    return stored[start : start + 4 * prod(shape)].view("<f4").reshape(shape)
