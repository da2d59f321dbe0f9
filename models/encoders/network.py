"""A network run by ONNX Runtime: numbers of a text's pieces to the mean of what its last layer says of each piece.

J. Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", 2019; K. Song et
al., "MPNet: Masked and Permuted Pre-training for Language Understanding", 2020. The graphs in networks/ are those of
transformers, without weights (tools/export_networks.py); the weights are handed over as they are published. Vectors
differ from those of sentence-transformers by less than a millionth (tests/models/encoders/).

Weights stay in float32, but for questions to the accurate model (models/encoders/eight_bits.py). MiniLM's in eight
bits, with one factor for all pieces of a text, give vectors of a mean cosine of 0.993 with these (docs/performance.md).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.encoders.quiet_libraries import onnx_runtime
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import units

FOLDER = Path(__file__).parent / "networks"
PIECES_AT_ONCE = 320
"""Pieces of several texts that go through the network together, padding counted: what passes between the layers of more
outgrows the processor's cache, and of fewer each step costs more than its arithmetic. A longer text goes alone."""

Numbers = Sequence[int]


class Network:
    """The network, loaded."""

    def __init__(
        self, graph: bytes, weights: Mapping[str, NDArray[np.generic]], below: "Network | None" = None
    ) -> None:
        """`graph` as in networks/; `weights` are the arrays that it names, float32, by the names of transformers, or
        those of models.encoders.eight_bits. Layers that are not in it are those of the network `below`."""
        self._below = below
        runtime = onnx_runtime()
        settings = runtime.SessionOptions()
        settings.intra_op_num_threads = 1
        # It would keep what the largest batch took, and saves no time.
        settings.enable_cpu_mem_arena = False
        values = [runtime.OrtValue.ortvalue_from_numpy(array) for array in weights.values()]
        settings.add_external_initializers(list(weights), values)
        self._session = runtime.InferenceSession(graph, settings, providers=["CPUExecutionProvider"])
        *_, self._width = self._session.get_outputs()[0].shape

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
        vectors = np.empty((len(texts), self._width), dtype=np.float32)
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
        is_piece = np.zeros(numbers.shape, dtype=np.int64)
        for row, text in enumerate(texts):
            numbers[row, : len(text)], is_piece[row, : len(text)] = text, 1
        read = self._read(vectors_of(numbers), is_piece)
        return units(np.einsum("tpw,tp->tw", read, is_piece.astype(np.float32)))

    def _read(self, pieces: Vectors, is_piece: NDArray[np.int64]) -> Vectors:
        given = self._below._read(pieces, is_piece) if self._below else pieces
        (read,) = self._session.run(None, {"pieces": given, "is_piece": is_piece})
        return np.asarray(read)


def graph_of(name: str) -> bytes:
    """The graph of the published model of that name."""
    return (FOLDER / f"{name}.onnx").read_bytes()


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
