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
    MINILM,
    MPNET,
    PUBLISHED_WEIGHTS,
    WEIGHTS,
    checked_folder,
    digest_of_weights,
    folder_on_this_machine,
)
from models.encoders.network import Network, graph_of
from models.encoders.own_encoder import own_encoder
from models.encoders.text_encoder import Vectors, VectorSpace, published_space
from models.files.memory import let_go
from models.once import once

MOST_PIECES = {MINILM: 256, MPNET: 384}
"""By name of a model: what follows in a text is not read."""
_OF_PIECES = "embeddings.word_embeddings.weight"
_NOT_OF_THE_NETWORK = (_OF_PIECES, "embeddings.position_ids", "pooler.")


class PublishedEncoder:
    """The encoder, loaded."""

    def __init__(self, folder: Path, space: VectorSpace, changes: Changes | None = None, *, exact: bool = True) -> None:
        """`folder` holds the files of the model that the `space` is named for, whose digest was checked; `changes` to
        its layers keep the name of the space. Without `exact`, the accurate model reads in eight bits."""
        from tokenizers import Tokenizer

        self.space = space
        weights = _stored_weights(folder / WEIGHTS)
        self._vectors = weights[_OF_PIECES]
        of_network = _changed(weights, changes or {})
        if exact or space.id != MPNET:
            self._network = Network(graph_of(space.id), of_network)
        else:
            self._network = Network(graph_of(name_of(TAUGHT)), in_eight_bits(of_network, TAUGHT), _shared(folder))
        let_go(self._vectors)  # the layers, which the network has copied
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MOST_PIECES[space.id])
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), dimension)."""
        # Half a surrogate pair, which JSON can carry, is no character.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        pieces = [read.ids for read in self._tokenizer.encode_batch_fast(valid)]
        return self._network.vectors(pieces, self._vectors.__getitem__, on_progress)


def published_encoder(name: str, *, exact: bool) -> PublishedEncoder | None:
    """The encoder of that name, or of a path where such a model lies, for questions or, exactly, for the texts of an
    index; None where another one is named.

    Raises:
        EncoderError: its weights are not installed, or are others than those published.
    """
    if name in PUBLISHED_WEIGHTS:
        return PublishedEncoder(checked_folder(name), published_space(name), exact=exact)
    folder = Path(name).expanduser() if name else None
    space = space_of(folder) if folder and folder.is_dir() else None
    return None if folder is None or space is None else PublishedEncoder(folder, space, exact=exact)


def published_folder(name: str) -> Path:
    """Where a published model lies: on this machine, or where the user says that it does.

    Raises:
        EncoderError: it is at neither place, or its weights are others than those published.
    """
    own = Path(own_encoder()).expanduser() if own_encoder() and folder_on_this_machine(name) is None else None
    space = space_of(own) if own else None
    return own if own and space and space.id == name else checked_folder(name)


def space_of(folder: Path) -> VectorSpace | None:
    """The space of a model whose weights are published ones, in whatever folder; None of any other."""
    weights = folder / WEIGHTS
    digest = digest_of_weights(weights) if weights.is_file() else ""
    return next((published_space(known) for known, of_it in PUBLISHED_WEIGHTS.items() if of_it == digest), None)


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
