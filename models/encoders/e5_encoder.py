"""multilingual-e5-small as an encoder: texts in a hundred languages to unit vectors.

What it was trained for, to find passages by a question, it does worse here than a map of its vectors into the space of
the English texts (docs/languages.md). So all texts are read in one way, as questions.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from models.encoders.packed_e5 import PackedE5, packed_e5
from models.encoders.text_encoder import Vectors, set_up_libraries
from models.encoders.unit_vectors import units

if TYPE_CHECKING:
    from transformers import BertModel

QUESTION = "query: "
"""What the model was trained to read before a question."""
BATCH = 16
_BEFORE = {
    "embeddings.position_embeddings.weight": "emb.pos",
    "embeddings.token_type_embeddings.weight": "emb.type",
    "embeddings.LayerNorm.weight": "emb.ln.w",
    "embeddings.LayerNorm.bias": "emb.ln.b",
}
_OF_LAYER = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}
"""Arrays as transformers and as the package call them: before the layers, and in each."""


class E5Encoder:
    """The model, loaded."""

    def __init__(self, packed: PackedE5) -> None:
        """Unpack the weights of the network; those of the pieces stay packed."""
        self._packed = packed
        self._network = _network(packed)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 384); texts of like length go through the network together."""
        pieces = [self._packed.numbers_of(QUESTION + text) for text in texts]
        order = sorted(range(len(texts)), key=lambda place: -len(pieces[place]))
        vectors = np.empty((len(texts), self._packed.shape.width), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._vectors([pieces[place] for place in batch])
        return vectors

    def _vectors(self, pieces: Sequence[Sequence[int]]) -> Vectors:
        """The mean over each text's pieces of the last layer, at unit length; the longest text comes first."""
        import torch

        numbers = np.full((len(pieces), len(pieces[0])), self._packed.padding)
        for row, of_text in enumerate(pieces):
            numbers[row, : len(of_text)] = of_text
        is_piece = np.arange(numbers.shape[1]) < np.array([[len(of_text)] for of_text in pieces])
        with torch.inference_mode():
            read = self._network(
                inputs_embeds=torch.from_numpy(self._packed.vectors_of(numbers)),
                attention_mask=torch.from_numpy(is_piece.astype(np.int64)),
            )
        sums = np.einsum("tpw,tp->tw", read.last_hidden_state.numpy(), is_piece.astype(np.float32))
        return units(sums)


def load_e5() -> E5Encoder | None:
    """The encoder; None where its package is not installed.

    Raises:
        EncoderError: the package holds other weights.
    """
    packed = packed_e5()
    return None if packed is None else E5Encoder(packed)


def _network(packed: PackedE5) -> "BertModel":
    """The network with its weights; the vectors of pieces are given to it, so that its own table of them is empty."""
    set_up_libraries()
    import torch
    from transformers import BertConfig, BertModel

    shape = packed.shape
    config = BertConfig(
        vocab_size=1,
        hidden_size=shape.width,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner_width,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
    )
    network = BertModel(config, add_pooling_layer=False)
    weights = {
        name: torch.from_numpy(packed.array(_packed_name(name)).reshape(empty.shape))
        for name, empty in network.state_dict().items()
        if name != "embeddings.word_embeddings.weight"
    }
    network.load_state_dict(weights, strict=False, assign=True)
    network.eval()
    return network


def _packed_name(name: str) -> str:
    """The name in the package of an array that transformers calls so: "l0.q.w", "emb.ln.b"."""
    if name in _BEFORE:
        return _BEFORE[name]
    _encoder, _layer, layer, *part, kind = name.split(".")
    return f"l{layer}.{_OF_LAYER['.'.join(part)]}.{kind[0]}"
