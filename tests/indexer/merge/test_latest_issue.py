"""Of several files of one document, one is used."""

from dataclasses import replace
from datetime import date

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.latest_issue import Candidate, candidate_of, choose_documents
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Observation, ObservationKind, Place, Response, StatedAnswers
from tests.invented_records import recommendation

REPORT = DocumentIdentity("A/HRC/900/1", DocumentKind.WORKING_GROUP_REPORT, "en", date=date(2015, 1, 1))
GIVEN = Candidate("digest", "report.pdf", REPORT, True, 10)


@pytest.mark.parametrize(
    "better",
    [
        pytest.param(
            replace(GIVEN, digest="a", identity=replace(REPORT, date=date(2015, 2, 1)), given_now=False, records=1),
            id="later",
        ),
        pytest.param(replace(GIVEN, digest="a", records=11), id="more complete"),
        pytest.param(replace(GIVEN, digest="e"), id="the greater digest, so that it is always the same"),
    ],
)
def test_the_better_issue_is_used_and_the_other_named(better: Candidate) -> None:
    for candidates in ([GIVEN, better], [better, GIVEN]):
        chosen, (left_out,) = choose_documents(candidates)
        assert chosen == [better]
        assert (left_out.name, left_out.digest, left_out.lasting) == ("report.pdf", "digest", False)


def test_one_given_now_is_used_before_one_of_an_earlier_run_which_is_not_named() -> None:
    earlier = replace(GIVEN, digest="z", given_now=False, records=99)
    assert choose_documents([earlier, GIVEN]) == ([GIVEN], [])


@pytest.mark.parametrize(
    ("winner", "reason"),
    [
        (replace(REPORT, date=date(2016, 1, 1)), "later"),
        (REPORT, "more complete"),
    ],
    ids=["by date", "by records"],
)
def test_the_reason_is_said(winner: DocumentIdentity, reason: str) -> None:
    better = replace(GIVEN, digest="b", name="again.pdf", identity=winner, records=20)
    _, (left_out,) = choose_documents([GIVEN, better])
    assert left_out.reason == (f"report.pdf is A/HRC/900/1; the {reason} issue of it, again.pdf, is used instead.")


def test_an_issue_without_a_date_is_the_earliest() -> None:
    undated = replace(GIVEN, digest="z", identity=replace(REPORT, date=None), records=99)
    assert choose_documents([undated, GIVEN])[0] == [GIVEN]


@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.THEMATIC_LIST,
        DocumentKind.RECOMMENDATION_TABLE,
        DocumentKind.RIGHTS_INDEX_EXPORT,
        DocumentKind.GENERAL_COMMENT,
    ],
)
def test_of_what_has_no_symbol_of_its_own_every_file_is_used(kind: DocumentKind) -> None:
    files = [replace(GIVEN, digest=digest, identity=replace(REPORT, kind=kind)) for digest in ("a", "b")]
    assert choose_documents(files) == (files, [])


def test_recommendations_answers_and_observations_make_an_issue_complete() -> None:
    place = Place("A/HRC/900/1", "3", 2)
    observation = Observation("SVN", "CRC", place, "", ObservationKind.OTHER, "Slow lifts.")
    extract = DocumentExtract(
        "report.pdf",
        "digest",
        REPORT,
        recommendations=(recommendation("Plant trees"), recommendation("Mend bridges", "100.2")),
        answers=StatedAnswers((Response(place, "A/HRC/900/1", "100.1", Position.NOTED, "notes"),)),
        observations=(observation,),
    )
    assert candidate_of(extract) == replace(GIVEN, records=4)
