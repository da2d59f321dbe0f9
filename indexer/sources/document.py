"""Read one file, whatever it is, and take out all that it holds: the one place that knows every kind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.source_entries import THEMATIC_LIST, UPR_INFO
from indexer.datamodel.told import Told
from indexer.extract.grammar.answer_tables import answer_tables
from indexer.extract.reported.reported import missing_numbers
from indexer.extract.responses.corrections import read_corrigendum
from indexer.extract.without_pages import without_pages
from indexer.read.file_format import FileFormat, format_of
from indexer.read.json_items import read_json_items
from indexer.read.pdf import read_pdf
from indexer.read.published_text import read_published_html, read_published_text, read_text_in_json
from indexer.read.word import is_of_treaty_body, read_word_document
from indexer.recognise.document import ANSWERS, COVER_LINES, has_symbol_of_council, recognise
from indexer.recognise.mid_term import has_title_of_mid_term
from indexer.recognise.question import question_on_name
from indexer.sources.extractors import EXTRACTORS, Extractors
from indexer.sources.general_comment import is_general_comment, is_list_of_general_comments, read_general_comment
from indexer.sources.thematic_list import read_thematic_list
from indexer.sources.uhri_file import read_uhri_file
from indexer.sources.upr_info_table import group_table_rows, read_upr_info_table
from indexer.text.list_numbers import is_list_alone
from models.errors import DocumentError, DocumentWithoutSymbol, UnreadableDocument, UnrecognisedDocument
from models.files.digests import sha256_of_file
from models.files.unreadable import of_no_kind_read
from models.languages.read_languages import ENGLISH, READ_LANGUAGES
from models.messages.message import Message
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import StatedAnswers, review_id
from models.records.reported import ReportedParagraph
from models.reviews.states import StateTable

TABLE_SUFFIXES = (".csv", ".xlsx", ".json")
"""Suffixes of files that may be large: a row or a record is read at a time."""


def read_document(
    path: Path, name: str, states: StateTable, told: Told | None = None
) -> DocumentExtract | PackedExtract:
    """Read, recognise and extract one document, list or table.

    Args:
        path: where it lies.
        name: what reports call it.
        states: those that may be named.
        told: of which review it is, as the user says; only documents of the UN and lists from them take it.

    Raises:
        DocumentError: it cannot be read, is not recognised, or is of a kind that is not read.
    """
    shown = format_of(path)
    if shown is FileFormat.WORD:
        return _word_document(path, name, states, told)
    if shown is FileFormat.JSON:
        return _json_file(path, name, states)
    if shown is FileFormat.WORKBOOK:
        return _table(path, name, states)
    if shown in (FileFormat.TABLE, FileFormat.TEXT) and told is None:
        return _table_or_text(path, name, states, is_table=shown is FileFormat.TABLE)
    if shown in (FileFormat.TABLE, FileFormat.TEXT):
        return _un_document(read_published_text(path), name, states, told)
    if shown is FileFormat.HTML:
        return _web_page(path, name, states, told)
    if shown is None and path.suffix.lower() in (".doc", ".xls", ".odt", ".ods", ".zip"):
        raise UnreadableDocument(of_no_kind_read(name))
    # Whatever is of no format that is known is looked at as a PDF file.
    return _un_document(read_pdf(path), name, states, told)


def _table_or_text(path: Path, name: str, states: StateTable, *, is_table: bool) -> DocumentExtract | PackedExtract:
    """What the suffix says it is, else the other: the bytes are alike, and a twin with the right suffix may be passed
    over as the same file."""
    readers = [_table, _published_text]
    first, second = readers if is_table else reversed(readers)
    try:
        return first(path, name, states)
    except DocumentError as not_as_named:
        try:
            return second(path, name, states)
        except DocumentError:
            raise not_as_named from None


def _web_page(path: Path, name: str, states: StateTable, told: Told | None) -> DocumentExtract:
    """A document as HTML; under the suffix of another format it may be what a server sent in a document's place."""
    try:
        return _un_document(read_published_html(path), name, states, told)
    except DocumentWithoutSymbol as error:
        if path.suffix.lower() in (".html", ".htm"):
            raise
        raise DocumentWithoutSymbol(
            saying(
                "%(name)s is no document but a web page, such as servers send where they have none: open it in a "
                "browser to see what it says, and download the document again.",
                name=name,
            )
        ) from error


