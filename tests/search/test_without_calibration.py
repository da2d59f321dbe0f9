"""An index of a model without a calibration: there is an order, and nothing is said of how sure it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from search import SearchIndex, open_index
from search.datamodel.question import IssueQuestion, Listing
from search.threads.summary import summarise_threads
from tests.calibrations import LETTERS, curve, use
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SearchIndex:
    use(monkeypatch, None)
    return open_index(build(tmp_path / "index", REQUESTS))


def test_an_issue_finds_the_nearest_and_no_word_says_how_sure_they_are(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion("child marriage in rural areas", own_state="XAA", limit=100, grouped=False))
    assert answer.hits
    assert {hit.strength for hit in answer.hits} == {"unrated"}
    assert answer.strengths == {"unrated": answer.total}
    assert any("no calibration" in str(note) for note in answer.notes)


def test_the_nearest_come_first(index: SearchIndex) -> None:
    hits = index.match(IssueQuestion("End child marriage in rural areas", limit=100, grouped=False)).hits
    assert "marriage" in hits[0].record.text
    assert [hit.relevance for hit in hits] == sorted((hit.relevance for hit in hits), reverse=True)


def test_similar_recommendations_are_an_order_too(index: SearchIndex) -> None:
    record = index.browse(Listing()).hits[0].record
    assert {hit.strength for hit in index.similar(record.id).hits} <= {"unrated"}


def test_nothing_is_said_of_what_follows_up_what(index: SearchIndex) -> None:
    record = index.browse(Listing()).hits[0].record
    assert index.thread(record.id).reviews == ()
    assert summarise_threads(index.snapshot, "XAA") is None


def test_a_model_that_was_measured_for_english_alone_is_not_sure_of_other_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = replace(LETTERS, stages={name: LETTERS.stages[name] for name in LETTERS.stages if "other" not in name})
    sure = english.changed("relevance", curve=curve(50.0, score=12.0, density=0.0, length=0.0))
    use(monkeypatch, sure)
    found = open_index(build(tmp_path / "index", REQUESTS)).match(
        IssueQuestion("Mariage des enfants", written_in="fr", limit=100)
    )
    assert {hit.strength for hit in found.hits} == {"possible"}
