"""The whole answer to a question as a file to keep or to take into a meeting: CSV, XLSX and DOCX."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Commitment, Origin, Place, Recommendation
from models.reviews.sessions import cycle_of_session
from search import Answer, Hit, Record
from web.downloads.office_files import Cell, as_attachment, csv_file, xlsx_file
from web.downloads.result_document import write_docx
from web.downloads.result_file import ResultFile
from web.site.language import gettext, lazy_gettext, translated
from web.site.served_index import state_name
from web.views.result_page import chips_of
from web.views.search_form import SearchForm
from web.words.citation import (
    cited_place,
    coding,
    document_address,
    referred_in_words,
    request_found,
    source_name,
)
from web.words.kind_words import COMMITMENTS, RECOMMENDATIONS, KindWords
from web.words.page_words import POSITION_IN_SENTENCE, STRENGTH_WORDS

Column = Callable[[Hit], Cell]


def _of_recommendation(value: Callable[[Recommendation], Cell]) -> Column:
    """A column that stays empty for voluntary commitments."""
    return lambda hit: None if isinstance(hit.record, Commitment) else value(hit.record)


COLUMNS: tuple[tuple[str, Column], ...] = (
    (lazy_gettext("Order"), lambda hit: hit.rank),
    (lazy_gettext("State under review"), lambda hit: state_name(hit.record.state_under_review)),
    (lazy_gettext("ISO code"), lambda hit: hit.record.state_under_review),
    (lazy_gettext("Kind"), lambda hit: str(_kind(hit.record).name)),
    (lazy_gettext("Session"), lambda hit: hit.record.session),
    (lazy_gettext("Cycle"), lambda hit: cycle_of_session(hit.record.session)),
    (
        lazy_gettext("Recommending States"),
        _of_recommendation(lambda record: "; ".join(sponsor.printed for sponsor in record.sponsors)),
    ),
    (lazy_gettext("As printed"), lambda hit: hit.record.quoted),
    (lazy_gettext("Request found in it"), lambda hit: request_found(hit.record)),
    (lazy_gettext("Position"), _of_recommendation(lambda record: str(POSITION_IN_SENTENCE[record.position]))),
    (
        lazy_gettext("Formula used"),
        _of_recommendation(lambda record: None if _coding(record) else record.position_words),
    ),
    (
        lazy_gettext("Position recorded in"),
        _of_recommendation(lambda record: _coding(record) or _place(record.position_source)),
    ),
    (lazy_gettext("The State's comment"), _of_recommendation(lambda record: record.comment)),
    (lazy_gettext("Comment recorded in"), _of_recommendation(lambda record: _place(record.comment_source))),
    (
        lazy_gettext("Comments it refers to"),
        lambda hit: "\n\n".join(map(referred_in_words, hit.referred)) or None,
    ),
    (lazy_gettext("Document"), lambda hit: source_name(hit.record.place.symbol)),
    (lazy_gettext("Paragraph"), lambda hit: hit.record.place.paragraph),
    (lazy_gettext("Page of the file"), lambda hit: hit.record.place.page),
    (
        lazy_gettext("Address of the document"),
        lambda hit: None if hit.invented else document_address(hit.record.place),
    ),
    (lazy_gettext("Issues by UPR Info"), lambda hit: _issues(hit, Origin.SOURCE)),
    (lazy_gettext("Issues assigned automatically"), lambda hit: _issues(hit, Origin.CLASSIFIER)),
    (lazy_gettext("Match"), lambda hit: str(STRENGTH_WORDS[hit.strength])),
    (lazy_gettext("Words in common"), lambda hit: ", ".join(hit.words_in_common)),
    (lazy_gettext("Invented sample"), lambda hit: gettext("yes") if hit.invented else None),
    (lazy_gettext("Record"), lambda hit: hit.record.id),
)
"""One row for each entry."""


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file."""

    write: Callable[[ResultFile], bytes]
    most_entries: int
    """How many entries it holds: a table can be filtered, a document is read."""


def write_csv(result: ResultFile) -> bytes:
    """The table of entries, without the question."""
    return csv_file(_header(), _rows(result))


def write_xlsx(result: ResultFile) -> bytes:
    """A sheet of entries, and one that says what was asked and how to read the other."""
    about = [[line] for line in result.about()]
    return xlsx_file(
        [
            (gettext("Recommendations"), _header(), _rows(result)),
            (gettext("About"), [result.question], about),
        ]
    )


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


def _header() -> list[str]:
    return [str(name) for name, _ in COLUMNS]


def _rows(result: ResultFile) -> list[list[Cell]]:
    return [[value(hit) for _, value in COLUMNS] for hit in result.answer.hits]


def _kind(record: Record) -> KindWords:
    return COMMITMENTS if isinstance(record, Commitment) else RECOMMENDATIONS


def _issues(hit: Hit, origin: Origin) -> str:
    labels = (label for label in hit.record.labels if label.scheme == ISSUE_SCHEME and label.origin is origin)
    return "; ".join(translated(label.label) for label in labels)


def _coding(record: Recommendation) -> str | None:
    return coding(record.position_source, record.position_words) if record.position_source else None


def _place(place: Place | None) -> str | None:
    return cited_place(place) if place else None
