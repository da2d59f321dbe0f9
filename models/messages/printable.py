"""What is shown of names and texts that others wrote: nothing in them speaks to the terminal.

A file name or a text may hold what moves the cursor, clears the screen, sets the clipboard (ESC and other control
characters, ECMA-48) or turns the order of letters round (bidirectional embeddings, overrides and isolates, Unicode
Standard Annex 9). These are written out: ESC as "\\x1b".
"""

import json
import re
from typing import Any

_ACTING = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
"""Control characters but the line feed, separators of lines and paragraphs, and what turns the direction of letters."""
_SURROGATES = "\ud800-\udfff"
_NOT_SHOWN = re.compile(f"[{_ACTING}{_SURROGATES}]")
_NOT_IN_A_LINE = re.compile(f"[\n{_ACTING}{_SURROGATES}]")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
REPLACEMENT = "\ufffd"
"""Stands for what is no character."""


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which UTF-8 cannot write.

    They stand for the bytes of a file name that are not UTF-8, and come out of escapes in JSON and maps in PDF files.
    """
    return text if text.isascii() else _SURROGATE.sub(REPLACEMENT, text)


def printable(text: str) -> str:
    """The text as a terminal may get it; its lines stay."""
    return _NOT_SHOWN.sub(_written_out, text)


def one_line(text: str) -> str:
    """The text as a terminal may get it, in one line."""
    return _NOT_IN_A_LINE.sub(_written_out, text)


def as_written(text: str) -> str:
    """A text that people wrote, for keeping: its lines stay, and what acts on a terminal or a page goes."""
    return _NOT_SHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).strip()


def json_line(value: Any) -> str:
    """A value as JSON in one line, in which the same characters are JSON's escapes."""
    return _NOT_IN_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if _SURROGATE.match(found[0]):
        return REPLACEMENT
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
