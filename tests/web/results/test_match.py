import re
from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from models.records.enums import Position
from models.records.records import ActionCategory, Label, Origin, Place, Sponsor
from search.datamodel.question import Filters, IssueQuestion
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from web.site.settings import Settings

ISSUE = "marriage of girls"
NO_WORD = "There is no word to search for in this text: describe the issue in a sentence or two."


def shown_of(client, to="own", **form):
    """What the tab of a group shows: the names of the tabs, and the titles of the hits."""
    page = page_of(client.post("/match", data={"text": ISSUE, "to": to, **form}))
    tabs = [text_of(tab) for tab in page.iterfind(".//nav[@class='tabs']//a")]
    return tabs, [text_of(title) for title in page.iterfind(".//li[@value]//h3")]


def fields_of(page: str) -> dict[str, str]:
    """What a browser would post with the form as it stands."""
    tree = parse(page)
    return {
        "text": tree.find(".//textarea[@id='text']").text.removeprefix("\n"),
        "state": tree.find(".//select[@id='state']/option[@selected]").get("value"),
    }


def test_the_own_state_is_shown_first_and_others_in_a_tab(client):
    tabs, titles = shown_of(client, state="XAA")
    every = ["Vellania 5", "Other States 11", "States to approach", "What was reported", "Treaty bodies 1"]
    assert tabs == every
    assert len(titles) == 4, "two of the same words and position are one line"
    assert all(title.startswith("Vellania 20") for title in titles)
    tabs, titles = shown_of(client, state="XAA", to="others")
    assert tabs == every
    assert len(titles) == 10
    assert not any(title.startswith("Vellania 20") for title in titles)


@pytest.fixture
def paged(index):
    """A client of a site that shows five lines on a page."""
    return site_over(index, Settings(results_per_page=5)).test_client()


def test_filters_and_pages_of_a_tab_are_of_its_group(paged):
    page = page_of(paged.post("/match", data={"text": ISSUE, "state": "XAA"}))
    assert page.find(".//input[@name='under_review']") is None, "there is one State to choose from"
    page = page_of(paged.post("/match", data={"text": ISSUE, "state": "XAA", "to": "others"}))
    labels = [label for label in page.iter("label") if label.find("input[@name='under_review']") is not None]
    counts = [int(text_of(label).split()[-1]) for label in labels]
    assert sum(counts) == 11
    assert text_of(page.find(".//nav[@class='paging']/p")) == "Page 1 of 2"


def test_without_own_state_there_is_one_group(client):
    tabs, titles = shown_of(client)
    assert tabs == ["All States 16", "What was reported", "Treaty bodies"]
    assert len(titles) == 10


def test_hit_names_all_that_a_citation_needs(client_over):
    record = recommendation(text="Open shelters for girls")
    page = client_over(record).post("/match", data={"text": "girls", "state": "XAA"}).get_data(as_text=True)
    item = text_of(parse(page).find(".//li[@class='hit supported']"))
    assert "Vellania 2014 · Brenmark and Tamurin, paragraph 115.1" in item
    assert "Supported" in item
    assert item.count("Open shelters for girls") == 1
    assert "Open shelters for girls (Brenmark, Tamurin);" in item
    cited = "Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.1, page 14 (Brenmark, Union of Tamurin)"
    assert text_of(parse(page).find(".//span[@class='cite-line']")) == cited, "recommending States as printed"
    assert "On the issue, words in common: girls" in item
    assert "Invented sample" in item
    assert 'href="/recommendation/XAA-20-115.1-1"' in page


