"""Model wordings: what is offered for a request, and what is not, however near its words are."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.records.enums import Position
from models.records.records import Label, Origin, Recommendation
from search import Filters, Listing, SearchIndex, open_index
from search.lobbying.wording import model_wordings
from tests.search.invented_index import Request, build

ITEM = "Ratify OPCAT and let monitors visit the closed prisons of the islands"
SAME = "Ratify OPCAT and let monitors visit the closed prisons of the coast"
SAME_AGAIN = "Ratify OPCAT and let monitors visit all closed prisons of the coast"
OTHER_TREATY = "Ratify CEDAW and let monitors visit the closed prisons of the islands"
OTHER_ACTION = "Train the monitors who visit the closed prisons of the islands, as OPCAT says"
NO_TREATY = "Let monitors visit the closed prisons of the islands"

LONG = "Feed the wounded storks of the northern delta in winter and mend the nets"
ITS_PART = "Feed the wounded storks of the northern delta"
OTHER_KIND = "Train rangers to feed the wounded storks of the northern delta"
GENERAL = "Feed the wounded storks"
OF_ANOTHER_ISSUE = "Feed the wounded storks of the northern delta in spring"

BIRDS = Label("upr-info", "Birds", Origin.SOURCE)


def built(folder: Path, requests: list[Request]) -> SearchIndex:
    """Among three hundred other requests: among few texts no word is rare."""
    others = [Request(f"Paint boat {number} in harbour {number * 7}", "XAB", 30) for number in range(300)]
    return open_index(build(folder, [*requests, *others]))


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
    return built(tmp_path_factory.mktemp("wordings"), requests)


@pytest.fixture(scope="module")
def long_item(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    requests = [
        Request(LONG, labels=(BIRDS,)),
        Request(ITS_PART, "DEU", 21, labels=(BIRDS,)),
        Request(OTHER_KIND, "ESP", 21, labels=(BIRDS,)),
        Request(GENERAL, "FRA", 21, labels=(BIRDS,)),
        Request(OF_ANOTHER_ISSUE, "XBA", 21, labels=(replace(BIRDS, label="Harbours"),)),
    ]
    return built(tmp_path_factory.mktemp("long"), requests)


def offered(index: SearchIndex, **filters: tuple[str, ...]) -> list[tuple[str, str]]:
    (entry,) = index.chosen(["XAA-20-100.1-1"])
    assert isinstance(entry.record, Recommendation)
    found = model_wordings(index.snapshot, entry.record, Listing(filters=Filters(**filters)))
    return [(record.state_under_review, record.text) for record in found]


def test_only_the_very_thing_is_offered(index: SearchIndex) -> None:
    """Not another treaty or one to ratify nothing, not what has only its common words, not its own State's."""
    texts = {text for _, text in offered(index)}
    near = {hit.record.text for hit in index.similar("XAA-20-100.1-1", Listing(limit=20)).hits}
    assert {OTHER_TREATY, OTHER_ACTION, NO_TREATY} <= near
    assert texts == {SAME}
    assert sorted(state for state, _ in offered(index)) == ["DEU"]


def test_a_filter_says_who_made_it_and_what_was_answered(index: SearchIndex) -> None:
    assert offered(index, position=("supported",)) == offered(index, recommending=("XAB",)) != []
    assert offered(index, position=("noted",)) == [("ESP", SAME)]


def test_one_request_of_a_long_item_is_a_model_too(long_item: SearchIndex) -> None:
    """Whatever kind of action it wants; not one on another issue, nor one that holds too few of its words."""
    near = {hit.record.text for hit in long_item.similar("XAA-20-100.1-1", Listing(limit=20)).hits}
    assert {ITS_PART, OTHER_KIND, GENERAL, OF_ANOTHER_ISSUE} <= near
    assert {text for _, text in offered(long_item)} == {ITS_PART, OTHER_KIND}
