"""Read a PDF: printed lines in reading order, without running headers, page numbers and footnotes."""

import hashlib
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, dict_value, resolve1

from indexer.read.headers_and_footers import UNKNOWN_LETTER, Layout, RunningHeaders, body_size, footnotes_apart
from indexer.read.pdf_layout import PrintedLine, lines_of
from indexer.read.pdf_limits import (
    BoundedDocument,
    BoundedParser,
    BoundedStream,
    TooMuchWorkError,
    inflated,
)
from indexer.read.pdf_runs import PrintedPage, RunCollector
from indexer.text.lines import mark_broken_words
from models.errors import UnreadableDocument
from models.files.unreadable import cannot_be_opened, damaged, empty, locked, too_large, too_many, too_much_work
from models.messages.message import Message
from models.messages.spoken import saying
from models.records.documents import Line, ReadDocument

MAX_BYTES = 50_000_000
MAX_PAGES = 1_000
_NO_DAMAGE = (MemoryError, TooMuchWorkError)
"""What is no fault of a page that the others could be read without."""
_DECLARED_LENGTH = re.compile(rb"/Linearized\b[^<>]{0,100}?/L\s(\d{1,10})")
LETTER = re.compile(r"[A-Za-z]")
LETTERS_PER_PAGE = 20
"""A file with fewer letters a page than this has no text of its own: it is a scan, or a stamp on a scan."""

# pdfminer reports each oddity of a file on the logger of its module; what matters reaches the user as a warning.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(path: Path) -> ReadDocument:
    """Read a PDF file.

    A page that cannot be read is a warning; the other pages are read.

    Raises:
        UnreadableDocument: it is no PDF, or damaged, encrypted, empty, scanned, or too large.
    """
    return read_pdf_content(path.name, _bytes_of(path))


def read_pdf_content(name: str, data: bytes) -> ReadDocument:
    """Read a PDF out of its bytes, where it is no file of this machine; raises what `read_pdf` does."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableDocument(damaged(name))
    try:
        return _read_whole_or_declared(name, data)
    except TooMuchWorkError as error:
        raise UnreadableDocument(too_much_work(name)) from error


def _read_whole_or_declared(name: str, data: bytes) -> ReadDocument:
    """What the file shows; where that is nothing, what its first bytes show, as many as it says to have.

    A file that was saved over a longer one keeps the end of that one, and with it a table of objects that are none of
    its own: a compilation of 2010. (Files that were changed later are longer than they say, too, and are read whole.)
    """
    try:
        return _read(name, data)
    except UnreadableDocument:
        declared = _DECLARED_LENGTH.search(data, 0, 1024)
        if declared is None or int(declared[1]) >= len(data):
            raise
        document = _read(name, data[: int(declared[1])])
        return replace(document, digest=hashlib.sha256(data).hexdigest())


def _read(name: str, data: bytes) -> ReadDocument:
    pages, warnings = _printed_pages(name, _open(name, data))
    layouts = [lines_of(page) for page in pages]
    _require_text(name, pages, layouts)
    lines, notes, headers = _body(pages, layouts)
    lines = mark_broken_words(lines)
    return ReadDocument(
        name=name,
        digest=hashlib.sha256(data).hexdigest(),
        lines=tuple(lines),
        page_count=len(pages),
        notes=tuple(notes),
        running_headers=headers,
        warnings=(*warnings, *_doubts(name, pages, lines)),
    )


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableDocument(too_large(path.name, MAX_BYTES))
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(cannot_be_opened(path.name, error)) from error
    if not data:
        raise UnreadableDocument(empty(path.name))
    return data


def _open(name: str, data: bytes) -> PDFDocument:
    try:
        return BoundedDocument(BoundedParser(BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableDocument(locked(name)) from error
    except _NO_DAMAGE:
        raise
    except Exception as error:  # pdfminer lets through whatever a damaged file makes fail
        raise UnreadableDocument(damaged(name)) from error


def _printed_pages(name: str, document: PDFDocument) -> tuple[list[PrintedPage], list[str]]:
    """What each page shows, an empty page for one that cannot be read, and a warning for each of these."""
    resources = PDFResourceManager()
    collector = RunCollector(resources)
    interpreter = PDFPageInterpreter(resources, collector)
    pages, warnings, unread = list[PrintedPage](), list[str](), 0
    for page in _pdf_pages(name, document, warnings):
        try:
            whole = all(_is_whole(resolve1(content)) for content in page.contents)
            interpreter.process_page(page)
            pages.append(collector.page)
        except _NO_DAMAGE:
            raise
        except Exception:  # one page's fault, of any kind: see _open
            pages.append(PrintedPage(0, 0))
            whole = False
        if not whole:
            warnings.append(
                saying(
                    "Page %(number)s of %(name)s is damaged and not read in full; download the file again.",
                    number=str(len(pages)),
                    name=name,
                )
            )
        unread += not pages[-1].runs and not whole
    if unread == len(pages):
        raise UnreadableDocument(damaged(name))
    if _has_lost_pages(document, len(pages)):
        warnings.append(_lost_pages(name))
    return pages, list(dict.fromkeys(warnings))


def _lost_pages(name: str) -> Message:
    return saying("%(name)s is damaged, and pages may be missing; download it again.", name=name)


def _has_lost_pages(document: PDFDocument, found: int) -> bool:
    """Whether the table of the file's objects had to be made anew, or the file announces more pages."""
    if any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs):
        return True
    announced = resolve1(dict_value(document.catalog.get("Pages")).get("Count"))
    return not isinstance(announced, int) or announced > found


