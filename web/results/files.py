"""The whole answer to a question as a file to keep or to take into a meeting: CSV, XLSX and DOCX."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from models.messages.message import Message
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Commitment, Origin
from search import Answer, Hit, Record, cycles_of
from web.files.about_sheet import about_coding, about_sources
from web.files.office_files import as_attachment, csv_file
from web.files.record_columns import Column, cells, header, of_record
from web.files.workbook import About, xlsx_file
from web.results.result_document import write_docx
from web.results.result_file import ResultFile
from web.results.result_page import chips_of
from web.results.search_form import SearchForm
from web.site.language import day, gettext, translated
from web.site.served_index import built_on, coverage_on, cycles_indexed, state_name
from web.words.citation import referred_in_words
from web.words.coverage_words import left_out_in_words, not_indexed_in_words
from web.words.page_words import READING_NOTES, STRENGTH_WORDS


def _record(hit: Hit) -> Record:
    return hit.record


COLUMNS: tuple[Column[Hit], ...] = (
    (Message("Order"), lambda hit: hit.rank),
    *of_record("state code", _record),
    (Message("Kind"), lambda hit: _kind(hit.record)),
    *of_record("session cycle sponsors_apart quoted request wordings position formula recorded_in to_check", _record),
    *of_record("comment comment_recorded_in list_comment list_comment_recorded_in", _record),
    (Message("Comments it refers to"), lambda hit: "\n\n".join(map(referred_in_words, hit.referred)) or None),
    *of_record("document paragraph page address", _record),
    (Message("UPR Info issues"), lambda hit: _issues(hit, Origin.SOURCE)),
    (Message("Issues assigned automatically"), lambda hit: _issues(hit, Origin.CLASSIFIER)),
    (Message("Match"), lambda hit: translated(STRENGTH_WORDS[hit.strength])),
    *of_record("invented", _record),
    (Message("Record"), lambda hit: hit.record.id),
)
"""One row for each recommendation or voluntary commitment."""

COLUMNS_OF_QUESTION: tuple[Column[Hit], ...] = (
    (Message("Words in common"), lambda hit: ", ".join(hit.words_in_common)),
)
"""What tells words of the question: only where the user wants it in the file."""


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file."""

    write: Callable[[ResultFile], bytes]
    most_entries: int
    """How many recommendations it holds: a table can be filtered, a document is read."""


def write_csv(result: ResultFile) -> bytes:
    """The table of what was found; at its end, that it ends before the result does, and what is not indexed."""
    ends = [[result.totals()]] if len(result.answer.hits) < result.listed else []
    not_indexed = ([sentence] for sentence in result.not_indexed)
    columns = _columns(result)
    return csv_file(header(columns), [*cells(columns, result.answer.hits), *ends, *not_indexed])


def write_xlsx(result: ResultFile) -> bytes:
    """A sheet of what was found, and one that says how to read it."""
    columns = _columns(result)
    return xlsx_file([(gettext("Results"), header(columns), cells(columns, result.answer.hits))], _about(result))


DOWNLOADS = {
    "csv": Download(write_csv, 5_000),
    "xlsx": Download(write_xlsx, 5_000),
    "docx": Download(write_docx, 200),
}
"""By the value of the button, which is the extension of the file."""
MOST_IN_FILES = {extension: kind.most_entries for extension, kind in DOWNLOADS.items()}


def result_file(
    form: SearchForm, answer: Answer, extension: str, with_question: bool, own_only: bool = False
) -> Response:
    """The file of one kind over an answer that is not folded, with the user's words where these are wanted.

    `own_only`: the answer lists what belongs to the user's own State alone.
    """
    question = form.text if with_question else None
    result = ResultFile(question, answer, chips_of(form), built_on(), own_only, _not_indexed(form, own_only))
    return as_attachment(DOWNLOADS[extension].write(result), extension, result.name)


def _not_indexed(form: SearchForm, own_only: bool) -> tuple[str, ...]:
    """Sentences on the reviews that are not indexed, of the States that are asked about, and of all that are listed."""
    states = [form.state] if form.state else form.filters.under_review
    of_states = [words for each in map(coverage_on, states) for words in not_indexed_in_words(each)]
    is_narrowed = own_only or form.filters.under_review
    of_all = "" if is_narrowed else left_out_in_words(cycles_indexed(form.filters.group), cycles_of(form.filters))
    return tuple(filter(None, [*of_states, of_all]))


def _about(result: ResultFile) -> About:
    """What a reader of the workbook has to know."""
    own, invented = result.answer.own_state, gettext("Invented sample: no document of the United Nations")
    return [
        (gettext("What it is"), result.title),
        *([(gettext("Invented sample"), invented)] if result.invented else []),
        *([(gettext("Issue or words looked for"), result.question)] if result.question is not None else []),
        *([(gettext("State"), state_name(own))] if own else []),
        (gettext("Found"), result.totals()),
        *((gettext("Not indexed"), sentence) for sentence in result.not_indexed),
        *([(gettext("Filters"), result.filters_in_words())] if result.filters else []),
        (gettext("Documents indexed on"), day(result.built)),
        *((gettext("How to read results"), translated(note)) for note in READING_NOTES),
        *about_coding(),
        *about_sources(hit.record for hit in result.answer.hits),
    ]


def _columns(result: ResultFile) -> tuple[Column[Hit], ...]:
    return COLUMNS if result.question is None else COLUMNS + COLUMNS_OF_QUESTION


def _kind(record: Record) -> str:
    return gettext("Voluntary commitment") if isinstance(record, Commitment) else gettext("Recommendation")


def _issues(hit: Hit, origin: Origin) -> str:
    labels = (label for label in hit.record.labels if label.scheme == ISSUE_SCHEME and label.origin is origin)
    return "; ".join(translated(label.label) for label in labels)
