"""A State in numbers: tables that lead to what they count."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Label, Origin
from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_records import recommendation
from web.states.position_bars import position_bands

Read = Callable[[str], Element]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(lobbying_index()).test_client()


@pytest.fixture
def read(client: FlaskClient) -> Read:
    return lambda path: page_of(client.get(path))


def test_recommending_states_are_named_in_the_language_of_the_page(read: Read) -> None:
    words = text_of(read("/fr/state/XAA").find(".//main"))
    assert "Slovénie" in words
    assert "Slovenia" not in words


def test_what_a_state_received(read: Read) -> None:
    words = text_of(read("/state/XAA").find(".//main"))
    assert "Recommendations by State 3 3 recommendations, 4 States." in words


def test_what_a_state_made(read: Read) -> None:
    words = text_of(read("/state/FRA").find(".//main"))
    assert "Recommendations made to other States 3 3 recommendations, 3 States." in words
    assert f"{LABEL} 2 2" in words


def test_page_of_a_state_shows_issues_what_is_similar_to_the_review_before_and_the_next_review(read: Read) -> None:
    page = read("/state/XAA")
    words = text_of(page.find(".//main"))
    assert f"{LABEL} 2 1 1" in words
    found = "To 1 of the 2 recommendations of 2014 there is something similar in 2010: read both."
    assert found in words
    assert re.search(r"Next review: about 20\d\d \(session (62|76|90)\), estimated\.", words)
    assert "/state/XAA/review/20?earlier=7#compared" in [link.get("href") for link in page.iter("a")]


@pytest.mark.parametrize("caption", ["Recommendations by issue", "Recommendations by State"])
def test_numbers_of_a_row_come_to_all(client_over: Callable[..., FlaskClient], caption: str) -> None:
    labels = (Label(ISSUE_SCHEME, LABEL, Origin.SOURCE, 1.0),)
    answered, open_yet = (
        recommendation(session=50, paragraph=paragraph, labels=labels, position=position)
        for paragraph, position in (("100.1", Position.SUPPORTED), ("100.2", Position.PENDING))
    )
    page = page_of(client_over(answered, open_yet).get("/state/XAA"))
    table = next(each for each in page.iter("table") if text_of(each.find("caption")) == caption)
    heads = [text_of(head) for head in table.findall("thead/tr/th")]
    assert heads[1:4] == ["All", "Supported", "Pending"]
    assert heads[4:] in ([], ["Last indexed"]), "what is not indexed may be later"
    assert [text_of(cell) for cell in table.iter("td")][:3] == ["2", "1", "1"]


def test_api_gives_the_same_numbers(client: FlaskClient) -> None:
    state = client.get("/api/state/XAA").get_json()
    assert state["issues"] == [
        {"label": LABEL, "recommendations": 2, "specific": 0, "positions": {"supported": 1, "noted": 1}}
    ]
    assert state["compared_with_before"] == {
        "session": 20,
        "before": 7,
        "recommendations": [
            {"id": "XAA-20-100.1-1", "same": [], "similar": ["XAA-7-100.1-1"]},
            {"id": "XAA-20-100.2-1", "same": [], "similar": []},
        ],
    }
    coming = state["next_review"]
    assert coming["estimated"]
    assert coming["sessions"][0] in (62, 76, 90)
    assert coming["since"] == [], "of an invented State, no source says that a review took place"
    assert client.get("/api/state/XAB").get_json()["compared_with_before"] is None
    (germany,) = client.get("/api/state/DEU").get_json()["next_review"]["sessions"]
    assert germany % 14 == 2, "in the place of sessions 16, 30 and 44, of which nothing is indexed"


def test_state_with_one_review_is_compared_with_nothing(read: Read) -> None:
    words = text_of(read("/state/XAB").find(".//main"))
    assert "Issues" in words
    assert "Compare with" not in words


def test_regions_that_recommended_are_a_table(read: Read) -> None:
    page = read("/state/XAA")
    table, *_ = (table for table in page.iter("table") if "by regional group" in text_of(table.find("caption")))
    rows = [text_of(row) for row in table.findall("./tbody/tr")]
    assert rows == [
        "Amber Coast Group 1 1 2",
        "Eastern European Group 1 0 1",
        "High Plateau Group 1 0 1",
        "Western European and Others Group 1 0 1",
    ]
    assert "made by States of two groups counts once for each" in text_of(page)


def test_regions_that_a_state_recommends_to(read: Read) -> None:
    words = text_of(read("/state/FRA").find(".//main"))
    assert "High Plateau Group 1 1" in words
    assert "counts once for each" not in words


def test_each_pattern_of_a_bar_is_drawn_once(read: Read) -> None:
    page = read("/states")
    drawn = {pattern.get("id") for pattern in page.iter("pattern")}
    fills = {rect.get("fill") for rect in page.iter("rect")} - {None}
    assert drawn == {f"band-{position}" for position in Position}
    assert fills <= {f"url(#{pattern})" for pattern in drawn}


def test_state_that_never_spoke(read: Read) -> None:
    words = text_of(read("/state/DEU").find(".//main"))
    assert "Recommendations made to other States: None in the documents indexed." in words


@pytest.mark.parametrize("section", ["documents", "asked", "asks", "calendar"])
def test_former_pages_are_sections_of_the_state(client: FlaskClient, section: str) -> None:
    response = client.get(f"/state/vellania/{section}")
    assert (response.status_code, response.location) == (301, f"/state/XAA#{section}")
    assert client.get(f"/state/Atlantis/{section}").status_code == 404
    page = page_of(client.get("/state/XAA"))
    assert page.find(f".//*[@id='{section}']") is not None


def test_bars_are_in_proportion() -> None:
    first, second = position_bands({Position.SUPPORTED: 3, Position.NOTED: 1, Position.UNKNOWN: 0})
    assert (first.kind, first.left, first.width) == ("supported", 0, 75)
    assert (second.kind, second.left, second.width) == ("noted", 75, 25)
    assert position_bands({}) == ()
