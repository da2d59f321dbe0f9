"""Follow-up plans on pages: made of a list, put in order, kept under an address that nobody can guess, deleted."""

import io
import logging
from dataclasses import replace

import openpyxl
import pytest

from tests.web.conftest import site_over
from tests.web.inspect_page import main_of, page_of, text_of, words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import MOVED, MOVED_TO, OBSERVATION, PLEDGE, REPORTED, recommendation
from tests.web.own_forms import FROM_HERE, send, token_of
from tests.web.plans.plan_site import (
    CHOSEN,
    FIRST,
    SECOND,
    TITLE,
    form_of,
    item_addresses,
    kept,
    made,
    names,
    plan_client,
    store_of,
)
from web.site.settings import Settings


def test_a_plan_is_made_of_a_list_in_its_order(client):
    address = made(client)
    plan = kept(client, address).plan
    assert (plan.title, plan.state, plan.index_date) == (TITLE, "XAA", "2026-11-24")
    assert [item.id for item in plan.items] == [FIRST, SECOND, PLEDGE.id, OBSERVATION.id, REPORTED.id]
    words = words_of(client.get(address))
    assert "Follow-up plan, Vellania" in words
    assert "1. Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.1, page 14" in words
    assert "Enact a law on shelters for girls who flee a marriage and train the police" in words


@pytest.mark.parametrize(("items", "are_open"), [(6, True), (7, False)])
def test_a_plan_of_many_items_folds_what_is_planned(tmp_path, items, are_open):
    """Ten items took more than five screens."""
    oaks = [recommendation(paragraph=f"115.{number}", text=f"Plant oak {number}") for number in range(1, items + 1)]
    client = plan_client(tmp_path, InventedIndex(oaks))
    page = main_of(client.get(made(client, " ".join(record.id for record in oaks))))
    folds = page.findall(".//article//details")
    assert [fold.get("open") is not None for fold in folds] == [are_open] * items


def test_nothing_is_filled_in_by_the_program(client):
    words = words_of(client.get(made(client, FIRST)))
    assert "Indicators, Type of action, Actors, Timetable, Milestones, Cost and means, Partners, Status, " in words


def test_what_is_not_filled_in_is_listed_with_the_commas_of_the_language(client):
    words = words_of(client.get(f"/ar{made(client, FIRST)}"))
    assert "المؤشرات، نوع الإجراء، " in words


def test_the_address_of_a_plan_cannot_be_guessed_and_is_listed_nowhere(client):
    address = made(client)
    assert len(address.removeprefix("/plan/")) == 43
    for path in ("/", "/list", "/plans"):
        assert address not in client.get(path).get_data(as_text=True)
    for page in (address, f"{address}?news=1", f"{address}/delete", f"{address}/settings", f"{address}/plan.xlsx"):
        response = client.get(page)
        assert "noindex" in response.headers["X-Robots-Tag"], page
        assert response.headers["Cache-Control"] == "no-store", page
        assert response.headers["Referrer-Policy"] == "same-origin", page


@pytest.mark.parametrize("key", ["x", "a" * 43, "../../etc/passwd", "%00"])
def test_another_key_opens_nothing(client, key):
    made(client)
    for page in ("", "/news", "/settings", "/delete", "/plan.xlsx", "/plan.json", "/item/x"):
        response = client.get(f"/plan/{key}{page}", follow_redirects=True)
        assert response.status_code == 404, page
        assert TITLE not in response.get_data(as_text=True)


