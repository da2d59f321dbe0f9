"""Commas, semicolons and colons between messages, as the language of the page writes them.

Templates have them as in English, between what they fill in: `{{ kind }}, {{ year }}`. They are messages, for Arabic
has other ones and French puts a space before two of them. Templates have no words of their own
(tests/web/test_language.py sees to that), so each mark outside of messages is meant, and of tags, but for the
attributes that are read aloud.
"""

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_PIECE = re.compile(r"<|>|&#?\w+;|(?P<mark>[,;:])\s+")
"""Where a tag begins or ends, a character reference, a mark."""
_READ_ALOUD = re.compile(r'\b(?:aria-label|title|alt)="[^"]*$')
"""A tag up to within the value of such an attribute."""


class Punctuation(Extension):
    """Puts the marks of the language into a template where it is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with messages in place of marks."""
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
                    yield from _written(piece["mark"], token.lineno)
                    end = piece.end()
            yield Token(token.lineno, "data", token.value[end:])
            tag += token.value[begins:] if in_tag else ""


def _written(mark: str, line: int) -> Iterator[Token]:
    """`{{ _(', ') }}`."""
    yield Token(line, "variable_begin", "{{")
    yield Token(line, "name", "_")
    yield Token(line, "lparen", "(")
    yield Token(line, "string", f"{mark} ")
    yield Token(line, "rparen", ")")
    yield Token(line, "variable_end", "}}")
