"""The list of States: by letter, by group, with what is indexed, what is not, and the next review."""

import pytest
from flask.testing import FlaskClient

from search import open_index
from tests.search.invented_index import Request, build
from tests.state_index import build_state_index, state_records
from tests.web.browse_address import counted_links, passes
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = build_state_index(tmp_path_factory.mktemp("states") / "index")
    return site_over(open_index(folder)).test_client()


@pytest.fixture(scope="module")
def real_states(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    requests = [Request("Plant oaks", "JPN", 2, by=("FRA",)), Request("Keep the lakes clean", "SVN", 20, by=("FRA",))]
    return site_over(open_index(build(tmp_path_factory.mktemp("real") / "index", requests))).test_client()


def test_start_page_counts_the_reviews_that_the_page_of_states_counts(client: FlaskClient) -> None:
    page = parse(client.get("/").get_data(as_text=True))
    counted = [text_of(line) for line in page.findall(".//aside//details//li")]
    assert counted == ["Brenmark 1 review", "Vellania 3 reviews"]


def lines(client: FlaskClient, address: str) -> list[str]:
    page = parse(client.get(address).get_data(as_text=True))
    return [text_of(line) for line in page.findall(".//ul[@class='state-list']/li")]


def line_of(client: FlaskClient, state: str) -> str:
    return next(line for line in lines(client, "/states") if line.startswith(state))


def test_each_state_shows_years_positions_and_next_review(client: FlaskClient) -> None:
    vellania = line_of(client, "Vellania")
    assert vellania.startswith(
        "Vellania Amber Coast Group Reviews indexed: 2010, 2014, 2019 4 supported 3 noted Next review: about 20"
    )
    assert vellania.endswith(", estimated")


def test_state_without_a_review_is_said_to_have_none(client: FlaskClient) -> None:
    assert line_of(client, "Upper Tamurin").startswith(
        "Upper Tamurin High Plateau Group No review indexed Next review: "
    )
    words = text_of(parse(client.get("/states").get_data(as_text=True)))
    assert "2 of 5 States have a review indexed here." in words


def test_all_members_of_the_united_nations_are_listed(real_states: FlaskClient) -> None:
    assert len(lines(real_states, "/states")) == 193
    assert line_of(real_states, "Chad").startswith("Chad African Group No review indexed Next review: ")
    assert "not known" not in line_of(real_states, "Chad")


def test_letters_lead_to_their_sections(real_states: FlaskClient) -> None:
    page = parse(real_states.get("/states").get_data(as_text=True))
    letters = [link.get("href") for link in page.findall(".//nav[@class='letters']//a")]
    assert letters[:3] == ["#A", "#B", "#C"]
    assert "#X" not in letters
    cote = next(section for section in page.iter("section") if text_of(section).startswith("C "))
    assert "Côte d'Ivoire" in text_of(cote)


def test_states_are_listed_by_regional_group(client: FlaskClient, real_states: FlaskClient) -> None:
    names = [line.split(" Amber")[0] for line in lines(client, "/states?group=Amber+Coast+Group")]
    assert names == ["Brenmark", "Vellania"]
    assert len(lines(real_states, "/states?group=African+Group")) == 54


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", ["Brenmark", "France", "Slovenia"]),
        ("recommendations", ["Vellania", "Brenmark", "France"]),
        ("nothing known", ["Brenmark", "France", "Slovenia"]),
    ],
)
def test_order_is_as_chosen(client: FlaskClient, sort: str, first: list[str]) -> None:
    assert [line.split()[0] for line in lines(client, f"/states?sort={sort}")][:3] == first


def test_next_review_first(real_states: FlaskClient) -> None:
    found = lines(real_states, "/states?sort=next")
    # Their fourth reviews were put off: nobody knows until when.
    assert found[-2:] == [
        "Myanmar Asia-Pacific Group No review indexed Next review: not known",
        "Ukraine Eastern European Group No review indexed Next review: not known",
    ]
    sessions = [int(line.rpartition("(session ")[2].partition(")")[0]) for line in found[:-2]]
    assert sessions == sorted(sessions)


def test_each_number_leads_to_what_it_counts(client: FlaskClient) -> None:
    page = parse(client.get("/states").get_data(as_text=True))
    counted = list(counted_links(page))
    assert len(counted) == 3
    for number, filters in counted:
        assert sum(passes(record, filters) for record in state_records()) == number


def test_group_that_is_none_lists_all(client: FlaskClient) -> None:
    assert len(lines(client, "/states?group=<b>")) == 5
