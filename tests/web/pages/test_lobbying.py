"""The pages of States to approach over a real index of invented recommendations."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from search import IssueQuestion, SearchIndex, open_index
from tests.calibrations import LETTERS
from tests.lobbying_index import LABEL, build_lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.own_forms import without_token
from web.words.lobbying_words import EVIDENCE_WORDS

ISSUE = "Let judges visit prisons"
BY_TEXT = {"text": ISSUE, "state": "XAA"}
BY_LABEL = {"label": LABEL, "state": "XAA"}

Post = Callable[..., Element]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build_lobbying_index(tmp_path_factory.mktemp("lobbying") / "index"))


@pytest.fixture
def client(index: SearchIndex) -> FlaskClient:
    return site_over(index).test_client()


@pytest.fixture
def post(client: FlaskClient) -> Post:
    """The page that answers a form."""

    def post(path: str, data: dict[str, object], status: int = 200) -> Element:
        response = client.post(path, data=data)
        assert response.status_code == status
        return parse(response.get_data(as_text=True))

    return post


@pytest.fixture
def get(client: FlaskClient) -> Post:
    """The page at an address."""

    def get(path: str, query: dict[str, object], status: int = 200) -> Element:
        response = client.get(path, query_string=query)
        assert response.status_code == status
        return parse(response.get_data(as_text=True))

    return get


def states_of(page: Element, part: int = 1) -> list[str]:
    """The States of a part of the list, in the order of the page."""
    return [text_of(head) for head in page.findall(f".//section[@id='part-{part}']//li[@class='target']/h3")]


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


def test_form_asks_for_issue_and_state(client: FlaskClient) -> None:
    page = parse(client.get("/lobby").get_data(as_text=True))
    form = page.find(".//form[@id='lobby']")
    assert form is not None
    controls = {control.get("name") for control in form.iter() if control.get("name")}
    assert controls == {"text", "written_in", "label", "state"}
    assert (form.get("action"), form.get("autocomplete")) == ("/lobby", "off")


def test_only_members_can_be_under_review(client: FlaskClient) -> None:
    page = parse(client.get("/lobby").get_data(as_text=True))
    states = {option.get("value") for option in page.findall(".//select[@id='state']/option")}
    assert {"XAA", "XAB", "XBA", "FRA", "SVN"} <= states
    assert not {"VAT", "EUE"} & states


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
@pytest.mark.parametrize("order", ["said", "likely"])
def test_each_state_stands_with_its_words_to_whom_when_and_the_answer(
    post: Post, data: dict[str, str], order: str
) -> None:
    lines = lines_of(post("/lobby", data | {"order": order}))
    assert lines.keys() == {"Brenmark", "Slovenia", "France", "Holy See"}
    assert "Let judges visit prisons (Brenmark, Slovenia);" in lines["Slovenia"]
    assert "recommended to Vellania in 2010 (supported)" in lines["Slovenia"]
    assert "recommended to Upper Tamurin in 2019 (supported)" in lines["France"]


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
@pytest.mark.parametrize("order", ["said", "likely"])
@pytest.mark.parametrize("words", ["asked", "points", "average", "%", "never", "none", "Model wording"])
def test_nothing_is_said_of_what_a_state_asked_or_did_not(
    post: Post, data: dict[str, str], order: str, words: str
) -> None:
    page = post("/lobby", data | {"order": order})
    assert not [line for line in lines_of(page).values() if words in line]


def test_at_most_three_things_are_said_of_a_state(post: Post) -> None:
    line = lines_of(post("/lobby", BY_LABEL))["Brenmark"]
    assert "2 found to Vellania: read them; same regional group; received 1 recommendation from Vellania" in line


def test_the_back_test_stands_with_the_order_that_was_tested_alone(post: Post) -> None:
    assert "precision at ten" not in text_of(post("/lobby", BY_LABEL))
    assert "precision at ten 0.324" in text_of(post("/lobby", BY_LABEL | {"order": "likely"}))


def test_the_two_orders_have_addresses(client: FlaskClient, post: Post) -> None:
    page = post("/lobby", BY_LABEL)
    tabs = {text_of(link): link.get("href") for link in page.find(".//nav[@class='tabs']").iter("a")}
    assert list(tabs) == ["By what they said", "By who is likely to speak"]
    likely = parse(client.get(tabs["By who is likely to speak"]).get_data(as_text=True))
    assert states_of(likely)[0] == "Brenmark"
    assert text_of(likely.find(".//nav[@class='tabs']//a[@aria-current]")) == "By who is likely to speak"


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_a_state_is_struck_out_and_put_back(post: Post, client: FlaskClient, data: dict[str, str]) -> None:
    """Of a list in own words, without a word of them in its address."""
    response = client.post("/lobby", data=data | {"strike": "FRA", "struck": "VAT"}, follow_redirects=False)
    assert "prisons" not in response.location
    page = parse(client.get(response.location).get_data(as_text=True))
    assert lines_of(page).keys() == {"Brenmark", "Slovenia"}
    struck = page.find(".//section[@id='struck']")
    assert {button.get("value") for button in struck.iter("button")} == {"FRA", "VAT"}
    hidden = [each.get("value") for each in page.findall(".//form[@id='lobby-list']/input[@name='struck']")]
    assert set(hidden) == {"FRA", "VAT"}
    page = post("/lobby", data | {"struck": ["VAT", "FRA"], "put_back": "FRA"})
    assert lines_of(page).keys() == {"Brenmark", "Slovenia", "France"}


def test_another_issue_begins_with_no_state_struck_out(post: Post) -> None:
    page = post("/lobby", BY_LABEL | {"strike": "FRA"})
    assert page.find(".//form[@id='lobby']//input[@name='struck']") is None


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_each_number_leads_to_as_many_recommendations(post: Post, client: FlaskClient, data: dict[str, str]) -> None:
    numbers = numbers_of(post("/lobby", data))
    assert len(numbers) > 5
    for address, words in numbers.items():
        answer = client.get(address)
        heading = text_of(parse(answer.get_data(as_text=True)).find(".//h1"))
        assert heading == words, address


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_page_behind_a_number_names_source_and_leads_back(
    post: Post, client: FlaskClient, data: dict[str, str]
) -> None:
    list_page = post("/lobby", data | {"order": "likely"})
    address = next(address for address in numbers_of(list_page) if "behind=XAB:here&" in f"{address}&")
    page = parse(client.get(address).get_data(as_text=True))
    words = text_of(page.find(".//main"))
    assert words.startswith("2 recommendations by Brenmark to Vellania, found on the issue")
    assert "paragraph 100.1, page 14" in words
    (back,) = [address for address, words in links_of(page, "secondary").items() if words == "Back to the list"]
    shown = parse(client.get(back).get_data(as_text=True)).find(".//nav[@class='tabs']//a[@aria-current]")
    assert text_of(shown) == "By who is likely to speak"


@pytest.mark.parametrize(
    ("before", "now"),
    [("here-noted", "2 recommendations by Brenmark to Vellania"), ("specific", "2 recommendations by Brenmark to all")],
)
def test_an_address_of_a_number_that_is_counted_no_longer_leads_to_what_it_was_counted_of(
    get: Post, before: str, now: str
) -> None:
    page = get("/lobby/recommendations", BY_LABEL | {"behind": f"XAB:{before}"})
    assert text_of(page.find(".//h1")).startswith(now)


def test_page_behind_a_number_names_the_state_in_the_language_of_the_page(get: Post) -> None:
    page = get("/es/lobby/recommendations", BY_LABEL | {"behind": "FRA:here"})
    assert "Francia" in text_of(page.find(".//h1"))


def test_pages_behind_a_number(get: Post) -> None:
    page = get("/lobby/recommendations", BY_LABEL | {"behind": "XAB:here", "page": "7"})
    assert "There are no recommendations on this page." in text_of(page.find(".//main"))
    assert links_of(page, "secondary")["/lobby?state=XAA&label=Detention"] == "Back to the list"


def test_a_list_for_a_label_has_an_address_to_read(client: FlaskClient) -> None:
    response = client.post("/lobby", data=BY_LABEL | {"order": "likely", "show": "all"}, follow_redirects=False)
    assert (response.status_code, response.location) == (303, "/lobby?state=XAA&label=Detention&order=likely&show=all")
    assert client.get(response.location).status_code == 200


def test_a_description_that_a_label_goes_before_is_in_no_address(client: FlaskClient) -> None:
    response = client.post("/lobby", data=BY_LABEL | {"text": ISSUE}, follow_redirects=False)
    assert response.location == "/lobby?state=XAA&label=Detention"


def test_a_list_for_chosen_recommendations_has_an_address_to_read(client: FlaskClient) -> None:
    data = {"record": ["XAA-20-100.1-1", "XAA-7-100.1-1"], "state": "XAA"}
    response = client.post("/lobby", data=data, follow_redirects=False)
    assert response.location == "/lobby?state=XAA&record=XAA-20-100.1-1&record=XAA-7-100.1-1"


@pytest.mark.parametrize("more", [{}, {"record": "XAA-7-100.1-1"}], ids=["alone", "with recommendations"])
def test_a_list_for_own_words_has_an_address_without_them(client: FlaskClient, more: dict[str, str]) -> None:
    response = client.post("/lobby", data=BY_TEXT | more | {"order": "likely"}, follow_redirects=False)
    assert response.status_code == 303
    address, _, query = response.location.partition("?")
    assert address.startswith("/results/")
    assert query == "order=likely"
    first, again = client.get(response.location), client.get(response.location)
    assert without_token(first.data) == without_token(again.data)
    page = parse(first.get_data(as_text=True))
    assert text_of(page.find(".//nav//a[@aria-current]")) == "States to approach"
    assert page.find(".//textarea[@id='text']").text.strip() == ISSUE
    assert "Delete this search" in text_of(page)


def test_a_search_is_deleted_with_the_list_that_was_made_from_its_results(client: FlaskClient) -> None:
    results = client.post("/match", data=BY_TEXT, follow_redirects=False).location
    search = parse(client.get(results).get_data(as_text=True)).find(".//input[@name='search']").get("value")
    listed = client.post("/lobby", data=BY_TEXT | {"search": search}, follow_redirects=False).location
    client.post(f"{results}/delete")
    assert [client.get(address).status_code for address in (results, listed)] == [410, 410]


def test_an_address_that_names_too_little_shows_the_form_with_what_it_names(client: FlaskClient) -> None:
    page = parse(client.get("/lobby?state=XBA").get_data(as_text=True))
    assert page.find(".//select[@id='state']/option[@selected]").get("value") == "XBA"
    assert page.find(".//div[@role='alert']") is None
    page = parse(client.get(f"/lobby?label={LABEL}").get_data(as_text=True))
    assert page.find(".//select[@id='label']/option[@selected]").get("value") == LABEL


def test_no_text_is_taken_from_an_address(client: FlaskClient) -> None:
    page = client.get("/lobby?state=XAA&text=Tarnbridge").get_data(as_text=True)
    assert "Tarnbridge" not in page
    assert "Tarnbridge" not in client.get(f"/lobby?state=XAA&label={LABEL}&text=Tarnbridge").get_data(as_text=True)


def test_results_of_another_kind_have_no_such_numbers(client: FlaskClient) -> None:
    results = client.post("/match", data=BY_TEXT, follow_redirects=False).location
    response = client.get(f"{results}/recommendations?behind=XAB:here")
    assert (response.status_code, response.location) == (303, results)


@pytest.mark.parametrize("value", ["", "XAB", "XAB:dragons", "::", ":"])
def test_a_number_that_is_none_shows_what_the_state_was_asked(get: Post, value: str) -> None:
    page = get("/lobby/recommendations", BY_LABEL | {"behind": value})
    assert text_of(page.find(".//h1")).startswith("2 recommendations by any State to Vellania, found on the issue")


def test_number_of_an_unknown_state_is_refused(client: FlaskClient) -> None:
    response = client.get("/lobby/recommendations", query_string=BY_LABEL | {"behind": "QQQ:here"})
    assert response.status_code == 400


def test_an_address_of_a_sorted_list_shows_the_list(get: Post) -> None:
    assert states_of(get("/lobby", BY_LABEL | {"sort": "care"})) == states_of(get("/lobby", BY_LABEL))


def test_words_exist_for_every_kind_of_evidence() -> None:
    from search.datamodel.lobbying import Evidence

    assert set(EVIDENCE_WORDS) == set(Evidence)


def test_question_stays_in_the_form(post: Post) -> None:
    page = post("/lobby", {"text": 'A "quoted" text\n<second> line on prisons', "state": "XBA", "show": "all"})
    assert page.find(".//textarea[@id='text']").text.removeprefix("\n") == 'A "quoted" text\n<second> line on prisons'
    assert page.find(".//select[@id='state']/option[@selected]").get("value") == "XBA"


def test_chosen_recommendations_can_be_unticked(post: Post, get: Post, index: SearchIndex) -> None:
    record = index.match(IssueQuestion(ISSUE)).hits[0].record
    page = post("/lobby", {"record": record.id, "state": "XAA"})
    box = page.find(".//input[@name='record']")
    assert (box.get("value"), box.get("type"), box.get("checked")) == (record.id, "checkbox", "")
    behind = get("/lobby/recommendations", {"record": record.id, "state": "XAA", "behind": ":here"})
    assert links_of(behind, "secondary")[f"/lobby?state=XAA&record={record.id}"] == "Back to the list"


def test_issue_without_a_find_says_so(post: Post, index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = LETTERS.changed("own State", listed=2.0)  # of three recommendations, one always stands out
    snapshots = index._snapshots
    monkeypatch.setattr(snapshots, "_snapshot", replace(snapshots._snapshot, calibration=nothing))
    words = text_of(post("/lobby", {"text": "zzz", "state": "XAA"}).find(".//main"))
    assert "No recommendation on it was found in the documents indexed here." in words
    assert "Indexed here of Vellania: 3 recommendations, from the reviews of" in words


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"state": "XAA"}, "text", "Describe the issue, or choose a label."),
        ({"text": " \x00\u202e", "state": "XAA"}, "text", "Describe the issue, or choose a label."),
        ({"text": "?!… 😀", "state": "XAA"}, "text", "Describe the issue, or choose a label."),
        ({"text": "x" * 10_001, "state": "XAA"}, "text", "Shorten the text to 10,000 characters; it has 10,001."),
        ({"text": ISSUE}, "state", "Choose the State under review."),
        ({"text": ISSUE, "state": "VAT"}, "state", "Choose the State under review."),
        ({"label": "Dragons", "state": "XAA"}, "label", "Choose a label from the list, or none."),
    ],
    ids=["missing", "invisible", "signs alone", "too long", "no State", "an observer", "no label"],
)
@pytest.mark.parametrize("path", ["/lobby", "/lobby/download"])
def test_problem_is_named_beside_the_field(post: Post, path: str, data: dict[str, str], field: str, words: str) -> None:
    page = post(path, data, status=400)
    assert text_of(page.find("./head/title")).startswith("Error: ")
    assert text_of(page.find(".//div[@role='alert']//a")) == words
    assert words in text_of(page.find(f".//p[@id='{field}-error']"))


@pytest.mark.parametrize("path", ["/lobby/recommendations", "/lobby/download"])
def test_answers_have_no_address_of_their_own(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.location) == (303, "/lobby")


def test_results_lead_to_the_list_with_text_and_state(client: FlaskClient) -> None:
    page = parse(client.post("/match", data=BY_TEXT).get_data(as_text=True))
    button = next(button for button in page.iter("button") if button.get("formaction") == "/lobby")
    assert (text_of(button), button.get("form")) == ("States to approach", "search")
    assert len([box for box in page.iter("input") if box.get("name") == "record"]) > 1


def test_recommendation_leads_to_the_list(client: FlaskClient, index: SearchIndex) -> None:
    record = index.match(IssueQuestion(ISSUE)).hits[0].record
    page = parse(client.get(f"/recommendation/{record.id}").get_data(as_text=True))
    form = next(form for form in page.iter("form") if form.get("action") == "/lobby")
    posted = {control.get("name"): control.get("value") for control in form.iter("input")}
    assert posted == {"record": record.id, "state": record.state_under_review}
    assert client.post("/lobby", data=posted).status_code == 200


def test_no_word_of_a_user_is_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(0):
        for path in ("/lobby", "/lobby/download"):
            client.post(path, data={"text": "Tarnbridge prisons", "state": "XAA", "format": "docx"})
    assert "Tarnbridge" not in caplog.text


def test_state_and_label_have_an_address(client: FlaskClient, post: Post) -> None:
    page = parse(client.get(f"/lobby?state=XAA&label={LABEL}").get_data(as_text=True))
    assert text_of(page.find(".//main")) == text_of(post("/lobby", BY_LABEL).find(".//main"))


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("state=XAA", 200, "States to approach on your issue"),
        ("state=XAA&label=Nothing", 400, "Choose a label from the list, or none."),
        (f"state=QQQ&label={LABEL}", 400, "Choose the State under review."),
        (f"label={LABEL}&text=prisons", 200, "States to approach on your issue"),
    ],
    ids=["State alone", "unknown label", "unknown State", "text"],
)
def test_address_fills_in_the_form(client: FlaskClient, query: str, status: int, words: str) -> None:
    response = client.get(f"/lobby?{query}")
    page = parse(response.get_data(as_text=True))
    assert response.status_code == status
    assert words in text_of(page)
    assert text_of(page.find(".//textarea")) == ""
    chosen = [option.get("value") for option in page.iter("option") if option.get("selected") is not None]
    assert ("XAA" in chosen) == ("XAA" in query)


@pytest.mark.parametrize("path", ["/find", "/match"])
def test_results_without_a_state_say_what_is_not_indexed(client: FlaskClient, path: str) -> None:
    def said(**chosen: str) -> str:
        response = client.post(path, data={"text": "judges", **chosen}, follow_redirects=True)
        return text_of(parse(response.get_data(as_text=True)))

    assert "Not all is indexed: " in said()
    assert "of cycle 4 nothing" in said()
    assert "of cycle 4 nothing" not in said(cycle="2")