def test_no_word_of_a_plan_is_in_an_address_a_title_a_header_or_a_log(client, caplog):
    with caplog.at_level(logging.DEBUG):
        address = made(client)
        send(client, f"{address}/settings", {"title": f"{TITLE} again", "title_before": TITLE, "state": "XAA"})
        pages = [address, *item_addresses(client, address), f"{address}/settings", f"{address}/papers"]
        for page in [*pages, f"{address}?news=1", f"{address}/plan.xlsx", f"{address}/plan.json"]:
            response = client.get(page)
            assert "Tarnbridge" not in str(response.headers)
            assert FIRST not in page
            if response.mimetype == "text/html":
                tree = page_of(response)
                assert "Tarnbridge" not in text_of(tree.find("./head/title"))
                hrefs = [each.get(name, "") for each in tree.iter() for name in ("href", "action", "formaction")]
                assert not [href for href in hrefs if "Tarnbridge" in href]
    assert "Tarnbridge" not in caplog.text
    assert address.rpartition("/")[2] not in caplog.text


def test_items_change_places_and_are_taken_out(client):
    address = made(client)
    first, second, third, *_ = names(client, address)
    send(client, f"{address}/items", {"down": first, "version": "1"})
    assert names(client, address)[:3] == [second, first, third]
    response = send(client, f"{address}/items", {"up": third, "version": "2"}, follow_redirects=False)
    assert response.location == f"{address}#item-{third}"
    assert names(client, address)[:3] == [second, third, first]
    send(client, f"{address}/items", {"remove": third, "version": "3"})
    assert names(client, address)[:2] == [second, first]
    assert len(kept(client, address).plan.items) == 4


def test_the_first_item_goes_no_higher_and_the_last_no_lower(client):
    address = made(client)
    before = names(client, address)
    send(client, f"{address}/items", {"up": before[0], "version": "1"})
    assert names(client, address) == before
    send(client, f"{address}/items", {"down": before[-1], "version": "2"})
    assert names(client, address) == before


def test_an_item_that_somebody_changed_meanwhile_is_not_taken_out(client):
    address = made(client)
    (first, *_) = names(client, address)
    send(client, f"{address}/item/{first}", {"notes": "We met the minister", "version": "1"})
    response = send(client, f"{address}/items", {"remove": first, "version": "1"})
    assert "The item was not taken out" in words_of(response)
    assert kept(client, address).plan.items[0].notes == "We met the minister"
    # Who saw the change takes it out.
    send(client, f"{address}/items", {"remove": first, "version": str(kept(client, address).version)})
    assert first not in names(client, address)


def test_what_is_on_the_list_is_added_once(client):
    address = made(client, FIRST)
    assert "Add " not in words_of(client.get(address))
    send(client, "/list", {"add": f"{SECOND} {PLEDGE.id} XAA-1-1.1-1"})
    assert "Add 2 records of your list" in words_of(client.get(address))
    send(client, f"{address}/items", {"add": "list"})
    assert [item.id for item in kept(client, address).plan.items] == [FIRST, SECOND, PLEDGE.id]
    assert "Add " not in words_of(client.get(address))


def test_old_ids_of_a_list_become_those_of_today(tmp_path):
    client = plan_client(tmp_path, InventedIndex())
    address = made(client, f"{MOVED} {PLEDGE.id}")
    assert [item.id for item in kept(client, address).plan.items] == [MOVED_TO, PLEDGE.id]


def test_a_plan_names_states_in_the_language_of_its_page(tmp_path):
    client = plan_client(tmp_path, InventedIndex([recommendation("DEU", 20, "115.1", "Plant oaks")]))
    send(client, "/fr/list", {"add": "DEU-20-115.1-1"})
    assert "Allemagne" in map(text_of, main_of(client.get("/fr/list")).iter("option"))
    address = send(client, "/fr/plan", {"title": TITLE, "state": "DEU"}).request.path
    assert kept(client, address).plan.items[0].citation.startswith("Allemagne, EPU 2014")


def test_title_and_state_can_be_changed_and_two_who_do_see_both_titles(client):
    address = made(client)
    form = form_of(client.get(f"{address}/settings"), f"{address}/settings")
    assert (form["title"], form["state"]) == (TITLE, "XAA")
    send(client, f"{address}/settings", form | {"title": "Shelters", "state": "XAB"})
    assert (kept(client, address).plan.title, kept(client, address).plan.state) == ("Shelters", "XAB")
    response = send(client, f"{address}/settings", form | {"title": "Second title"})
    assert response.status_code == 409
    assert "Somebody changed the plan meanwhile. Shelters" in words_of(response)
    again = form_of(response, f"{address}/settings")
    assert again["title"] == "Second title"
    send(client, f"{address}/settings", again)
    assert kept(client, address).plan.title == "Second title"