def test_near_identical_ones_stand_in_one_line_each_with_its_citation(client_over):
    records = [
        recommendation(paragraph="115.1"),
        recommendation(paragraph="115.2", sponsors=(Sponsor("XCB", "Sainte-Ormée"), Sponsor("XAB", "Brenmark"))),
        recommendation(paragraph="115.3", position=Position.NOTED),
    ]
    page = client_over(*records).post("/match", data={"text": "girls"}).get_data(as_text=True)
    assert "1-3 of 3 recommendations" in page
    first, last, *_ = parse(page).findall(".//ol[@class='hits']/li")
    assert (first.get("value"), last.get("value")) == ("1", "3")
    assert "1 more in nearly the same words" in text_of(first.find(".//p[@class='chips']"))
    members = first.find(".//details/details")
    assert text_of(members.find("summary")) == "3 States, 1 more in nearly the same words"
    assert [text_of(member.find("p")) for member in members.findall(".//li")] == [
        "A/HRC/920/1, paragraph 115.1, page 14 (opens in a new tab). Made by Brenmark, the Union of Tamurin.",
        "A/HRC/920/1, paragraph 115.2, page 14 (opens in a new tab). Made by Sainte-Ormée, Brenmark.",
    ]
    assert [member.find(".//a").get("href") for member in members.findall(".//li")] == [
        "/recommendation/XAA-20-115.1-1",
        "/recommendation/XAA-20-115.2-1",
    ]
    assert last.find(".//details/details") is None


def test_of_several_asks_the_one_that_was_found_stands_out(client_over):
    quoted = "Plant oaks (Brenmark); open shelters for girls (Tamurin);"
    record = recommendation(text="open shelters for girls", quoted=quoted, sponsors=(Sponsor("XBA", "Tamurin"),))
    page = client_over(record).post("/match", data={"text": "girls"}).get_data(as_text=True)
    quote = parse(page).find(".//blockquote/p")
    assert text_of(quote) == quoted
    assert [text_of(rest) for rest in quote.findall("span[@class='rest']")] == ["Plant oaks (Brenmark);", ";"]
    assert "Request found in it: open shelters for girls (Tamurin)" in text_of(parse(page))


def test_words_in_common_are_marked(client):
    page = client.post("/match", data={"text": ISSUE}).get_data(as_text=True)
    assert "<mark>girls</mark>" in page


def test_range_follows_the_page(paged):
    first = paged.post("/match", data={"text": ISSUE}).get_data(as_text=True)
    last = paged.post("/match", data={"text": ISSUE, "page": "3"}).get_data(as_text=True)
    assert "1-6 of 16 recommendations" in first, "in five lines"
    assert "12-16 of 16 recommendations" in last
    assert "Page 3 of 3" in last


@pytest.mark.parametrize(("page", "lines"), [("x", "1-6"), ("4", "12-16")], ids=["no number", "after the last"])
def test_page_that_is_not_there_is_the_first_or_the_last(paged, page, lines):
    assert f">{lines} of" in paged.post("/match", data={"text": ISSUE, "page": page}).get_data(as_text=True)


def test_paging_and_filters_keep_text_and_state(client):
    data = {"text": 'A "quoted" text\n<second> line', "state": "XBA"}
    page = client.post("/match", data=data).get_data(as_text=True)
    assert fields_of(page) == data
    page = client.post("/match", data=data | {"position": "noted", "page": "2"}).get_data(as_text=True)
    assert fields_of(page) == data


def test_text_that_begins_with_a_line_break_comes_back_whole(client):
    page = client.post("/match", data={"text": "\n\n girls", "state": "XAA"}).get_data(as_text=True)
    assert fields_of(page)["text"] == "girls"


def test_every_control_of_the_results_belongs_to_the_form(client):
    page = page_of(client.post("/match", data={"text": ISSUE, "position": "noted"}))
    inside = {id(element) for form in page.iter("form") for element in form.iter()}
    inside |= {id(element) for element in page.find(".//details[@id='link-to-search']").iter()}
    for control in page.iter():
        asks = control.tag in ("input", "select", "button", "textarea") and control.get("type") != "button"
        if asks and control.get("id") != "print-question":
            assert id(control) in inside or control.get("form") in ("search", "own-list")


