"""multilingual-e5-small as an encoder: texts in a hundred languages to unit vectors.

What it was trained for, to find passages by a question, it does worse here than a map of its vectors into the space of
the English texts (docs/models.md). So all texts are read in one way, as questions.

Its last layers have changes of low rank, by which a text in any language comes to lie where the English encoders put
the same in English (N. Reimers and I. Gurevych, "Making Monolingual Sentence Embeddings Multilingual using Knowledge
Distillation", 2020). benches/fit_e5_changes.py learns them.
"""

from collections.abc import Sequence

from models.encoders.low_rank_changes import Changes, changed_weights
from models.encoders.network import Network, graph_of
from models.encoders.packed_e5 import NAME, PackedE5, Shape, packed_e5
from models.encoders.text_encoder import Vectors

QUESTION = "query: "
"""What the model was trained to read before a question."""
_BEFORE = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_OF_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""Arrays as the package and as transformers call them: before the layers, and in each ("l0.q.w")."""
_KINDS = {"w": "weight", "b": "bias"}


class E5Encoder:
    """The model, loaded."""

    def __init__(self, packed: PackedE5, graph: bytes, changes: Changes | None = None) -> None:
        """Unpack the weights of the network, with `changes` to its layers; those of the pieces stay packed."""
        self._packed = packed
        weights = weights_of(packed)
        of_network = {
            name: changed_weights(name.removesuffix(".weight"), array, changes or {}) for name, array in weights.items()
        }
        self._network = Network(graph, of_network)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 384)."""
        pieces = [self._packed.numbers_of(QUESTION + text) for text in texts]
        return self._network.vectors(pieces, self._packed.vectors_of)


def load_e5(changes: Changes | None = None) -> E5Encoder | None:
    """The encoder, with `changes` to its layers; None where its package is not installed.

    Raises:
        EncoderError: the package holds other weights.
    """
    packed = packed_e5()
    return None if packed is None else E5Encoder(packed, graph_of(NAME), changes)


def weights_of(packed: PackedE5) -> dict[str, Vectors]:
    """The arrays of the network, by the names of transformers."""
    shape = packed.shape
    layers = {
        f"l{layer}.{part}.{kind}": f"encoder.layer.{layer}.{_OF_LAYER[part]}.{_KINDS[kind]}"
        for layer in range(shape.layers)
        for part in _OF_LAYER
        for kind in _KINDS
    }
    return {
        name: packed.array(packed_as).reshape(_sizes(name, shape)) for packed_as, name in {**_BEFORE, **layers}.items()
    }


def _sizes(name: str, shape: Shape) -> tuple[int, ...]:
    """Of an array, (outputs, inputs) for a layer."""
    if name.endswith("bias") or "LayerNorm" in name:
        return (-1,)
    reads_inner = name.endswith(".output.dense.weight") and ".attention." not in name
    return (-1, shape.inner_width if reads_inner else shape.width)