@pytest.mark.parametrize(
    ("title", "kept_title"),
    [("", "Follow-up plan"), ("  a\n b ", "a b"), ("x" * 300, "x" * 200), ("<b>\u202eno</b>", "<b>no</b>")],
)
def test_a_title_is_one_line(client, title, kept_title):
    assert kept(client, made(client, FIRST, title=title)).plan.title == kept_title


def test_a_state_that_the_index_does_not_know_is_never_emptied(client, tmp_path):
    """The plan of an index with Germany, on a site whose index has no Germany."""
    address = made(client)
    key = address.rpartition("/")[2]
    store_of(client).save(key, replace(kept(client, address).plan, state="DEU"), 1)
    form = form_of(client.get(f"{address}/settings"), f"{address}/settings")
    assert form["state"] == "DEU"
    send(client, f"{address}/settings", form | {"title": "Shelters"})
    send(client, f"{address}/settings", {"title": "Shelters", "title_before": "Shelters", "state": "QQQ"})
    assert (kept(client, address).plan.title, kept(client, address).plan.state) == ("Shelters", "DEU")


def test_two_who_change_the_state_see_both_and_other_fields_stay_as_they_were_changed(client):
    address = made(client)
    page = f"{address}/settings"
    form = form_of(client.get(page), page)
    send(client, page, form | {"state": "XAB"})
    send(client, page, form | {"title": "Shelters"})
    assert (kept(client, address).plan.title, kept(client, address).plan.state) == ("Shelters", "XAB")
    response = send(client, page, form | {"state": ""})
    assert response.status_code == 409
    assert "Somebody changed the plan meanwhile. Brenmark." in words_of(response)
    assert "Somebody changed the title" not in words_of(response)
    again = form_of(response, page)
    assert (again["state"], again["title"]) == ("", "Shelters")
    send(client, page, again)
    assert kept(client, address).plan.state == ""


def test_a_state_that_nobody_knows_is_none(client):
    assert kept(client, made(client, FIRST, state="QQQ")).plan.state == ""


def test_a_plan_can_be_a_workbook_that_the_site_does_not_keep(client, tmp_path):
    send(client, "/list", {"add": CHOSEN})
    response = send(client, "/plan", {"title": TITLE, "state": "XAA", "as": "workbook"})
    assert response.headers["Content-Disposition"] == "attachment; filename=follow-up-plan.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(response.data))["Plan"]
    assert [row[0].value for row in sheet][1:] == [FIRST, SECOND, PLEDGE.id, OBSERVATION.id, REPORTED.id]
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_keeps_no_plans_says_so_and_gives_the_workbook():
    client = site_over(InventedIndex(), Settings(plans="off")).test_client()
    send(client, "/list", {"add": f"{PLEDGE.id} {OBSERVATION.id}"})
    words = words_of(client.get("/list"))
    assert "This site keeps no plans: the workbook is the plan." in words
    buttons = [text_of(button) for button in page_of(client.get("/list")).iter("button")]
    assert "Make a follow-up plan of it" not in buttons
    response = send(client, "/plan", {"title": TITLE, "as": "workbook"})
    assert openpyxl.load_workbook(io.BytesIO(response.data))["Plan"]["A2"].value == PLEDGE.id
    for refused in (send(client, "/plan", {"title": TITLE}), client.get(f"/plan/{'a' * 43}")):
        assert refused.status_code == 404
        assert "This site keeps no plans" in words_of(refused)