def _published_text(path: Path, name: str, states: StateTable) -> DocumentExtract:
    return _un_document(read_published_text(path), name, states)


def _word_document(path: Path, name: str, states: StateTable, told: Told | None) -> DocumentExtract:
    document = read_word_document(path)
    if is_of_treaty_body(document):
        return _un_document(document, name, states)
    if has_title_of_mid_term(document.lines[:COVER_LINES]):
        return _un_document(read_word_document(path, rows=True), name, states, told)
    if told and not has_symbol_of_council(document):
        return _told_document(document, path, name, states, told)
    if has_symbol_of_council(document) or is_list_alone(document.lines):
        return _un_document(document, name, states, told)
    return _thematic_list(path, name, states)


def _told_document(document: ReadDocument, path: Path, name: str, states: StateTable, told: Told) -> DocumentExtract:
    """A Word file of a review that the user says: OHCHR's list where it is one, a State's own answers, or a list."""
    try:
        found = _thematic_list(path, name, states)
    except UnrecognisedDocument:
        in_rows = read_word_document(path, rows=True)
        is_list = is_list_alone(document.lines) and not answer_tables(in_rows.lines)
        return _un_document(document if is_list else in_rows, name, states, told)
    if review_id(found.identity.state_under_review or "", found.identity.session or 0) != told.review:
        raise UnrecognisedDocument(
            saying(
                "%(name)s says itself of which review it is, and not %(review)s: leave that out.",
                name=name,
                review=told.review,
            )
        )
    return found


def _un_document(document: ReadDocument, name: str, states: StateTable, told: Told | None = None) -> DocumentExtract:
    document = replace(document, name=name)
    if told and states.get(told.state) is None:
        raise UnrecognisedDocument(
            saying(
                "%(name)s: %(code)s in %(review)s is the code of no State: check it.",
                name=name,
                code=told.state,
                review=told.review,
            )
        )
    has_answers = told is not None and bool(answer_tables(document.lines))
    identity = recognise(document, states, told, has_answers=has_answers)
    extractors = EXTRACTORS.get(identity.kind)
    if extractors is None:
        raise UnrecognisedDocument(
            saying(
                "%(name)s is a document of the kind “%(kind)s”, which holds neither recommendations nor answers "
                "to them, nor reports on them or observations: nothing is read from it.",
                name=name,
                kind=identity.kind.rules.name,
            )
        )
    _refuse_unusable(name, identity, extractors, states)
    if identity.language in READ_LANGUAGES.keys() - {ENGLISH.code}:
        states = states.with_names_in([identity.language])
    corrigendum = read_corrigendum(document, identity, states)
    document = corrigendum.rest
    answers = extract_responses(document, identity, states)
    if told and identity.symbol.endswith(f"/{ANSWERS}") and not answers.responses:
        raise UnrecognisedDocument(
            saying(
                "%(name)s has no list of recommendations numbered as in a report (6.1, 6.2, …), and no answers "
                "to such numbers: check that it is the document you meant.",
                name=name,
            )
        )
    reported = tuple(extractors.reported(document, identity)) if extractors.reported else ()
    said_of_it = list(_said_of_reading(name, identity, reported, is_report=extractors.reported is not None))
    if "/Corr." in identity.symbol and not corrigendum.is_understood:
        said_of_it.append(_said_of_corrigendum(name, identity))
    extract = DocumentExtract(
        name=name,
        digest=document.digest,
        identity=identity,
        recommendations=tuple(extractors.recommendations(document, identity, states))
        if extractors.recommendations
        else (),
        commitments=tuple(extractors.commitments(document, identity, states)) if extractors.commitments else (),
        observations=tuple(extractors.observations(document, identity)) if extractors.observations else (),
        answers=answers,
        reported=reported,
        facts=tuple(extractors.facts(document, identity, states)) if extractors.facts else (),
        corrections=corrigendum.corrections,
        warnings=(*document.warnings, *identity.warnings, *answers.warnings, *said_of_it),
    )
    return extract if document.page_count else without_pages(extract)


