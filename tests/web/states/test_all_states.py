"""The list of States: by name, by group, with what is indexed, what is not, and the next review."""

import pytest
from flask.testing import FlaskClient

from search import open_index
from tests.search.invented_index import Request, build
from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(state_index()).test_client()


@pytest.fixture(scope="module")
def real_states(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    requests = [Request("Plant oaks", "JPN", 2, by=("FRA",)), Request("Keep the lakes clean", "SVN", 20, by=("FRA",))]
    return site_over(open_index(build(tmp_path_factory.mktemp("real") / "index", requests))).test_client()


def test_start_page_counts_the_reviews_that_the_page_of_states_counts(client: FlaskClient) -> None:
    page = page_of(client.get("/"))
    counted = [text_of(line) for line in page.findall(".//main//details//li")]
    assert counted == ["Brenmark 1", "Vellania 3"]


def lines(client: FlaskClient, address: str) -> list[str]:
    page = page_of(client.get(address))
    return [text_of(line) for line in page.findall(".//table/tbody/tr")]


def line_of(client: FlaskClient, state: str) -> str:
    pages = (lines(client, f"/states?page={page}") for page in (1, 2, 3, 4))
    return next(line for page in pages for line in page if line.startswith(state))


def test_each_state_shows_years_positions_and_next_review(client: FlaskClient) -> None:
    vellania = line_of(client, "Vellania")
    assert vellania.startswith("Vellania 2010, 2014, 2019 7 4 3 about 20")
    page = page_of(client.get("/states"))
    heads = [text_of(head) for head in page.findall(".//thead//th")]
    assert heads[:4] == ["State", "Reviews indexed", "Not indexed", "All"]
    assert heads[5:] == ["Supported", "Noted", "Next review (estimated)"]


def test_state_without_a_review_is_said_to_have_none(client: FlaskClient) -> None:
    assert line_of(client, "Upper Tamurin").startswith("Upper Tamurin none indexed")
    words = text_of(page_of(client.get("/states")))
    assert "Reviews of 2 of 5 States are indexed." in words


def test_no_zero_is_said_of_a_state_of_which_nothing_is_indexed(real_states: FlaskClient) -> None:
    assert "none indexed" in line_of(real_states, "Andorra")
    assert " 0 " not in line_of(real_states, "Andorra")
    assert line_of(real_states, "Japan").count("none indexed") == 0


def test_reviews_that_are_not_here_are_told_whether_earlier_or_later(real_states: FlaskClient) -> None:
    (slovenia,) = (line for line in lines(real_states, "/states?page=3") if line.startswith("Slovenia"))
    assert slovenia.startswith("Slovenia 2014 2010, 2019, 2025 1 ")
    assert line_of(real_states, "Andorra").startswith("Andorra none indexed 2010, 2015, 2020, 2025 ")


def all_pages(client: FlaskClient, query: str = "") -> list[str]:
    return [line for page in (1, 2, 3, 4) for line in lines(client, f"/states?{query}page={page}")]


def test_all_members_of_the_united_nations_are_listed_on_four_pages(real_states: FlaskClient) -> None:
    assert len(lines(real_states, "/states")) == 55
    assert len(set(all_pages(real_states))) == 193
    assert line_of(real_states, "Chad").startswith("Chad none indexed")
    assert "not known" not in line_of(real_states, "Chad")
    page = page_of(real_states.get("/states?page=2"))
    links = {text_of(link): link.get("href") for link in page.iterfind(".//nav[@class='paging']/a")}
    assert list(links.values()) == ["/states", *(f"/states?page={page}" for page in (2, 3, 4))]
    first, _, _, last = links
    assert (first.split(" – ")[0], last.split(" – ")[-1]) == ("Afghanistan", "Zimbabwe")
    assert page.find(".//nav[@class='paging']/a[@aria-current]").get("href") == "/states?page=2"


@pytest.mark.parametrize("name", ["Vellania", "vellania ", "XAA"])
def test_a_state_is_found_by_its_name_which_stands_in_no_address(client: FlaskClient, name: str) -> None:
    found = client.post("/states/find", data={"state": name}, follow_redirects=False)
    assert (found.status_code, found.location) == (303, "/state/XAA")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Velania", "“Velania” names no State. Written nearly so: “Vellania”."),
        ("<b>Tarnbridge", "“<b>Tarnbridge” names no State: use its name or its ISO code"),
        (" ", "State: choose a value from the list."),
    ],
)
def test_a_name_that_no_state_has_is_told(client: FlaskClient, typed: str, said: str) -> None:
    answer = client.post("/states/find", data={"state": typed})
    page = page_of(answer)
    assert answer.status_code == 400
    assert said in text_of(page.find(".//p[@id='state-error']"))
    assert page.find(".//input[@id='state']").get("aria-invalid") == "true"


def test_the_address_that_names_are_posted_to_leads_to_the_list(client: FlaskClient) -> None:
    assert client.get("/states/find", follow_redirects=False).location == "/states"


def test_states_are_listed_by_regional_group(client: FlaskClient, real_states: FlaskClient) -> None:
    names = [line.split()[0] for line in lines(client, "/states?group=Amber+Coast+Group")]
    assert names == ["Brenmark", "Vellania"]
    page = page_of(client.get("/states?group=Amber+Coast+Group"))
    assert text_of(page.find(".//nav[@class='tabs']//a[@aria-current]")) == "Amber Coast Group 2"
    assert len(lines(real_states, "/states?group=African+Group")) == 54


@pytest.mark.parametrize("sort", ["name", "nothing known"])
def test_order_is_by_name_unless_chosen(client: FlaskClient, sort: str) -> None:
    assert [line.split()[0] for line in lines(client, f"/states?sort={sort}")][:3] == ["Brenmark", "France", "Slovenia"]
    page = page_of(client.get(f"/states?sort={sort}"))
    (sorted_by,) = (head for head in page.iter("th") if head.get("aria-sort"))
    assert text_of(sorted_by) == "State"


def test_next_review_first(real_states: FlaskClient) -> None:
    found = all_pages(real_states, "sort=next&")
    # Their fourth reviews were put off: nobody knows until when.
    assert [line.split()[0] for line in found[-2:]] == ["Myanmar", "Ukraine"]
    assert all(line.endswith("not known here") for line in found[-2:])
    sessions = [int(line.rpartition("(session ")[2].partition(")")[0]) for line in found[:-2]]
    assert sessions == sorted(sessions)


def test_group_that_is_none_lists_all(client: FlaskClient) -> None:
    assert len(lines(client, "/states?group=<b>")) == 5
