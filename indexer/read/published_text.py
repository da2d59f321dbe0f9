"""Read a document published as plain text, as HTML or as text in JSON: its lines, without running headers and pages."""

import codecs
import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from indexer.read.html_lines import html_lines
from indexer.text.symbols import symbol_at_end
from models.errors import UnreadableDocument
from models.files.unreadable import damaged, empty, of_no_kind_read, too_large
from models.messages.printable import without_surrogates
from models.records.documents import Line, ReadDocument

MAX_BYTES = 5_000_000
LONGEST_PARAGRAPH = 50_000
"""Characters; the longest paragraphs of real documents have some 10,000."""
_NUMBER_ALONE = re.compile(r"\d{1,3}\.(?:\d{1,3}\.?)?|\([a-z]{1,4}\)")
"""A number of a paragraph, an item or a part of it; a page's has no full stop."""
WITHOUT_PAGES = 0
"""`page_count` of a document that does not say where its pages end."""


def read_published_text(path: Path) -> ReadDocument:
    """Read a text file in UTF-8; all its lines are said to stand on page 1, for its pages are not known.

    Raises:
        UnreadableDocument: it is empty, too large, or in another encoding.
    """
    data = _bytes_of(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDocument(of_no_kind_read(path.name)) from None
    return _document(path, data, [line.strip() for line in text.splitlines()])


def read_published_html(path: Path) -> ReadDocument:
    """Read an HTML file in UTF-8 or Windows-1252; each of its blocks is a line, all on page 1.

    Raises:
        UnreadableDocument: it is empty or too large.
    """
    data = _bytes_of(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return _document(path, data, html_lines(text))


def read_text_in_json(path: Path) -> ReadDocument | None:
    """Read a copy of a document that is one JSON object with the words in its field "text"; None for other JSON files.

    What other fields say is left out: copies are found whose cycle or date is wrong.

    Raises:
        UnreadableDocument: it is damaged, or its text is empty.
    """
    if path.stat().st_size > MAX_BYTES:
        return None
    data = path.read_bytes()
    if not data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return None
    try:
        # Numbers stay as they are written: Python refuses to read one of thousands of digits.
        text = json.loads(data.decode("utf-8-sig"), parse_int=str).get("text")
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(damaged(path.name)) from error
    if not isinstance(text, str):
        return None
    return _document(path, data, [line.strip() for line in without_surrogates(text).splitlines()])


def with_their_numbers(lines: list[str]) -> list[str]:
    """The lines, each with the number that stands before it in a block or line of its own.

    In HTML that is a cell of a table; programs that make text of PDF files part them where the gap is wide.
    """
    joined: list[str] = []
    number = ""
    for line in lines:
        if _NUMBER_ALONE.fullmatch(line):
            number = f"{number} {line}".strip()
        else:
            joined.append(f"{number} {line}".strip())
            number = ""
    return joined


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableDocument(too_large(path.name, MAX_BYTES))
    return path.read_bytes()


def _document(path: Path, data: bytes, printed: list[str]) -> ReadDocument:
    if not any(printed):
        raise UnreadableDocument(empty(path.name))
    refuse_long_paragraphs(path.name, printed)
    kept, headers = _without_headers_and_footers(printed)
    lines = tuple(unplaced_line(line) for line in with_their_numbers(kept))
    return ReadDocument(path.name, hashlib.sha256(data).hexdigest(), lines, WITHOUT_PAGES, headers)


def refuse_long_paragraphs(name: str, paragraphs: Iterable[str]) -> None:
    """Make sure that no paragraph is longer than what reading it is made for: time grows with more than its length.

    Raises:
        UnreadableDocument: one is.
    """
    if any(len(paragraph) > LONGEST_PARAGRAPH for paragraph in paragraphs):
        raise UnreadableDocument(damaged(name))


def unplaced_line(text: str) -> Line:
    """A line of which only the words are known."""
    return Line(text, page=1, left=0.0, right=0.0, top=0.0, size=0.0, bold=False, italic=False)


def _without_headers_and_footers(printed: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines without page numbers, and without a symbol that is printed again on later pages."""
    counts = Counter(line for line in printed if line)
    headers = tuple(line for line, count in counts.items() if count > 1 and _is_symbol(line))
    page_numbers = _page_numbers(printed, headers)
    kept, seen = [], set()
    for place, line in enumerate(printed):
        if line and place not in page_numbers and line not in seen:
            kept.append(line)
        if line in headers:
            seen.add(line)
    return kept, headers


def _page_numbers(printed: list[str], headers: Collection[str]) -> set[int]:
    """The places of the lines that are numbers of pages.

    One stands where a page ends: beside an empty line or a header. Another number alone is the mark of a note, which
    some copies put below the heading that calls it. Where no page is seen to end, each is taken for a page's.
    """
    ends = {"", *headers}
    padded = ["", *printed, ""]
    numbers = {place for place, line in enumerate(printed) if line.isdecimal()}
    return {place for place in numbers if padded[place] in ends or padded[place + 2] in ends} or numbers


def _is_symbol(line: str) -> bool:
    symbol = symbol_at_end(line)
    return symbol is not None and symbol.text == line.rstrip(" *∗").replace(" ", "")