def _said_of_reading(
    name: str, identity: DocumentIdentity, reported: Sequence[ReportedParagraph], *, is_report: bool
) -> Iterator[Message]:
    """What its reader must know: paragraphs that were not found."""
    if is_report and not reported:
        # Its silence must not be taken for the State's.
        yield saying(
            "%(name)s: nothing that it reports can be shown: no State, session or numbered paragraph was found in it.",
            name=name,
        )
    if missing := missing_numbers(reported):
        yield saying(
            "%(name)s (%(symbol)s): no paragraph %(numbers)s was found; see the document.",
            name=name,
            symbol=identity.symbol,
            numbers=", ".join(map(str, missing)),
        )


def _said_of_corrigendum(name: str, identity: DocumentIdentity) -> Message:
    return saying(
        "%(name)s (%(symbol)s) is a corrigendum of which not all was understood: compare the paragraphs that it "
        "corrects before you quote them.",
        name=name,
        symbol=identity.symbol,
    )


def _refuse_unusable(name: str, identity: DocumentIdentity, extractors: Extractors, states: StateTable) -> None:
    """Raise UnrecognisedDocument for a document in a language that is not read, or that does not say what it must."""
    if extractors.only_read_languages and identity.language not in READ_LANGUAGES:
        *first, last = (language.name for language in READ_LANGUAGES.values())
        raise UnrecognisedDocument(
            saying(
                "%(name)s is a report in a language whose recommendations are not read: get it in %(languages)s "
                "or %(last)s.",
                name=name,
                languages=", ".join(first),
                last=last,
            )
        )
    if any(getattr(identity, field) is None for field in extractors.refused_without):
        raise UnrecognisedDocument(_untold(name, identity, extractors, states))


def _untold(name: str, identity: DocumentIdentity, extractors: Extractors, states: StateTable) -> Message:
    """Of concluding observations no review can be asked for: they are of none."""
    if "session" not in extractors.refused_without:
        return saying(
            "%(name)s (%(symbol)s) does not say which State it is about: try another copy of it.",
            name=name,
            symbol=identity.symbol,
        )
    return saying(
        "%(name)s (%(symbol)s) does not say which State and session it is about. %(question)s",
        name=name,
        symbol=identity.symbol,
        question=question_on_name(name, states),
    )


def extract_responses(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> StatedAnswers:
    """The answers, totals and malformed references of a document; those of most kinds answer nothing."""
    extractors = EXTRACTORS.get(identity.kind)
    return extractors.answers(document, identity, states) if extractors and extractors.answers else StatedAnswers()


def _thematic_list(path: Path, name: str, states: StateTable) -> DocumentExtract:
    read = read_thematic_list(path, states)
    identity = DocumentIdentity(THEMATIC_LIST, DocumentKind.THEMATIC_LIST, "en", read.state_under_review, read.session)
    return DocumentExtract(name, sha256_of_file(path), identity, listed=read.recommendations, warnings=read.left_out)


def _json_file(path: Path, name: str, states: StateTable) -> DocumentExtract | PackedExtract:
    if document := read_text_in_json(path):
        return _un_document(document, name, states)
    first = next(read_json_items(path, most_broken=1), None)
    if is_general_comment(first):
        return read_general_comment(path, name, sha256_of_file(path))
    if is_list_of_general_comments(first):
        raise UnrecognisedDocument(
            saying("%(name)s is a list of general comments: it is read together with their files.", name=name)
        )
    return read_uhri_file(path, name, sha256_of_file(path), states)


def _table(path: Path, name: str, states: StateTable) -> DocumentExtract | PackedExtract:
    try:
        table = group_table_rows(read_upr_info_table(path, states))
    except UnrecognisedDocument as no_table_of_upr_info:
        try:
            return read_uhri_file(path, name, sha256_of_file(path), states)
        except UnrecognisedDocument:
            raise no_table_of_upr_info from None
    identity = DocumentIdentity(UPR_INFO, DocumentKind.RECOMMENDATION_TABLE, "en")
    warnings = tuple(
        saying(
            "%(name)s: %(count)s of %(rows)s rows left out, because %(reason)s.",
            name=name,
            count=count,
            rows=table.rows,
            reason=reason,
        )
        for reason, count in table.left_out.most_common()
    )
    return DocumentExtract(name, sha256_of_file(path), identity, entries=table.entries, warnings=warnings)
