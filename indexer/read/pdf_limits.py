"""Bounds for what a PDF file may make its reader do: a file of some KB can ask for hours and terabytes.

pdfminer.six follows references that lead back to themselves for ever, unpacks a stream whatever it unpacks to, and
counts through ranges of characters of which a font names the first and the last (four thousand million of them).
"""

import signal
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFObjRef, PDFStream

MAX_UNPACKED = 200_000_000
"""Bytes that all compressed streams of a file may unpack to, and every step of each."""
SECONDS, SECONDS_PER_PAGE = 10.0, 0.2
"""Of the processor. A page of text takes 0.03, on a slow machine thrice that; what a font asks for comes once."""
_AGAIN = 0.05
"""Seconds after which a reader that goes on is stopped again."""
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


class ProcessorTime:
    """The time that a file may take of the processor, which grows with its pages."""

    def __init__(self) -> None:
        """What every file may take."""
        self._left = SECONDS

    @contextmanager
    def step(self, pages: int = 0) -> Iterator[None]:
        """A step in which so many pages more are read.

        Raises:
            TimeoutError: it took more than what is left.
        """
        self._left += pages * SECONDS_PER_PAGE
        started = time.process_time()
        with _stopped_after(self._left):
            yield
        self._left -= time.process_time() - started


class _OutOfTime(BaseException):
    """No Exception, for libraries catch those."""


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Stop what runs within after seconds of the processor, which other programs do not use up.

    Signals come to a main thread alone: reading in another one, or on Windows, has only the limit of its process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, _AGAIN), _AGAIN)
    try:
        yield
    except _OutOfTime:
        raise TimeoutError from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _OutOfTime