def test_filters_narrow_and_show_as_chips(client, index):
    data = MultiDict([("text", ISSUE), ("position", "noted"), ("position", "supported"), ("cycle", "2")])
    page = client.post("/match", data=data).get_data(as_text=True)
    assert index.questions[-1].filters == Filters(position=("noted", "supported"), cycle=(2,))
    tree = parse(page)
    chips = [button.get("aria-label") for button in tree.iter("button") if button.get("class") == "chosen-filter"]
    assert chips == [
        "Remove the filter Position: Noted",
        "Remove the filter Position: Supported",
        "Remove the filter Cycle: Cycle 2",
    ]
    checked = [box.get("value") for box in tree.iter("input") if box.get("checked") is not None]
    assert checked == ["recommendation", "supported", "noted", "2"]


@pytest.mark.parametrize(
    ("remove", "left"),
    [
        ("position:noted", Filters(cycle=(2,))),
        ("cycle:2", Filters(position=("noted",))),
        ("all", Filters()),
        ("position:supported", Filters(position=("noted",), cycle=(2,))),
        ("nonsense", Filters(position=("noted",), cycle=(2,))),
    ],
)
def test_chip_removes_its_filter(client, index, remove, left):
    client.post("/match", data={"text": ISSUE, "position": "noted", "cycle": "2", "remove": remove})
    assert index.questions[-1].filters == left


def test_blank_choice_of_a_list_is_no_filter(client, index):
    client.post("/match", data=MultiDict([("text", ISSUE), ("session", ""), ("session", "20")]))
    assert index.questions[-1].filters == Filters(session=(20,))


def test_issues_and_kinds_of_action_narrow_the_result(client_over):
    records = [
        recommendation(
            paragraph=f"115.{category}",
            labels=(Label("upr-info", issue, Origin.CLASSIFIER, 0.9),),
            action=ActionCategory(category, Origin.CLASSIFIER, "open"),
        )
        for category, issue in ((5, "Right to housing"), (4, "Women's rights"))
    ]
    client = client_over(*records)
    page = page_of(client.post("/match", data={"text": "girls"}))
    choices = {
        text_of(group.find("legend")): text_of(group.find("ul"))
        for group in page.iterfind(".//fieldset[@class='filter']")
    }
    assert choices["Issue"] == "Right to housing 1 Women's rights 1"
    assert choices["Kind of action"] == "General 1 Specific 1"
    chosen = {"text": "girls", "label": "Women's rights", "action_category": "4"}
    page = client.post("/match", data=chosen).get_data(as_text=True)
    assert ">1-1 of 1 recommendation<" in page
    assert "Kind of action: General</button>" in page


def test_themes_and_affected_persons_narrow_the_result_where_there_are_any(client, client_over):
    assert "(UHRI)" not in client.post("/match", data={"text": "girls"}).get_data(as_text=True)
    records = [
        recommendation(
            paragraph=f"115.{number}",
            labels=(Label("uhri", theme, Origin.SOURCE), Label("uhri-persons", persons, Origin.SOURCE)),
        )
        for number, theme, persons in ((1, "Right to health", "Girls"), (2, "Right to life", "Older persons"))
    ]
    client = client_over(*records)
    page = page_of(client.post("/match", data={"text": "girls"}))
    choices = {
        text_of(group.find("legend")): text_of(group.find("ul"))
        for group in page.iterfind(".//fieldset[@class='filter']")
    }
    assert choices["Theme (UHRI)"] == "Right to health 1 Right to life 1"
    assert choices["Affected persons (UHRI)"] == "Girls 1 Older persons 1"
    page = client.post("/match", data={"text": "girls", "persons": "Older persons"}).get_data(as_text=True)
    assert "1-1 of 1 recommendation" in page
    assert "Affected persons (UHRI): Older persons</button>" in page


def test_chosen_value_stays_to_be_unchosen_where_nothing_is_left(client):
    page = client.post("/match", data={"text": "zzz", "position": "noted"}).get_data(as_text=True)
    assert "Nothing found" in page
    assert "Remove the filter" in page
    assert "Remove a filter above." in page


