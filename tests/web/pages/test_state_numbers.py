"""A State in numbers: charts and tables that say the same, and lead to what they count."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position
from models.records.records import Label, Origin
from models.vocabularies.crosswalk import issue_slug
from search import open_index
from tests.lobbying_index import LABEL, build_lobbying_index, lobbying_records
from tests.web.browse_address import counted_links, filters_of, passes
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.invented_records import recommendation
from web.views.position_bars import position_bars

Read = Callable[[str], Element]
SLUG = issue_slug(LABEL)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    index = open_index(build_lobbying_index(tmp_path_factory.mktemp("tally") / "index"))
    return site_over(index).test_client()


@pytest.fixture
def read(client: FlaskClient) -> Read:
    return lambda path: parse(client.get(path).get_data(as_text=True))


@pytest.mark.parametrize("address", ["/fr/state/XAA", "/fr/state/XAA/asked"])
def test_recommending_states_are_named_in_the_language_of_the_page(read: Read, address: str) -> None:
    words = text_of(read(address).find(".//main"))
    assert "Slovénie" in words
    assert "Slovenia" not in words


def test_page_of_what_a_state_was_asked(read: Read) -> None:
    words = text_of(read("/state/XAA/asked").find(".//main"))
    assert words.startswith("Recommendations received by Vellania Invented sample Overview ")
    assert " 3 recommendations, by 4 States." in words
    assert re.search(r"Next review: about 20\d\d \(session (62|76|90)\), estimated.", words)
    assert LABEL in words


def test_page_of_what_a_state_asks(read: Read) -> None:
    words = text_of(read("/state/FRA/asks").find(".//main"))
    assert words.startswith("Recommendations made by France Overview ")
    assert " 3 recommendations, to 3 States." in words
    assert "5 Specific 2 67% 2 0 0 0" in words
    assert f"{LABEL} 2 1.1 × 100% 2 0" in words
    assert "next review" not in words


@pytest.mark.parametrize("address", ["/state/XAA", "/state/XAA/asked"])
def test_a_state_that_is_alone_in_an_index_is_compared_with_nobody(
    client_over: Callable[..., FlaskClient], address: str
) -> None:
    issue = Label("upr-info", "Education", Origin.CLASSIFIER, 1)
    alone = recommendation(labels=(issue,))
    with_others = recommendation("XAB", 7, "1.1", "Dig wells", labels=(issue,))
    both = client_over(alone, with_others).get(address).get_data(as_text=True)
    assert "Compared with the average" in both
    words = client_over(alone).get(address).get_data(as_text=True)
    assert "Education" in words
    assert "ompared with the average" not in words
    assert "×" not in words


def test_page_of_a_state_shows_issues_what_is_similar_to_the_review_before_and_the_next_review(read: Read) -> None:
    page = read("/state/XAA")
    words = text_of(page.find(".//main"))
    assert f"{LABEL} 2 1.1 × 1 1" in words
    found = "To 1 of the 2 recommendations of 2014 there is something similar in 2010: read both."
    assert found in words
    assert re.search(r"Next review: about 20\d\d \(session (62|76|90)\), estimated\.", words)
    assert "/state/XAA/compare?earlier=7&later=20#again" in [link.get("href") for link in page.iter("a")]


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
    assert "On which issues" in words
    assert "Beside the review before" not in words


@pytest.mark.parametrize("path", ["/state/XAA/asked", "/state/FRA/asks", "/state/XAA"])
def test_each_number_leads_to_what_it_counts(read: Read, path: str) -> None:
    counted = list(counted_links(read(path)))
    assert len(counted) > 2
    for number, filters in counted:
        assert sum(passes(record, filters) for record in lobbying_records()) == number, filters


def test_chart_has_the_numbers_of_the_table(read: Read) -> None:
    page = read("/state/XAA/asked")
    bands = [text_of(title) for drawn in page.iter("svg") for title in drawn.iter("title")]
    assert bands[:3] == ["Cycle 1: 1 supported", "Cycle 2: 1 supported", "Cycle 2: 1 noted"]
    rows = [text_of(row) for row in page.findall(".//table")[0].findall("./tbody/tr")]
    assert [row.split()[0] for row in rows] == ["1", "2"]


@pytest.mark.parametrize("path", ["/state/XAA/asked", "/state/FRA/asks", "/state/XAA", f"/state/XAA/issue/{SLUG}"])
def test_each_band_leads_to_what_it_counts(read: Read, path: str) -> None:
    bands = [link for drawn in read(path).iter("svg") for link in drawn.iter("a")]
    assert len(bands) > 1
    for band in bands:
        number = int(text_of(band.find(".//title")).rpartition(": ")[2].split()[0])
        filters = filters_of(band.get("href", ""))
        assert sum(passes(record, filters) for record in lobbying_records()) == number, filters
        # the same link stands in the table below, for those who go by keyboard
        assert band.get("tabindex") == "-1"


def test_kinds_of_action_are_a_chart_and_a_table(read: Read) -> None:
    page = read("/state/FRA/asks")
    assert "Specific: 2 supported" in [text_of(title) for drawn in page.iter("svg") for title in drawn.iter("title")]
    assert "5 Specific 2 67% 2 0 0 0" in text_of(page), "the table has the same"


@pytest.mark.parametrize("path", ["/state/XAA", "/state/XAA/asked"])
def test_regions_that_recommended_are_a_chart_and_a_table(read: Read, path: str) -> None:
    page = read(path)
    (table,) = (table for table in page.iter("table") if "by regional group" in text_of(table.find("caption")))
    rows = [text_of(row) for row in table.findall("./tbody/tr")]
    assert rows == [
        "Amber Coast Group 1 1 2",
        "Eastern European Group 1 0 1",
        "High Plateau Group 1 0 1",
        "Western European and Others Group 1 0 1",
    ]
    bands = [text_of(title) for drawn in page.iter("svg") for title in drawn.iter("title")]
    assert bands[-1] == "Western European and Others Group: 1 supported"
    assert "made by States of two groups counts once for each" in text_of(page)


def test_regions_that_a_state_recommends_to(read: Read) -> None:
    words = text_of(read("/state/FRA/asks").find(".//main"))
    assert "High Plateau Group 1 1" in words
    assert "counts once for each" not in words


def test_each_pattern_of_a_chart_is_drawn_once(read: Read) -> None:
    page = read("/state/XAA/asked")
    drawn = {pattern.get("id") for pattern in page.iter("pattern")}
    fills = {rect.get("fill") for rect in page.iter("rect")} - {None}
    assert {f"url(#{pattern})" for pattern in drawn} == fills == {f"url(#band-{position})" for position in Position}


def test_state_that_never_spoke(read: Read) -> None:
    assert "hold no recommendation by Germany" in text_of(read("/state/DEU/asks").find(".//main"))


@pytest.mark.parametrize("page", ["asked", "asks"])
def test_state_has_one_address(client: FlaskClient, page: str) -> None:
    response = client.get(f"/state/vellania/{page}")
    assert (response.status_code, response.location) == (301, f"/state/XAA/{page}")
    assert client.get(f"/state/Atlantis/{page}").status_code == 404


def test_bars_are_in_proportion() -> None:
    first, second = position_bars(
        [
            ("Cycle 1", {Position.SUPPORTED: 3, Position.NOTED: 1}, None),
            ("Cycle 2", {Position.UNKNOWN: 2, Position.NOTED: 0}, None),
        ]
    )
    assert [(band.left, band.width) for band in first.bands] == [(0, 75), (75, 25)]
    assert [(band.kind, band.words, band.width) for band in second.bands] == [("unknown", "unknown", 50)]
    assert (first.total, second.total) == (4, 2)


def test_number_stands_in_its_band_where_it_fits_on_a_telephone() -> None:
    (bar,) = position_bars([("Cycle 1", {Position.SUPPORTED: 947, Position.NOTED: 53}, None)])
    assert [(band.count, band.has_room, band.middle) for band in bar.bands] == [(947, True, 47.35), (53, False, 97.35)]


def test_no_rows_make_no_bars() -> None:
    assert position_bars([]) == ()


@pytest.mark.parametrize("page", ["", "/documents", "/asked", "/asks", "/calendar"])
@pytest.mark.parametrize(("code", "compared"), [("XAA", True), ("XAB", False)])
def test_reviews_are_compared_where_two_are_indexed(read: Read, page: str, code: str, compared: bool) -> None:
    tabs = next(each for each in read(f"/state/{code}{page}").iter("nav") if each.get("class") == "tabs")
    assert ("Compare reviews" in text_of(tabs)) == compared
