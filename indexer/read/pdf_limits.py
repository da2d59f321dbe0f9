"""Bounds for what a PDF file may make its reader do: a file of some KB can ask for hours and terabytes.

pdfminer.six follows references that lead back to themselves for ever, unpacks a stream whatever it unpacks to, and
counts through ranges of characters of which a font names the first and the last (four thousand million of them).
"""

import zlib
from collections.abc import Callable
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFObjRef, PDFStream

MAX_UNPACKED = 200_000_000
"""Bytes that all compressed streams of a file may unpack to, and every step of each."""
_CHUNK = 1 << 20


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
        """Nothing is unpacked yet."""
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


class BoundedStream(PDFStream):
    """A stream that is unpacked once for its length before pdfminer unpacks it."""

    def __init__(self, stream: PDFStream, take: Callable[[int], None]) -> None:
        """`take` is told how many bytes more are unpacked."""
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self.take = take

    def decode(self) -> None:
        """Unpack it.

        Raises:
            TooMuchWorkError: it, or all that was unpacked of its file, is too long.
        """
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, _ in self.get_filters():
            if name not in LITERALS_FLATE_DECODE:
                break
            data, _ = inflated(data, self.take)
        super().decode()


def inflated(data: bytes, take: Callable[[int], None]) -> tuple[bytes, bool]:
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
