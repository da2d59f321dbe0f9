"""The whole answer to a question as a file to keep or to take into a meeting: CSV, XLSX and DOCX."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from models.records.records import Commitment, Origin, Place, Recommendation
from models.reviews.sessions import cycle_of_session
from search import STRENGTH_WORDS, Answer, Hit, noun, sponsors_as_printed
from web.downloads.office_files import Cell, as_attachment, csv_file, xlsx_file
from web.downloads.result_document import write_docx
from web.downloads.result_file import ResultFile
from web.site.served_index import state_name
from web.views.result_page import chips_of
from web.views.search_form import SearchForm
from web.words.citation import cited_place, coding, document_address, referred_in_words, request_found

Column = Callable[[Hit], Cell]


def _of_recommendation(value: Callable[[Recommendation], Cell]) -> Column:
    """A column that stays empty for voluntary commitments."""
    return lambda hit: None if isinstance(hit.record, Commitment) else value(hit.record)


COLUMNS: dict[str, Column] = {
    "Order": lambda hit: hit.rank,
    "State under review": lambda hit: state_name(hit.record.state_under_review),
    "ISO code": lambda hit: hit.record.state_under_review,
    "Kind": lambda hit: noun(1, ("commitment" if isinstance(hit.record, Commitment) else "recommendation",)),
    "Session": lambda hit: hit.record.session,
    "Cycle": lambda hit: cycle_of_session(hit.record.session),
    "Recommending States": _of_recommendation(lambda record: sponsors_as_printed(record, "; ")),
    "As printed": lambda hit: hit.record.quoted,
    "Request found in it": lambda hit: request_found(hit.record),
    "Position": _of_recommendation(lambda record: record.position.value),
    "Formula used": _of_recommendation(lambda record: None if _coding(record) else record.position_words),
    "Position recorded in": _of_recommendation(lambda record: _coding(record) or _place(record.position_source)),
    "The State's comment": _of_recommendation(lambda record: record.comment),
    "Comment recorded in": _of_recommendation(lambda record: _place(record.comment_source)),
    "Comments it refers to": lambda hit: "\n\n".join(map(referred_in_words, hit.referred)) or None,
    "Document": lambda hit: hit.record.place.symbol,
    "Paragraph": lambda hit: hit.record.place.paragraph,
    "Page of the file": lambda hit: hit.record.place.page,
    "Address of the document": lambda hit: None if hit.invented else document_address(hit.record.place),
    "Issues by UPR Info": lambda hit: _issues(hit, Origin.SOURCE),
    "Issues assigned by computer": lambda hit: _issues(hit, Origin.CLASSIFIER),
    "Match": lambda hit: STRENGTH_WORDS[hit.strength].capitalize(),
    "Words in common": lambda hit: ", ".join(hit.words_in_common),
    "Invented sample": lambda hit: "yes" if hit.invented else None,
    "Record": lambda hit: hit.record.id,
}
"""One row for each entry."""


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file."""

    write: Callable[[ResultFile], bytes]
    most_entries: int
    """How many entries it holds: a table can be filtered, a document is read."""


def write_csv(result: ResultFile) -> bytes:
    """The table of entries, without the question."""
    return csv_file(COLUMNS, _rows(result))


def write_xlsx(result: ResultFile) -> bytes:
    """A sheet of entries, and one that says what was asked and how to read the other."""
    about = [[line] for line in result.about()]
    return xlsx_file([("Recommendations", list(COLUMNS), _rows(result)), ("About", [result.question], about)])


DOWNLOADS = {
    "csv": Download(write_csv, 5_000),
    "xlsx": Download(write_xlsx, 5_000),
    "docx": Download(write_docx, 200),
}
"""By the value of the button, which is the extension of the file."""


def result_file(form: SearchForm, answer: Answer, extension: str) -> Response:
    """The file of one kind over an answer that is not folded."""
    result = ResultFile(form.text, answer, chips_of(form, state_name))
    return as_attachment(DOWNLOADS[extension].write(result), extension, result.name)


def _rows(result: ResultFile) -> list[list[Cell]]:
    return [[column(hit) for column in COLUMNS.values()] for hit in result.answer.hits]


def _issues(hit: Hit, origin: Origin) -> str:
    labels = (each for each in hit.record.labels if each.scheme == "upr-info" and each.origin is origin)
    return "; ".join(each.label for each in labels)


def _coding(record: Recommendation) -> str | None:
    return coding(record.position_source, record.position_words) if record.position_source else None


def _place(place: Place | None) -> str | None:
    return cited_place(place) if place else None
