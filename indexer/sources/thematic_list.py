"""OHCHR's thematic lists: a Word table of a review's recommendations with positions and labels.

The list is no UN document and has no symbol; OHCHR publishes one for each review. Its layout changed twice:

    cycle 2        labels with a code ("B32 Racial discrimination"), persons concerned as "- women"
    cycle 3        labels and Sustainable Development Goals as "- Racial discrimination", "- 10 - REDUCED INEQUALITIES"
    later          rows of headings say "Right or area:", and a column of its own names the recommending States

Lists of reviews of cycle 2 that were made again in the later layout name no session in their page header ("UPR of
Chile - Second Cycle"): it is that of the State's review in that cycle.

Codes are left out and first letters are capitals, so that one label has one name in all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from indexer.datamodel.source_entries import ListedRecommendation
from indexer.extract.positions.answers import read_answer
from indexer.read.word import open_word_file
from indexer.read.word_text import CELL, PARAGRAPH, ROW, is_deleted_row, paragraph_text
from indexer.recognise.ordinals import ordinal_number
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.files.unreadable import damaged
from models.messages.spoken import saying
from models.records.answers import Answer, join_answers
from models.records.enums import Position
from models.records.label_schemes import GOAL_SCHEME, PERSONS_SCHEME, THEME_SCHEME
from models.records.records import Label, Origin
from models.reviews.past_reviews import sessions_of
from models.reviews.sessions import CYCLE_BY_LAST_SESSION, cycle_of_session
from models.reviews.states import State, StateTable
from models.vocabularies.crosswalk import current_name

_TITLE = re.compile(
    r"\bUPR of (?P<state>.{2,80}?)(?:\s*\(|\s+[-\u2010-\u2015]|,)\s*"
    r"(?P<cycle>\d\s?\w{2}|first|second|third|fourth) cycle\b"
    r"(?:\s*[-\u2010-\u2015,]\s*(?P<session>\d{1,2})\s?\w{2} session)?",
    re.I,
)
_NUMBER = re.compile(
    r"(?:[A-Z]\s*[-–]\s*)?(?:(?P<dotted>\d{1,3}\s?\.\s?\d{1,3}(?:\s?\([a-z]{1,3}\))*)[.):]?|(?P<bare>\d{1,3})\s?[.)])"
    r"(?:\s+(?=\S)|(?=[^\W\d]))"
)
_SOURCE = re.compile(r"\bsources? of positions?\s*:\s*(.*)", re.I | re.S)
_HEADING = re.compile(r"(?:theme|right or area)\s*:\s*(.+)", re.I)
_CODE = re.compile(r"^(?:[A-Z]\d{1,3}|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.)\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-•–]\s+")
_SCHEME_HEADS = {"sdgs": GOAL_SCHEME, "affected persons": PERSONS_SCHEME}


@dataclass(frozen=True, slots=True)
class ThematicList:
    """What one list holds."""

    state_under_review: str
    """ISO 3166 alpha-3 code."""
    session: int
    recommendations: tuple[ListedRecommendation, ...]
    """In the order of their first rows; a number that stands under several themes is one of them."""
    left_out: tuple[str, ...] = ()
    """One sentence for each row that cannot be used."""


def read_thematic_list(path: Path, states: StateTable) -> ThematicList:
    """Read a list from a .docx file.

    Raises:
        UnreadableDocument: the file is damaged, encrypted or too large.
        UnrecognisedDocument: it is not such a list, or does not say of which review.
    """
    document = open_word_file(path)
    try:
        title, rows = _title(document), list(_rows(document))
    except Exception as error:  # python-docx lets through whatever its parsers meet in damaged parts
        raise UnreadableDocument(damaged(path.name)) from error
    state, session = _review(path, title, states)
    recommendations, left_out = _recommendations(path, rows)
    return ThematicList(state, session, recommendations, left_out)


def _review(path: Path, title: re.Match[str] | None, states: StateTable) -> tuple[str, int]:
    state = states.find(title["state"]) if title else None
    if title and state:
        cycle = ordinal_number(re.sub(r"\s", "", title["cycle"]))
        session = int(title["session"]) if title["session"] else _session_in_cycle(state, cycle)
        if session and session <= max(CYCLE_BY_LAST_SESSION) and cycle_of_session(session) == cycle:
            return state.code, session
    raise UnrecognisedDocument(
        saying(
            "%(name)s does not say of which review it is: write State, cycle and session into the page header, as in "
            "“UPR of Slovenia (4th cycle – 48th session)”.",
            name=path.name,
        )
    )


def _session_in_cycle(state: State, cycle: int | None) -> int | None:
    """The session that reviewed a State in a cycle; None where the table of reviews has none, or two."""
    sessions = [session for session in sessions_of(state.code) if cycle_of_session(session) == cycle]
    return sessions[0] if len(sessions) == 1 else None


def _title(document: Any) -> re.Match[str] | None:
    """The first line that says of which review the list is: in a page header or above the table."""
    parts = [part for section in document.sections for part in (section.header, section.first_page_header)]
    elements = [*(part._element for part in parts), document.element.body]
    titles = (_TITLE.search(paragraph_text(paragraph)) for element in elements for paragraph in element.iter(PARAGRAPH))
    return next(filter(None, titles), None)


def _rows(document: Any) -> Iterator[list[str]]:
    """The cells of each row that is printed."""
    for row in document.element.body.iter(ROW):
        if not is_deleted_row(row):
            yield ["\n".join(map(paragraph_text, cell.iter(PARAGRAPH))).strip() for cell in row.iter(CELL)]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Indices of the columns; None for one that the list lacks."""

    recommendation: int
    position: int
    themes: int | None


