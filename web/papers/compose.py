"""A paper out of its template: text in lines, each with what it is before it, and values that keep what they are.

A template is text of Jinja2 (web/papers/templates/). Its lines are paragraphs; "# " and "## " begin headings, "- " an
item of a list, "1. " a numbered paragraph, "@" says what the rest of a line, or what follows it, is:

    @title WORDS                the title of the paper
    @line NAME | WORDS          a line of its letterhead
    @page                       the next heading begins a page
    @uncounted                  what follows is not counted against the limit
    @table, @column KEY WIDTH PART | HEADING, @group WORDS, @row, @cell, @end
                                a table; the lines behind @cell are the lines of a cell
    @for-you                    what follows is for those who hand the paper on: a note a line

A value never makes a line, whatever it holds: each stands in the text as a mark with a number that nobody can guess,
until the lines are read. So what others said stays a quotation, and what is to be filled in stays a blank.
"""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from web.papers.paper import Cell, Column, Heading, Paper, Paragraph, Part, RowGroup, Style, Table, Words
from web.site.language import gettext, ngettext, translated

STYLES = {"- ": Style.BULLET, "1. ": Style.NUMBERED}


class Marks:
    """Values of one rendering, each under a mark that stands for it in the text."""

    def __init__(self) -> None:
        nonce = secrets.token_hex(8)
        self._values: list[Words] = []
        self._begin, self._end = f"\ue000{nonce}:", "\ue001"
        self._mark = re.compile(rf"{self._begin}(\d+){self._end}")

    def of(self, value: Any) -> str:
        """The mark of a value; what a macro made holds marks already."""
        if isinstance(value, str) and self._begin in value:
            return str(value)
        pieces = (
            value
            if isinstance(value, tuple)
            else (value if isinstance(value, str) else "" if value is None else str(value),)
        )
        if not any(pieces):
            return ""
        self._values.append(pieces)
        return f"{self._begin}{len(self._values) - 1}{self._end}"

    def words(self, text: str) -> Words:
        """The pieces of a text, with the values in the place of their marks."""
        pieces: list[str] = []
        for number, part in enumerate(self._mark.split(text)):
            if number % 2:
                pieces += self._values[int(part)]
            elif part:
                pieces.append(part)
        return tuple(piece for piece in pieces if piece)


@dataclass(slots=True)
class Composed:
    """What the lines of a template say."""

    title: str = ""
    letterhead: list[tuple[str, Words]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    uncounted_from: int | None = None
    """The number of parts that count against the limit; None: all do."""
    notes: list[Words] = field(default_factory=list)

    @property
    def counted(self) -> list[Part]:
        """The parts that count against the limit."""
        return self.parts[: self.uncounted_from]


def composed(template: str, values: Mapping[str, Any]) -> Composed:
    """What a template says with some values."""
    marks = Marks()
    text = _environment().get_template(template).render(marks=marks, **values)
    return _Reader(marks).read(text)


@pass_context
def _marked(context: Context, value: Any) -> str:
    mark: str = context["marks"].of(value)
    return mark


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
    environment.globals.update(_=gettext, gettext=gettext, ngettext=ngettext)
    environment.filters.update(translated=translated, as_date=date.fromisoformat)
    return environment


class _Reader:
    """Reads the lines of one rendering."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._made = Composed()
        self._new_page = False
        self._table: _TableReader | None = None
        self._for_you = False

    def read(self, text: str) -> Composed:
        """All lines, one after the other."""
        for line in text.split("\n"):
            if line.strip():
                self._read_line(line.strip())
        return self._made

    def _read_line(self, line: str) -> None:
        command, _, rest = line.partition(" ")
        if self._table and command != "@end":
            self._table.read(command, rest, line)
        elif command.startswith("@"):
            self._commands()[command](rest)
        else:
            self._add(line)

    def _add(self, line: str) -> None:
        hashes = len(line) - len(line.lstrip("#"))
        if hashes:
            text = "".join(self._marks.words(line[hashes:].strip()))
            self._made.parts.append(Heading(text, hashes, self._new_page))
            self._new_page = False
            return
        marker = next((marker for marker in STYLES if f"{line} ".startswith(marker)), "")
        words = self._marks.words(line[len(marker) :].strip())
        if not "".join(words).strip():
            return
        if self._for_you:
            self._made.notes.append(words)
        else:
            self._made.parts.append(Paragraph(words, STYLES.get(marker, Style.PLAIN)))

    def _commands(self) -> Mapping[str, Callable[[str], None]]:
        return {
            "@title": self._set_title,
            "@line": self._add_line,
            "@page": self._begin_page,
            "@uncounted": self._end_count,
            "@table": self._begin_table,
            "@end": self._end_table,
            "@for-you": self._begin_notes,
        }

    def _set_title(self, rest: str) -> None:
        self._made.title = "".join(self._marks.words(rest))

    def _add_line(self, rest: str) -> None:
        name, _, words = rest.partition(" | ")
        self._made.letterhead.append(("".join(self._marks.words(name)), self._marks.words(words)))

    def _begin_page(self, _: str) -> None:
        self._new_page = True

    def _end_count(self, _: str) -> None:
        self._made.uncounted_from = len(self._made.parts)

    def _begin_notes(self, _: str) -> None:
        self._for_you = True

    def _begin_table(self, _: str) -> None:
        self._table = _TableReader(self._marks)

    def _end_table(self, _: str) -> None:
        if self._table:
            self._made.parts.append(self._table.table())
        self._table = None


class _TableReader:
    """Reads the lines of one table."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._columns: list[Column] = []
        self._groups: list[tuple[str, list[list[list[Words]]]]] = []

    def read(self, command: str, rest: str, line: str) -> None:
        """One line: of a column, or what begins a group, row or cell, or is in one."""
        if command == "@column":
            self._columns.append(self._column(rest))
        elif command == "@group":
            self._groups.append(("".join(self._marks.words(rest)), []))
        elif command == "@row":
            self._groups[-1][1].append([])
        elif command == "@cell":
            self._groups[-1][1][-1].append([])
        else:
            words = self._marks.words(line)
            if words:
                self._groups[-1][1][-1][-1].append(words)

    def _column(self, rest: str) -> Column:
        about, _, heading = rest.partition(" | ")
        key, width, part = (*"".join(self._marks.words(about)).split(), "", "")[:3]
        return Column(key, "".join(self._marks.words(heading)), float(width or 0), int(part) if part else None)

    def table(self) -> Table:
        """The whole of it."""
        return Table(
            tuple(self._columns),
            tuple(RowGroup(heading, tuple(map(_cells, rows))) for heading, rows in self._groups if rows),
        )


def _cells(row: list[list[Words]]) -> tuple[Cell, ...]:
    return tuple(tuple(cell) for cell in row)


def joined(papers: Iterator[Paper]) -> Paper:
    """Several papers as one, each on pages of its own under its title and letterhead."""
    first, *others = papers
    parts, notes = [*first.parts], [*first.notes]
    for paper in others:
        parts.append(Heading(paper.title, 1, new_page=True))
        parts += [Paragraph((name, gettext(": "), *words)) for name, words in paper.letterhead]
        parts += paper.parts
        notes += [words for words in paper.notes if words not in notes]
    return replace(first, parts=tuple(parts), notes=tuple(notes))
