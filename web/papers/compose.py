"""A paper out of its template: text in lines, each with what it is before it, and values that keep what they are.

A template is text of Jinja2 (web/papers/templates/). Its lines are paragraphs; "# " and "## " begin headings, "- " an
item of a list, "1. " a numbered paragraph, "@" says what the rest of a line, or what follows it, is:

    @title WORDS                the title of the paper
    @line NAME | WORDS          a line of its letterhead
    @landscape, @small          its sheets lie on their side; it is set in smaller print, to stay on one page
    @page                       the next heading begins a page
    @uncounted                  what follows is not counted against the limit
    @table, @column KEY WIDTH PART | HEADING, @group WORDS, @row, @cell, @end
                                a table; the lines behind @cell are the lines of a cell
    @for-you                    what follows is for those who hand the paper on: a note a line

A value never makes a line, whatever it holds: each stands in the text as a mark with a number that nobody can guess,
until the lines are read. So what others said stays a quotation, and what is to be filled in stays a blank.
"""

import hashlib
import re
import secrets
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from web.papers.item_words import GIVEN
from web.papers.paper import (
    Blank,
    Column,
    Heading,
    ItemWords,
    Paper,
    Paragraph,
    Quoted,
    RowGroup,
    Strong,
    Style,
    Table,
    Translation,
    Words,
)
from web.site.language import gettext, ngettext, translated
from web.words.citation import discrepancy_words

STYLES = {"- ": Style.BULLET, "1. ": Style.NUMBERED}


def composed(template: str, values: Mapping[str, Any], filled: Mapping[str, str]) -> Paper:
    """What a template says with some values; `filled`: what somebody wrote into blanks, by their keys."""
    rendering = _Rendering(filled)
    return rendering.read(_environment().get_template(template).render(rendering=rendering, **values))


@pass_context
def _marked(context: Context, value: Any) -> str:
    rendering: _Rendering = context["rendering"]
    return rendering.mark(value)


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - what it makes is no HTML: values are marks
        loader=PackageLoader("web.papers"),
        finalize=_marked,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(GIVEN, _=gettext, gettext=gettext, ngettext=ngettext)
    environment.filters.update(translated=translated, as_date=date.fromisoformat, discrepancy_words=discrepancy_words)
    return environment


class _Rendering:
    """A template that is rendered: its values, each under the mark that stands for it, then the paper of its lines."""

    def __init__(self, filled: Mapping[str, str]) -> None:
        self._filled = filled
        self._values: list[Words] = []
        self._begin, self._end = f"\ue000{secrets.token_hex(8)}:", "\ue001"
        self._mark = re.compile(rf"{self._begin}(\d+){self._end}")
        self._paper = Paper()
        self._table: Table | None = None
        self._new_page = self._for_you = False
        self._under = self._quoted = ""
        self._blanks: Counter[str] = Counter()

    def mark(self, value: Any) -> str:
        """The mark of a value; what a macro made holds marks already."""
        if isinstance(value, str) and self._begin in value:
            return str(value)
        if not isinstance(value, str | tuple):
            value = "" if value is None else str(value)
        pieces = value if isinstance(value, tuple) else (value,)
        if not any(pieces):
            return ""
        self._values.append(pieces)
        return f"{self._begin}{len(self._values) - 1}{self._end}"

    def read(self, text: str) -> Paper:
        """The paper that lines say, one after the other."""
        for line in filter(None, map(str.strip, text.split("\n"))):
            command, _, rest = line.partition(" ")
            if self._table:
                self._read_in_table(self._table, command, rest, line)
            elif command.startswith("@"):
                self._read_command(command, rest)
            else:
                self._add(line)
        return self._paper

    def _read_command(self, command: str, rest: str) -> None:
        match command:
            case "@title":
                self._paper.title = self._text(rest)
            case "@line":
                name, _, words = rest.partition(" | ")
                self._paper.letterhead.append((self._text(name), self._words(words)))
            case "@landscape":
                self._paper.landscape = True
            case "@small":
                self._paper.small = True
            case "@page":
                self._new_page = True
            case "@uncounted":
                self._paper.counted = len(self._paper.parts)
            case "@for-you":
                self._for_you = True
            case "@table":
                self._table = Table([], [])
                self._paper.parts.append(self._table)
            case _:
                raise ValueError(f"a template of papers has no line {command}")

    def _read_in_table(self, table: Table, command: str, rest: str, line: str) -> None:
        match command:
            case "@column":
                about, _, heading = rest.partition(" | ")
                key, width, part = (*self._text(about).split(), "", "")[:3]
                table.columns.append(Column(key, self._text(heading), float(width or 0), int(part) if part else None))
            case "@group":
                table.groups.append(RowGroup(self._text(rest), []))
            case "@row":
                table.groups[-1].rows.append([])
            case "@cell":
                table.groups[-1].rows[-1].append([])
            case "@end":
                self._table = None
            case _:
                table.groups[-1].rows[-1][-1] += filter(None, [self._words(line)])

    def _add(self, line: str) -> None:
        """A heading, a paragraph, or a note for those who hand the paper on."""
        hashes = len(line) - len(line.lstrip("#"))
        if hashes:
            self._under = self._text(line[hashes:].strip())
            self._paper.parts.append(Heading(self._under, hashes, self._new_page))
            self._new_page = False
            return
        marker = next((marker for marker in STYLES if f"{line} ".startswith(marker)), "")
        words = self._words(line[len(marker) :].strip())
        if not "".join(words).strip():
            return
        if self._for_you:
            self._paper.notes.append(words)
        else:
            self._paper.parts.append(Paragraph(words, STYLES.get(marker, Style.PLAIN)))

    def _text(self, line: str) -> str:
        return "".join(self._words(line))

    def _words(self, line: str) -> Words:
        """The pieces of a line, with the values in the place of their marks."""
        pieces: list[str] = []
        for place, part in enumerate(self._mark.split(line)):
            pieces += self._values[int(part)] if place % 2 else [part]
        return tuple(self._with_key(piece) for piece in pieces if piece)

    def _with_key(self, piece: str) -> str:
        """The piece; a blank as it was filled in, or with a key by what stands before it.

        So what was typed finds its place in a paper that is made anew.
        """
        if isinstance(piece, ItemWords | Strong):
            self._under = str(piece)
        if isinstance(piece, Quoted):
            self._quoted = str(piece)
        if not isinstance(piece, Blank):
            return piece
        under = self._quoted if isinstance(piece, Translation) else self._under
        name = f"{self._paper.title}\n{under}\n{piece}"
        self._blanks[name] += 1
        key = hashlib.sha256(f"{name}\n{self._blanks[name]}".encode()).hexdigest()[:16]
        return self._filled.get(key, "") or type(piece)(piece, key, under)
