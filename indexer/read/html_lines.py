"""The lines of an HTML text as a reader sees them: what stands in one block is one line.

A walk over the tags, in time that grows with the length of the text: Python's html.parser needs the square of it where
tags are never closed ("<a <a <a …"), and records come from anywhere.
"""

import html
import re

from models.messages.printable import REPLACEMENT

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title"))
# Possessive: a tag that is never closed is not tried again with every shorter name.
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>|<[!?][^<>]*+>")
_NO_CHARACTER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_SPACE = re.compile(r"\s+")


def html_lines(text: str, *, breaks: bool = False) -> list[str]:
    """The lines that are not empty, each with single spaces; `breaks`: a line break of the source is one too."""
    text = _without_comments(text)
    pieces: list[str] = []
    hidden, place = "", 0
    for tag in _TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if not hidden:
            pieces.append(_plain(text[place : tag.start()], breaks))
            pieces.append("\n" if name in _BLOCKS else "")
        if name in _UNSEEN and hidden in ("", name):
            hidden = "" if tag["end"] else name
        place = tag.end()
    if not hidden:
        pieces.append(_plain(text[place:], breaks))
    return [line for line in (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n")) if line]


def _without_comments(text: str) -> str:
    kept: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0:
        kept.append(text[place:start])
        end = text.find("-->", start + len("<!--"))
        if end < 0:
            return "".join(kept)
        place = end + len("-->")
    return "".join([*kept, text[place:]])


def _plain(words: str, breaks: bool) -> str:
    """Entities as characters; a line break of the source as one only where it is wanted."""
    return unescape(words if breaks else words.replace("\n", " "))


def unescape(words: str) -> str:
    """Entities as characters; a number longer than that of any is none (html.unescape fails where it has thousands)."""
    return html.unescape(_NO_CHARACTER.sub(REPLACEMENT, words))
