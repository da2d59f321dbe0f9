"""A list of States to approach as a file to keep: CSV, XLSX and DOCX, without the States that were struck out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from flask import Response

from models.messages.message import Message
from search import (
    BACK_TEST,
    NEAREST_QUOTED,
    Evidence,
    EvidenceOf,
    EvidencePage,
    LobbyingList,
    LobbyingQuestion,
    LobbyingTarget,
    Record,
    counts_found,
    looked_through,
    parts_of,
    reasons,
    recommended_to,
)
from search.lobbying.compose import evidence_page
from web.files.about_sheet import about_coding, about_sources
from web.files.office_files import as_attachment, csv_file
from web.files.record_columns import Column, cells, header, of_record
from web.files.record_in_document import add_citation, add_quotation
from web.files.word_document import add_text, docx_file, new_document
from web.files.workbook import xlsx_file
from web.results.lobbying_words import EVIDENCE_WORDS
from web.results.result_file import running_head
from web.site.language import day, gettext, side_by_side, translated
from web.site.served_index import (
    built_on,
    coverage_on,
    cycles_indexed,
    name_of,
    served_index,
)
from web.words.coverage_words import left_out_in_words, not_indexed_in_words
from web.words.page_words import STRENGTH_WORDS

STATES_IN_DOCUMENT = 25
"""Of each part of the list."""
REQUESTS_IN_DOWNLOADS = 500


@dataclass(frozen=True, slots=True)
class LobbyingFile:
    """A list on the way into a file."""

    listed: LobbyingList
    received: EvidencePage
    """What was found on the issue to the State under review."""
    with_question: bool
    """Whether the user asked for the issue to stand in the file."""
    built: date
    """The day on which the index was built."""
    struck: Collection[str] = ()
    """Codes of the States that the user struck out."""
    not_indexed: tuple[str, ...] = ()
    """Sentences on the reviews that are not indexed."""

    @property
    def state(self) -> str:
        """The name of the State under review."""
        return name_of(self.listed.state)

    @property
    def name(self) -> str:
        """The name of the file, without a word of the question."""
        return f"lobbying-{self.listed.state.code}"

    @property
    def title(self) -> str:
        """What it holds, without a word of the question."""
        return gettext(": ").join((gettext("States to approach"), self.state))

    @property
    def parts(self) -> list[tuple[Message, list[LobbyingTarget]]]:
        """The States by what they said."""
        return [
            (heading, [target for target in targets if target.state.code not in self.struck])
            for heading, targets in parts_of(self.listed, "said")
        ]

    @property
    def targets(self) -> list[LobbyingTarget]:
        """The States of all parts together."""
        return [target for _, targets in self.parts for target in targets]

    def about(self) -> list[str]:
        """What a reader has to know, one sentence or two a line."""
        listed = self.listed
        invented = [gettext("Invented sample: no document of the United Nations")]
        return [
            *(invented if listed.state.invented else []),
            *([issue_in_words(listed.question)] if self.with_question else []),
            *map(translated, (counts_found(listed), looked_through(listed))),
            *self.not_indexed,
            *map(translated, (NEAREST_QUOTED, BACK_TEST, *listed.notes)),
        ]


def issue_in_words(question: LobbyingQuestion) -> str:
    """What a list was made for."""
    if question.records:
        return gettext("Issue: recommendations like %(records)s", records=side_by_side(question.records))
    if question.label:
        return gettext(": ").join((gettext("Issue"), translated(question.label)))
    return gettext(": ").join((gettext("Issue"), question.text))


def _nearest(target: LobbyingTarget) -> Record:
    return target.nearest.record


def _itself(record: Record) -> Record:
    return record


def _count(evidence: Evidence, target: LobbyingTarget) -> int:
    return target.counts[evidence]


COUNTED = (Evidence.HERE, Evidence.HERE_PERHAPS, Evidence.HERE_ANYTHING, Evidence.OTHERS, Evidence.RETURNED)
REQUEST = "id state year cycle makers quoted position document paragraph page address"
REQUEST_COLUMNS = of_record(REQUEST, _itself)
COLUMNS: tuple[Column[LobbyingTarget], ...] = (
    (Message("By what they said"), lambda target: target.nearest.place),
    (Message("By a formula on past reviews"), lambda target: target.rank),
    (Message("State"), lambda target: name_of(target.state)),
    (Message("ISO code"), lambda target: target.state.code),
    (Message("Regional group"), lambda target: translated(target.state.regional_group or "")),
    (Message("Match"), lambda target: translated(STRENGTH_WORDS[target.nearest.strength])),
    *of_record(REQUEST, _nearest),
    (Message("Points"), lambda target: target.promise),
    *((EVIDENCE_WORDS[evidence], partial(_count, evidence)) for evidence in COUNTED),
)
"""One row for each State of which something was found."""


def write_csv(file: LobbyingFile) -> bytes:
    """The table of States; what is not indexed stands in rows of its own at the end."""
    return csv_file(header(COLUMNS), [*cells(COLUMNS, file.targets), *([sentence] for sentence in file.not_indexed)])


def write_xlsx(file: LobbyingFile) -> bytes:
    """A sheet of States, one of what was found to the State under review, and one that says what it is."""
    about = [
        (gettext("What it is"), file.title),
        (gettext("Documents indexed on"), day(file.built)),
        *((gettext("How to read results"), line) for line in file.about()),
        *about_coding(),
        *about_sources([*(target.nearest.record for target in file.targets), *file.received.records]),
    ]
    return xlsx_file(
        [
            (gettext("States"), header(COLUMNS), cells(COLUMNS, file.targets)),
            (gettext("Recommendations"), header(REQUEST_COLUMNS), cells(REQUEST_COLUMNS, file.received.records)),
        ],
        about,
    )


def write_docx(file: LobbyingFile) -> bytes:
    """How to read the list, then each State with the recommendation that is the nearest."""
    document = new_document(file.title, running_head(file.state, file.built))
    for line in file.about():
        add_text(document.add_paragraph(), line)
    for heading, targets in file.parts:
        add_text(document.add_heading("", 1), _first_of(translated(heading), len(targets)))
        for target in targets[:STATES_IN_DOCUMENT]:
            _add_target(document, file, target)
    return docx_file(document)


def _first_of(heading: str, whole: int) -> str:
    """The heading of a list that is cut where it is long."""
    if whole <= STATES_IN_DOCUMENT:
        return heading
    shown = gettext("%(right)s of %(all)s", right=STATES_IN_DOCUMENT, all=whole)
    return f"{heading} ({shown})"


def _add_target(document: Any, file: LobbyingFile, target: LobbyingTarget) -> None:
    record = target.nearest.record
    made_to = served_index().state(record.state_under_review).in_message
    add_text(document.add_heading("", 2), name_of(target.state))
    add_quotation(document, record)
    add_text(document.add_paragraph(), translated(recommended_to(record, made_to)))
    add_citation(document, record)
    found = (translated(words) for words, _ in reasons(target, file.listed.state.in_message))
    add_text(document.add_paragraph(), gettext("; ").join(found))


def approach_file(question: LobbyingQuestion, struck: Collection[str], extension: str, with_question: bool) -> Response:
    """The file of one kind of a list, without the States struck out."""
    index = served_index()
    listed = index.lobby(question)
    received = evidence_page(index.snapshot, question, EvidenceOf(Evidence.HERE), REQUESTS_IN_DOWNLOADS)
    of_all = left_out_in_words(cycles_indexed())
    not_indexed = (*not_indexed_in_words(coverage_on(listed.state.code)), *filter(None, [of_all]))
    file = LobbyingFile(listed, received, with_question, built_on(), struck, not_indexed)
    return as_attachment(DOWNLOADS[extension](file), extension, file.name)


DOWNLOADS: dict[str, Callable[[LobbyingFile], bytes]] = {"csv": write_csv, "xlsx": write_xlsx, "docx": write_docx}
"""By the value of the button, which is the extension of the file."""
