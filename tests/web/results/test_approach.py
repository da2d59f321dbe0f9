"""States to approach among the results of an issue, over a real index of invented recommendations."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from search import Evidence, IssueQuestion, SearchIndex
from tests.calibrations import LETTERS
from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.own_forms import FROM_HERE, without_token
from web.results.lobbying_words import evidence_words

ISSUE = "Let judges visit prisons"
BY_TEXT = {"text": ISSUE, "state": "XAA", "to": "approach"}
BY_LABEL = {"label": LABEL, "state": "XAA", "to": "approach"}

Post = Callable[..., Element]


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return lobbying_index()


@pytest.fixture
def client(index: SearchIndex) -> FlaskClient:
    return site_over(index).test_client()


@pytest.fixture
def post(client: FlaskClient) -> Post:
    """The page that answers a form."""

    def post(path: str, data: dict[str, object], status: int = 200) -> Element:
        response = client.post(path, data=data)
        assert response.status_code == status
        return page_of(response)

    return post


@pytest.fixture
def get(client: FlaskClient) -> Post:
    """The page at an address."""

    def get(path: str, query: dict[str, object], status: int = 200) -> Element:
        response = client.get(path, query_string=query)
        assert response.status_code == status
        return page_of(response)

    return get


def states_of(page: Element) -> list[str]:
    """The States of the list, in the order of the page."""
    return [text_of(head) for head in page.findall(".//li[@class='target']/h3")]


def lines_of(page: Element) -> dict[str, str]:
    """What stands beside each State."""
    return {text_of(line.find("./h3")): text_of(line) for line in page.iter("li") if line.get("class") == "target"}


def links_of(page: Element, kind: str) -> dict[str, str]:
    """Words of each link of a class, by its address."""
    return {link.get("href", ""): text_of(link) for link in page.iter("a") if link.get("class") == kind}


def numbers_of(page: Element) -> dict[str, str]:
    """What is said of each number that leads to recommendations, by its address."""
    links = (link for link in page.iter("a") if "behind=" in link.get("href", ""))
    return {link.get("href", ""): link.get("aria-label", "") for link in links}


def test_the_one_form_offers_a_label_instead_of_a_description(client: FlaskClient) -> None:
    page = page_of(client.get(f"/?to=approach&state=XBA&label={LABEL}"))
    form = page.find(".//form[@id='search']")
    controls = {control.get("name") for control in form.iter() if control.get("name")}
    assert controls == {"to", "text", "label", "state"}
    assert page.find(".//input[@name='to']").get("value") == "approach"
    assert page.find(".//select[@id='state']/option[@selected]").get("value") == "XBA"
    assert page.find(".//select[@id='label']/option[@selected]").get("value") == LABEL


def test_what_is_on_the_list_of_a_visitor_can_be_chosen(client: FlaskClient) -> None:
    token = page_of(client.get("/")).find(".//form[@id='own-list']/input[@name='token']")
    client.post("/list", data={"add": "XAA-7-100.1-1", "token": token.get("value")}, headers=FROM_HERE)
    box = page_of(client.get("/")).find(".//input[@name='record']")
    assert (box.get("value"), box.get("checked")) == ("XAA-7-100.1-1", None)


def test_the_two_orders_have_addresses(client: FlaskClient, post: Post) -> None:
    orders = {
        text_of(link): link.get("href") for link in post("/match", BY_LABEL).find(".//p[@class='orders']").iter("a")
    }
    assert list(orders) == ["By what they said", "By a formula on past reviews"]
    likely = page_of(client.get(orders["By a formula on past reviews"]))
    assert states_of(likely)[0] == "Brenmark"
    assert text_of(likely.find(".//p[@class='orders']/span/a[@aria-current]")) == "By a formula on past reviews"


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
@pytest.mark.parametrize("order", ["said", "likely"])
def test_each_state_stands_with_its_words_to_whom_when_and_the_answer_and_nothing_else(
    post: Post, data: dict[str, str], order: str
) -> None:
    lines = lines_of(post("/match", data | {"order": order}))
    assert lines.keys() == {"Brenmark", "Slovenia", "France", "Holy See"}
    assert "Let judges visit prisons (Brenmark, Slovenia);" in lines["Slovenia"]
    assert "recommended to Vellania in 2010 (supported)" in lines["Slovenia"]
    assert "recommended to Upper Tamurin in 2019 (supported)" in lines["France"]
    never = ("asked", "points", "average", "%", "never", "none", "Model wording")
    assert [words for words in never if words in " ".join(lines.values())] == []


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_a_long_list_goes_on_on_another_page(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, data: dict[str, str]
) -> None:
    """States are numbered through, and what is struck out takes no place."""
    monkeypatch.setattr("web.results.issue_page.STATES_A_PAGE", 3)
    first = page_of(client.post("/match", data=data))
    address = next(link.get("href") for link in first.iter("a") if text_of(link) == "Next page →")
    second = page_of(client.get(address))
    heads = [*first.findall(".//li[@class='target']/h3"), *second.findall(".//li[@class='target']/h3")]
    assert [head.get("data-number") for head in heads] == ["1", "2", "3", "4"]
    assert {text_of(head) for head in heads} == {"Brenmark", "Slovenia", "France", "Holy See"}
    struck = next(link.get("href") for link in first.iter("a") if text_of(link).startswith("Strike out"))
    page = page_of(client.get(struck))
    assert len(states_of(page)) == 3
    assert page.find(".//nav[@class='paging']") is None


def test_at_most_three_things_are_said_of_a_state(post: Post) -> None:
    line = lines_of(post("/match", BY_LABEL))["Brenmark"]
    assert "found, made to Vellania, to read: 2; same regional group; received from Vellania: 1" in line


def test_the_back_test_stands_with_the_order_that_was_tested_alone(post: Post) -> None:
    assert "precision at ten" not in text_of(post("/match", BY_LABEL))
    assert "precision at ten 0.324" in text_of(post("/match", BY_LABEL | {"order": "likely"}))


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_a_state_is_struck_out_and_put_back(client: FlaskClient, data: dict[str, str]) -> None:
    """Of a list in own words, without a word of them in its address."""

    def pressed(address: str, words: str) -> str:
        page = page_of(client.get(address))
        return next(link.get("href") for link in page.iter("a") if text_of(link) == words)

    begin = client.post("/match", data=data, follow_redirects=False).location
    struck = pressed(pressed(begin, "Strike out, France"), "Strike out, Holy See")
    assert "prisons" not in struck
    page = page_of(client.get(struck))
    assert lines_of(page).keys() == {"Brenmark", "Slovenia"}
    assert page.find(".//form[@id='search']//input[@name='struck']") is None, "another issue begins with none"
    hidden = [each.get("value") for each in page.findall(".//form[@id='files']/input[@name='struck']")]
    assert hidden == ["FRA", "VAT"]
    page = page_of(client.get(pressed(struck, "Put back, France")))
    assert lines_of(page).keys() == {"Brenmark", "Slovenia", "France"}


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_each_number_leads_to_as_many_recommendations(post: Post, client: FlaskClient, data: dict[str, str]) -> None:
    numbers = numbers_of(post("/match", data))
    assert len(numbers) > 5
    for address, words in numbers.items():
        answer = client.get(address)
        heading = text_of(page_of(answer).find(".//h1"))
        assert heading == words, address


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_page_behind_a_number_names_source_and_leads_back(
    post: Post, client: FlaskClient, data: dict[str, str]
) -> None:
    list_page = post("/match", data | {"order": "likely"})
    address = next(address for address in numbers_of(list_page) if "behind=XAB:here&" in f"{address}&")
    page = page_of(client.get(address))
    words = text_of(page.find(".//main"))
    assert text_of(page.find(".//h1")) == "Brenmark: Found to the State under review: 2"
    assert "paragraph 100.1, page 14" in words
    (back,) = [address for address, words in links_of(page, "secondary").items() if words == "States to approach"]
    shown = page_of(client.get(back)).find(".//p[@class='orders']/span/a[@aria-current]")
    assert text_of(shown) == "By a formula on past reviews"


def test_page_behind_a_number_names_the_state_in_the_language_of_the_page(get: Post) -> None:
    page = get("/es/results", BY_LABEL | {"behind": "FRA:here"})
    assert "Francia" in text_of(page.find(".//h1"))


def test_pages_behind_a_number(get: Post) -> None:
    page = get("/results", BY_LABEL | {"behind": "XAB:here", "page": "7"})
    assert "Nothing found." in text_of(page.find(".//main"))
    assert links_of(page, "secondary")["/results?state=XAA&label=Detention&to=approach"] == "States to approach"


@pytest.mark.parametrize("value", ["", "XAB", "XAB:dragons", "::", ":"])
def test_a_number_that_is_none_shows_the_list(get: Post, value: str) -> None:
    assert states_of(get("/results", BY_LABEL | {"behind": value}))


def test_number_of_an_unknown_state_is_refused(client: FlaskClient) -> None:
    assert client.get("/results", query_string=BY_LABEL | {"behind": "QQQ:here"}).status_code == 400


@pytest.mark.parametrize(
    ("data", "address"),
    [
        pytest.param(BY_LABEL, "/results?state=XAA&label=Detention&to=approach", id="label"),
        pytest.param(
            BY_LABEL | {"order": "likely"},
            "/results?state=XAA&label=Detention&to=approach&order=likely",
            id="as it is shown",
        ),
        pytest.param(
            {"record": ["XAA-20-100.1-1", "XAA-7-100.1-1"], "state": "XAA"},
            "/results?state=XAA&record=XAA-20-100.1-1&record=XAA-7-100.1-1",
            id="recommendations",
        ),
        pytest.param(
            {"label": LABEL, "state": "XAA"}, "/browse?under_review=XAA&label=Detention", id="recommendations"
        ),
        pytest.param({"label": LABEL}, "/browse?label=Detention", id="of all States"),
    ],
)
def test_a_question_without_words_has_an_address_to_share(
    client: FlaskClient, data: dict[str, object], address: str
) -> None:
    response = client.post("/match", data=data, follow_redirects=False)
    assert (response.status_code, response.location) == (303, address)
    assert client.get(address).status_code == 200


def test_the_tabs_of_a_label_lead_to_lists_and_back(client: FlaskClient) -> None:
    for address in ("/results?state=XAA&label=Detention", "/browse?under_review=XAA&label=Detention"):
        page = page_of(client.get(address))
        tabs = {text_of(link): link.get("href") for link in page.find(".//nav[@class='tabs']").iter("a")}
        assert tabs == {
            "Vellania": "/browse?under_review=XAA&label=Detention",
            "All States": "/browse?label=Detention",
            "States to approach": "/results?state=XAA&label=Detention",
        }


def test_the_text_goes_before_a_label_and_chosen_recommendations(client: FlaskClient) -> None:
    response = client.post("/match", data=BY_LABEL | {"text": ISSUE, "record": "XAA-7-100.1-1"}, follow_redirects=False)
    assert response.location.startswith("/results/")


def test_a_list_for_own_words_has_an_address_without_them(client: FlaskClient) -> None:
    response = client.post("/match", data=BY_TEXT | {"order": "likely"}, follow_redirects=False)
    assert response.status_code == 303
    address, _, query = response.location.partition("?")
    assert address.startswith("/results/")
    assert query == "to=approach&order=likely"
    first, again = client.get(response.location), client.get(response.location)
    assert without_token(first.data) == without_token(again.data)
    page = page_of(first)
    assert text_of(page.find(".//nav[@class='tabs']//a[@aria-current]")) == "States to approach"
    assert page.find(".//textarea[@id='text']").text.strip() == ISSUE
    assert page.find(".//select[@id='state']/option[@selected]").get("value") == "XAA"
    assert "Delete this search" in text_of(page)


@pytest.mark.parametrize("to", ["approach", "reported", "told"])
def test_a_search_is_deleted_with_all_its_tabs(client: FlaskClient, to: str) -> None:
    results = client.post("/match", data=BY_TEXT | {"to": "own"}, follow_redirects=False).location
    assert client.get(f"{results}?to={to}").status_code == 200
    client.post(f"{results}/delete")
    assert [client.get(address).status_code for address in (results, f"{results}?to={to}")] == [410, 410]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("state=XBA", "/?state=XBA&to=approach"),
        (f"label={LABEL}", f"/?label={LABEL}&to=approach"),
        (f"label={LABEL}&text=Tarnbridge", f"/?label={LABEL}&to=approach"),
    ],
)
def test_an_address_that_names_too_little_leads_to_the_form(client: FlaskClient, query: str, address: str) -> None:
    response = client.get(f"/results?{query}", follow_redirects=False)
    assert (response.status_code, response.location) == (303, address)


def test_no_text_is_taken_from_an_address(client: FlaskClient) -> None:
    for address in ("/?state=XAA", f"/results?state=XAA&label={LABEL}", "/results?state=XAA"):
        assert "Tarnbridge" not in client.get(f"{address}&text=Tarnbridge").get_data(as_text=True)


def test_words_exist_for_every_kind_of_evidence(client: FlaskClient) -> None:
    with client.application.test_request_context("/"):
        words = {evidence: evidence_words(evidence, 2, "Brenmark") for evidence in Evidence}
    assert len(set(words.values())) == len(Evidence)
    assert words[Evidence.RETURNED] == "Brenmark: Received from the State under review: 2"


def test_chosen_recommendations_can_be_unticked(get: Post, index: SearchIndex) -> None:
    record = index.match(IssueQuestion(ISSUE)).hits[0].record
    page = get("/results", {"record": record.id, "state": "XAA"})
    box = page.find(".//input[@type='checkbox'][@name='record']")
    assert (box.get("value"), box.get("checked")) == (record.id, "")
    behind = get("/results", {"record": record.id, "state": "XAA", "behind": ":here"})
    assert links_of(behind, "secondary")[f"/results?state=XAA&record={record.id}&to=approach"] == "States to approach"


def test_issue_without_a_find_says_so(post: Post, index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = LETTERS.changed("own State", listed=2.0)  # of three recommendations, one always stands out
    snapshots = index._snapshots
    monkeypatch.setattr(snapshots, "_snapshot", replace(snapshots._snapshot, calibration=nothing))
    words = text_of(post("/match", {"to": "approach", "text": "zzz", "state": "XAA"}).find(".//main"))
    assert "Nothing found." in words
    assert "Indexed here of Vellania: 3 recommendations, from the reviews of" in words


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        (
            {"state": "XAA"},
            "text",
            "There is no word to search for in this text: describe the issue in a sentence or two.",
        ),
        ({"text": ISSUE}, "state", "State under review: choose a value from the list."),
        ({"text": ISSUE, "state": "VAT"}, "state", "State under review: choose a value from the list."),
    ],
    ids=["missing", "no State", "an observer"],
)
@pytest.mark.parametrize("path", ["/match", "/match/download"])
def test_problem_is_named_beside_the_field(post: Post, path: str, data: dict[str, str], field: str, words: str) -> None:
    page = post(path, data | {"to": "approach"}, status=400)
    assert text_of(page.find("./head/title")).startswith("Error: ")
    assert text_of(page.find(".//div[@role='alert']//a")) == words
    assert words in text_of(page.find(f".//p[@id='{field}-error']"))


def test_results_lead_to_the_list_with_text_and_state(client: FlaskClient) -> None:
    page = page_of(client.post("/match", data=BY_TEXT | {"to": "own"}))
    tab = next(link for link in page.iter("a") if text_of(link) == "States to approach")
    assert lines_of(page_of(client.get(tab.get("href"))))


@pytest.mark.parametrize("state", ["", "VAT"], ids=["no State", "an observer"])
def test_only_a_member_is_approached(client: FlaskClient, state: str) -> None:
    results = client.post("/match", data={"text": ISSUE, "state": state}, follow_redirects=False).location
    for address in (results, f"{results}?to=approach"):
        page = page_of(client.get(address))
        assert "States to approach" not in [text_of(link) for link in page.find(".//nav[@class='tabs']").iter("a")]
        assert not lines_of(page)


def test_recommendation_leads_to_the_list(client: FlaskClient, index: SearchIndex) -> None:
    record = index.match(IssueQuestion(ISSUE)).hits[0].record
    page = page_of(client.get(f"/recommendation/{record.id}"))
    address = next(link.get("href") for link in page.iter("a") if text_of(link) == "States to approach")
    assert address == f"/results?state={record.state_under_review}&record={record.id}"
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/find", "/match"])
def test_results_without_a_state_say_what_is_not_indexed(client: FlaskClient, path: str) -> None:
    def said(**chosen: str) -> str:
        response = client.post(path, data={"text": "judges", **chosen}, follow_redirects=True)
        return text_of(page_of(response))

    assert "Not all is indexed: " in said()
    assert "of cycle 4 nothing" in said()
    assert "of cycle 4 nothing" not in said(cycle="2")
