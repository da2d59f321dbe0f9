"""Bounds for what a PDF file may make its reader do: a file of some KB can ask for hours and terabytes.

pdfminer.six follows references that lead back to themselves for ever, unpacks a stream whatever it unpacks to, and
counts through ranges of characters of which a font names the first and the last (four thousand million of them).
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

import numpy as np
from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFObjRef,
    PDFStream,
    decompress_corrupted,
    int_value,
)
from pdfminer.utils import apply_png_predictor

MAX_UNPACKED = 200_000_000
"""Bytes that all streams of a file may unpack to, whatever packed them, each step of each counted."""
_CHUNK = 1 << 20
_BYTES_OF_NUMBER = 8
"""In the list of numbers that pdfminer makes of the bytes below a predictor."""


class TooMuchWorkError(Exception):
    """A file makes its reader do more than any document of text does."""


class BoundedDocument(PDFDocument):
    """A document whose references end and whose streams unpack to no more than `MAX_UNPACKED` in all."""

    def getobj(self, objid: int) -> object:
        """The object of a number; one that leads back to itself is none (pdfminer would follow it for ever)."""
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                return None
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


class BoundedParser(PDFParser):
    """Makes streams that know how much their file has unpacked."""

    def __init__(self, file: Any) -> None:
        super().__init__(file)
        self.unpacked = 0

    def push(self, *objects: tuple[int, Any]) -> None:
        """Put objects on the stack, streams as bounded ones."""
        super().push(*((position, self._bounded(value)) for position, value in objects))

    def _bounded(self, value: Any) -> Any:
        if type(value) is not PDFStream:
            return value
        return BoundedStream(value, self._take)

    def _take(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > MAX_UNPACKED:
            raise TooMuchWorkError


Take = Callable[[int], None]
"""Is told how many bytes more are unpacked.

Raises:
    TooMuchWorkError: they are too many.
"""


class BoundedStream(PDFStream):
    """A stream whose every step of unpacking counts."""

    def __init__(self, stream: PDFStream, take: Take) -> None:
        """`take` is told how many bytes more are unpacked."""
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.take = take

    def decode(self) -> None:
        """Unpack it.

        Raises:
            TooMuchWorkError: it, or all that was unpacked of its file, is too long.
            PDFException: it is packed in a way that is not known, or as pictures alone are.
        """
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = _unpacked(name, data, self.take)
            data = _without_predictor(data, parameters or {}, self.take)
        self.data, self.rawdata = data, None


def _unpacked(name: Any, data: bytes, take: Take) -> bytes:
    """What one filter makes of data."""
    if name in LITERALS_FLATE_DECODE:
        return _inflated_in_any_case(data, take)
    if name in LITERALS_LZW_DECODE:
        return _joined(LZWDecoder(BytesIO(data)).run(), take)
    if name in LITERALS_RUNLENGTH_DECODE:
        return _joined(_runs(data), take)
    if name in LITERALS_ASCII85_DECODE:
        take(len(data) + 3 * data.count(b"z"))  # which stands for four bytes; other letters give less than one
        return ascii85decode(data)
    if name in LITERALS_ASCIIHEX_DECODE:
        take(len(data))
        return asciihexdecode(data)
    # What packs pictures (CCITT, whose lines may be endless, DCT, JPX, JBIG2) packs no text.
    raise PDFNotImplementedError(f"Unsupported filter: {name!r}")


def _joined(parts: Iterator[bytes], take: Take) -> bytes:
    whole = bytearray()
    for part in parts:
        take(len(part))
        whole += part
    return bytes(whole)


def _runs(data: bytes) -> Iterator[bytes]:
    """What RunLengthDecode makes of data, run by run (ISO 32000-1, 7.4.5): pdfminer makes a list of numbers of it."""
    position = 0
    while position < len(data) and data[position] != 128:
        length, position = data[position], position + 1
        if length < 128:
            yield data[position : position + length + 1]
            position += length + 1
        else:
            yield data[position : position + 1] * (257 - length)
            position += 1


def _without_predictor(data: bytes, parameters: Mapping[str, Any], take: Take) -> bytes:
    """Data whose bytes were told by what stands before or above them (ISO 32000-1, 7.4.4.4), as they are.

    pdfminer begins with an empty line of as many columns as the file says, whatever data there are for it.
    """
    predictor = int_value(parameters.get("Predictor", 1))
    if predictor == 1:
        return data
    colours, columns = (int_value(parameters.get(name, 1)) for name in ("Colors", "Columns"))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if not 0 < colours * columns * bits // 8 <= len(data):
        return b""  # not one whole line
    if predictor >= 10:
        take(_BYTES_OF_NUMBER * len(data))
        return apply_png_predictor(predictor, colours, columns, bits, data)
    if predictor == 2 and bits == 8:
        take(len(data))
        return _without_differences(data, colours, columns)
    raise PDFNotImplementedError(f"Unsupported predictor: {predictor!r}, {bits!r} bits")


def _without_differences(data: bytes, colours: int, columns: int) -> bytes:
    """Whole lines of pixels of which each says how it differs from the one before (TIFF 6.0, section 14)."""
    width = colours * columns
    lines = np.frombuffer(data, np.uint8, len(data) // width * width).reshape(-1, columns, colours)
    return np.cumsum(lines, axis=1, dtype=np.uint8).tobytes()


def _inflated_in_any_case(data: bytes, take: Take) -> bytes:
    """What zlib makes of data; where they are damaged, what it makes of them up to there."""
    found, is_whole = inflated(data, take)
    if is_whole:
        return found
    try:
        return decompress_corrupted(data)  # a megabyte more than was just counted, at most
    except zlib.error:
        return b""


def inflated(data: bytes, take: Take) -> tuple[bytes, bool]:
    """What zlib makes of data, told to `take` while it grows, and whether it is whole."""
    unpacker, chunks = zlib.decompressobj(), list[bytes]()
    try:
        while data and not unpacker.eof:
            chunks.append(unpacker.decompress(data, _CHUNK))
            take(len(chunks[-1]))
            data = unpacker.unconsumed_tail
    except zlib.error:
        return b"".join(chunks), False
    return b"".join(chunks), unpacker.eof
