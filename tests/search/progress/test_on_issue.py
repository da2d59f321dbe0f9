"""What was reported on an issue in a user's words, from invented documents on two States."""

from datetime import date
from pathlib import Path

import pytest

from models.errors import UnknownFilter, UnknownState
from models.records.documents import DocumentKind
from search import Filters, IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.progress.on_issue import reported_on_issue
from tests.invented_records import pre_session, recommendation
from tests.search.invented_index import build

ISSUE = "The old ferries of the coast are rusty"
LONG = "It rained. It snowed. The old ferries of the coast are rusty. Zebras graze. It was cold."


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    told = [recommendation("Mend the old ferries of the coast"), recommendation("Count birds", state="FRA")]
    documents = [
        pre_session("SVN", 34, {"Zebras graze in the hills.": (), "Ferries of the coast are old.": ()}),
        pre_session("SVN", 34, {LONG: ()}, DocumentKind.SUMMARY, date(2020, 2, 1)),
        pre_session("FRA", 34, {"The old ferries of the coast are rusty.": ()}),
    ]
    return open_index(build(tmp_path_factory.mktemp("on_issue"), [*told, *documents]))


def test_what_is_reported_on_the_own_state_comes_first(index: SearchIndex) -> None:
    answer = reported_on_issue(index.snapshot, ISSUE, "Slovenia", 10)
    assert (answer.own_state, answer.language) == ("SVN", "en")
    assert [(hit.rank, hit.group, hit.state, hit.record.id) for hit in answer.hits] == [
        (1, "own", "SVN", "A.HRC.WG.6.34.SVN.3-1"),
        (2, "own", "SVN", "A.HRC.WG.6.34.SVN.1-2"),
        (3, "others", "FRA", "A.HRC.WG.6.34.FRA.1-1"),
    ]
    assert (answer.total, answer.own_total) == (3, 2)
    assert answer.hits[0].sentence == "The old ferries of the coast are rusty."
    assert answer.hits[2].relevance > answer.hits[1].relevance


@pytest.mark.parametrize(("written_in", "strength"), [("en", "strong"), ("fr", "possible")])
def test_nothing_is_called_surer_than_the_language_of_the_issue_allows(
    index: SearchIndex, written_in: str, strength: str
) -> None:
    assert reported_on_issue(index.snapshot, ISSUE, "FRA", 10, written_in=written_in).hits[0].strength == strength


def test_the_name_of_the_own_state_is_no_part_of_an_issue(index: SearchIndex) -> None:
    def reported(text: str) -> list[tuple[str, float]]:
        return [(hit.record.id, hit.relevance) for hit in reported_on_issue(index.snapshot, text, "SVN", 10).hits]

    assert reported(f"{ISSUE} of Slovenia") == reported(f"{ISSUE} of ") != reported(f"{ISSUE} of France")


def test_of_two_long_paragraphs_that_first_which_says_it_in_one_place(tmp_path: Path) -> None:
    rusty, ashore, *else_ = (
        "The old ferries of the coast are rusty.",
        "Sailors of the old ferries stay ashore.",
        "It rained all night and snowed.",
        "Zebras graze up in the hills.",
        "Judges speak both languages.",
    )
    apart = " ".join([rusty, *else_, ashore])
    in_one_place = " ".join([else_[0], rusty, ashore, *else_[1:]])
    told = [recommendation("Count birds"), pre_session("SVN", 34, {apart: (), in_one_place: ()})]
    hits = reported_on_issue(open_index(build(tmp_path, told)).snapshot, f"{rusty} {ashore}", "SVN", 10).hits
    assert [hit.record.text for hit in hits] == [in_one_place, apart]
    assert hits[0].relevance > hits[1].relevance


def test_without_a_state_all_are_ranked_together(index: SearchIndex) -> None:
    answer = reported_on_issue(index.snapshot, ISSUE, None, 10)
    assert answer.hits[0].record.id == "A.HRC.WG.6.34.FRA.1-1"
    assert {hit.group for hit in answer.hits} == {"others"}
    assert (answer.total, answer.own_total) == (3, 0)


def test_pages(index: SearchIndex) -> None:
    second = reported_on_issue(index.snapshot, ISSUE, "SVN", 1, 1)
    assert [(hit.rank, hit.record.id) for hit in second.hits] == [(2, "A.HRC.WG.6.34.SVN.1-2")]
    assert second.total == 3


@pytest.mark.parametrize("text", ["", "...", "Xylophones"], ids=["empty", "no word", "on nothing"])
def test_nothing(index: SearchIndex, text: str) -> None:
    answer = reported_on_issue(index.snapshot, text, "SVN", 10)
    assert (answer.total, answer.hits) == (0, ())


def test_neither_match_nor_find_gives_them(index: SearchIndex) -> None:
    everything = Filters(kind=())
    for answer in (
        index.match(IssueQuestion(ISSUE, filters=everything)),
        index.find(KeywordQuestion("ferries", filters=everything)),
    ):
        assert [hit.record.id for hit in answer.hits] == ["SVN-20-100.1-1"]


def test_wrong_questions(index: SearchIndex) -> None:
    with pytest.raises(UnknownState):
        reported_on_issue(index.snapshot, ISSUE, "Atlantis", 10)
    with pytest.raises(UnknownFilter):
        reported_on_issue(index.snapshot, ISSUE, None, 10, written_in="tlh")