def _recommendations(path: Path, rows: list[list[str]]) -> tuple[tuple[ListedRecommendation, ...], tuple[str, ...]]:
    columns: _Columns | None = None
    listed: dict[str, ListedRecommendation] = {}
    left_out: list[str] = []
    theme = ""
    for order, cells in enumerate(rows, start=1):
        # Each theme may be a table of its own, with the names of the columns again.
        columns_here = _columns(cells)
        columns = columns_here or columns
        if columns_here or columns is None or not any(cells):
            continue
        if heading := _HEADING.match(cells[0]):
            theme = heading[1]
        elif row := _listed(cells, columns, theme):
            listed[row.number] = _merged(listed[row.number], row) if row.number in listed else row
        else:
            left_out.append(
                saying("%(name)s: row %(row)s has no number of a recommendation.", name=path.name, row=str(order))
            )
    if columns is None:
        raise UnrecognisedDocument(
            saying("%(name)s has no table with the columns “Recommendation” and “Position”.", name=path.name)
        )
    return tuple(listed.values()), tuple(left_out)


def _columns(cells: list[str]) -> _Columns | None:
    names = [" ".join(cell.lower().split()) for cell in cells]

    def index_of(*starts: str) -> int | None:
        return next((index for index, name in enumerate(names) if name.startswith(starts)), None)

    recommendation, position = index_of("recommendation"), index_of("position")
    if recommendation is None or position is None:
        return None
    # A row may begin with "Recommendations to ratify …": no name of a column is as long.
    if len(names[recommendation]) > len("recommendations"):
        return None
    return _Columns(recommendation, position, index_of("full list of", "themes"))


def _listed(cells: list[str], columns: _Columns, theme: str) -> ListedRecommendation | None:
    """What one row says; None where it has no number or too few cells."""
    recommendation, position = _cell(cells, columns.recommendation), _cell(cells, columns.position)
    number = _NUMBER.match(recommendation or "")
    if recommendation is None or position is None or number is None:
        return None
    source = _SOURCE.search(recommendation, number.end())
    answer = _answer(position)
    return ListedRecommendation(
        number=re.sub(r"\s", "", number["dotted"] or number["bare"]),
        position=answer.position if answer else None,
        position_words=answer.words if answer else "",
        qualified=answer.qualified if answer else None,
        position_source=" ".join(source[1].split()) if source else "",
        labels=_labels(theme, _cell(cells, columns.themes) or ""),
    )


def _cell(cells: list[str], column: int | None) -> str | None:
    """None where the list lacks the column, or the row is shorter."""
    return cells[column] if column is not None and column < len(cells) else None


def _answer(words: str) -> Answer | None:
    """What the cell of a position says; whatever is no known formula is no clear support, hence noted."""
    printed = " ".join(words.split())
    if not printed:
        return None
    answer = read_answer(printed, of_record=True)
    return replace(answer, words=printed) if answer else Answer(Position.NOTED, printed)


def _labels(theme: str, listed: str) -> tuple[Label, ...]:
    """The theme of the heading, then what the column lists under its own small heads."""
    scheme = THEME_SCHEME
    labels = [_label(scheme, theme)] if theme else []
    for line in filter(str.strip, listed.split("\n")):
        head = line.strip().rstrip(":").lower()
        if head in _SCHEME_HEADS:
            scheme = _SCHEME_HEADS[head]
        else:
            labels.append(_label(scheme, line))
    return tuple(dict.fromkeys(labels))


def _label(scheme: str, printed: str) -> Label:
    words = " ".join(_BULLET.sub("", printed).split())
    name = _CODE.sub("", words) if scheme == THEME_SCHEME else words
    return Label(scheme, current_name(scheme, name[:1].upper() + name[1:]), Origin.SOURCE)


def _merged(first: ListedRecommendation, again: ListedRecommendation) -> ListedRecommendation:
    """Two rows of one number: all their labels; two positions that differ are no clear support."""
    labels = tuple(dict.fromkeys(first.labels + again.labels))
    answers = [row.answer for row in (first, again) if row.answer]
    answer = join_answers(answers, "; ", of_record=True)
    if answer is None:
        return replace(first, labels=labels)
    return replace(
        first,
        labels=labels,
        position=answer.position,
        position_words=answer.words,
        qualified=answer.qualified,
    )
