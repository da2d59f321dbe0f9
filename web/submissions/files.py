"""What was ticked beside the asks of a submission, as a file to keep: XLSX, CSV and DOCX.

A file holds what the user ticked, as the user's own word, and nothing that a program alone put beside an ask.
"""

from collections.abc import Callable, Iterator, Sequence

from models.messages.message import Message
from models.records.records import Recommendation
from models.reviews.states import State
from search import NO_PROOF, AskUptake, Uptake, cited, superseded, ticked
from web.files.about_sheet import about_coding, about_sources
from web.files.office_files import Cell, csv_file
from web.files.record_columns import Column, cells, header, of_record
from web.files.record_in_document import add_record
from web.files.word_document import add_table, add_text, docx_file, new_document
from web.files.workbook import About, xlsx_file
from web.site.language import gettext, side_by_side, translated
from web.site.served_index import coverage_on, name_of, state_name
from web.words.review_dates import review_in_words

Line = tuple[AskUptake, Recommendation]


def _recommendation(line: Line) -> Recommendation:
    return line[1]


COLUMNS: tuple[Column[Line], ...] = (
    (Message("No."), lambda line: line[0].ask.number),
    (Message("What you asked for"), lambda line: line[0].ask.text),
    *of_record("sponsors position quoted comment document paragraph page address id invented", _recommendation),
)
"""A row for each ask and recommendation ticked beside it; an ask without any has a row of its own."""


def _rows(found: Uptake) -> Iterator[list[Cell]]:
    for of_ask in found.asks:
        yield from cells(COLUMNS, ((of_ask, record) for record in of_ask.ticked))
        if not of_ask.ticked:
            yield [of_ask.ask.number, of_ask.ask.text, *[None] * (len(COLUMNS) - 2)]


def _csv(found: Uptake, approached: Sequence[State]) -> bytes:
    return csv_file(header(COLUMNS), [*_rows(found), *([sentence] for sentence in _sentences(found))])


def _xlsx(found: Uptake, approached: Sequence[State]) -> bytes:
    sheets = [(gettext("What you asked for"), header(COLUMNS), list(_rows(found)))]
    if approached:
        sheets.append(
            (
                gettext("States that you approached"),
                _approached_header(),
                list(_approached_rows(found, approached)),
            )
        )
    return xlsx_file(sheets, _about(found))


def _approached_header() -> list[str]:
    return [gettext("State"), gettext("Asks beside which you ticked what it recommended")]


def _approached_rows(found: Uptake, approached: Sequence[State]) -> Iterator[list[Cell]]:
    for state in approached:
        asks = side_by_side(map(str, found.asks_of(state.code)))
        yield [name_of(state), asks or gettext("nothing that you ticked")]


def _sentences(found: Uptake) -> list[str]:
    words = (superseded(coverage_on(found.state)), *ticked(found), NO_PROOF, cited(found))
    return [translated(each) for each in words if each]


def _about(found: Uptake) -> About:
    return [
        (gettext("Review"), _reviews(found)),
        *((gettext("Results"), sentence) for sentence in _sentences(found)),
        *about_coding(),
        *about_sources(list(found.ticked)),
    ]


def _reviews(found: Uptake) -> str:
    return review_in_words(found.session) if found.session else gettext("all that are indexed")


def _docx(found: Uptake, approached: Sequence[State]) -> bytes:
    of_review = f"{state_name(found.state)} · {_reviews(found)}"
    document = new_document(gettext("Your submission beside a review"), of_review)
    for sentence in _sentences(found):
        add_text(document.add_paragraph(), sentence)
    if approached:
        add_text(document.add_heading("", 1), gettext("States that you approached"))
        rows = [list(map(str, row)) for row in _approached_rows(found, approached)]
        add_table(document, _approached_header(), rows, [8, 9])
    for of_ask in found.asks:
        add_text(document.add_heading("", 1), f"{of_ask.ask.number}. {of_ask.ask.text}")
        for record in of_ask.ticked:
            add_record(document, record)
    return docx_file(document)


FILES: dict[str, Callable[[Uptake, Sequence[State]], bytes]] = {"docx": _docx, "xlsx": _xlsx, "csv": _csv}
"""By the extension of the file; with the States that the organisation approached."""
