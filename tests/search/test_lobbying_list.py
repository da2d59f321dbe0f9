"""States to approach over an invented index: who stands there, in which order, and what stands behind the numbers."""

import pytest

from search import SearchIndex
from search.claims.approach import looked_through
from search.datamodel.lobbying import Evidence, EvidenceOf, LobbyingList, LobbyingQuestion, LobbyingTarget
from search.lobbying.compose import evidence_page
from tests.lobbying_index import LABEL, lobbying_index

BY_LABEL = LobbyingQuestion("XAA", label=LABEL)
BY_TEXT = LobbyingQuestion("Vellania", text="Let judges visit prisons")


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return lobbying_index()


def by_code(listed: LobbyingList) -> dict[str, LobbyingTarget]:
    return {target.state.code: target for target in listed.targets}


@pytest.mark.parametrize("question", [BY_LABEL, BY_TEXT], ids=["label", "text"])
def test_states_of_which_something_was_found_are_listed_and_no_others(
    index: SearchIndex, question: LobbyingQuestion
) -> None:
    """Neither the State itself, nor other entities, nor those that spoke on other things or never."""
    assert by_code(index.lobby(question)).keys() == {"XAB", "SVN", "FRA", "VAT"}


def test_beside_each_state_stands_its_own_nearest_recommendation_with_whom_it_was_made_to(index: SearchIndex) -> None:
    nearest = {code: target.nearest.record for code, target in by_code(index.lobby(BY_TEXT)).items()}
    assert (nearest["XAB"].text, nearest["XAB"].session) == ("Let judges visit prisons", 7)
    assert (nearest["FRA"].state_under_review, nearest["VAT"].state_under_review) == ("XBA", "XBA")
    for code, record in nearest.items():
        assert code in {sponsor.state for sponsor in record.sponsors}


def test_of_what_is_equally_near_what_was_said_to_the_state_comes_first_then_the_latest(index: SearchIndex) -> None:
    targets = index.lobby(BY_LABEL).in_order("said")
    assert [target.nearest.place for target in targets] == [1, 2, 3, 4]
    assert [target.state.code for target in targets][:2] == ["XAB", "SVN"]
    assert targets[0].nearest.record.session == 20


def test_the_other_order_follows_who_is_likely_to_speak(index: SearchIndex) -> None:
    targets = index.lobby(BY_LABEL).in_order("likely")
    assert [target.rank for target in targets] == [1, 2, 3, 4]
    assert [target.promise for target in targets] == sorted((target.promise for target in targets), reverse=True)


def test_promise_is_the_sum_of_its_points(index: SearchIndex) -> None:
    for target in index.lobby(BY_LABEL).targets:
        assert target.promise == pytest.approx(sum(reason.points for reason in target.reasons.values()), abs=0.005)


def test_numbers_of_a_state(index: SearchIndex) -> None:
    france = by_code(index.lobby(BY_LABEL))["FRA"]
    assert france.counts == {
        Evidence.HERE: 0,
        Evidence.HERE_PERHAPS: 0,
        Evidence.HERE_ANYTHING: 1,
        Evidence.OTHERS: 2,
        Evidence.ON_ISSUE: 2,
        Evidence.ALL: 3,
        Evidence.RETURNED: 0,
    }
    assert france.share == pytest.approx(2 / 3)
    assert france.average_share == pytest.approx(7 / 12), "of 12 recommendations, each State's counted, 7"


@pytest.mark.parametrize("question", [BY_LABEL, BY_TEXT], ids=["label", "text"])
@pytest.mark.parametrize("evidence", Evidence)
def test_behind_each_number_stand_so_many_recommendations(
    index: SearchIndex, question: LobbyingQuestion, evidence: Evidence
) -> None:
    for target in index.lobby(question).targets:
        page = evidence_page(index.snapshot, question, EvidenceOf(evidence, target.state.code), 100)
        assert page.total == len(page.records) == target.counts[evidence]


def test_evidence_of_all_states_together(index: SearchIndex) -> None:
    page = evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.HERE))
    assert page.recommending is None
    assert page.total == index.lobby(BY_LABEL).here == 2
    assert [record.session for record in page.records] == [20, 7], "later sessions first"


def test_evidence_in_pages(index: SearchIndex) -> None:
    whole = evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 100).records
    pages = [
        evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 2, offset).records
        for offset in (0, 2, 4)
    ]
    assert [record.id for page in pages for record in page] == [record.id for record in whole]
    assert evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 2, 99).records == ()


def test_returned_recommendations_were_made_by_the_state_under_review(index: SearchIndex) -> None:
    (record,) = evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.RETURNED, "XBA")).records
    assert (record.text, record.state_under_review) == ("Print school books in two languages", "XBA")


def test_only_earlier_sessions_are_known(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("XAA", label=LABEL, before_session=20))
    assert (listed.on_issue, listed.here) == (1, 1)
    assert set(by_code(listed)) == {"XAB", "SVN"}
    assert {target.nearest.record.session for target in listed.targets} == {7}


def test_that_nothing_is_indexed_is_said_of_the_sessions_that_are_known(index: SearchIndex) -> None:
    cut = index.lobby(LobbyingQuestion("XAA", label=LABEL, before_session=1))
    assert looked_through(cut) == "No recommendation to Vellania before session 1 is indexed here."
    never_reviewed = index.lobby(LobbyingQuestion("DEU", label=LABEL))
    assert looked_through(never_reviewed) == "No recommendation to Germany is indexed here."


def test_chosen_recommendations_bring_what_is_similar(index: SearchIndex) -> None:
    (record,) = evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.ON_ISSUE, "VAT")).records
    listed = index.lobby(LobbyingQuestion("XAA", records=(record.id,)))
    assert listed.on_issue >= 3
    assert by_code(listed)["VAT"].nearest.record.id == record.id


def test_more_chosen_than_can_be_used_is_said(index: SearchIndex) -> None:
    (record, *_) = evidence_page(index.snapshot, BY_LABEL, EvidenceOf(Evidence.ON_ISSUE)).records
    listed = index.lobby(LobbyingQuestion("XAA", records=(record.id,) * 21))
    assert listed.notes == ("Only the first 20 recommendations chosen were used.",)


def test_state_that_was_never_reviewed_has_a_list_too(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("DEU", label=LABEL))
    assert listed.here == 0
    assert by_code(listed).keys() == {"XAB", "SVN", "FRA", "VAT"}


def test_issue_without_a_word_finds_nothing_and_says_so(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("XAA", text="?!"))
    assert (listed.on_issue, listed.targets) == (0, ())
    assert "no word to search for" in listed.notes[0]
