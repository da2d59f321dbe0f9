"""What is new on a plan when the index changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position
from models.records.records import Place
from search.datamodel.answer import Overview
from search.datamodel.chosen import ChosenEntry
from tests.web.own_forms import send
from tests.web.pages.plan_site import (
    FIRST,
    RECORDS,
    SECOND,
    form_of,
    item_addresses,
    kept,
    made,
    plan_client,
    words_of,
)
from tests.web.small_index import REPORTED, SmallIndex, recommendation


class LaterIndex(SmallIndex):
    """The same documents, indexed later."""

    def __init__(self, records: list, renamed: dict[str, str]) -> None:
        super().__init__(records)
        self.renamed = renamed

    def overview(self) -> Overview:
        return replace(super().overview(), built="2027-02-03T12:00:00+00:00")

    def _chosen(self, record_id: str) -> ChosenEntry:
        found = super()._chosen(self.renamed.get(record_id, record_id))
        return replace(found, asked_for=record_id)


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return plan_client(tmp_path, SmallIndex(RECORDS[:2]))


@pytest.fixture
def plan(client: FlaskClient) -> str:
    return made(client, f"{FIRST} {SECOND}")


def later(tmp_path: Path, records: list, **renamed: str) -> FlaskClient:
    return plan_client(tmp_path, LaterIndex(records, renamed))


def test_a_plan_of_the_index_of_today_has_no_news(client, plan):
    assert "Nothing new on its items." in words_of(client.get(f"{plan}/news"))
    assert "The index is newer than this plan." not in words_of(client.get(plan))


def test_a_plan_says_when_the_index_is_newer(client, plan, tmp_path):
    assert "The index is newer than this plan." in words_of(later(tmp_path, RECORDS[:2]).get(plan))


def test_a_new_review_is_told_and_then_known(client, plan, tmp_path):
    there = later(tmp_path, RECORDS)
    words = words_of(there.get(f"{plan}/news"))
    assert "In the index of 3 February 2027, against that of 24 November 2026" in words
    assert "2. Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.2" in words
    assert "Recommended again 1 Vellania, UPR 2019 (session 34), A/HRC/934/1, paragraph 88.7" in words
    response = send(there, f"{plan}/news")
    assert "The index is newer" not in words_of(response)
    assert "Nothing new on its items." in words_of(there.get(f"{plan}/news"))
    assert kept(there, plan).plan.index_date == "2027-02-03"


def test_new_progress_is_told(client, plan, tmp_path):
    other = plan_client(tmp_path, SmallIndex([replace(record, session=7) for record in RECORDS[:2]]))
    address = made(other, "XAA-7-115.1-1")
    there = later(tmp_path, [replace(RECORDS[0], session=20)], **{"XAA-7-115.1-1": FIRST})
    words = words_of(there.get(f"{address}/news"))
    assert "Reported on it 1 National report, Vellania, 2029, A/HRC/WG.6/34/XAA/1, paragraph 12" in words
    assert f"/reported/{REPORTED.id}" in there.get(f"{address}/news").get_data(as_text=True)


def test_a_new_answer_is_told_and_taken(client, tmp_path):
    pending = replace(RECORDS[0], position=Position.PENDING, position_source=None)
    plan = made(plan_client(tmp_path, SmallIndex([pending])), FIRST)
    answered = replace(pending, position=Position.NOTED, position_source=Place("A/HRC/920/1/Add.1", "4", 3))
    there = later(tmp_path, [answered])
    assert "New answer: Noted before: Pending" in words_of(there.get(f"{plan}/news"))
    send(there, f"{plan}/news")
    assert kept(there, plan).plan.items[0].position == "noted"


def test_an_item_follows_its_record_to_another_id_with_all_words(client, plan, tmp_path):
    address = item_addresses(client, plan)[0]
    send(client, address, form_of(client.get(address), address) | {"notes": "ours"})
    moved = recommendation(paragraph="115.9", text=RECORDS[0].text)
    there = later(tmp_path, [moved, RECORDS[1]], **{FIRST: moved.id})
    assert f"It is called {moved.id} now, before {FIRST}." in words_of(there.get(f"{plan}/news"))
    send(there, f"{plan}/news")
    item = kept(there, plan).plan.items[0]
    assert (item.id, item.notes) == (moved.id, "ours")
    assert "paragraph 115.9" in item.citation


def test_an_item_whose_record_is_withdrawn_is_marked_and_stays(client, plan, tmp_path):
    there = later(tmp_path, RECORDS[1:2])
    assert "The documents indexed now do not hold it. The item keeps its words" in words_of(there.get(f"{plan}/news"))
    send(there, f"{plan}/news")
    assert [item.id for item in kept(there, plan).plan.items] == [FIRST, SECOND]


def test_two_items_never_become_one(client, plan, tmp_path):
    """Both keep their words where the index took two records for one."""
    there = later(tmp_path, RECORDS[1:2], **{FIRST: SECOND})
    send(there, f"{plan}/news")
    assert [item.id for item in kept(there, plan).plan.items] == [FIRST, SECOND]


def test_without_a_state_only_answers_are_compared_and_that_is_said(tmp_path):
    client = plan_client(tmp_path, SmallIndex(RECORDS[:2]))
    plan = made(client, SECOND, state="")
    there = later(tmp_path, RECORDS)
    words = words_of(there.get(f"{plan}/news"))
    assert "The plan has no State, so that only answers are compared" in words
    assert "Recommended again" not in words
    # With a State, what is there now counts as known.
    send(there, f"{plan}/settings", {"title": "x", "title_before": "Tarnbridge girls", "state": "XAA"})
    assert "Nothing new on its items." in words_of(there.get(f"{plan}/news"))
