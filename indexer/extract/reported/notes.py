"""Footnotes and endnotes of a document, by number, and the contributors that a summary's first note lists.

Notes stand at the feet of pages, or under "Notes" behind the last paragraph. A note begins where its number stands
raised, or alone on a line, or before its words; numbers count on, so that a number within a note begins none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from indexer.extract.outline.marks import behind_mark, counts_on, numbers_of_mark
from indexer.extract.thresholds import LINES_OF_OPENING, MISSING_NOTES
from indexer.text.lines import join_lines
from models.languages.read_languages import any_language
from models.records.documents import Line, ReadDocument

NOTES_HEADING = re.compile(rf"{any_language(lambda words: words.layout.notes)}\s*:?", re.I)
_NUMBER = re.compile(r"(\d{1,3})(?:\s+(?=\S)|\s*$)")
_CODE = re.compile(r"[A-Z][\w&.-]*(?:/[A-Z][\w&.-]*)?|JS\s?\d{1,2}")
_CODE_AND_NAME = re.compile(r"(?P<code>JS\s?\d{1,2}|(?=\S*[A-Z]\S*[A-Z\d])[A-Z][\w&./-]*)\*?\s+(?P<name>[A-ZÀ-Þ].*)")
_BODY_AND_NAME = re.compile(
    r"\((?P<code>(?=\S*[A-Z]\S*[A-Z\d])[A-Z][\w&./-]*(?: [A-Z][\w-]*)?)\)\s*(?:[-–]\s*)?(?P<name>[A-ZÀ-Þ].*)"
)
"""What a regional organisation attaches is its bodies': "(FF-Delegate) Report by the Delegate for Ferries"."""
_LISTS_STAKEHOLDERS = re.compile(any_language(lambda words: words.citations.lists_stakeholders), re.I)


def body_of(document: ReadDocument) -> tuple[Line, ...]:
    """The lines before the heading "Notes"."""
    return document.lines[: _start_of_notes(document.lines)]


def end_of(document: ReadDocument) -> tuple[Line, ...]:
    """The lines behind the heading "Notes" and those at the feet of pages, in the order of the pages."""
    behind = document.lines[_start_of_notes(document.lines) + 1 :]
    return tuple(sorted((*behind, *document.notes), key=lambda line: line.page))


def _start_of_notes(lines: Sequence[Line]) -> int:
    headings = [place for place, line in enumerate(lines) if NOTES_HEADING.fullmatch(line.text)]
    return headings[-1] if headings else len(lines)


def notes_of(lines: Iterable[Line]) -> Mapping[int, tuple[Line, ...]]:
    """Number → lines of the note, in the order of the pages."""
    notes: dict[int, list[Line]] = {}
    current = 0
    for line in lines:
        number, rest = _opening(line, current)
        if number:
            current = number
            notes[current] = [rest] if rest.text else []
        elif current:
            notes[current].append(line)
    return {number: tuple(of_note) for number, of_note in notes.items()}


def _opening(line: Line, current: int) -> tuple[int, Line]:
    """The number of the note that a line begins, 0 for none, and the line without it."""
    if line.marks and line.marks[0][0] == 0:
        numbers = list(numbers_of_mark(line.marks[0][1]))
        return (numbers[0], line) if numbers and _follows(numbers[0], current) else (0, line)
    printed = _NUMBER.match(line.text)
    if printed and _follows(int(printed[1]), current):
        return int(printed[1]), behind_mark(line, printed.end())
    return 0, line


def _follows(number: int, current: int) -> bool:
    return counts_on(number, current, MISSING_NOTES if current else 0)


def contributors_in(notes: Iterable[Sequence[Line]]) -> dict[str, str]:
    """Code → name of the stakeholders that a summary lists: "JS3   Joint submission 3 submitted by …".

    The list is a note of its own; another one lists abbreviations of treaties in the same way.
    """
    listing = next((lines for lines in notes if _LISTS_STAKEHOLDERS.search(join_lines(lines[:LINES_OF_OPENING]))), ())
    names: dict[str, list[str]] = {}
    code = ""
    for line in listing:
        is_open = bool(code) and not names[code][-1].rstrip("*").endswith((";", "."))
        entry = _entry_of_list(line, is_open=is_open)
        if entry:
            code, name = entry
            names.setdefault(code, []).append(name)
        elif is_open:
            names[code].append(line.text)
        else:
            code = ""
    return {code: " ".join(words).rstrip(";.* ") for code, words in names.items()}


def _entry_of_list(line: Line, *, is_open: bool) -> tuple[str, str] | None:
    """Code and first words of the name where a line begins an entry; `is_open`: the entry before may go on."""
    if len(line.cells) > 1 and _CODE.fullmatch(line.cells[0][2]):
        return line.cells[0][2].replace(" ", ""), " ".join(text for _, _, text in line.cells[1:])
    # Text files, and old PDFs, have a mere space behind the code.
    if not is_open and (found := _CODE_AND_NAME.fullmatch(line.text) or _BODY_AND_NAME.fullmatch(line.text)):
        return re.sub(r"(?<=JS)\s", "", found["code"]), found["name"]
    return None
