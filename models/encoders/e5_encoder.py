"""multilingual-e5-small as an encoder: texts in a hundred languages to unit vectors.

What it was trained for, to find passages by a question, it does worse here than a map of its vectors into the space of
the English texts (docs/languages.md). So all texts are read in one way, as questions.
"""

from collections.abc import Sequence

from models.encoders.bert_network import BertNetwork, BertShape
from models.encoders.packed_e5 import PackedE5, packed_e5
from models.encoders.text_encoder import Vectors

QUESTION = "query: "
"""What the model was trained to read before a question."""
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
        sizes = packed.shape
        shape = BertShape(sizes.width, sizes.layers, sizes.heads, sizes.inner_width)
        self._network = BertNetwork(shape, lambda name: packed.array(_packed_name(name)))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 384)."""
        pieces = [self._packed.numbers_of(QUESTION + text) for text in texts]
        return self._network.vectors(pieces, self._packed.vectors_of)


def load_e5() -> E5Encoder | None:
    """The encoder; None where its package is not installed.

    Raises:
        EncoderError: the package holds other weights.
    """
    packed = packed_e5()
    return None if packed is None else E5Encoder(packed)


def _packed_name(name: str) -> str:
    """The name in the package of an array that transformers calls so: "l0.q.w", "emb.ln.b"."""
    if name in _BEFORE:
        return _BEFORE[name]
    _encoder, _layer, layer, *part, kind = name.split(".")
    return f"l{layer}.{_OF_LAYER['.'.join(part)]}.{kind[0]}"