def test_many_values_go_into_a_list_to_choose_from(client_over):
    records = [recommendation(session=session, paragraph=f"{session}.1") for session in range(1, 13)]
    page = page_of(client_over(*records).post("/match", data={"text": "girls"}))
    boxes = [box.get("value") for box in page.iter("input") if box.get("name") == "session"]
    options = [option.get("value") for option in page.find(".//select[@id='more-session']")]
    assert boxes == ["1", "2", "3", "4", "5", "6"]
    assert options == ["", "7", "8", "9", "10", "11", "12"], "in the order of numbers, not of letters"


UNRELATED = ("Plant oaks", "Fly kites", "Buy buoys")


def test_nothing_for_the_own_state_says_what_was_searched(client_over):
    records = [
        recommendation(text="Open shelters for girls"),
        *(recommendation("XAB", 7, f"1.{number}", text) for number, text in enumerate(UNRELATED, 1)),
    ]
    page = client_over(*records).post("/match", data={"text": "girls", "state": "XAB"}).get_data(as_text=True)
    words = text_of(parse(page).find(".//main"))
    assert (
        "No recommendation on this found in the reviews of Brenmark. Searched: 2010 (session 7). "
        "Documents indexed: A/HRC/907/2, A/HRC/907/2/Add.1." in words
    )
    assert "Possibly related, by meaning" in words
    assert "Other States 1" in words


def test_nothing_in_reviews_known_from_tables_says_so(client_over):
    table = Place("UPR Info", None, None)
    records = [recommendation("XAB", 7, None, text, place=table) for text in UNRELATED]
    records.append(recommendation("XBA", 7, None, "Dig wells", place=table))
    asked = {"text": "girls", "state": "XAB"}
    page = client_over(recommendation(), *records).post("/match", data=asked).get_data(as_text=True)
    assert "Known from a table, no document indexed: 2010 (session 7)." in page
    assert "Documents indexed" not in page


def test_a_table_beside_documents_is_said_to_be_of_its_review_alone(client_over):
    table = Place("UPR Info", None, None)
    records = [recommendation("XAB", 20, None, text, place=table) for text in UNRELATED]
    records.append(recommendation("XAB", 7, "1.1", "Dig wells"))
    asked = {"text": "girls", "state": "XAB"}
    page = client_over(recommendation(), *records).post("/match", data=asked).get_data(as_text=True)
    assert (
        "Searched: 2010 (session 7), 2014 (session 20). Documents indexed: A/HRC/907/2, A/HRC/907/2/Add.1. "
        "Known from a table, no document indexed: 2014 (session 20)." in text_of(parse(page).find(".//main"))
    )


@pytest.mark.parametrize(
    ("strengths", "heading", "tab"),
    [
        ({"strong": 1, "likely": 2, "possible": 0}, "3 recommendations to Vellania", "Vellania 3"),
        ({"strong": 1, "likely": 1, "possible": 1}, "2 recommendations to Vellania; 1 perhaps", "Vellania 2"),
        ({"strong": 0, "likely": 0, "possible": 3}, "No clear match; 3 perhaps", "Vellania 3 perhaps"),
        ({"unrated": 3}, "3 recommendations to Vellania", "Vellania 3"),
    ],
    ids=["sure", "some perhaps", "none is sure", "not rated"],
)
def test_the_list_of_the_own_state_says_how_sure_it_is_and_never_that_it_is_complete(
    client, index, monkeypatch, strengths, heading, tab
):
    answer = replace(index.match(IssueQuestion("shelters", own_state="XAA")), own_strengths=strengths)
    monkeypatch.setattr(index, "match", lambda *_arguments, **_options: answer)
    page = page_of(client.post("/match", data={"text": "shelters", "state": "XAA"}))
    assert text_of(page.find(".//h1")) == heading
    assert text_of(page.find(".//nav[@class='tabs']//a")).startswith(tab)
    assert "The list may miss some: look through all 13" in text_of(page)
    assert ("how sure they are is not known" in text_of(page)) == ("unrated" in strengths)


