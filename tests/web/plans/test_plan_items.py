"""One item of a plan as a form, and two people who change the same."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from models.plans.plan import ActionType, Evidence, Status
from tests.web.inspect_page import main_of, words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import REPORTED
from tests.web.own_forms import send
from tests.web.plans.plan_site import FIRST, RECORDS, form_of, item_addresses, kept, made, names, plan_client, store_of


@pytest.fixture
def first(client: FlaskClient, plan: str) -> str:
    """The address of the form of the first item."""
    return item_addresses(client, plan)[0]


def form(client: FlaskClient, address: str) -> dict:
    return form_of(client.get(address), address)


FILLED = {
    "expected_result": "No girl is sent home.\r\nNo fee is asked.",
    "action_types": ["legislative", "training"],
    "actors": "Parliament",
    "timetable": "By 2030",
    "partners": "The union of teachers",
    "status": "some steps",
    "next_step": "Write to the minister",
    "notes": "زواج",
    "evidence-0-text": "Nine schools were visited.",
    "evidence-0-when": "March 2031",
    "evidence-0-document": "Our report",
    "evidence-0-link": "https://example.org/r",
}


def test_all_columns_can_be_filled_in(client, plan, first):
    response = send(client, first, form(client, first) | FILLED)
    assert response.status_code == 200
    item = kept(client, plan).plan.items[0]
    assert item.expected_result == "No girl is sent home.\nNo fee is asked."
    assert item.action_types == (ActionType.LEGISLATIVE, ActionType.TRAINING)
    assert (item.actors, item.timetable, item.partners) == ("Parliament", "By 2030", "The union of teachers")
    assert (item.status, item.next_step, item.notes) == (Status.SOME_STEPS, "Write to the minister", "زواج")
    assert item.evidence == (
        Evidence("Nine schools were visited.", "March 2031", "Our report", "https://example.org/r"),
    )
    words = words_of(response)
    assert "Status some steps" in words
    assert "Nine schools were visited. March 2031, Our report" in words


def test_a_form_that_nobody_changed_changes_nothing(client, plan, first):
    send(client, first, form(client, first) | FILLED)
    before = kept(client, plan).plan
    send(client, first, form(client, first))
    assert kept(client, plan).plan == before


def test_beside_a_blank_stand_two_to_choose_from_and_what_is_ticked_is_ones_own_word(client, plan, first):
    page = client.get(first).get_data(as_text=True)
    assert re.findall(r'name="choose-actors" value="([^"]+)"', page) == ["parliament"]
    assert "Perhaps: legislative, administrative" in page
    (timetable,) = re.findall(r'name="choose-timetable" value="([^"]+)"', page)
    assert re.fullmatch(r"before the next review \(about \w+ 20\d\d\)", timetable)
    send(client, first, form(client, first) | {"choose-actors": ["parliament"], "choose-timetable": [timetable]})
    item = kept(client, plan).plan.items[0]
    assert (item.actors, item.timetable) == ("parliament", timetable)
    assert "choose-actors" not in client.get(first).get_data(as_text=True)


def test_what_is_typed_counts_before_what_is_ticked(client, plan, first):
    send(client, first, form(client, first) | {"actors": "The warden", "choose-actors": ["parliament"]})
    assert kept(client, plan).plan.items[0].actors == "The warden"


def test_words_can_be_emptied_and_a_judgement_taken_back(client, plan, first):
    send(client, first, form(client, first) | FILLED)
    emptied = {"notes": "", "status": "", "evidence-0-text": "", "evidence-0-when": "", "evidence-0-document": ""}
    send(client, first, {**form(client, first), **emptied, "evidence-0-link": "", "action_types": []})
    item = kept(client, plan).plan.items[0]
    assert (item.notes, item.status, item.evidence, item.action_types) == ("", None, (), ())


def test_words_that_a_column_does_not_have_are_left_out(client, plan, first):
    send(client, first, form(client, first) | {"status": "implemented", "action_types": ["magic", "judicial"]})
    item = kept(client, plan).plan.items[0]
    assert (item.status, item.action_types) == (None, (ActionType.JUDICIAL,))


def test_what_was_reported_can_be_taken_over_with_its_citation(client, plan, first):
    page = client.get(first)
    assert "Reported since: tick what you want to take over" in words_of(page)
    assert "Three shelters for girls < 18 who flee a marriage were opened. 2019, National report" in words_of(page)
    response = send(client, first, form(client, first) | {"take": [REPORTED.id]})
    (taken,) = kept(client, plan).plan.items[0].evidence
    assert taken == Evidence(
        text="Three shelters for girls < 18 who flee a marriage were opened.",
        when="2019",
        document="National report, A/HRC/WG.6/34/XAA/1, paragraph 12, page 5",
        link="https://undocs.org/A/HRC/WG.6/34/XAA/1",
        record=REPORTED.id,
    )
    cited = f"{taken.text} National report, Vellania, 2019, A/HRC/WG.6/34/XAA/1, paragraph 12"
    assert cited in words_of(response)
    # It is offered once, and keeps where it comes from when the form is sent again.
    assert "Reported since" not in words_of(client.get(first))
    send(client, first, form(client, first) | {"notes": "x"})
    assert kept(client, plan).plan.items[0].evidence == (taken,)


def test_of_foreign_evidence_nothing_is_taken(client, plan, first):
    send(client, first, form(client, first) | {"take": ["A.HRC.1.1-1"]})
    assert kept(client, plan).plan.items[0].evidence == ()


def test_a_text_too_long_is_said_and_stays_in_the_form(client, plan, first):
    long = "x" * 5001
    response = send(client, first, form(client, first) | {"notes": long, "partners": "ours"})
    assert response.status_code == 400
    assert "There is a problem Shorten the text to 5,000 characters; it has " in words_of(response)
    again = form_of(response, first)
    assert (again["notes"], again["partners"]) == (long, "ours")
    assert kept(client, plan).version == 1


def test_a_place_can_be_given(client, plan, first):
    before = names(client, plan)
    send(client, first, form(client, first) | {"place": "2"})
    assert names(client, plan) == before[::-1]
    for place in ("0", "-1", "x", "99", "2" * 30):
        send(client, first, form(client, first) | {"place": place})
    assert names(client, plan) == before[::-1]


def test_one_goes_on_to_the_next_item(client, plan, first):
    second = item_addresses(client, plan)[1]
    response = send(client, first, form(client, first) | {"then": "next"}, follow_redirects=False)
    assert response.location == second
    last = send(client, second, form(client, second) | {"then": "next"}, follow_redirects=False)
    assert last.location == f"{plan}#item-{second.rpartition('/')[2]}"


def test_two_who_change_different_texts_both_keep_theirs(client, plan, first):
    mine, theirs = form(client, first), form(client, first)
    send(client, first, theirs | {"notes": "by her"})
    response = send(client, first, mine | {"partners": "by him"})
    assert response.status_code == 200
    item = kept(client, plan).plan.items[0]
    assert (item.notes, item.partners) == ("by her", "by him")


def test_two_who_change_different_items_both_keep_theirs(client, plan, first):
    second = item_addresses(client, plan)[1]
    mine, theirs = form(client, first), form(client, second)
    send(client, second, theirs | {"notes": "by her"})
    send(client, first, mine | {"notes": "by him"})
    assert [item.notes for item in kept(client, plan).plan.items] == ["by him", "by her"]


@pytest.mark.parametrize(("choice", "notes"), [("mine", "by him"), ("theirs", "by her"), ("", "by her\nby him")])
def test_two_who_change_one_text_see_both_and_choose(client, plan, first, choice, notes):
    mine, theirs = form(client, first), form(client, first)
    send(client, first, theirs | {"notes": "by her", "status": "not started"})
    response = send(client, first, mine | {"notes": "by him", "status": "some steps", "partners": "ours"})
    assert response.status_code == 409
    words = words_of(response)
    assert "Notes Before nothing Yours by him In the plan now by her" in words
    assert "Status Before nothing Yours some steps In the plan now not started" in words
    assert kept(client, plan).plan.items[0].notes == "by her"
    again = form_of(response, first) | {"choice-notes": choice}
    assert send(client, first, again).status_code == 200
    item = kept(client, plan).plan.items[0]
    assert (item.notes, item.partners, item.status) == (notes, "ours", Status.SOME_STEPS)


def test_a_third_change_while_somebody_chooses_is_shown_too(client, plan, first):
    mine, theirs = form(client, first), form(client, first)
    send(client, first, theirs | {"notes": "by her"})
    response = send(client, first, mine | {"notes": "by him"})
    send(client, first, form(client, first) | {"notes": "by a third"})
    again = send(client, first, form_of(response, first) | {"choice-notes": "mine"})
    assert again.status_code == 409
    assert "Yours by him In the plan now by a third" in words_of(again)
    assert kept(client, plan).plan.items[0].notes == "by a third"
    send(client, first, form_of(again, first) | {"choice-notes": "mine"})
    assert kept(client, plan).plan.items[0].notes == "by him"


def test_a_form_older_than_all_versions_kept_loses_no_word(client, plan, first):
    old, store, key = form(client, first), store_of(client), plan.rpartition("/")[2]
    for version in range(1, 26):
        item, *others = store.get(key).plan.items
        items = (replace(item, notes=f"change {version}"), *others)
        store.save(key, replace(store.get(key).plan, items=items), version)
    response = send(client, first, old | {"notes": "by him"})
    assert response.status_code == 409
    assert "Yours by him In the plan now change 25" in words_of(response)


def test_an_item_that_somebody_took_out_comes_back_with_the_words_of_who_saves(client, plan, first):
    mine = form(client, first)
    send(client, f"{plan}/items", {"remove": first.rpartition("/")[2], "version": "1"})
    assert client.get(first).status_code == 404
    assert send(client, first, mine | {"notes": "by him"}).status_code == 200
    assert "by him" in [item.notes for item in kept(client, plan).plan.items]


def test_an_item_that_the_index_no_longer_holds_can_be_edited(tmp_path):
    client = plan_client(tmp_path)
    plan = made(client, FIRST)
    key = plan.rpartition("/")[2]
    other = plan_client(tmp_path, InventedIndex([replace(RECORDS[2])]))
    first = item_addresses(other, plan)[0]
    assert "Enact a law on shelters" in words_of(other.get(first))
    assert send(other, first, form(other, first) | {"notes": "x"}).status_code == 200
    assert store_of(other).get(key).plan.items[0].notes == "x"


@pytest.mark.parametrize("version", ["x", "0", "9" * 40])
def test_a_version_that_never_was_is_one_that_is_kept_no_longer(client, plan, first, version):
    response = send(client, first, form(client, first) | {"version": version, "notes": "by him"})
    assert response.status_code in (200, 409)
    assert "by him" in response.get_data(as_text=True)


def test_every_field_of_the_form_has_its_help(client, first):
    page = main_of(client.get(first))
    assert page.find(".//textarea[@id='partners']").get("aria-describedby") == "partners-hint"
    assert "Assess first whether contact is safe." in words_of(client.get(first))
    assert "Your own judgement; this program makes none." in words_of(client.get(first))


def test_words_typed_while_a_colleague_deleted_the_plan_are_given_back(client, plan, first):
    mine = form(client, first) | FILLED
    send(client, f"{plan}/delete")
    response = send(client, first, mine)
    assert response.status_code == 404
    words = words_of(response)
    assert "No plan is kept under this address: it was deleted" in words
    assert "What you wrote It is not saved: copy what you need before you leave this page." in words
    for typed in ("No girl is sent home.", "The union of teachers", "some steps", "Write to the minister", "زواج"):
        assert typed in words
    assert "Type of action legislative, training" in words
    assert "Evidence 1, What it says Nine schools were visited." in words
    assert "Evidence 1, Address https://example.org/r" in words
    assert store_of(client)  # and it is kept nowhere
    assert client.get(plan).status_code == 404


@pytest.mark.parametrize(
    ("bound", "most", "status", "said"),
    [
        ("MOST_STORED_BYTES", 8_000, 503, "This site has no more room for plans: take yours with you as a workbook."),
        ("MOST_BYTES", 2_500, 400, "This plan would be larger than 10 MB: shorten texts, or take items out"),
    ],
)
def test_words_for_which_there_is_no_room_are_given_back(client, plan, first, monkeypatch, bound, most, status, said):
    monkeypatch.setattr(f"web.plans.plan_store.{bound}", most)
    response = send(client, first, form(client, first) | FILLED | {"notes": "x" * 3_000})
    assert response.status_code == status
    assert said in words_of(response)
    assert "No girl is sent home." in words_of(response)
    assert kept(client, plan).version == 1


def test_a_title_typed_after_the_plan_was_deleted_is_given_back(client, plan):
    send(client, f"{plan}/delete")
    response = send(client, f"{plan}/settings", {"title": "Shelters of the north", "state": "XAA"})
    assert response.status_code == 404
    assert "Title of the plan Shelters of the north" in words_of(response)
