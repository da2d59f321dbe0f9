"""Model wordings: what is offered for a request, and what is not, however near its words are."""

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.enums import Position
from models.records.records import Recommendation
from search import Filters, SearchIndex, open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of

ITEM = "Ratify OPCAT and let monitors visit the closed prisons of the islands"
SAME = "Ratify OPCAT and let monitors visit the closed prisons of the coast"
SAME_AGAIN = "Ratify OPCAT and let monitors visit all closed prisons of the coast"
OTHER_TREATY = "Ratify CEDAW and let monitors visit the closed prisons of the islands"
OTHER_ACTION = "Train the monitors who visit the closed prisons of the islands, as OPCAT says"
NO_TREATY = "Let monitors visit the closed prisons of the islands"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    requests = [
        Request(ITEM, session=20),
        Request(f"{ITEM}!", session=7),
        Request(SAME, "DEU", 21, by=("XAB",)),
        Request(SAME_AGAIN, "DEU", 30),
        Request(SAME, "ESP", 21, position=Position.NOTED),
        Request(OTHER_TREATY, "FRA", 21),
        Request(OTHER_ACTION, "XBA", 21),
        Request(NO_TREATY, "SVN", 21),
    ]
    # among few texts no word is rare
    requests += [Request(f"Paint boat {number} in harbour {number * 7}", "XAB", 30) for number in range(300)]
    folder = tmp_path_factory.mktemp("wordings") / "index"
    index_extracts(documents_of(records_of(requests)), folder, TEST_ENCODER, STATES, TODAY)
    return open_index(folder)


def offered(index: SearchIndex, **filters: tuple[str, ...]) -> list[tuple[str, str]]:
    (entry,) = index.chosen(["XAA-20-100.1-1"])
    assert isinstance(entry.record, Recommendation)
    found = index.model_wordings(entry.record, Filters(**filters), 10)
    return [(record.state_under_review, record.text) for record in found]


def test_only_the_very_thing_is_offered(index: SearchIndex) -> None:
    """Not another treaty or kind of action, not what has only its common words, not the State's own, one a State."""
    texts = {text for _, text in offered(index)}
    near = {hit.record.text for hit in index.similar("XAA-20-100.1-1", limit=20).hits}
    assert {OTHER_TREATY, OTHER_ACTION, NO_TREATY} <= near
    assert texts == {SAME}
    assert sorted(state for state, _ in offered(index)) == ["DEU"]


def test_a_filter_says_who_made_it_and_what_was_answered(index: SearchIndex) -> None:
    assert offered(index, position=("supported",)) == offered(index, recommending=("XAB",)) != []
    assert offered(index, position=("noted",)) == [("ESP", SAME)]
