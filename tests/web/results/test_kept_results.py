"""Results at an address of their own: reloaded, paged, deleted, expired."""

from dataclasses import astuple

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.own_forms import without_token
from web.site.settings import Settings

ISSUE = "marriage of girls"
SEARCHES = [("/match", {"text": ISSUE, "state": "XAA"}), ("/find", {"text": "girls OR shelters"})]


def address_of_results(client: FlaskClient, path: str, data: dict[str, str]) -> str:
    response = client.post(path, data=data, follow_redirects=False)
    assert response.status_code == 303
    return response.location


@pytest.mark.parametrize(("path", "data"), SEARCHES)
def test_a_posted_question_leads_to_an_address_without_a_word_of_it(client, path, data):
    address = address_of_results(client, path, data)
    assert address.startswith("/results/")
    assert len(address) == len("/results/") + 55
    assert not [word for word in data["text"].casefold().split() if len(word) > 3 and word in address.casefold()]


@pytest.mark.parametrize(("path", "data"), SEARCHES)
def test_results_can_be_opened_again_and_ask_the_same(client, index, path, data):
    address = address_of_results(client, path, data)
    first, again = client.get(address), client.get(address)
    assert first.status_code == 200
    assert without_token(first.data) == without_token(again.data)
    assert index.questions[0] == index.questions[1]
    assert data["text"] in astuple(index.questions[0])


def test_the_search_is_made_when_the_results_are_opened_not_when_the_question_is_posted(client, index):
    client.post("/match", data={"text": ISSUE}, follow_redirects=False)
    assert index.questions == []


def test_pages_of_results_are_links_that_keep_the_key(index):
    client = site_over(index, Settings(results_per_page=10)).test_client()
    address = address_of_results(client, "/match", {"text": ISSUE})
    page = page_of(client.get(address))
    following = page.find(".//nav[@class='paging']/a").get("href")
    assert following == f"{address}?page=2#results"
    second = client.get(following).get_data(as_text=True)
    assert ">12-16 of" in second
    assert parse(second).find(".//nav[@class='paging']/a").get("href") == f"{address}#results"


def test_the_way_of_showing_is_kept_where_the_question_changes(client):
    data = {"text": ISSUE, "per_page": "50", "layout": "table", "sort": "date"}
    address = address_of_results(client, "/match", data)
    assert address.split("?")[1] == "sort=date&per_page=50&layout=table"
    page = page_of(client.get(address))
    hidden = {each.get("name"): each.get("value") for each in page.iterfind(".//form[@id='search']/input")}
    assert {name: hidden[name] for name in ("per_page", "layout", "sort")} == {
        "per_page": "50",
        "layout": "table",
        "sort": "date",
    }


def test_head_is_answered_as_get_without_a_body(client):
    address = address_of_results(client, "/match", {"text": ISSUE})
    response = client.head(address)
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["Cache-Control"] == "no-store"


def test_results_of_two_tabs_do_not_mix(client):
    girls = address_of_results(client, "/match", {"text": "girls"})
    quarries = address_of_results(client, "/match", {"text": "quarries"})
    for address, words in ((girls, "girls"), (quarries, "quarries"), (girls, "girls")):
        box = page_of(client.get(address)).find(".//textarea[@id='text']")
        assert box.text.strip() == words


@pytest.mark.parametrize("changed", [{"position": "noted"}, {"text": "shelters"}, {"all_own": "1"}])
def test_deleting_a_search_deletes_what_it_was_before_its_filters_changed(client, changed):
    data = {"text": ISSUE, "state": "XAA"}
    first = address_of_results(client, "/match", data)
    search = page_of(client.get(first)).find(".//form[@id='search']/input[@name='search']")
    second = address_of_results(client, "/match", data | changed | {"search": search.get("value")})
    assert client.get(first).status_code == client.get(second).status_code == 200
    form = next(form for form in page_of(client.get(second)).iter("form") if form.get("action").endswith("/delete"))
    assert text_of(form.find("button")) == "Delete this search"
    response = client.post(form.get("action"), follow_redirects=False)
    assert (response.status_code, response.location) == (303, "/results/deleted")
    assert [client.get(address).status_code for address in (first, second)] == [410, 410]


def test_after_deleting_a_page_says_so_and_what_the_browser_remembers(client):
    address = address_of_results(client, "/match", {"text": ISSUE})
    page = client.post(f"{address}/delete").get_data(as_text=True)
    assert "<h1>Your search is deleted</h1>" in page
    assert "your browser remembers the addresses" in page
    assert "Close this tab" in page, "without scripts, browsers show the results from their memory again"
    assert parse(page).find(".//form[@action='/match']") is not None


@pytest.mark.parametrize("path", ["", "?page=2#results"])
def test_results_no_longer_kept_say_so_and_offer_to_begin_again(client, path):
    response = client.get(f"/results/{'a' * 32}.{'b' * 22}{path}")
    page = response.get_data(as_text=True)
    assert response.status_code == 410
    assert "<h1>These results are no longer here</h1>" in page
    assert "A search is kept in the memory of the site alone." in page
    assert "It is kept in" not in page
    assert "for 60 minutes after it was last opened" in page
    assert parse(page).find(".//form[@action='/match']") is not None


@pytest.mark.parametrize("key", ["x", "deleted.", "%00", "a" * 200])
def test_what_is_no_key_is_not_found(client, key):
    assert client.get(f"/results/{key}").status_code == 404


def test_results_end_with_the_site(client):
    address = address_of_results(client, "/match", {"text": ISSUE})
    assert site_over(InventedIndex()).test_client().get(address).status_code == 410


def test_a_question_to_be_mended_is_not_kept(client):
    response = client.post("/match", data={"text": ""}, follow_redirects=False)
    assert response.status_code == 400
