"""Whether a file is what it should be: by its own bytes, its symbol and its language, whatever the server calls it."""

import html
import re
from pathlib import Path

from indexer.fetch.failures import NotUsable, WebPage
from indexer.fetch.wanted_file import Content
from indexer.limits.run_apart import run_apart
from indexer.read.file_format import FileFormat, format_of
from indexer.read.pdf import read_pdf_content
from indexer.read.word import read_word_document
from indexer.recognise.document import recognise
from indexer.text.language import UN_LANGUAGES, text_language
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.messages.printable import one_line
from models.messages.spoken import saying, why_it_failed
from models.reviews.states import StateTable

BEGINNING = 1024
"""Bytes in which a file shows what it is: a PDF file may have others before its mark (ISO 32000-1, annex H.3.4.1)."""
END = 2048
"""Bytes in which a PDF file ends with its own mark; some have an old signature or blank lines behind it."""
LONGEST_TITLE = 80
LEAST_WORDS = 100
"""Words of a document whose language can be told; a corrigendum may have fewer."""
_ZIP = b"PK\x03\x04"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TITLE = re.compile(rb"<title[^>]{0,100}>([^<]{1,300})", re.IGNORECASE)


def check_file(path: Path, content: Content) -> None:
    """Check a file that has arrived.

    Raises:
        WebPage: it is a web page.
        NotUsable: it is of another kind, or cut off.
    """
    with path.open("rb") as file:
        first = file.read(BEGINNING)
        file.seek(max(path.stat().st_size - END, 0))
        end = file.read()
    text, is_zip = first.removeprefix(_BYTE_ORDER_MARK).lstrip(), first.startswith(_ZIP)
    match content:
        case Content.DOCUMENT:
            begins_well = is_zip or b"%PDF-" in first
            ends_well = format_of(path) is FileFormat.WORD if is_zip else b"%%EOF" in end
        case Content.JSON:
            begins_well, ends_well = text.startswith((b"[", b"{")), end.rstrip().endswith((b"]", b"}"))
        case Content.MODEL:  # its length is what the server says, its digest is compared
            begins_well, ends_well = True, bool(end)
    # The vocabulary of a model may begin with a word like <s>.
    page_begins = (b"<html", b"<!doctype", b"<?xml") if content is Content.MODEL else b"<"
    if text[:9].lower().startswith(page_begins):
        raise WebPage(saying("the server sends a web page%(title)s in place of it", title=_title(text)))
    if not begins_well:
        raise NotUsable(saying("what the server sends is no %(kind)s", kind=saying(content.value)))
    if not ends_well:
        raise NotUsable(saying("the %(kind)s that the server sends is cut off", kind=saying(content.value)))


def check_document(path: Path, name: str, symbol: str, language: str) -> None:
    """Check what a document that has arrived says; in a process of its own, for what comes may be anything.

    Raises:
        NotUsable: it cannot be read, is another document, or in another language.
    """
    try:
        run_apart(name, _read_document, path, name, symbol, language)
    except UnreadableDocument as error:
        raise NotUsable(saying("it reads badly: %(doubt)s", doubt=why_it_failed(error))) from error


def _read_document(path: Path, name: str, symbol: str, language: str) -> None:
    is_word = format_of(path) is FileFormat.WORD
    document = read_word_document(path) if is_word else read_pdf_content(name, path.read_bytes())
    text = "\n".join(line.text for line in document.lines)
    try:
        identity = recognise(document, StateTable.built_in())
        found, found_language = identity.symbol, identity.language
    except UnrecognisedDocument:  # of no kind that is indexed, or one whose cover is damaged
        printed = "".join("".join([*document.running_headers, text]).split())
        found, found_language = symbol if symbol in printed else "", text_language(text)
    if found != symbol:
        raise NotUsable(saying("it is another document (%(symbol)s)", symbol=found or "?"))
    if found_language != language and found_language in UN_LANGUAGES and len(text.split()) >= LEAST_WORDS:
        raise NotUsable(saying("it is in another language (%(language)s)", language=found_language))


def _title(page: bytes) -> str:
    found = _TITLE.search(page)
    words = html.unescape(found[1].decode(errors="replace")) if found else ""
    title = one_line(" ".join(words.split()))[:LONGEST_TITLE]
    return f" (“{title}”)" if title else ""
