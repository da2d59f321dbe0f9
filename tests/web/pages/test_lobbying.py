"""The lobbying pages over a real index of invented recommendations."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from search import IssueQuestion, SearchIndex, open_index
from search.lobbying.rank import TERMS
from tests.calibrations import LETTERS
from tests.lobbying_index import LABEL, build_lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.own_forms import without_token
from web.views.lobbying_table import SORTS
from web.words.lobbying_words import EVIDENCE_WORDS, TERM_WORDS

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


def rows_of(page: Element, section: str) -> list[str]:
    """The States of a table, in the order of the page."""
    heads = page.findall(f".//section[@id='{section}']//tbody/tr/th")
    return [(head.text or "").strip() for head in heads]


def links_of(page: Element, kind: str) -> dict[str, str]:
    """Words of each link of a class, by its address."""
    return {link.get("href", ""): text_of(link) for link in page.iter("a") if link.get("class") == kind}


def test_form_asks_for_issue_and_state(client: FlaskClient) -> None:
    page = parse(client.get("/lobby").get_data(as_text=True))
    form = page.find(".//form[@id='lobby']")
    assert form is not None
    controls = {control.get("name") for control in form.iter() if control.get("name")}
    assert controls == {"text", "written_in", "label", "state", "sort"}
    assert (form.get("action"), form.get("autocomplete")) == ("/lobby", "off")


def test_only_members_can_be_under_review(client: FlaskClient) -> None:
    page = parse(client.get("/lobby").get_data(as_text=True))
    states = {option.get("value") for option in page.findall(".//select[@id='state']/option")}
    assert {"XAA", "XAB", "XBA", "FRA", "SVN"} <= states
    assert not {"VAT", "EUE"} & states


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_two_lists_stand_apart(post: Post, data: dict[str, str]) -> None:
    page = post("/lobby", data)
    assert set(rows_of(page, "asked")) == {"Brenmark", "Slovenia"}
    assert set(rows_of(page, "prospects")) == {"France", "Holy See"}
    assert "Vellania" not in rows_of(page, "asked") + rows_of(page, "prospects")


def test_a_row_says_when_how_often_and_how_states_responded(post: Post) -> None:
    page = post("/lobby", BY_LABEL)
    words = next(text_of(row) for row in page.iter("tr") if text_of(row).split()[1] == "Brenmark")
    assert "same region" in words
    assert "Oct – Nov 2014 (session 20) cycles 1, 2" in words
    assert "1 supported, 1 noted" in words


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_of_potential_supporters_it_is_said_among_how_many_none_was_found(post: Post, data: dict[str, str]) -> None:
    page = post("/lobby", data)
    words = text_of(page.find(".//section[@id='prospects']"))
    assert "none found on this issue among 1" in words
    assert "no recommendation to Vellania is indexed" in words
    assert "never" not in text_of(page.find(".//main")).lower()


def test_places_have_no_gaps(post: Post) -> None:
    page = post("/lobby", BY_LABEL)
    for section in ("asked", "prospects"):
        rows = page.findall(f".//section[@id='{section}']//tbody/tr")
        assert [text_of(row).split()[0] for row in rows] == ["1", "2"]


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_each_number_leads_to_as_many_recommendations(post: Post, client: FlaskClient, data: dict[str, str]) -> None:
    page = post("/lobby", data)
    behind = links_of(page, "behind")
    assert len(behind) > 20
    for address, words in behind.items():
        answer = client.get(address)
        heading = text_of(parse(answer.get_data(as_text=True)).find(".//h1"))
        assert heading.split()[0] == words.split()[0], address


@pytest.mark.parametrize("data", [BY_TEXT, BY_LABEL], ids=["text", "label"])
def test_page_behind_a_number_names_source_and_leads_back(
    post: Post, client: FlaskClient, data: dict[str, str]
) -> None:
    list_page = post("/lobby", data | {"sort": "care"})
    address = next(address for address in links_of(list_page, "behind") if "behind=XAB:here&" in f"{address}&")
    page = parse(client.get(address).get_data(as_text=True))
    words = text_of(page.find(".//main"))
    assert words.startswith("2 recommendations by Brenmark to Vellania on the issue")
    assert "paragraph 100.1, page 14" in words
    (back,) = [address for address, words in links_of(page, "secondary").items() if words == "Back to the list"]
    sorted_head = parse(client.get(back).get_data(as_text=True)).find(".//section[@id='asked']//th[@aria-sort]")
    assert text_of(sorted_head) == "Share of its recommendations"


def test_page_behind_a_number_names_the_state_in_the_language_of_the_page(get: Post) -> None:
    page = get("/es/lobby/recommendations", BY_LABEL | {"behind": "FRA:here"})
    assert "Francia" in text_of(page.find(".//h1"))


def test_pages_behind_a_number(get: Post) -> None:
    page = get("/lobby/recommendations", BY_LABEL | {"behind": "XAB:here", "page": "7"})
    assert "There are no recommendations on this page." in text_of(page.find(".//main"))
    assert links_of(page, "secondary")["/lobby?state=XAA&label=Detention"] == "Back to the list"


def test_a_list_for_a_label_has_an_address_to_read(client: FlaskClient) -> None:
    response = client.post("/lobby", data=BY_LABEL | {"sort": "name", "show": "all"}, follow_redirects=False)
    assert (response.status_code, response.location) == (303, "/lobby?state=XAA&label=Detention&sort=name&show=all")
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
    response = client.post("/lobby", data=BY_TEXT | more | {"sort": "name"}, follow_redirects=False)
    assert response.status_code == 303
    address, _, query = response.location.partition("?")
    assert address.startswith("/results/")
    assert query == "sort=name"
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
    assert text_of(page.find(".//h1")).startswith("2 recommendations by any State to Vellania on the issue")


def test_number_of_an_unknown_state_is_refused(client: FlaskClient) -> None:
    response = client.get("/lobby/recommendations", query_string=BY_LABEL | {"behind": "QQQ:here"})
    assert response.status_code == 400


@pytest.mark.parametrize("sort", SORTS)
def test_each_column_sorts_without_a_script(post: Post, sort: str) -> None:
    page = post("/lobby", BY_LABEL | {"sort": sort})
    (sorted_head,) = page.findall(".//section[@id='asked']//th[@aria-sort]")
    wanted = "" if sort == "promise" else f"&sort={sort}"
    assert sorted_head.find("./a").get("href") == f"/lobby?state=XAA&label=Detention{wanted}#asked"


def test_sorting_by_name_and_by_number(post: Post) -> None:
    assert rows_of(post("/lobby", BY_LABEL | {"sort": "name"}), "asked") == ["Brenmark", "Slovenia"]
    assert rows_of(post("/lobby", BY_LABEL | {"sort": "others"}), "prospects")[0] == "France"
    assert rows_of(post("/lobby", BY_LABEL | {"sort": "last_here"}), "asked") == ["Brenmark", "Slovenia"]


def test_button_pressed_goes_before_the_hidden_sort(client: FlaskClient) -> None:
    page = client.post("/lobby", data=BY_LABEL | {"sort": ["name", "care"]}).get_data(as_text=True)
    assert '<input type="hidden" name="sort" value="care">' in page


def test_formula_stands_on_the_page_with_every_term(post: Post) -> None:
    words = text_of(post("/lobby", BY_LABEL).find(".//section[@id='formula']"))
    for name, term in TERMS.items():
        assert TERM_WORDS[name].name % {"state": "Vellania"} in words
        assert f"Points: {term.points:g} " in words


def test_words_exist_for_every_kind_of_evidence() -> None:
    from search.datamodel.lobbying import Evidence

    assert set(EVIDENCE_WORDS) == set(Evidence)


def test_model_wording_is_quoted_with_its_source(post: Post) -> None:
    words = text_of(post("/lobby", BY_LABEL).find(".//section[@id='wording']"))
    assert "Let judges visit prisons of the north (France, Holy See" in words
    assert "Supported" in words
    assert "Specific action" in words
    assert "paragraph 100.1, page 14" in words
    assert "of the south" not in words, "it was noted"


def test_question_stays_in_the_form(post: Post) -> None:
    page = post("/lobby", {"text": 'A "quoted" text\n<second> line on prisons', "state": "XBA", "show": "all"})
    assert page.find(".//textarea[@id='text']").text.removeprefix("\n") == 'A "quoted" text\n<second> line on prisons'
    assert page.find(".//select[@id='state']/option[@selected]").get("value") == "XBA"
    assert page.find(".//input[@name='show']").get("value") == "all"


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
    assert "0 recommendations on the issue found" in words
    assert "Indexed here of Vellania: 3 recommendations, from the reviews of" in words
    assert "None found on this issue among these." in words
    assert "No recommendation on it that another State supported was found." in words


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
