"""Entries by filters alone, at addresses that can be read and shared."""

import pytest

from models.records.records import Label, Origin
from search.datamodel.question import Filters
from tests.web.inspect_page import page_of, parse, text_of
from tests.web.invented_records import recommendation
from tests.web.words_in_files import rows_of_csv


def heading(page: str) -> str:
    return text_of(parse(page).find(".//h1"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "40 recommendations"),
        ("under_review=XAA", "13 recommendations to Vellania"),
        ("under_review=XAA&position=noted", "3 recommendations to Vellania · Noted"),
        ("position=noted&cycle=2", "4 recommendations · Cycle 2 · Noted"),
        ("under_review=XAA&under_review=XBA&position=noted&position=unknown", "20 recommendations to Vellania or"),
        ("recommending=XAB&session=20", "14 recommendations · by Brenmark · 2014 (session 20)"),
        ("kind=commitment", "1 voluntary commitment"),
        ("kind=commitment&under_review=XAA", "1 voluntary commitment of Vellania"),
        ("kind=recommendation&kind=commitment", "41 records"),
        ("action_category=5", "0 recommendations · Specific"),
    ],
)
def test_heading_and_title_say_what_is_listed(client, query, said):
    response = client.get(f"/browse?{query}")
    page = response.get_data(as_text=True)
    assert response.status_code == 200
    assert heading(page).startswith(said)
    assert f"<title>{said}" in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/fr/browse?under_review=XAB&position=noted", "recommandations à Brenmark · Notée"),
        ("/es/browse?under_review=XAB&position=noted", "recomendaciones a Brenmark · Se tomó nota"),
    ],
)
def test_a_heading_has_the_state_in_its_form_and_the_position_after_its_noun(client, address, said):
    assert said in heading(client.get(address).get_data(as_text=True))


def test_filters_reach_the_index_as_they_stand_in_the_address(client, index):
    client.get("/browse?under_review=XAA&cycle=2&position=noted&position=supported&sort=date")
    (listing,) = index.questions
    assert listing.filters == Filters(under_review=("XAA",), cycle=(2,), position=("noted", "supported"))
    assert listing.sort == "date"


def test_without_a_sort_the_order_is_that_of_the_documents(client, index):
    client.get("/browse")
    assert index.questions[0].sort == "paragraph"


@pytest.mark.parametrize(
    ("address", "usual"),
    [
        ("/browse?under_review=vellania", "/browse?under_review=XAA"),
        ("/browse?under_review=XAA&label=&session=&page=", "/browse?under_review=XAA"),
        ("/browse?position=Noted&position=noted", "/browse?position=noted"),
        ("/browse?position=noted&cycle=2&remove=position:noted", "/browse?cycle=2"),
        ("/browse?position=noted&cycle=2&remove=all", "/browse"),
        ("/browse?kind=recommendation&sort=nearness&page=1&layout=cards", "/browse"),
    ],
)
def test_an_address_in_other_words_leads_to_the_usual_one(client, address, usual):
    response = client.get(address)
    assert (response.status_code, response.location) == (303, usual)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("under_review=ZZZ", "State under review: choose a value from the list."),
        ("kind=observation", "Kind: choose a value from the list."),
        ("label=Tarnbridge", "Issue: choose a value from the list."),
        ("action_category=9", "Kind of action: choose a value from the list."),
        ("cycle=two", "Cycle: choose a value from the list."),
        ("session=999999999999", "Working Group session: choose a value from the list."),
        ("session=-1", "Working Group session: choose a value from the list."),
        ("cycle=%00", "Cycle: choose a value from the list."),
    ],
)
def test_a_value_that_no_entry_has_gets_a_sentence_that_does_not_repeat_it(client, query, sentence):
    response = client.get(f"/browse?{query}")
    words = text_of(page_of(response))
    assert response.status_code == 400
    assert sentence in words
    assert "Tarnbridge" not in words


def test_a_filter_of_an_unknown_name_is_said_to_be_left_out(client):
    page = client.get("/browse?positon=noted&text=Tarnbridge").get_data(as_text=True)
    assert heading(page) == "40 recommendations"
    assert "names a filter that does not exist here" in page
    assert "Tarnbridge" not in page
    assert "does not have" not in client.get("/browse?position=noted").get_data(as_text=True)


def test_chips_are_links_to_the_list_without_them(client):
    page = page_of(client.get("/browse?position=noted&cycle=2&sort=date&page=2#results"))
    links = {text_of(link): link.get("href") for link in page.iterfind(".//div[@class='chosen']//a")}
    assert links == {
        "Position: Noted": "/browse?cycle=2&sort=date",
        "Cycle: Cycle 2": "/browse?position=noted&sort=date",
        "Remove all filters": "/browse?sort=date",
    }


def test_filters_are_a_form_whose_address_can_be_read(client):
    page = page_of(client.get("/browse?kind=commitment&sort=date"))
    form = page.find(".//form[@id='search']")
    assert (form.get("action"), form.get("method")) == ("/browse", "get")
    assert [(each.get("name"), each.get("value")) for each in form.iter("input")] == [
        ("kind", "commitment"),
        ("sort", "date"),
    ]


def test_pages_are_links(client):
    page = page_of(client.get("/browse?position=noted&position=supported"))
    following = page.find(".//nav[@class='paging']/a").get("href")
    assert following == "/browse?position=noted&position=supported&page=2#results"
    assert ">11-20 of 20" in client.get(following).get_data(as_text=True)


def test_so_many_stand_on_a_page_as_the_address_says(client):
    assert ">1-30 of 40" in client.get("/browse?per_page=25").get_data(as_text=True)


def test_nothing_is_said_to_be_near_or_exact_where_nothing_was_asked(client):
    page = client.get("/browse").get_data(as_text=True)
    assert "Exact match" not in page
    assert "on the issue" not in page
    assert "Delete this search" not in page
    assert "print what I typed" not in page
    table = page_of(client.get("/browse?layout=table"))
    assert "Match" not in [text_of(head) for head in table.iter("th")]


def test_an_empty_list_says_what_to_do(client):
    page = client.get("/browse?position=noted&action_category=5").get_data(as_text=True)
    assert heading(page) == "0 recommendations · Noted · Specific"
    assert "Remove a filter above." in page


def test_a_label_can_be_given_in_any_case(client_over):
    client = client_over(recommendation(labels=(Label("upr-info", "Right to housing", Origin.SOURCE),)))
    assert client.get("/browse?label=right to housing").location == "/browse?label=Right+to+housing"
    page = client.get("/browse?label=Right to housing").get_data(as_text=True)
    assert heading(page) == "1 recommendation · Right to housing"


def test_files_are_links_and_hold_all_that_is_listed(client):
    page = page_of(client.get("/browse?under_review=XAA&sort=date"))
    links = [link.get("href") for link in page.iterfind(".//p[@class='downloads']/a")]
    assert links[2] == "/browse/download?under_review=XAA&sort=date&format=csv"
    response = client.get(links[2])
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert len(rows_of_csv(response.data)) == 13


@pytest.mark.parametrize("extension", ["exe", "", "CSV"])
def test_a_file_of_no_kind_is_refused(client, extension):
    response = client.get(f"/browse/download?position=noted&format={extension}")
    assert response.status_code == 400
    assert "This request could not be understood." in response.get_data(as_text=True)
