"""English that stands in for a message without a translation, marked as English on pages.

What reads a page aloud or breaks its lines goes by the language that it is said to be in. A message in English knows
that it is (`InEnglish`); written into a page, it brings two marks along that no text holds, and of a page that is made
they become tags, where tags may stand.
"""

import re
import secrets
from collections.abc import Iterator
from typing import Any

from babel.support import NullTranslations
from jinja2 import Template
from markupsafe import Markup, escape

# Nobody can write them into a page: they are others in each process.
_BEGIN, _END = (f"\ue000{secrets.token_hex(8)}\ue001" for _ in range(2))
_TAG = re.compile(r"(<[^<>]*+>)")
_NAME = re.compile(r"</?(\w+)")
_TEXT_ALONE = frozenset("title option textarea script style".split())
"""Elements in which no others can stand."""


class InEnglish(str):
    """A message in English on a page in another language."""

    __slots__ = ()

    def __html__(self) -> str:
        """Marked as English, for the pages that hold it."""
        return marked_as_english(escape(str(self)))


class EnglishStandsIn(NullTranslations):
    """What is said where a catalogue has no translation."""

    def gettext(self, message: str) -> str:
        """The message itself."""
        return _in_english(message)

    def ngettext(self, one: str, several: str, count: int) -> str:
        """The form for that many, as English counts."""
        return _in_english(one if count == 1 else several)


def _in_english(message: str) -> str:
    # Commas and numbers are in no language.
    return InEnglish(message) if any(map(str.isalpha, message)) else message


def marked_as_english(words: str) -> Markup:
    """Words of a page, which are HTML."""
    return Markup(f"{_BEGIN}{words}{_END}")  # noqa: S704 - as they are


class Page(Template):
    """A template whose English is put into tags."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page."""
        page = super().render(*args, **kwargs)
        return "".join(_with_tags(page)) if _BEGIN in page else page


def _with_tags(page: str) -> Iterator[str]:
    text_alone = ""
    for piece in _TAG.split(page):
        if piece.startswith("<"):
            found = _NAME.match(piece)
            name = found[1].lower() if found else ""
            if name in _TEXT_ALONE:
                text_alone = "" if piece.startswith("</") else name
        if piece.startswith("<") or text_alone:
            yield piece.replace(_BEGIN, "").replace(_END, "")
        else:
            yield piece.replace(_BEGIN, '<span lang="en" dir="ltr">').replace(_END, "</span>")