def test_a_plan_is_deleted_for_good_for_everybody(client):
    address = made(client)
    words = words_of(client.get(f"{address}/settings"))
    assert "The plan and all its earlier versions are deleted for good" in words
    assert "Backups" in words
    response = send(client, f"{address}/delete")
    assert "The plan is deleted" in words_of(response)
    assert client.get(address).status_code == 404
    assert send(client, f"{address}/delete").status_code == 404


def test_with_a_plan_its_records_can_be_taken_off_the_list(client):
    deleted = send(client, f"{made(client)}/delete")
    assert "Your list still holds 5 records: it was not deleted with the plan." in words_of(deleted)
    (form,) = (each for each in page_of(deleted).iter("form") if "forget" in each.get("action"))
    send(client, form.get("action"))
    assert "Your list still holds" not in words_of(client.get("/list?deleted=1"))


WRITING = ["items", "settings", "delete", "news", "merge", "upload", "item/x"]


ELSEWHERE = ({"Origin": "https://evil.example"}, {"Origin": "null"}, {}, {"Sec-Fetch-Site": "cross-site"})


@pytest.mark.parametrize("path", WRITING)
def test_a_form_of_another_site_or_without_a_token_changes_no_plan(client, path):
    """Even where another site knows the address and has a token that is right."""
    address = made(client)
    (first, *_) = names(client, address)
    form = {"remove": first, "title": "x", "notes": "x", "version": "1"}
    with_token = {**form, "token": token_of(client.get("/list"))}
    for data, headers in (*((with_token, each) for each in ELSEWHERE), (form, FROM_HERE)):
        response = client.post(f"{address}/{path.replace('/x', f'/{first}')}", data=data, headers=headers)
        assert response.status_code == 403, headers
        assert kept(client, address).version == 1, headers


@pytest.mark.parametrize("path", ["/plan", "/plans/open"])
def test_no_plan_is_made_by_another_site(client, tmp_path, path):
    send(client, "/list", {"add": FIRST})
    data = {"token": token_of(client.get("/list")), "title": "x"}
    assert client.post(path, data=data, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post(path, data={"title": "x"}, headers=FROM_HERE).status_code == 403
    assert not (tmp_path / "plans.sqlite").exists()


def test_hostile_words_stay_words(client):
    hostile = "<script>alert(1)</script>{{7*7}}\"'><img src=x>"
    address = made(client, title=hostile)
    (first, *_) = names(client, address)
    send(client, f"{address}/item/{first}", {"notes": hostile, "evidence-0-link": hostile, "version": "1"})
    for page in (address, f"{address}/item/{first}", f"{address}/settings"):
        text = client.get(page).get_data(as_text=True)
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "{{7*7}}" in text
    assert hostile in words_of(client.get(address))


def test_words_of_evidence_are_no_link(client):
    """A link that somebody wrote into a plan would lead others to where its writer wants them."""
    address = made(client)
    (first, *_) = names(client, address)
    send(client, f"{address}/item/{first}", {"evidence-0-link": "https://evil.example/", "version": "1"})
    page = client.get(address)
    assert "https://evil.example/" in words_of(page)
    assert not [link for link in main_of(page).iter("a") if "evil" in link.get("href", "")]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("/news", "?news=1"),
        ("/delete", "/settings#delete"),
        ("/upload/x", "?upload=x"),
        ("/opened/x", "?upload=x"),
    ],
)
def test_addresses_of_before_lead_to_the_page_that_says_the_same(client, before, now):
    address = made(client, FIRST)
    response = client.get(f"{address}{before}")
    assert (response.status_code, response.location) == (301, f"{address}{now}")
    assert client.get(response.location.partition("#")[0]).status_code == 200
    assert client.get(f"/plan/{'x' * 43}{before}").status_code == 404, "of no plan, nothing has moved"


def test_pages_on_plans_of_before_lead_to_the_list(client):
    assert client.get("/plans").location == "/list"
    assert client.get("/plan/deleted").location == "/list?deleted=1"
    assert "The plan is deleted" in words_of(client.get("/list?deleted=1"))
