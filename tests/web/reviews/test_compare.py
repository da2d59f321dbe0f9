"""A review beside an earlier one of the same State, on its page."""

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position
from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import main_at, text_of
from tests.web.invented_records import recommendation
from web.words.review_dates import year_and_session


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(state_index()).test_client()


def rows(page, caption: str) -> list[str]:
    table = next(each for each in page.iter("table") if text_of(each.find("caption")).startswith(caption))
    return [text_of(row) for row in table.findall("./tbody/tr")]


def test_positions_stand_side_by_side_with_their_change(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/34?earlier=20")
    assert rows(page, "Recommendations by the position of Vellania") == [
        "Supported 1 2 +1",
        "Noted 1 1 0",
        "All 2 3 +1",
    ]


def test_where_one_review_has_no_answer_no_change_of_positions_is_counted(client_over) -> None:
    asked = [recommendation(session=34, paragraph=f"100.{number}", position=Position.UNKNOWN) for number in (1, 2)]
    page = main_at(client_over(recommendation(), *asked), "/state/XAA/review/34?earlier=20")
    assert rows(page, "Recommendations by the position of Vellania") == ["Supported 1 0", "Unknown 0 2", "All 1 2 +1"]


def test_labels_of_both_reviews_stand_beside_each_other_and_nothing_is_called_new(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/20?earlier=7")
    assert rows(page, "Recommendations by issue") == [
        "Detention 1 1 0",
        "Right to education 0 1 +1",
        "Environment 1 0 \N{MINUS SIGN}1",
    ]
    assert "from its table or assigned automatically" in text_of(page)


def test_a_change_of_position_is_said_of_what_asks_the_same_beside_both_texts(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/34?earlier=20")
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
    page = main_at(client, "/es/state/XAA/review/34?earlier=20")
    assert "Francia" in text_of(page)


def test_states_that_recommended_in_both(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/34?earlier=20")
    assert rows(page, "Recommendations by State") == [
        "Brenmark 2 1 \N{MINUS SIGN}1",
        "France 1 1 0",
        "Upper Tamurin 0 1 +1",
    ]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "34?earlier=20"),
        ("?earlier=7&later=34", "34?earlier=7"),
        ("?earlier=34&later=7", "34?earlier=7"),
        ("?earlier=7&later=7", "34?earlier=20"),
        ("?earlier=x&later=21", "34?earlier=20"),
    ],
    ids=["none named", "two named", "the later first", "one twice", "unknown"],
)
def test_former_address_leads_to_the_later_review(client: FlaskClient, query: str, address: str) -> None:
    response = client.get(f"/state/vellania/compare{query}")
    assert (response.status_code, response.location) == (301, f"/state/XAA/review/{address}#compared")


@pytest.mark.parametrize(
    ("query", "earlier"),
    [("", 20), ("?earlier=7", 7), ("?earlier=34", 20), ("?earlier=x", 20)],
    ids=["none named", "one named", "itself", "unknown"],
)
def test_with_which_review_it_is_compared(client: FlaskClient, query: str, earlier: int) -> None:
    page = main_at(client, f"/state/XAA/review/34{query}")
    table = next(each for each in page.iter("table") if each.get("class") == "counts compared")
    heads = [text_of(head) for head in table.findall("./thead/tr/th")]
    assert heads == ["Position", year_and_session(earlier), "2019 (session 34)", "Change"]


def test_beneath_a_filtered_table_a_link_leads_to_what_is_compared(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/34?position=noted")
    assert "Texts compared" not in text_of(page)
    assert "/state/XAA/review/34#compared" in [link.get("href") for link in page.iter("a")]


def test_tables_have_captions_and_heads(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/review/34")
    for table in page.iter("table"):
        assert text_of(table.find("caption"))
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}


def test_the_first_review_is_compared_with_none(client: FlaskClient) -> None:
    assert "Compare with" not in text_of(main_at(client, "/state/XAA/review/7"))
    response = client.get("/state/XAB/compare")
    assert (response.status_code, response.location) == (301, "/state/XAB")
    assert client.get("/state/Atlantis/compare").status_code == 404


def test_page_has_one_address(client: FlaskClient) -> None:
    response = client.get("/state/vellania/review/34?earlier=7&more=1")
    assert (response.status_code, response.location) == (301, "/state/XAA/review/34?earlier=7")


def test_state_leads_to_its_reviews(client: FlaskClient) -> None:
    links = [link.get("href") for link in main_at(client, "/state/XAA").iter("a")]
    assert {"/state/XAA/review/34", "/state/XAA/review/34?earlier=20#compared"} <= set(links)
