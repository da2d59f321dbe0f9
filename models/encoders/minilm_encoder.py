"""all-MiniLM-L6-v2, the default encoder, run by ONNX Runtime from its published weights.

N. Reimers and I. Gurevych, "Sentence-BERT", 2019; W. Wang et al., "MiniLM", 2020. A BERT of six layers. What it gives
is what sentence-transformers gives with the same files, without PyTorch: both map into one vector space.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from math import prod
from pathlib import Path

import numpy as np

from models.encoders.bert_network import BertNetwork, BertShape
from models.encoders.low_rank_changes import Changes, changed_weights
from models.encoders.text_encoder import PRINTED_SPACE, Vectors, VectorSpace, default_model
from models.mapped_files import let_go
from models.once import once

SHAPE = BertShape(width=384, layers=6, heads=12, inner_width=1536)
MOST_PIECES = 256
"""What follows in a text is not read."""


class MiniLmEncoder:
    """The encoder, loaded."""

    def __init__(self, folder: Path, space: VectorSpace, changes: Changes) -> None:
        """`folder` holds the files of the model, whose digest was checked."""
        from tokenizers import Tokenizer

        self.space = space
        weights = _stored_weights(folder / "model.safetensors")
        self._vectors = weights["embeddings.word_embeddings.weight"]
        self._network = BertNetwork(
            SHAPE, lambda name: changed_weights(name.removesuffix(".weight"), weights[name], changes)
        )
        let_go(self._vectors)  # the layers, which the network has copied
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MOST_PIECES)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str], on_progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32 (len(texts), 384)."""
        # Half a surrogate pair, which JSON can carry, is no character.
        valid = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        pieces = [read.ids for read in self._tokenizer.encode_batch_fast(valid)]
        return self._network.vectors(pieces, self._vectors.__getitem__, on_progress)


def load_minilm(changes: Changes | None = None) -> MiniLmEncoder:
    """The encoder, with changes to its layers if they are given; it keeps the name of its space.

    Raises:
        EncoderError: its weights are not installed, or are others than those published.
    """
    return MiniLmEncoder(default_model(), PRINTED_SPACE, changes or {})


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
