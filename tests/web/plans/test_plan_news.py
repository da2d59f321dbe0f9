"""What is new on a plan when the index changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position
from models.records.records import Place
from search.datamodel.answer import Overview
from tests.web.inspect_page import words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import REPORTED, recommendation
from tests.web.own_forms import send
from tests.web.plans.plan_site import FIRST, RECORDS, SECOND, form_of, item_addresses, kept, made, plan_client


class LaterIndex(InventedIndex):
    """The same documents, indexed later."""

    def overview(self) -> Overview:
        return replace(super().overview(), built="2027-02-03T12:00:00+00:00")


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return plan_client(tmp_path, InventedIndex(RECORDS[:2]))


def later(tmp_path: Path, records: list, earlier: list = RECORDS[:2]) -> FlaskClient:
    return plan_client(tmp_path, LaterIndex(records, earlier=earlier))


def test_a_plan_of_the_index_of_today_has_no_news(client, plan):
    assert "Nothing new on its items in what is indexed." in words_of(client.get(f"{plan}?news=1"))
    assert "The index is newer than this plan." not in words_of(client.get(plan))


def test_a_plan_says_when_the_index_is_newer(client, plan, tmp_path):
    assert "The index is newer than this plan." in words_of(later(tmp_path, RECORDS[:2]).get(plan))


def test_a_new_review_is_told_and_then_known(client, plan, tmp_path):
    there = later(tmp_path, RECORDS)
    words = words_of(there.get(f"{plan}?news=1"))
    assert "In the index of 3 February 2027. Before: 24 November 2026." in words
    assert "2. Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.2" in words
    assert (
        "Asks the same in a later review: read both 1 Vellania, UPR 2019 (session 34), A/HRC/934/1, paragraph 88.7"
        in words
    )
    response = send(there, f"{plan}/news")
    assert "The index is newer" not in words_of(response)
    assert "Nothing new on its items in what is indexed." in words_of(there.get(f"{plan}?news=1"))
    assert kept(there, plan).plan.index_date == "2027-02-03"


def test_new_progress_is_told(tmp_path):
    address = made(plan_client(tmp_path, InventedIndex(RECORDS[:1], national_report=False)), FIRST)
    there = later(tmp_path, RECORDS[:1])
    words = words_of(there.get(f"{address}?news=1"))
    assert "Reported on it 1 National report, Vellania, 2019, A/HRC/WG.6/34/XAA/1, paragraph 12" in words
    assert f"/reported/{REPORTED.id}" in there.get(f"{address}?news=1").get_data(as_text=True)


def test_a_new_answer_is_told_and_taken(tmp_path):
    pending = recommendation(session=50, position=Position.PENDING, position_source=None)
    plan = made(plan_client(tmp_path, InventedIndex([pending])), pending.id)
    answered = replace(pending, position=Position.NOTED, position_source=Place("A/HRC/950/1/Add.1", "4", 3))
    there = later(tmp_path, [answered], earlier=[pending])
    assert "New answer: Noted Before: Pending" in words_of(there.get(f"{plan}?news=1"))
    send(there, f"{plan}/news")
    assert kept(there, plan).plan.items[0].position == "noted"


def test_an_item_follows_its_record_to_another_id_with_all_words(client, plan, tmp_path):
    address = item_addresses(client, plan)[0]
    send(client, address, form_of(client.get(address), address) | {"notes": "ours"})
    moved = recommendation(paragraph="115.9", text=RECORDS[0].text)
    there = later(tmp_path, [moved, RECORDS[1]])
    assert f"It is called {moved.id} now, before {FIRST}." in words_of(there.get(f"{plan}?news=1"))
    send(there, f"{plan}/news")
    item = kept(there, plan).plan.items[0]
    assert (item.id, item.notes) == (moved.id, "ours")
    assert "paragraph 115.9" in item.citation


def test_an_item_whose_record_is_withdrawn_is_marked_and_stays(client, plan, tmp_path):
    there = later(tmp_path, RECORDS[1:2])
    assert "The documents indexed now do not hold it. The item keeps its words" in words_of(there.get(f"{plan}?news=1"))
    send(there, f"{plan}/news")
    assert [item.id for item in kept(there, plan).plan.items] == [FIRST, SECOND]


def test_two_items_never_become_one(tmp_path):
    """Both keep their words where a later edition prints once what was printed twice."""
    twice = [recommendation(paragraph="115.1", text=RECORDS[1].text), RECORDS[1]]
    plan = made(plan_client(tmp_path, InventedIndex(twice)), f"{FIRST} {SECOND}")
    there = later(tmp_path, twice[1:], earlier=twice)
    send(there, f"{plan}/news")
    assert [item.id for item in kept(there, plan).plan.items] == [FIRST, SECOND]


def test_without_a_state_only_answers_are_compared_and_that_is_said(tmp_path):
    client = plan_client(tmp_path, InventedIndex(RECORDS[:2]))
    plan = made(client, SECOND, state="")
    there = later(tmp_path, RECORDS)
    words = words_of(there.get(f"{plan}?news=1"))
    assert "The plan has no State: only its answers are compared" in words
    assert "Asks the same in a later review" not in words
    # With a State, what is there now counts as known.
    send(there, f"{plan}/settings", {"title": "x", "title_before": "Tarnbridge girls", "state": "XAA"})
    assert "Nothing new on its items in what is indexed." in words_of(there.get(f"{plan}?news=1"))
