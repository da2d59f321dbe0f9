"""Corrigenda change the words of the paragraphs that they name, and say so of each that they could not change."""

from dataclasses import replace

import pytest

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text, extract_from_text
from indexer.datamodel.requests import Correction, Request
from indexer.merge.review import MergedReview, merge_review
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Place, Recommendation, Response, Sponsor, StatedAnswers
from tests.invented_records import TODAY, recommendation

REPORT = "A/HRC/900/1"
PENDING, SUPPORTED = Position.PENDING, Position.SUPPORTED
TREES = replace(recommendation("Plant trees", "100.1", position=PENDING), place=Place(REPORT, "100.1", 14))
FERRY = replace(
    recommendation("Mend the ferry", "100.2", position=PENDING),
    place=Place(REPORT, "100.2", 14),
    quoted="Mend the ferry (FRA); open a school (PER);",
)
SCHOOL = replace(FERRY, clause=2, text="Open a school", sponsors=(Sponsor("PER", "PER"),))


def report(*records: Recommendation, symbol: str = REPORT) -> DocumentExtract:
    identity = DocumentIdentity(symbol, DocumentKind.WORKING_GROUP_REPORT, "en", "SVN", 20)
    return DocumentExtract(symbol, symbol, identity, recommendations=records)


def corrigendum(*corrections: Correction, issue: int = 1, language: str = "en") -> DocumentExtract:
    symbol = f"{REPORT}/Corr.{issue}"
    identity = DocumentIdentity(symbol, DocumentKind.ADDENDUM, language, "SVN")
    placed = (replace(each, place=replace(each.place, symbol=symbol)) for each in corrections)
    return DocumentExtract(symbol, f"{symbol} {language}", identity, corrections=tuple(placed))


def whole(number: str, text: str, *sponsors: str) -> Correction:
    states = tuple(Sponsor(code, code) for code in sponsors)
    quoted = f"{text} ({', '.join(sponsors)});"
    return Correction(Place("", number, 1), quoted, requests=(Request(text, states),))


def words(number: str, old: str, new: str, state: str | None = None) -> Correction:
    return Correction(Place("", number, 1), new, old, state=Sponsor(state, new) if state else None)


def merge(*documents: DocumentExtract) -> MergedReview:
    return merge_review("SVN", 20, documents, TODAY)


def test_a_new_wording_takes_the_place_of_the_old_one_and_names_the_corrigendum() -> None:
    answered = DocumentIdentity(f"{REPORT}/Add.1", DocumentKind.ADDENDUM, "en", "SVN")
    response = Response(Place(answered.symbol, "3", 2), REPORT, "100.1", SUPPORTED, "accepted")
    addendum = DocumentExtract("addendum", "addendum", answered, answers=StatedAnswers((response,)))
    merged = merge(report(TREES, FERRY, SCHOOL), addendum, corrigendum(whole("100.1", "Plant olive trees", "MLI")))
    first, *others = merged.recommendations
    assert first.id == "SVN-20-100.1-1"
    assert (first.text, first.quoted, first.recommending_states) == (
        "Plant olive trees",
        "Plant olive trees (MLI);",
        ("MLI",),
    )
    assert first.place == Place(f"{REPORT}/Corr.1", "100.1", 1)
    assert (first.position, first.position_source) == (SUPPORTED, Place(answered.symbol, "3", 2))
    assert [record.place.symbol for record in others] == [REPORT, REPORT]
    # The list that is now of two documents has no gap.
    assert (merged.warnings, merged.discrepancies) == ((), ())


def test_words_are_replaced_where_they_stand_once() -> None:
    merged = merge(report(TREES, FERRY, SCHOOL), corrigendum(words("100.2", "ferry", "bridge")))
    _, bridge, school = merged.recommendations
    assert (bridge.text, bridge.quoted) == ("Mend the bridge", "Mend the bridge (FRA); open a school (PER);")
    assert (school.text, school.quoted) == ("Open a school", bridge.quoted)
    assert {bridge.place, school.place} == {Place(f"{REPORT}/Corr.1", "100.2", 1)}
    assert merged.warnings == ()


