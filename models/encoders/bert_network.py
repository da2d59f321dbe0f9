"""A BERT run by ONNX Runtime: texts as numbers of their pieces to the mean of what its last layer says of each piece.

J. Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", 2019. The graph is
put together at load, of the weights as they are published; what is joined in one step (attention, adding and GELU) are
ONNX Runtime's own operators (com.microsoft), which compute what PyTorch does: vectors differ from its by less than a
millionth (tests/models/encoders/test_minilm_encoder.py).

Weights stay in float32. In eight bits, with one factor for all pieces of a text, vectors of real texts come to a mean
cosine of 0.993 with these (docs/performance.md).
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoders.quiet_libraries import onnx_runtime
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import units

PIECES_AT_ONCE = 320
"""Pieces of several texts that go through the network together, padding counted: what passes between the layers of more
outgrows the processor's cache, and of fewer each step costs more than its arithmetic. A longer text goes alone."""
_SPREAD = 1e-12
"""Added to the variance where vectors are normalised."""
_OPERATORS, _OWN_OPERATORS = ("", 18), ("com.microsoft", 1)
"""Versions of the standard's operators and of ONNX Runtime's own."""
_ONNX_VERSION = 9

Numbers = Sequence[int]
Lookup = Callable[[str], NDArray[np.floating]]
"""An array of weights by the name that transformers gives it, with as many numbers as its shape says, in order."""


@dataclass(frozen=True, slots=True)
class BertShape:
    """Sizes of a network."""

    width: int
    layers: int
    heads: int
    inner_width: int


class BertNetwork:
    """The network, loaded."""

    def __init__(self, shape: BertShape, weights: Lookup) -> None:
        """Put the graph together; the weights are copied."""
        self._positions = weights("embeddings.position_embeddings.weight").reshape(-1, shape.width)
        self._type = weights("embeddings.token_type_embeddings.weight").reshape(-1, shape.width)[0]
        self._session = _Graph(shape, weights).session()

    def vectors(
        self,
        texts: Sequence[Numbers],
        vectors_of: Callable[[NDArray[np.int64]], Vectors],
        on_progress: Callable[[int], None] | None = None,
    ) -> Vectors:
        """Unit vectors, float32 (len(texts), width); texts of like length go through together, which saves padding.

        `texts` are numbers of pieces, at least one each and at most as many as the network has positions; `vectors_of`
        gives the vectors of such numbers; `on_progress` gets the number of texts just done.
        """
        vectors = np.empty((len(texts), self._positions.shape[1]), dtype=np.float32)
        processors = int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1)
        lengths = [len(text) for text in texts]
        batches = list(_batches(lengths, min(PIECES_AT_ONCE, ceil(sum(lengths) / processors))))

        def means(batch: Sequence[int]) -> Vectors:
            return self._means([texts[place] for place in batch], vectors_of)

        # A thread for each batch: threads that share one wait for each other at each of its steps.
        with ThreadPoolExecutor(processors) as threads:
            for batch, found in zip(batches, threads.map(means, batches), strict=True):
                vectors[batch] = found
                if on_progress is not None:
                    on_progress(len(batch))
        return vectors

    def _means(self, texts: Sequence[Numbers], vectors_of: Callable[[NDArray[np.int64]], Vectors]) -> Vectors:
        """The longest text comes first. Which piece stands behind the end of a shorter one does not count."""
        numbers = np.zeros((len(texts), len(texts[0])), dtype=np.int64)
        is_piece = np.zeros(numbers.shape, dtype=np.int32)
        for row, text in enumerate(texts):
            numbers[row, : len(text)], is_piece[row, : len(text)] = text, 1
        pieces = vectors_of(numbers) + self._positions[: numbers.shape[1]] + self._type
        (read,) = self._session.run(None, {"pieces": pieces, "is_piece": is_piece})
        return units(np.einsum("tpw,tp->tw", read, is_piece.astype(np.float32)))


