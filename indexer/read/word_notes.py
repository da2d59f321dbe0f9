"""Footnotes and endnotes of a Word file: the number that each has in print, and its words.

Both lie in parts of their own. In a paragraph stands a reference, which has no number: Word counts those that it
prints. Notes with a sign of their own ("*") are counted by nobody, and left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from indexer.read.published_text import unplaced_line
from indexer.read.word_numbering import number_in_format
from indexer.read.word_text import NOTE_REFERENCES, PARAGRAPH, paragraph_text
from models.records.documents import Line

_ID, _OWN_SIGN = qn("w:id"), qn("w:customMarkFollows")
_PARTS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_USUAL_FORMAT = {"footnote": "decimal", "endnote": "lowerRoman"}
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Letters that no text may hold, around a mark as long as its line is put together."""
_MARK = re.compile(rf"{_BEGIN}([^{_END}]*){_END}")


class WordNotes:
    """Counts the notes of a document in the order in which their references are printed, and keeps their words."""

    def __init__(self, document: Any) -> None:
        self._printed: list[tuple[str, str, str]] = []
        """Kind, id and number of each note so far."""
        self._counts: Counter[str] = Counter()
        self._words = {kind: _paragraphs_by_id(document, kind) for kind in _USUAL_FORMAT}
        self._formats = {kind: _format(document, kind) for kind in _USUAL_FORMAT}

    def mark(self, reference: Any) -> str:
        """What stands for a reference in the words of its paragraph, until `with_marks` takes it out."""
        if reference.tag not in NOTE_REFERENCES or reference.get(_OWN_SIGN) not in (None, "0", "false"):
            return ""
        kind = _PARTS[reference.tag]
        self._counts[kind] += 1
        number = number_in_format(self._formats[kind], self._counts[kind])
        self._printed.append((kind, reference.get(_ID) or "", number))
        return f"{_BEGIN}{number}{_END}"

    def lines(self) -> Iterator[Line]:
        """The paragraphs of the notes that were printed, as at the foot of a page: the first of each has its number as
        a mark at place 0."""
        for kind, note_id, number in self._printed:
            for place, words in enumerate(filter(None, self._words[kind].get(note_id, ()))):
                yield replace(unplaced_line(words), marks=() if place else ((0, number),))


def with_marks(line: Line) -> Line:
    """A line whose marks of notes stand beside its words."""
    marks: list[tuple[int, str]] = []
    text, taken = "", 0
    for found in _MARK.finditer(line.text):
        text += line.text[taken : found.start()]
        taken = found.end()
        marks.append((len(text), found[1]))
    if not marks:
        return line
    cells = tuple((left, right, _MARK.sub("", words)) for left, right, words in line.cells)
    return replace(line, text=text + line.text[taken:], cells=cells, marks=tuple(marks))


def _paragraphs_by_id(document: Any, kind: str) -> dict[str, list[str]]:
    """Id of each note of a kind → its paragraphs."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}s"):
            notes = parse_xml(relation.target_part.blob).iter(qn(f"w:{kind}"))
            return {note.get(_ID) or "": list(map(_words, note.iter(PARAGRAPH))) for note in notes}
    return {}


def _words(paragraph: Any) -> str:
    return " ".join(paragraph_text(paragraph).split())


def _format(document: Any, kind: str) -> str:
    """How the notes of a kind are numbered, by the last section that says it, else by the settings."""
    for element in (document.element.body, document.settings.element):
        found = [of_kind.find(qn("w:numFmt")) for of_kind in element.iter(qn(f"w:{kind}Pr"))]
        if said := [form.get(qn("w:val")) for form in found if form is not None]:
            return str(said[-1])
    return _USUAL_FORMAT[kind]
