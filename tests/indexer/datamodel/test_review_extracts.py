"""What a document says of each review."""

import json
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text, extract_from_text
from indexer.datamodel.review_extracts import review_extracts, review_of_subject
from indexer.datamodel.source_entries import TableEntry
from indexer.merge.review import merge_documents
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Commitment, Place, Response, StatedAnswers, StatedTotal
from tests.invented_records import TODAY, documents_of, pre_session, recommendation

PLACE = Place("A/HRC/900/2", "5", 3)


def extract(kind: DocumentKind, symbol: str, state: str | None, session: int | None) -> DocumentExtract:
    return DocumentExtract("file.pdf", symbol, DocumentIdentity(symbol, kind, "en", state, session))


def response(report: str, number: str = "100.1") -> Response:
    return Response(PLACE, report, number, Position.NOTED, "notes")


def entry(state: str, session: int) -> TableEntry:
    return TableEntry(state, session, "Plant trees along every road", "Noted", Position.NOTED, (), 4, ())


def test_a_report_speaks_of_its_own_review_also_where_it_answers_itself() -> None:
    report = extract(DocumentKind.WORKING_GROUP_REPORT, "A/HRC/900/1", "CHL", 18)
    whole = replace(report, answers=StatedAnswers((response("A/HRC/900/1"),)))
    assert review_extracts(whole) == {"CHL-18": whole}


def test_an_addendum_speaks_of_the_report_in_its_symbol() -> None:
    commitment = Commitment("CHL", 0, PLACE, 1, "Chile will plant trees")
    addendum = extract(DocumentKind.ADDENDUM, "A/HRC/900/1/Add.1/Rev.1", "CHL", None)
    whole = replace(addendum, answers=StatedAnswers((response("A/HRC/900/1"),)), commitments=(commitment,))
    assert review_extracts(whole) == {"A/HRC/900/1": whole}


def test_a_session_report_speaks_of_many_reports() -> None:
    total = StatedTotal(PLACE, "A/HRC/900/8", 3, None, "")
    session = extract(DocumentKind.HRC_SESSION_REPORT, "A/HRC/900/2", None, None)
    answers = StatedAnswers((response("A/HRC/900/1"), response("A/HRC/900/7"), response("A/HRC/900/1", "2")), (total,))
    extracts = review_extracts(replace(session, answers=answers, warnings=("A slip.",)))
    assert {subject: len(extract.answers.responses) for subject, extract in extracts.items()} == {
        "": 0,
        "A/HRC/900/1": 2,
        "A/HRC/900/7": 1,
        "A/HRC/900/8": 0,
    }
    assert extracts[""].warnings == ("A slip.",)
    assert extracts["A/HRC/900/1"].warnings == ()


def test_what_is_reported_before_a_review_is_a_subject_of_its_own() -> None:
    whole = pre_session("CHL", 32, {"Trees were planted.": ()})
    extracts = review_extracts(whole)
    assert {subject: len(extract.reported) for subject, extract in extracts.items()} == {
        "CHL-32": 0,
        "CHL-32/reported": 1,
    }
    assert extract_from_text(extract_as_text(whole)) == whole


def test_an_extract_of_before_documents_reported_can_be_read() -> None:
    whole = extract(DocumentKind.NATIONAL_REPORT, "A/HRC/WG.6/32/CHL/1", "CHL", 32)
    stored = json.loads(extract_as_text(whole))
    del stored["reported"]
    assert extract_from_text(json.dumps(stored)) == whole


def test_a_table_speaks_of_many_reviews() -> None:
    table = extract(DocumentKind.RECOMMENDATION_TABLE, "UPR Info", None, None)
    extracts = review_extracts(replace(table, entries=(entry("CHL", 18), entry("SVN", 20), entry("CHL", 18))))
    assert {subject: len(extract.entries) for subject, extract in extracts.items()} == {"": 0, "CHL-18": 2, "SVN-20": 1}


def test_reviews_of_subjects() -> None:
    reviews = {"A/HRC/900/1": "CHL-18"}
    assert review_of_subject("CHL-18", reviews) == "CHL-18"
    assert review_of_subject("A/HRC/900/1", reviews) == "CHL-18"
    assert review_of_subject("A/HRC/900/9", reviews) is None
    assert review_of_subject("", reviews) is None


def test_documents_of_several_reviews_are_joined_review_by_review() -> None:
    requests = [recommendation("Plant trees", "1.1", state="CHL", session=18), recommendation("Mend bridges", "2.1")]
    (chile, slovenia) = documents_of(requests)
    addendum = extract(DocumentKind.ADDENDUM, f"{chile.identity.symbol}/Add.1", "CHL", None)
    merged = merge_documents(
        [replace(addendum, answers=StatedAnswers((response(chile.identity.symbol, "1"),))), chile, slovenia], TODAY
    )
    positions = {record.id: record.position for record in merged.recommendations}
    assert positions == {"CHL-18-1.1-1": Position.NOTED, "SVN-20-2.1-1": Position.SUPPORTED}
    assert merged.warnings == ()


def test_an_addendum_whose_report_is_not_there_says_so() -> None:
    addendum = extract(DocumentKind.ADDENDUM, "A/HRC/900/1/Add.1", "CHL", None)
    merged = merge_documents([replace(addendum, warnings=("A slip.",))], TODAY)
    assert merged.recommendations == ()
    assert merged.warnings == ("A slip.", "file.pdf answers A/HRC/900/1, which is not indexed: add that report.")


def test_stored_extracts_keep_the_names_that_their_fields_had_first() -> None:
    report = replace(extract(DocumentKind.WORKING_GROUP_REPORT, "A/HRC/900/1", "CHL", 18), warnings=("A slip.",))
    text = extract_as_text(report)
    assert json.loads(text)["remarks"] == ["A slip."]
    assert "warnings" not in json.loads(text)
    assert extract_from_text(text) == report
