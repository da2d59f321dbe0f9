"""The paragraphs of a submission that somebody hands in: Word, PDF or plain text, from bytes that lie nowhere.

What a line of a PDF file or of a text is to the next, only its look tells: one that begins like an item of a list or
follows a short or finished line begins a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.read.html_lines import html_lines
from indexer.read.pdf import read_pdf_content
from indexer.read.word import word_paragraphs
from indexer.text.lines import BREAK
from models.errors import UnreadableDocument
from models.files.unreadable import empty, of_no_kind_read
from models.messages.printable import as_written
from models.messages.spoken import saying
from models.texts.normal_form import normal_form
from models.texts.sentences import BULLETS

MOST_PARAGRAPHS = 5_000
MOST_CHARACTERS = 1_000_000
FULL_LINE = 0.75
"""Share of the longest usual line from which a line is full, so that its paragraph may go on."""
_ITEM = re.compile(rf"\s*(?:[{BULLETS}*–—-]\s|\(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[a-z]|[ivx]{{1,5}})[.)]\s)", re.I)
_END = re.compile(r"[.;:!?。؛؟…][\"”»’)]*$")
_NUMBER_ALONE = re.compile(r"\s*\d{1,4}\s*")
_HTML = re.compile(r"\s*<(?:!doctype html|html)\b", re.I)


def submission_paragraphs(name: str, content: bytes) -> tuple[str, ...]:
    """The paragraphs, each in one line, numbers and bullets before them.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty, scanned, too large, or of another kind.
    """
    if not content.strip():
        raise UnreadableDocument(empty(name))
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        paragraphs: Sequence[str] = word_paragraphs(name, content)
    elif b"%PDF-" in content[:1024]:
        # Lines of a PDF end in a soft hyphen where their last word goes on.
        paragraphs = joined([line.text for line in read_pdf_content(name, content).lines])
    else:
        paragraphs = text_paragraphs(_decoded(name, content))
    kept = tuple(" ".join(as_written(text).split()) for text in paragraphs if text.strip())
    if not kept:
        raise UnreadableDocument(empty(name))
    if len(kept) > MOST_PARAGRAPHS or sum(map(len, kept)) > MOST_CHARACTERS:
        raise UnreadableDocument(
            saying("%(name)s is far longer than a submission: give the part that holds what you ask for.", name=name)
        )
    return kept


def text_paragraphs(text: str) -> tuple[str, ...]:
    """Those of a text that somebody typed, pasted or saved."""
    lines = html_lines(text) if _HTML.match(text) else text.splitlines()
    return tuple(joined([normal_form("NFC", line) for line in lines]))


def joined(lines: Sequence[str]) -> list[str]:
    """Lines as paragraphs; an empty line ends one."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    full = FULL_LINE * lengths[len(lengths) * 9 // 10] if lengths else 0
    return list(_joined(lines, full))


def _joined(lines: Sequence[str], full: float) -> Iterator[str]:
    paragraph, last = "", ""
    for line in map(str.strip, lines):
        if not line or _NUMBER_ALONE.fullmatch(line):
            goes_on = False
        else:
            goes_on = bool(paragraph) and not _ITEM.match(line) and _goes_on(last, line, full)
        if goes_on:
            paragraph = paragraph.removesuffix(BREAK) + ("" if paragraph.endswith(BREAK) else " ") + line
        else:
            if paragraph:
                yield paragraph
            paragraph = "" if _NUMBER_ALONE.fullmatch(line) else line
        last = line
    if paragraph:
        yield paragraph


def _goes_on(line: str, following: str, full: float) -> bool:
    """Whether a paragraph goes on in the next line: a small letter follows, or the line is full and unfinished."""
    if following[:1].islower():
        return True
    return len(line) >= full and not _END.search(line)


def _decoded(name: str, content: bytes) -> str:
    """Plain text in UTF-8, or in UTF-16 as Windows saves it."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(of_no_kind_read(name)) from error
    if "\0" in text:
        raise UnreadableDocument(of_no_kind_read(name))
    return text
