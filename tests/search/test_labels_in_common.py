"""Issues that a record shares with the question, where the question has any."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build_index import index_parts
from models.records import Label, Origin
from models.text_encoder import TEST_ENCODER
from search import SearchIndex, open_index
from search.request import Filters
from search.results import Answer
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Ask, records_of

TORTURE = Label("upr-info", "Torture", Origin.SOURCE)
DETENTION = Label("uhri", "Detention", Origin.SOURCE)
GOAL = Label("uhri-sdg", "16", Origin.SOURCE)
FIRST, SECOND, THIRD = (f"XAA-20-100.{number}-1" for number in (1, 2, 3))


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = tmp_path_factory.mktemp("labelled")
    asks = ["Let judges visit prisons", "Let judges visit the prisons", "Let a judge visit prisons"]
    first, second, third = records_of([Ask(text) for text in asks])
    records = [
        replace(first, labels=(TORTURE, DETENTION, GOAL)),
        replace(second, labels=(TORTURE, GOAL)),
        replace(third, labels=(Label("uhri", "Torture", Origin.SOURCE),)),
    ]
    index_parts(documents_of(records), folder, TEST_ENCODER, STATES, TODAY)
    return open_index(folder)


def shared(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {one.record.id: one.labels_in_common for hit in answer.hits for one in (hit, *hit.others)}


def test_similar_ones_share_issues_and_themes_of_one_scheme(labelled: SearchIndex) -> None:
    assert shared(labelled.similar(FIRST)) == {SECOND: ("Torture",), THIRD: ()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("label:torture prisons", {FIRST: ("Torture",), SECOND: ("Torture",)}),
        ("prisons NOT label:torture", {THIRD: ()}),
        ("prisons", {FIRST: (), SECOND: (), THIRD: ()}),
    ],
)
def test_a_query_shares_the_labels_that_it_names(
    labelled: SearchIndex, query: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert shared(labelled.find(query)) == expected


def test_a_filter_shares_its_labels(labelled: SearchIndex) -> None:
    answer = labelled.match("prisons", filters=Filters(label=("Torture",)))
    assert shared(answer) == {FIRST: ("Torture",), SECOND: ("Torture",)}


def test_an_issue_has_no_labels_of_its_own(labelled: SearchIndex) -> None:
    assert set(shared(labelled.match("prisons")).values()) == {()}
