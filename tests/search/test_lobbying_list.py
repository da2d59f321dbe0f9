"""The lobbying list over an invented index: who stands on it, with which numbers, and what stands behind them."""

import pytest

from models.errors import UnknownFilter, UnknownRecord, UnknownState
from search import SearchIndex, open_index
from search.datamodel.lobbying import Evidence, EvidenceOf, LobbyingList, LobbyingQuestion, LobbyingTarget
from tests.lobbying_index import LABEL, build_lobbying_index

BY_LABEL = LobbyingQuestion("XAA", label=LABEL)
BY_TEXT = LobbyingQuestion("Vellania", text="Let judges visit prisons")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build_lobbying_index(tmp_path_factory.mktemp("lobbying") / "index"))


def by_code(listed: LobbyingList) -> dict[str, LobbyingTarget]:
    return {target.state.code: target for target in listed.targets}


def test_views_part_who_asked_this_state_from_who_asked_only_others(index: SearchIndex) -> None:
    listed = index.lobby(BY_LABEL)
    views = {view: {target.state.code for target in listed.view(view)} for view in ("asked", "prospect", "silent")}
    assert views == {"asked": {"XAB", "SVN"}, "prospect": {"FRA", "VAT"}, "silent": {"XBA"}}


def test_neither_the_state_itself_nor_other_entities_nor_silent_states_are_listed(index: SearchIndex) -> None:
    assert not {"XAA", "EUE", "XBB", "DEU"} & by_code(index.lobby(BY_LABEL)).keys()


def test_order_follows_promise(index: SearchIndex) -> None:
    targets = index.lobby(BY_LABEL).targets
    assert [target.rank for target in targets] == [1, 2, 3, 4, 5]
    assert [target.promise for target in targets] == sorted((target.promise for target in targets), reverse=True)


def test_places_count_in_each_view_without_gaps(index: SearchIndex) -> None:
    listed = index.lobby(BY_LABEL)
    for view, count in (("asked", 2), ("prospect", 2), ("silent", 1)):
        assert [target.place for target in listed.view(view)] == list(range(1, count + 1))


def test_promise_is_the_sum_of_the_points_shown(index: SearchIndex) -> None:
    for target in index.lobby(BY_LABEL).targets:
        assert target.promise == pytest.approx(sum(reason.points for reason in target.reasons.values()), abs=0.005)


def test_asked_again_is_told_by_cycle(index: SearchIndex) -> None:
    targets = by_code(index.lobby(BY_LABEL))
    assert (targets["XAB"].sessions_here, targets["XAB"].cycles_here) == ((7, 20), (1, 2))
    assert (targets["XAB"].last_asked_here, targets["FRA"].last_asked_here) == (20, None)


def test_numbers_of_a_state(index: SearchIndex) -> None:
    france = by_code(index.lobby(BY_LABEL))["FRA"]
    assert france.counts == {
        Evidence.HERE: 0,
        Evidence.HERE_PERHAPS: 0,
        Evidence.HERE_SUPPORTED: 0,
        Evidence.HERE_NOTED: 0,
        Evidence.HERE_ANYTHING: 1,
        Evidence.OTHERS: 2,
        Evidence.ON_ISSUE: 2,
        Evidence.SPECIFIC: 2,
        Evidence.SUPPORTED: 2,
        Evidence.NOTED: 0,
        Evidence.NEAR_ON_ISSUE: 1,
        Evidence.NEAR: 2,
        Evidence.ALL: 3,
        Evidence.RETURNED: 0,
    }
    assert (france.states_asked, france.with_category, france.last_session) == (2, 2, 33)
    assert france.share == pytest.approx(2 / 3)
    assert france.times_average == pytest.approx(2 / 3 / (7 / 12)), "of 12 recommendations, each State's counted, 7"


@pytest.mark.parametrize("question", [BY_LABEL, BY_TEXT], ids=["label", "text"])
@pytest.mark.parametrize("evidence", Evidence)
def test_behind_each_number_stand_so_many_recommendations(
    index: SearchIndex, question: LobbyingQuestion, evidence: Evidence
) -> None:
    for target in index.lobby(question).targets:
        page = index.lobbying_evidence(question, EvidenceOf(evidence, target.state.code), 100)
        assert page.total == len(page.records) == target.counts[evidence]


