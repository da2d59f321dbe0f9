"""Whether a file is what it should be: by its own bytes, whatever the server calls it."""

import html
import re
from pathlib import Path
from zipfile import is_zipfile

from indexer.fetch.failures import NotUsable, WebPage
from indexer.fetch.wanted_file import Content
from models.printable import one_line
from models.spoken import saying

BEGINNING = 1024
"""Bytes in which a file shows what it is: a PDF file may have others before its mark (ISO 32000-1, annex H.3.4.1)."""
END = 2048
"""Bytes in which a PDF file ends with its own mark; some have an old signature or blank lines behind it."""
LONGEST_TITLE = 80
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TITLE = re.compile(rb"<title[^>]{0,100}>([^<]{1,300})", re.IGNORECASE)


def check_beginning(first: bytes, content: Content) -> None:
    """Check the first bytes of a file, at most BEGINNING of them.

    Raises:
        WebPage: a web page begins so.
        NotUsable: nothing of this kind begins so.
    """
    text = first.removeprefix(_BYTE_ORDER_MARK).lstrip()
    # The vocabulary of a model may begin with a word like <s>.
    if text.startswith(b"<") and (
        content is not Content.MODEL or text[:9].lower().startswith((b"<html", b"<!doctype", b"<?xml"))
    ):
        raise WebPage(saying("the server sends a web page%(title)s in place of it", title=_title(text)))
    begins_well = {
        Content.PDF: b"%PDF-" in first,
        Content.JSON: text.startswith((b"[", b"{")),
        Content.XLSX: first.startswith(b"PK\x03\x04"),
        Content.MODEL: True,
    }
    if not begins_well[content]:
        raise NotUsable(saying("what the server sends is no %(kind)s", kind=saying(content.value)))


def check_file(path: Path, content: Content) -> None:
    """Check a file that has arrived.

    Raises:
        WebPage: it is a web page.
        NotUsable: it is of another kind, or cut off.
    """
    with path.open("rb") as file:
        check_beginning(file.read(BEGINNING), content)
        file.seek(max(path.stat().st_size - END, 0))
        end = file.read()
    ends_well = {
        Content.PDF: lambda: b"%%EOF" in end,
        Content.JSON: lambda: end.rstrip().endswith((b"]", b"}")),
        Content.XLSX: lambda: is_zipfile(path),
        Content.MODEL: lambda: bool(end),  # its length is what the server says, its digest is compared
    }
    if not ends_well[content]():
        raise NotUsable(saying("the %(kind)s that the server sends is cut off", kind=saying(content.value)))


def _title(page: bytes) -> str:
    found = _TITLE.search(page)
    words = html.unescape(found[1].decode(errors="replace")) if found else ""
    title = one_line(" ".join(words.split()))[:LONGEST_TITLE]
    return f" (“{title}”)" if title else ""
