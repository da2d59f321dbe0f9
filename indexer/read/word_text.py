"""The words of paragraphs of a Word file as a reader sees them printed: what was inserted, not what was deleted.

Comments and notes lie in parts of their own; comments are not printed, notes indexer/read/word_notes.py reads. What a
text box holds are paragraphs of their own, which the file has twice: for today's Word and for Word 2007.
"""

from collections.abc import Callable, Iterator
from typing import Any

from docx.oxml.ns import qn

from indexer.text.lines import PLAIN_LETTERS
from models.messages.printable import without_surrogates
from models.texts.normal_form import normal_form

PARAGRAPH, ROW, CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
NOTE_REFERENCES = frozenset({qn("w:footnoteReference"), qn("w:endnoteReference")})
_TEXT, _RUN, _SYMBOL = qn("w:t"), qn("w:r"), qn("w:sym")
_SPOKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NO_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_PRINTED = frozenset({qn("w:del"), qn("w:moveFrom"), _NO_FALLBACK})
_ELSEWHERE = frozenset({qn("w:pPr"), qn("w:txbxContent")})
_SOFT_HYPHEN = "\u00ad"
"""Printed only where a line breaks, of which a file says nothing."""
_OFF = ("0", "false", "off")
MarkOfNote = Callable[[Any], str]
"""What stands in the words for a reference to a note."""


def _no_mark(_reference: Any) -> str:
    return ""


def printed_paragraphs(element: Any, mark: MarkOfNote = _no_mark) -> Iterator[tuple[Any, str]]:
    """The w:p elements within another, in order, each with its words; "" for an empty one.

    A paragraph whose end was deleted goes on in the next; one that was deleted whole is passed over.
    """
    begun, words = None, ""
    for paragraph in _paragraphs(element):
        words += paragraph_text(paragraph, mark)
        begun = paragraph if begun is None else begun
        if not _has_deleted_end(paragraph):
            yield begun, " ".join(words.split())
            begun, words = None, ""
    if words.strip():
        yield begun, " ".join(words.split())


def paragraph_text(paragraph: Any, mark: MarkOfNote = _no_mark) -> str:
    """The words of a w:p element, with tabs and breaks, without those of text boxes that it holds."""
    words = "".join(_pieces(paragraph, mark)).replace("\xa0", " ").replace(_SOFT_HYPHEN, "")
    return normal_form("NFC", without_surrogates(words.translate(PLAIN_LETTERS)))


def _paragraphs(element: Any) -> Iterator[Any]:
    """The w:p elements within another, those of text boxes behind the one that holds them."""
    for child in element.iterchildren():
        if child.tag in _NOT_PRINTED or is_deleted_row(child):
            continue
        if child.tag == PARAGRAPH:
            yield child
        yield from _paragraphs(child)


def _pieces(element: Any, mark: MarkOfNote) -> Iterator[str]:
    if element.tag in _NOT_PRINTED or element.tag in _ELSEWHERE or (element.tag == _RUN and _is_hidden(element)):
        return
    if element.tag == _TEXT:
        yield element.text or ""
    elif element.tag == _SYMBOL:
        yield _symbol(element)
    elif element.tag in NOTE_REFERENCES:
        yield mark(element)
    yield _SPOKEN.get(element.tag, "")
    for child in element.iterchildren():
        yield from _pieces(child, mark)


def _symbol(element: Any) -> str:
    """The letter of a w:sym element, whose code symbol fonts keep in a private area."""
    code = element.get(qn("w:char")) or ""
    return chr(int(code, 16)) if len(code) == len("F0B7") else ""


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in _OFF


def is_deleted_row(element: Any) -> bool:
    """Whether an element is a row of a table whose deletion is tracked, whatever its cells still hold."""
    return element.tag == ROW and element.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _has_deleted_end(paragraph: Any) -> bool:
    """Whether the mark that ends a paragraph is a tracked deletion, or moved to elsewhere."""
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return marks is not None and any(marks.find(qn(name)) is not None for name in ("w:del", "w:moveFrom"))