def test_a_state_named_in_error() -> None:
    merged = merge(report(TREES, FERRY, SCHOOL), corrigendum(words("100.2", "PER", "Chile", "CHL")))
    assert [record.recommending_states for record in merged.recommendations] == [("FRA",), ("FRA",), ("CHL",)]
    assert merged.recommendations[2].quoted == "Mend the ferry (FRA); open a school (Chile);"


def test_a_later_corrigendum_corrects_what_an_earlier_one_made() -> None:
    first = corrigendum(whole("100.1", "Plant olives", "FRA"))
    second = corrigendum(words("100.1", "olives", "oaks"), issue=2)
    for documents in ((first, second), (second, first)):
        record = merge(report(TREES), *documents).recommendations[0]
        assert (record.text, record.place.symbol) == ("Plant oaks", f"{REPORT}/Corr.2")


@pytest.mark.parametrize(
    "correction",
    [
        pytest.param(words("100.2", "harbour", "port"), id="words that are not there"),
        pytest.param(words("100.1", "tree", "oak"), id="the beginning of a word"),
        pytest.param(words("100.1", "rees", "oaks"), id="the end of a word"),
        pytest.param(words("100.2", "FRA", "France"), id="a State, and it is not known which"),
        pytest.param(whole("100.9", "Plant oaks", "FRA"), id="a paragraph that is not there"),
    ],
)
def test_what_is_not_sure_is_not_changed_and_said(correction: Correction) -> None:
    merged = merge(report(TREES, FERRY, SCHOOL), corrigendum(correction))
    assert {record.place.symbol for record in merged.recommendations} == {REPORT}
    assert merged.warnings == (
        f"{REPORT}/Corr.1 corrects paragraph {correction.place.paragraph}; the correction is not made, for it is not "
        "clear where it belongs: compare the paragraph before you quote it.",
    )


def test_words_that_stand_twice_are_not_changed() -> None:
    twice = replace(TREES, text="Plant trees beside trees", quoted="Plant trees beside trees (FRA);")
    merged = merge(report(twice), corrigendum(words("100.1", "trees", "oaks")))
    assert merged.recommendations[0].text == "Plant trees beside trees"
    assert len(merged.warnings) == 1


def test_a_corrigendum_to_the_first_issue_changes_no_later_one() -> None:
    later = f"{REPORT}/Rev.1"
    revised = report(replace(TREES, place=Place(later, "100.1", 3)), symbol=later)
    merged = merge(report(TREES), revised, corrigendum(whole("100.1", "Plant oaks", "FRA")))
    assert merged.recommendations[0].text == "Plant trees"


def test_each_language_is_corrected_by_itself() -> None:
    french = replace(TREES, language="fr", text="Planter", quoted="Planter (FRA);")
    in_french = replace(report(french), digest="French")
    merged = merge(report(TREES), in_french, corrigendum(whole("100.1", "Plant oaks", "FRA")))
    (record,) = merged.recommendations
    assert (record.text, [wording.text for wording in record.wordings]) == ("Plant oaks", ["Planter"])


def test_a_corrigendum_in_french_corrects_the_french_words() -> None:
    french = replace(TREES, language="fr", text="Planter des arbres", quoted="Planter des arbres (FRA);")
    in_french = replace(report(french), digest="French")
    merged = merge(report(TREES), in_french, corrigendum(words("100.1", "arbres", "oliviers"), language="fr"))
    (record,) = merged.recommendations
    assert (record.text, [wording.text for wording in record.wordings]) == ("Plant trees", ["Planter des oliviers"])


def test_corrections_are_kept_with_what_a_document_holds() -> None:
    extract = corrigendum(whole("100.1", "Plant oaks", "FRA"), words("100.2", "PER", "Chile", "CHL"))
    assert extract_from_text(extract_as_text(extract)) == extract