def _pdf_pages(name: str, document: PDFDocument, warnings: list[str]) -> Iterator[PDFPage]:
    pages = PDFPage.create_pages(document)
    for number in count(1):
        try:
            page = next(pages)
        except StopIteration:
            return
        except _NO_DAMAGE:
            raise
        except Exception:  # see _open
            warnings.append(_lost_pages(name))
            return
        if number > MAX_PAGES:
            raise UnreadableDocument(too_many(name, MAX_PAGES))
        yield page


def _is_whole(stream: object) -> bool:
    """Whether a page's content unpacks without loss; pdfminer goes on with what is left of it, or with nothing."""
    if not isinstance(stream, BoundedStream):
        return False
    filters = stream.get_filters()
    if not stream.rawdata or stream.decipher or not filters or filters[0][0] not in LITERALS_FLATE_DECODE:
        return True
    _, whole = inflated(stream.rawdata, stream.take)
    return whole


def _require_text(name: str, pages: Sequence[PrintedPage], layouts: Sequence[Layout]) -> None:
    letters = sum(len(line.text) for layout in layouts for lines in layout.values() for line in lines)
    if letters >= LETTERS_PER_PAGE * len(pages):
        return
    if any(page.has_image for page in pages):
        raise UnreadableDocument(
            saying("%(name)s is a scan without text; recognise its text (OCR) and save it as PDF again.", name=name)
        )
    raise UnreadableDocument(empty(name))


def _body(pages: Sequence[PrintedPage], layouts: Sequence[Layout]) -> tuple[list[Line], list[Line], tuple[str, ...]]:
    """The lines of all pages between headers and footnotes, those of the footnotes, and the distinct headers."""
    headers = RunningHeaders(layouts)
    size = body_size(layouts)
    taken: dict[str, None] = {}
    body: list[Line] = []
    notes: list[Line] = []
    for number, (page, layout) in enumerate(zip(pages, layouts, strict=True), 1):
        for turns, printed in layout.items():
            kept, headers_and_footers = headers.split(printed, number)
            taken.update((text, None) for text in headers_and_footers if LETTER.search(text))
            below: list[PrintedLine] = []
            if turns == 0:
                kept, below = footnotes_apart(kept, page, size)
            body += [_line(line, number) for line in kept if line.text]
            notes += [_line(line, number) for line in below]
    return body, notes, tuple(taken)


def _line(line: PrintedLine, page: int) -> Line:
    return Line(
        text=line.text,
        page=page,
        left=round(line.x0, 1),
        right=round(line.x1, 1),
        top=round(line.top, 1),
        size=round(line.size, 1),
        bold=line.bold,
        italic=line.italic,
        cells=line.cells,
        marks=line.marks,
    )


def _doubts(name: str, pages: Sequence[PrintedPage], lines: Sequence[Line]) -> Iterator[str]:
    """A warning for each page that is an image without text, or has letters that its fonts do not name."""
    unknown = Counter(line.page for line in lines for _ in UNKNOWN_LETTER.finditer(line.text))
    for number, page in enumerate(pages, 1):
        if page.has_image and not any(page.runs.values()):
            yield saying(
                "Page %(number)s of %(name)s is an image without text; recognise its text (OCR) to have it read.",
                number=str(number),
                name=name,
            )
        if unknown[number]:
            yield saying(
                "Page %(number)s of %(name)s has %(unknown)s characters whose font does not say what they are.",
                number=str(number),
                name=name,
                unknown=str(unknown[number]),
            )
