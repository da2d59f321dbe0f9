"""Two reviews of a State side by side."""

import pytest
from flask.testing import FlaskClient

from search import open_index
from tests.state_index import build_state_index, state_records
from tests.web.browse_address import counted_links, passes
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = build_state_index(tmp_path_factory.mktemp("compare") / "index")
    return site_over(open_index(folder)).test_client()


def main_at(client: FlaskClient, address: str):
    return parse(client.get(address).get_data(as_text=True)).find(".//main")


def rows(page, caption: str) -> list[str]:
    table = next(each for each in page.iter("table") if text_of(each.find("caption")).startswith(caption))
    return [text_of(row) for row in table.findall("./tbody/tr")]


def test_positions_stand_side_by_side_with_their_change(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/compare?earlier=20&later=34")
    assert rows(page, "Recommendations by the position of Vellania") == [
        "Supported 1 2 +1",
        "Noted 1 1 0",
        "All 2 3 +1",
        "Share supported 50% 67%",
    ]


def test_issues_that_are_new_and_that_are_gone(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/compare?earlier=7&later=20")
    assert rows(page, "Recommendations by issue") == [
        "Detention 1 1 0",
        "Right to education new 0 1 +1",
        "Environment no longer 1 0 -1",
    ]
    assert "New in the later review: 1; no longer in it: 1." in text_of(page)


def test_a_change_of_position_is_said_of_what_asks_the_same_beside_both_texts(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/compare?earlier=20&later=34")
    words = text_of(page)
    assert "To 2 of the 3 recommendations of 2019 there is something similar in 2014: read both." in words
    assert "2 of them ask the same." in words
    changes = [text_of(change) for change in page.findall(".//details[@class='more']/summary")]
    assert "From supported in 2014 to noted in 2019 1" in changes
    assert "From noted in 2014 to supported in 2019 1" in changes
    assert "Nothing similar found in 2014 1 100.3 supported" in words
    pairs = [text_of(pair) for pair in page.findall(".//ol[@class='pairs']/li")]
    assert pairs[0].startswith("2014 (session 20), paragraph 100.1 Supported Let judges visit prisons in the north")
    assert "2019 (session 34), paragraph 100.1 Noted" in pairs[0]


def test_recommending_states_are_named_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = main_at(client, "/es/state/XAA/compare?earlier=20&later=34")
    assert "Francia" in text_of(page)


def test_states_that_recommended_in_both(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/compare?earlier=20&later=34")
    assert "In both reviews: 2; only in the earlier: 0; only in the later: 1." in text_of(page)
    assert rows(page, "Recommendations by State") == ["Brenmark 2 1 -1", "France 1 1 0", "Upper Tamurin 0 1 +1"]


@pytest.mark.parametrize(
    ("query", "earlier", "later"),
    [
        ("", "2014 (session 20)", "2019 (session 34)"),
        ("?earlier=7&later=34", "2010 (session 7)", "2019 (session 34)"),
        ("?earlier=34&later=7", "2010 (session 7)", "2019 (session 34)"),
        ("?earlier=7&later=7", "2014 (session 20)", "2019 (session 34)"),
        ("?earlier=x&later=21", "2014 (session 20)", "2019 (session 34)"),
    ],
    ids=["none named", "two named", "the later first", "one twice", "unknown"],
)
def test_which_reviews_are_compared(client: FlaskClient, query: str, earlier: str, later: str) -> None:
    page = main_at(client, f"/state/XAA/compare{query}")
    heads = [text_of(head) for head in page.findall(".//table")[0].findall("./thead/tr/th")]
    assert heads == ["Position", earlier, later, "Change"]


def test_each_number_leads_to_what_it_counts(client: FlaskClient) -> None:
    counted = list(counted_links(main_at(client, "/state/XAA/compare?earlier=7&later=34")))
    assert len(counted) > 10
    for number, filters in counted:
        assert sum(passes(record, filters) for record in state_records()) == number


def test_tables_have_captions_and_heads(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/compare")
    for table in page.iter("table"):
        assert text_of(table.find("caption"))
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("XAB", "Only one review of Brenmark is indexed here, that of 2015 (session 21)"),
        ("XBA", "No review of Upper Tamurin is in this index."),
        ("DEU", "No review of Germany is in this index."),
    ],
)
def test_nothing_to_compare_is_said(client: FlaskClient, state: str, said: str) -> None:
    assert said in text_of(main_at(client, f"/state/{state}/compare"))


def test_page_has_one_address(client: FlaskClient) -> None:
    response = client.get("/state/vellania/compare?earlier=7&later=20&more=1")
    assert (response.status_code, response.location) == (301, "/state/XAA/compare?earlier=7&later=20")
    assert client.get("/state/Atlantis/compare").status_code == 404


def test_state_leads_to_comparing(client: FlaskClient) -> None:
    links = [link.get("href") for link in main_at(client, "/state/XAA").iter("a")]
    assert "/state/XAA/compare" in links
    of_reviews = [link.get("href") for link in main_at(client, "/state/XAA/documents").iter("a")]
    assert "/state/XAA/compare?earlier=7&later=20" in of_reviews
    assert "/state/XAB/compare" not in [link.get("href") for link in main_at(client, "/state/XAB").iter("a")]
