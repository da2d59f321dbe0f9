"""The pages of a plan quote and cite the index alone; what the plan remembers otherwise is shown beside it."""

import io
import json
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models.plans.as_json import plan_as_json
from models.plans.plan import Evidence, Plan
from tests.web.inspect_page import page_of, text_of, words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import PLEDGE, REPORTED
from tests.web.own_forms import send
from tests.web.plans.plan_site import (
    FIRST,
    RECORDS,
    SECOND,
    form_of,
    item_addresses,
    kept,
    made,
    plan_client,
    store_of,
)

FORGED = "Judges were paid to stay away"
SOURCE = "A/HRC/777/77, paragraph 77"
SENTENCE = "Three shelters for girls < 18 who flee a marriage were opened."


@pytest.fixture
def plan(client: FlaskClient) -> str:
    return made(client, f"{FIRST} {SECOND} {PLEDGE.id}")


def alter(client: FlaskClient, address: str, **altered: object) -> Plan:
    """Every item of a plan altered, as a file that was tampered with would have it."""
    store, key = store_of(client), address.rpartition("/")[2]
    plan = store.get(key).plan
    changed = replace(plan, items=tuple(replace(item, **altered) for item in plan.items))
    store.save(key, changed, store.get(key).version)
    return changed


def quotations(response: TestResponse) -> str:
    page = page_of(response)
    return "\n".join(text_of(each) for each in page.iter() if each.tag in ("blockquote", "q", "h2", "h3"))


def test_altered_words_and_sources_stand_as_what_the_plan_has(client, plan):
    alter(client, plan, quoted=FORGED, citation=SOURCE, position="noted")
    for address in (plan, item_addresses(client, plan)[0], f"{plan}?news=1"):
        page = client.get(address)
        assert FORGED not in quotations(page)
        assert SOURCE not in quotations(page)
        assert RECORDS[0].quoted in quotations(page)
        words = words_of(page)
        assert f"What your plan has otherwise: Words: {FORGED}" in words
        assert f"What your plan has otherwise: Source: {SOURCE}" in words
    assert "What your plan has otherwise: Position: noted" in words_of(client.get(plan))
    assert "New answer: Supported Before: Noted" in words_of(client.get(f"{plan}?news=1"))


def test_another_state_is_told_and_all_differences_go_when_the_plan_is_brought_up_to_date(client, plan):
    before = kept(client, plan).plan.items
    alter(client, plan, quoted=FORGED, citation=SOURCE, state="XAB", kind="report")
    assert "What your plan has otherwise: State: Brenmark" in words_of(client.get(plan))
    send(client, f"{plan}/news")
    assert kept(client, plan).plan.items == before
    assert "Your plan has" not in words_of(client.get(plan))
    assert "Nothing new on its items in what is indexed." in words_of(client.get(f"{plan}?news=1"))


def test_words_of_a_record_that_the_index_does_not_hold_are_the_plans_own(client, plan):
    alter(client, plan, quoted=FORGED, citation=SOURCE)
    key = plan.rpartition("/")[2]
    foreign = replace(store_of(client).get(key).plan.items[0], id="XAA-20-77.7-1")
    store_of(client).save(key, Plan(title="x", state="XAA", items=(foreign,)), 2)
    for address in (plan, item_addresses(client, plan)[0]):
        page = client.get(address)
        assert quotations(page).count(FORGED) == 0
        assert SOURCE not in words_of(page)
        assert f"Your plan has these words, which papers print as your own: {FORGED}" in words_of(page)
    assert SOURCE not in words_of(client.get(f"{plan}?news=1"))
    assert "papers print as your own" in words_of(client.get(f"{plan}?news=1"))


def test_evidence_that_somebody_edits_in_the_form_is_no_longer_quoted(client, plan):
    first = item_addresses(client, plan)[0]
    send(client, first, form_of(client.get(first), first) | {"take": [REPORTED.id]})
    assert SENTENCE in quotations(client.get(plan))
    response = send(client, first, form_of(client.get(first), first) | {"evidence-0-text": f"{FORGED}."})
    (evidence,) = kept(client, plan).plan.items[0].evidence
    assert (evidence.text, evidence.record) == (f"{FORGED}.", REPORTED.id)
    assert FORGED not in quotations(response)
    assert f"{FORGED}. Your own words: no document indexed has them." in words_of(response)
    assert "A/HRC/WG.6/34/XAA/1" not in words_of(response)
    assert f"{FORGED}. Your own words" in words_of(client.get(f"{plan}?news=1"))
    # As the document has it, it is offered once more: the user chooses.
    assert "Reported since: tick what you want to take over" in words_of(client.get(first))


def test_evidence_with_true_words_has_the_source_of_the_index(client, plan):
    alter(client, plan, evidence=(Evidence(SENTENCE, document=SOURCE, record=REPORTED.id),))
    words = words_of(client.get(plan))
    assert f"{SENTENCE} National report, Vellania, 2019, A/HRC/WG.6/34/XAA/1, paragraph 12" in words
    assert SOURCE not in words


def test_own_evidence_is_no_quotation_and_keeps_its_source(client, plan):
    alter(client, plan, evidence=(Evidence("We counted two.", "May 2031", "Our diary"),))
    page = client.get(plan)
    assert "We counted two." not in quotations(page)
    assert "We counted two. May 2031, Our diary" in words_of(page)


def test_a_plan_over_another_index_says_so_of_each_item(client, plan, tmp_path):
    other = plan_client(tmp_path, InventedIndex([]))
    page = other.get(plan)
    assert f"1. Not indexed: {FIRST}" in words_of(page)
    assert RECORDS[0].quoted not in quotations(page)


def test_a_file_that_was_tampered_with_is_shown_with_its_differences(client, plan):
    altered = alter(client, plan, quoted=FORGED)
    file = (io.BytesIO(plan_as_json(altered).encode()), "plan.json")
    opened = send(client, "/plans/open", {"file": file}, content_type="multipart/form-data")
    assert FORGED not in quotations(opened)
    assert f"What your plan has otherwise: Words: {FORGED}" in words_of(opened)
    exported = json.loads(client.get(f"{plan}/plan.json").data)
    assert exported["items"][0]["quoted"] == RECORDS[0].quoted
    assert exported["items"][0]["remembered"] == {"quoted": FORGED}


def test_a_plan_made_in_another_language_differs_in_nothing(client):
    send(client, "/fr/list", {"add": f"{FIRST} {REPORTED.id}"})
    address = send(client, "/fr/plan", {"title": "x", "state": "XAA"}).request.path.removeprefix("/fr")
    assert "EPU" in kept(client, address).plan.items[0].citation
    for prefix in ("", "/ar", "/fr"):
        assert "remembered" not in client.get(f"{prefix}{address}").get_data(as_text=True)
    assert "Vellania, UPR 2014" in words_of(client.get(address))
    assert "Nothing new on its items in what is indexed." in words_of(client.get(f"{address}?news=1"))
