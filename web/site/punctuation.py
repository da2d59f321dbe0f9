"""Commas, semicolons and colons between messages, as the language of the page writes them.

Templates have them as in English, between what they fill in: `{{ kind }}, {{ year }}`. They are messages, for Arabic
has other ones and French puts a space before two of them. Templates have no words of their own
(tests/web/test_language.py sees to that), so each mark outside of messages is meant, and of tags, but for the
attributes that are read aloud.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from web.site.language import lazy_gettext

MARKS: dict[str, Any] = {",": lazy_gettext(", "), ";": lazy_gettext("; "), ":": lazy_gettext(": ")}
"""What a mark and the space after it are in the language of a page."""
NAMES = {",": "comma", ";": "semicolon", ":": "colon"}
"""What templates call them, in expressions: `names | join(comma)`."""
_PIECE = re.compile(r"<|>|&#?\w+;|(?P<mark>[,;:])\s+")
"""Where a tag begins or ends, a character reference, a mark."""
_READ_ALOUD = re.compile(r'\b(?:aria-label|title|alt)="[^"]*$')
"""A tag up to within the value of such an attribute."""


class Punctuation(Extension):
    """Puts the marks of the language into a template where it is compiled."""

    def __init__(self, environment: Environment) -> None:
        """Let templates of an environment name the marks, too."""
        super().__init__(environment)
        environment.globals.update({NAMES[mark]: words for mark, words in MARKS.items()})

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with names in place of marks."""
        in_message = in_tag = block_begins = False
        tag = ""
        for token in stream:
            if block_begins and token.value in ("trans", "endtrans"):
                in_message = token.value == "trans"
            block_begins = token.type == "block_begin"
            if token.type != "data" or in_message:
                yield token
                continue
            end = begins = 0
            for piece in _PIECE.finditer(token.value):
                if piece[0] in "<>":
                    in_tag = piece[0] == "<"
                    begins, tag = piece.start(), ""
                elif piece["mark"] and (not in_tag or _READ_ALOUD.search(tag + token.value[begins : piece.start()])):
                    yield Token(token.lineno, "data", token.value[end : piece.start()])
                    yield from _written(NAMES[piece["mark"]], token.lineno)
                    end = piece.end()
            yield Token(token.lineno, "data", token.value[end:])
            tag += token.value[begins:] if in_tag else ""


def _written(name: str, line: int) -> Iterator[Token]:
    yield Token(line, "variable_begin", "{{")
    yield Token(line, "name", name)
    yield Token(line, "variable_end", "}}")