def test_what_is_perhaps_on_the_issue_is_folded_behind_what_is_surer(client, index, monkeypatch):
    answer = index.match(IssueQuestion("shelters", own_state="XAA", group="own"))
    first, *others = answer.hits
    hits = (first, *(replace(hit, strength="possible") for hit in others))
    strengths = {"strong": 1, "likely": 0, "possible": len(others)}
    monkeypatch.setattr(index, "match", lambda *_, **__: replace(answer, hits=hits, own_strengths=strengths))
    page = page_of(client.post("/match", data={"text": "shelters", "state": "XAA"}))
    folded = page.find(".//details[@class='more perhaps']")
    assert text_of(folded.find("summary")) == f"Perhaps on the issue {len(others)}"
    assert len(folded.findall(".//li[@value]")) == len(others)
    assert len(page.findall(".//section[@class='group']/ol/li[@value]")) == 1


def test_what_is_perhaps_on_the_issue_is_not_folded_where_nothing_is_surer(client, index, monkeypatch):
    answer = index.match(IssueQuestion("shelters", own_state="XAA", group="own"))
    hits = tuple(replace(hit, strength="possible") for hit in answer.hits)
    monkeypatch.setattr(index, "match", lambda *_, **__: replace(answer, hits=hits))
    page = page_of(client.post("/match", data={"text": "shelters", "state": "XAA"}))
    assert page.find(".//details[@class='more perhaps']") is None
    assert len(page.findall(".//section[@class='group']/ol/li[@value]")) == len(hits)


def test_one_press_shows_the_rest_of_the_own_state_on_a_page_that_says_so(client):
    page = page_of(client.post("/match", data={"text": "shelters", "state": "XAA"}))
    at_the_top, button = page.findall(".//button[@name='all_own']")
    assert text_of(at_the_top) == "look through all 13"
    assert text_of(button) == "Show all 13"
    everything = MultiDict([("text", "shelters"), ("state", "XAA"), ("all_own", button.get("value"))])
    whole = page_of(client.post("/match", data=everything))
    assert text_of(whole.find(".//h1")) == "13 recommendations to Vellania"
    assert "1-12 of 13 recommendations" in text_of(whole)
    assert text_of(whole.find(".//h3[@class='rest-begins']")) == "Not found on your issue: all else, the nearest first"
    assert whole.find(".//input[@name='all_own']").get("value") == "1", "the next page goes on with the rest"
    assert "may miss some" not in text_of(whole)
    back = whole.find(".//button[@name='all_own']")
    assert text_of(back) == "Only those found on your issue: 3"
    everything.add("all_own", back.get("value"))
    found = page_of(client.post("/match", data=everything))
    assert text_of(found.find(".//h1")) == "3 recommendations to Vellania"


def test_nothing_at_all_gives_next_steps(client):
    page = client.post("/match", data={"text": "zzz"}).get_data(as_text=True)
    assert "Nothing found" in page
    assert "What you can do" in page
    assert "keyword search" in page
    assert re.search(r"\d-\d+</strong> of", page) is None


def test_results_without_text_lead_to_the_start(client):
    response = client.get("/match")
    assert response.status_code == 303
    assert response.location == "/"


@pytest.mark.parametrize(
    ("strengths", "heading"),
    [
        ({"strong": 6, "likely": 0, "possible": 0}, "6 recommendations"),
        ({"strong": 1, "likely": 0, "possible": 0}, "1 recommendation"),
        ({"strong": 1, "likely": 3, "possible": 2}, "4 recommendations; 2 perhaps"),
        ({"strong": 0, "likely": 0, "possible": 2}, "No clear match; 2 perhaps"),
    ],
    ids=["strong ones only", "one alone", "of each strength", "none is sure"],
)
def test_what_is_only_perhaps_on_the_issue_is_counted_apart(client, index, monkeypatch, strengths, heading):
    answer = replace(index.match(IssueQuestion("shelters")), strengths=strengths, total=sum(strengths.values()))
    monkeypatch.setattr(index, "match", lambda *_arguments, **_options: answer)
    page = page_of(client.post("/match", data={"text": "shelters"}))
    assert text_of(page.find(".//h1")) == heading
    assert text_of(page.find("./head/title")) == f"{heading} - UPR Follow-up"