def test_evidence_of_all_states_together(index: SearchIndex) -> None:
    page = index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.HERE))
    assert page.recommending is None
    assert page.total == index.lobby(BY_LABEL).here == 2
    assert [record.session for record in page.records] == [20, 7], "later sessions first"


def test_evidence_in_pages(index: SearchIndex) -> None:
    whole = index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 100).records
    pages = [
        index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 2, offset).records for offset in (0, 2, 4)
    ]
    assert [record.id for page in pages for record in page] == [record.id for record in whole]
    assert index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.ON_ISSUE), 2, 99).records == ()


def test_returned_recommendations_were_made_by_the_state_under_review(index: SearchIndex) -> None:
    (record,) = index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.RETURNED, "XBA")).records
    assert (record.text, record.state_under_review) == ("Print school books in two languages", "XBA")


def test_only_earlier_sessions_are_known(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("XAA", label=LABEL, before_session=20))
    assert (listed.on_issue, listed.here) == (1, 1)
    assert set(by_code(listed)) == {"XAB", "SVN"}
    assert by_code(listed)["XAB"].sessions_here == (7,)
    assert by_code(listed)["XAB"].last_session == 7


def test_without_a_session_all_is_known(index: SearchIndex) -> None:
    assert index.lobby(BY_LABEL).session == 34


def test_text_finds_the_same_as_the_label_here(index: SearchIndex) -> None:
    by_text = index.lobby(BY_TEXT)
    assert by_text.here == 2
    assert by_text.state.code == "XAA"


def test_chosen_recommendations_bring_what_is_similar(index: SearchIndex) -> None:
    (record,) = index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.ON_ISSUE, "VAT")).records
    listed = index.lobby(LobbyingQuestion("XAA", records=(record.id,)))
    assert listed.on_issue >= 3
    assert by_code(listed)["VAT"].counts[Evidence.OTHERS] == 1


def test_more_chosen_than_can_be_used_is_said(index: SearchIndex) -> None:
    (record, *_) = index.lobbying_evidence(BY_LABEL, EvidenceOf(Evidence.ON_ISSUE)).records
    listed = index.lobby(LobbyingQuestion("XAA", records=(record.id,) * 21))
    assert listed.notes == ("Only the first 20 recommendations chosen were used.",)


def test_wording_was_supported_by_other_states_and_is_specific_first(index: SearchIndex) -> None:
    wording = index.lobby(BY_LABEL).wording
    assert [request.text for request in wording] == [
        "Let judges visit prisons of the north",
        "Let judges visit prisons each month",
    ], "one to each other State, the later session first, none that was noted"


def test_state_that_was_never_reviewed_has_a_list_too(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("DEU", label=LABEL))
    assert listed.here == 0
    assert not listed.view("asked")
    assert {target.state.code for target in listed.view("prospect")} == {"XAB", "SVN", "FRA", "VAT"}


def test_issue_without_a_word_finds_nothing_and_says_so(index: SearchIndex) -> None:
    listed = index.lobby(LobbyingQuestion("XAA", text="?!"))
    assert (listed.on_issue, listed.wording) == (0, ())
    assert "no word to search for" in listed.notes[0]


@pytest.mark.parametrize(
    ("question", "error"),
    [
        (LobbyingQuestion("Atlantis", text="prisons"), UnknownState),
        (LobbyingQuestion("XAA", label="Dragons"), UnknownFilter),
        (LobbyingQuestion("XAA", records=("XAA-20-1.1-1",)), UnknownRecord),
    ],
    ids=["State", "label", "record"],
)
def test_what_the_index_does_not_know_is_refused(
    index: SearchIndex, question: LobbyingQuestion, error: type[Exception]
) -> None:
    with pytest.raises(error):
        index.lobby(question)


def test_labels_are_those_that_occur(index: SearchIndex) -> None:
    assert index.labels() == (LABEL,)