def _batches(lengths: Sequence[int], pieces: int) -> Iterator[list[int]]:
    """Places of texts that go through together, at most so many pieces, by their lengths, the longest first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


class _Graph:
    """Operators and weights in the order in which pieces pass them."""

    def __init__(self, shape: BertShape, weights: Lookup) -> None:
        self._shape, self._lookup = shape, weights
        self._nodes: list[Any] = []
        self._weights: dict[str, Vectors] = {}
        pieces = self._normalised("pieces", "embeddings.LayerNorm")
        for number in range(shape.layers):
            pieces = self._layer(f"encoder.layer.{number}", pieces)
        self._last = pieces

    def _layer(self, name: str, pieces: str) -> str:
        """One layer: each piece looks at all others, then is read by itself."""
        width, inner = self._shape.width, self._shape.inner_width
        attention = f"{name}.attention"
        sides = [f"{attention}.self.{side}" for side in ("query", "key", "value")]
        seen = [self._times(pieces, side, width, width) for side in sides]
        bias = self._weight(f"{attention}.self.bias", np.concatenate([self._lookup(f"{side}.bias") for side in sides]))
        looked = self._own_step("MultiHeadAttention", [*seen, bias, "is_piece"], num_heads=self._shape.heads)
        told = self._times(looked, f"{attention}.output.dense", width, width)
        pieces = self._added(pieces, told, f"{attention}.output")
        read = self._times(pieces, f"{name}.intermediate.dense", width, inner)
        read = self._own_step("BiasGelu", [read, self._array(f"{name}.intermediate.dense.bias")])
        return self._added(pieces, self._times(read, f"{name}.output.dense", inner, width), f"{name}.output")

    def _times(self, pieces: str, layer: str, inputs: int, outputs: int) -> str:
        weight = self._lookup(f"{layer}.weight").reshape(outputs, inputs).T
        return self._step("MatMul", [pieces, self._weight(f"{layer}.weight", weight)])

    def _added(self, pieces: str, told: str, block: str) -> str:
        """Pieces with what a block says of them added, normalised."""
        told = self._step("Add", [told, self._array(f"{block}.dense.bias")])
        return self._normalised(self._step("Add", [pieces, told]), f"{block}.LayerNorm")

    def _normalised(self, pieces: str, name: str) -> str:
        terms = [pieces, self._array(f"{name}.weight"), self._array(f"{name}.bias")]
        return self._step("LayerNormalization", terms, epsilon=_SPREAD)

    def _array(self, name: str) -> str:
        return self._weight(name, self._lookup(name))

    def _weight(self, name: str, array: NDArray[np.floating]) -> str:
        self._weights[name] = np.ascontiguousarray(array, dtype=np.float32)
        return name

    def _own_step(self, operator: str, inputs: Sequence[str], **settings: Any) -> str:
        return self._step(operator, inputs, _OWN_OPERATORS[0], **settings)

    def _step(self, operator: str, inputs: Sequence[str], domain: str = "", **settings: Any) -> str:
        """Add an operator and return the name of what comes out of it."""
        from onnx.helper import make_node

        output = str(len(self._nodes))
        self._nodes.append(make_node(operator, inputs, [output], domain=domain, **settings))
        return output

    def session(self) -> Any:
        """The graph, ready to run: an onnxruntime.InferenceSession."""
        from onnx import TensorProto
        from onnx.helper import make_graph, make_model, make_opsetid, make_tensor_value_info

        runtime = onnx_runtime()
        vectors = ("texts", "positions", self._shape.width)
        graph = make_graph(
            self._nodes,
            "BERT",
            [
                make_tensor_value_info("pieces", TensorProto.FLOAT, vectors),
                make_tensor_value_info("is_piece", TensorProto.INT32, vectors[:2]),
            ],
            [make_tensor_value_info(self._last, TensorProto.FLOAT, vectors)],
            [_given_beside(name, array.shape) for name, array in self._weights.items()],
        )
        versions = [make_opsetid(*each) for each in (_OPERATORS, _OWN_OPERATORS)]
        model = make_model(graph, opset_imports=versions, ir_version=_ONNX_VERSION)
        settings = runtime.SessionOptions()
        settings.intra_op_num_threads = 1
        # More of it would put adding and normalising into one operator, by which all takes a tenth longer.
        # It would keep what the largest batch took, and saves no time.
        settings.enable_cpu_mem_arena = False
        settings.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        values = [runtime.OrtValue.ortvalue_from_numpy(array) for array in self._weights.values()]
        settings.add_external_initializers(list(self._weights), values)
        return runtime.InferenceSession(model.SerializeToString(), settings, providers=["CPUExecutionProvider"])


def _given_beside(name: str, shape: Sequence[int]) -> Any:
    """Weights that are handed over in memory: in the graph they would be copied twice."""
    from onnx import TensorProto

    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="memory")
    return tensor