def test_what_a_symbol_stands_for_is_found_and_not_likely(client, index, monkeypatch):
    answer = replace(index.match(IssueQuestion("shelters")), strengths={})
    monkeypatch.setattr(index, "match", lambda *_arguments, **_options: answer)
    page = page_of(client.post("/match", data={"text": "A/HRC/7/1"}))
    assert text_of(page.find(".//h1")) == "8 recommendations"


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({}, "text", NO_WORD),
        ({"text": " \n\t "}, "text", NO_WORD),
        ({"text": "\x00\u202e"}, "text", NO_WORD),
        ({"text": "?!… 😀"}, "text", NO_WORD),
        ({"text": "x" * 10_001}, "text", "Shorten the text to 10,000 characters; it has 10,001."),
        ({"text": ISSUE, "state": "QQQ"}, "state", "State under review: choose a value from the list."),
    ],
    ids=["missing", "blank", "invisible", "signs alone", "too long", "unknown State"],
)
def test_problem_is_named_beside_the_field_and_above_the_form(client, data, field, words):
    response = client.post("/match", data=data)
    page = page_of(response)
    assert response.status_code == 400
    assert text_of(page.find("./head/title")).startswith("Error: ")
    summary = page.find(".//div[@role='alert']//a")
    assert (summary.get("href"), text_of(summary)) == (f"#{field}", words)
    control = page.find(f".//*[@id='{field}']")
    assert control.get("aria-invalid") == "true"
    assert f"{field}-error" in control.get("aria-describedby")
    assert words in text_of(page.find(f".//p[@id='{field}-error']"))


def test_rejected_text_is_given_back(client):
    page = page_of(client.post("/match", data={"text": ISSUE, "state": "QQQ"}))
    assert page.find(".//textarea").text.strip() == ISSUE


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"words_in_common": ("girls",)}, "On the issue, words in common: girls"),
        ({"words_in_common": (), "by_meaning": True}, "On the issue, by meaning"),
        ({"words_in_common": (), "by_meaning": False}, "On the issue"),
        (
            {"labels_in_common": ("Marriage", "Girls")},
            "On the issue, words in common: girls, issues in common: Marriage, Girls",
        ),
    ],
    ids=["words", "meaning", "fields", "labels"],
)
def test_why_it_was_found_stands_beside_how_surely(monkeypatch, more, words):
    index = InventedIndex([recommendation()])
    answer = index.match(IssueQuestion("girls"))
    told = replace(answer, hits=(replace(answer.hits[0], **more),))
    monkeypatch.setattr(index, "match", lambda *_arguments, **_options: told)
    page = site_over(index).test_client().post("/match", data={"text": "girls"}).get_data(as_text=True)
    assert text_of(parse(page).find(".//p[@class='strength']")) == words


def test_text_in_a_right_to_left_script_keeps_its_direction(client):
    page = page_of(client.post("/match", data={"text": "تزويج الفتيات girls"}))
    assert page.find(".//textarea[@id='text']").get("dir") == "auto"


def test_paragraph_whose_requests_share_words_says_whose_this_is(client_over):
    record = recommendation(text="Open shelters for girls", quoted="Build/open shelters for girls;", composed=True)
    page = client_over(record).post("/match", data={"text": "girls"}).get_data(as_text=True)
    item = text_of(parse(page).find(".//li[@class='hit supported']"))
    assert "(Brenmark, Union of Tamurin)" in item
    assert "Open shelters" not in item
