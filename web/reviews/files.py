"""The follow-up table of a review as a file to keep: CSV, XLSX and JSON, a row for each recommendation."""

import json
from collections.abc import Callable, Iterator, Sequence

from models.messages.message import Message
from models.records.enums import ThreadType
from models.records.records import Recommendation
from search import (
    POSITION_ON_SAME,
    THREAD_WORDS,
    Filters,
    FollowUp,
    FollowUpRow,
    Reported,
    Reporter,
    compared_after,
    left_out_of_list,
)
from search.answer.as_json import ReportingDocument, follow_up_row_as_json
from web.files.office_files import Cell, PositionWord, csv_file
from web.files.record_columns import of_record
from web.files.workbook import About, xlsx_file
from web.site.language import gettext, translated
from web.site.served_index import coverage_on, state_name
from web.words.citation import cited_edition, cited_place
from web.words.coverage_words import not_indexed_in_words
from web.words.editions import edition_shown
from web.words.page_words import READING_NOTES
from web.words.progress_words import REPORTER_NAMES, REPORTING_WORDS, WHAT_IS_TOLD, not_indexed
from web.words.review_dates import year_and_session

Column = tuple[Sequence[Message], Callable[[FollowUpRow], Cell]]
"""The parts of its name, and its value in a row."""


def _of_reporter(reporter: Reporter) -> tuple[Column, ...]:
    """The columns on what documents of one reporter say."""
    name, place = REPORTER_NAMES[reporter], list(REPORTER_NAMES).index(reporter)

    def column(words: Message, value: Callable[[Reported], Cell]) -> Column:
        return (name, words), lambda row: value(row.reported[place])

    return (
        column(Message("reports on it"), lambda reported: translated(REPORTING_WORDS[reported.reporting])),
        column(Message("paragraphs"), lambda reported: reported.paragraphs or None),
        column(
            Message("Source"),
            lambda reported: cited_place(reported.first.report.place) if reported.first else None,
        ),
        column(Message("As printed"), lambda reported: reported.first.sentence if reported.first else None),
        column(
            Message("Named as"),
            lambda reported: reported.first.stated.printed if reported.first and reported.first.stated else None,
        ),
    )


def _record(row: FollowUpRow) -> Recommendation:
    return row.record


def _of_record(names: str) -> Iterator[Column]:
    return (((heading,), value) for heading, value in of_record(names, _record))


COLUMNS: tuple[Column, ...] = (
    *_of_record("id session cycle sponsors quoted request position to_check comment list_comment"),
    *_of_record("document paragraph page address"),
    *(column for reporter in REPORTER_NAMES for column in _of_reporter(reporter)),
)
"""One row for each recommendation."""

COLUMNS_OF_LATER: tuple[Column, ...] = (
    ((Message("In the next review"), Message("similar: read")), lambda row: len(row.similar) or None),
    ((Message("In the next review"), THREAD_WORDS[ThreadType.SAME]), lambda row: len(row.same) or None),
    (
        (Message("In the next review"), Message("Source")),
        lambda row: cited_edition(row.similar[0].record) if row.similar else None,
    ),
    (
        (Message("In the next review"), Message("As printed")),
        lambda row: edition_shown(row.similar[0].record).quoted if row.similar else None,
    ),
    (
        (POSITION_ON_SAME,),
        lambda row: PositionWord(row.same[0].record) if row.same else None,
    ),
    ((Message("Later recommendation"),), lambda row: row.similar[0].record.id if row.similar else None),
)
"""What is like it, the nearest with its text: only where a later review was compared."""


def write_csv(follow_up: FollowUp, rows: Sequence[FollowUpRow]) -> bytes:
    """The table of rows; what is not indexed stands in rows of its own at the end."""
    header, *cells = _table(follow_up, rows)
    below = (*_compared(follow_up), *_left_out(follow_up))
    return csv_file(map(str, header), [*cells, *([sentence] for sentence in below)])


def write_xlsx(follow_up: FollowUp, rows: Sequence[FollowUpRow]) -> bytes:
    """A sheet of rows, and one that says what they are."""
    header, *cells = _table(follow_up, rows)
    return xlsx_file([(gettext("Follow-up"), list(map(str, header)), cells)], _about(follow_up, len(rows)))


def write_json(follow_up: FollowUp, rows: Sequence[FollowUpRow]) -> bytes:
    """An object with the review, its documents and the rows, in the words of the API."""
    whole = {
        "review": follow_up.review,
        "state": follow_up.state,
        "session": follow_up.session,
        "sessions": follow_up.sessions,
        "documents": list(map(ReportingDocument.as_json, follow_up.documents)),
        "missing": [kind.value for kind in follow_up.missing],
        "compared": follow_up.compared,
        "not_indexed": left_out_of_list((coverage_on(follow_up.state),), (), Filters()),
        "total": len(follow_up.rows),
        "rows": [follow_up_row_as_json(row) for row in rows],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


DOWNLOADS: dict[str, Callable[[FollowUp, Sequence[FollowUpRow]], bytes]] = {
    "xlsx": write_xlsx,
    "csv": write_csv,
    "json": write_json,
}
"""By the extension of the file."""


def _table(follow_up: FollowUp, rows: Sequence[FollowUpRow]) -> list[list[Cell]]:
    """The names of the columns, then the rows."""
    columns = (*COLUMNS, *(COLUMNS_OF_LATER if follow_up.compared else ()), *_of_record("invented"))
    header: list[Cell] = [gettext(": ").join(translated(part) for part in parts) for parts, _ in columns]
    return [header, *([value(row) for _, value in columns] for row in rows)]


def _left_out(follow_up: FollowUp) -> tuple[str, ...]:
    """Sentences on the documents and reviews of the State that are not indexed."""
    return tuple(filter(None, (not_indexed(follow_up), *not_indexed_in_words(coverage_on(follow_up.state)))))


def _compared(follow_up: FollowUp) -> Iterator[str]:
    """With which later review its recommendations were compared, or why with none."""
    return map(translated, compared_after(coverage_on(follow_up.state), follow_up.session, follow_up.compared))


def _about(follow_up: FollowUp, shown: int) -> About:
    """What a reader of the file has to know."""
    state, session = state_name(follow_up.state), year_and_session(follow_up.session)
    found = gettext("%(right)s of %(all)s", right=shown, all=len(follow_up.rows))
    how_to_read = (
        translated(WHAT_IS_TOLD),
        *_compared(follow_up),
        gettext(
            "“Cites it”: the document itself names the recommendation, in a heading, a sentence or a note. "
            "“Similar content”: a computer found a paragraph that likely reports on it; read it before you rely on it. "
            "“Nothing found” says nothing on whether anything was done."
        ),
        *map(translated, READING_NOTES),
    )
    return [
        (
            gettext("What it is"),
            gettext("Follow-up to the review of %(state)s in %(review)s", state=state, review=session),
        ),
        (gettext("Found"), found),
        *((gettext("Not indexed"), sentence) for sentence in _left_out(follow_up)),
        *((gettext("How to read results"), words) for words in how_to_read if words),
    ]
