"""Support that falls short is noted, and every page and file says how, in the State's words where they are its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from models.plans.plan import Plan, PlanItem
from models.records.enums import Position, Qualified
from models.records.records import Place, Recommendation
from search import Filters, KeywordQuestion, open_index
from search.answer.text import answer_as_text
from search.claims.positions import position_in_words
from search.threads.text import positions_in_words
from tests.invented_records import build_small_index
from tests.search.invented_index import STATES, Request, records_of
from tests.web.conftest import site_over
from tests.web.inspect_page import words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from tests.web.papers.conftest import text_of as text_of_paper
from tests.web.plans.plan_site import item_addresses, made, plan_client
from tests.web.words_in_files import rows_of_csv
from web.papers.papers import make_paper
from web.plans.as_text import news_as_text, plan_as_text
from web.plans.news import news_of
from web.plans.plan_page import item_rows
from web.plans.write_workbook import plan_workbook

FORMULA = "accepts the first sentence"
IN_PART = recommendation(position=Position.NOTED, qualified=Qualified.PART, position_words=FORMULA)
SAID = f"supports in part: “{FORMULA}”"
CODED = replace(IN_PART, position_source=Place("UPR Info", None, None), position_words="Partially accepted")
PLAIN = recommendation(position=Position.NOTED, position_words="takes note")


def page(address: str, *records: Recommendation, **posted: str) -> str:
    client = site_over(InventedIndex(list(records))).test_client()
    answered = client.post(address, data=posted) if posted else client.get(address)
    return " ".join(words_of(answered).split())


def downloaded(extension: str, record: Recommendation) -> bytes:
    client = site_over(InventedIndex([record])).test_client()
    return client.post("/match/download", data={"text": "girls", "format": extension}).data


@pytest.mark.parametrize(
    ("address", "posted"),
    [
        pytest.param(f"/recommendation/{IN_PART.id}", {}, id="its page"),
        pytest.param("/match", {"text": "girls"}, id="results"),
        pytest.param("/find", {"text": "girls"}, id="keywords"),
    ],
)
def test_pages_say_how_support_falls_short(address: str, posted: dict[str, str]) -> None:
    assert f"Noted ({SAID})" in page(address, IN_PART, **posted)
    assert "supports in part" not in page(address, PLAIN, **posted)


def test_a_table_has_no_room_for_the_words() -> None:
    assert "Noted (supports in part)" in page("/state/XAA/review/20", IN_PART)


def test_what_a_list_coded_is_not_put_into_the_mouth_of_the_state() -> None:
    words = page(f"/recommendation/{CODED.id}", CODED)
    assert "Coded noted by UPR Info (supports in part)" in words
    assert "supports in part: “" not in words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", f"(appuie en partie : « {FORMULA} »)"),
        ("es", f"(apoya en parte: “{FORMULA}”)"),
        ("ar", f"(تؤيد جزئياً: «{FORMULA}»)"),
    ],
)
def test_it_is_said_in_the_language_of_the_page(language: str, words: str) -> None:
    shown = page(f"/{language}/recommendation/{IN_PART.id}", IN_PART)
    assert words in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_long_words_end_where_there_is_no_room() -> None:
    record = replace(IN_PART, position_words="accepts the first sentence, " * 20)
    shown = page("/match", record, text="girls")
    assert "supports in part: “accepts the first sentence, accepts" in shown
    assert "…”" in shown
    assert record.position_words.strip() in page(f"/recommendation/{record.id}", record)


def test_a_column_of_positions_can_be_sorted_and_documents_quote() -> None:
    (row,) = rows_of_csv(downloaded("csv", IN_PART))
    assert (row["Position"], row["Formula used"]) == ("noted (supports in part)", FORMULA)
    cells = [cell for row in load_workbook(BytesIO(downloaded("xlsx", IN_PART))).worksheets[0].values for cell in row]
    assert "noted (supports in part)" in cells
    paragraphs = [paragraph.text for paragraph in Document(BytesIO(downloaded("docx", IN_PART))).paragraphs]
    assert any(f"noted ({SAID})" in text for text in paragraphs)


def test_papers_and_the_citation_say_it() -> None:
    index = InventedIndex([IN_PART])
    item = PlanItem(id=IN_PART.id, kind="recommendation", state="XAA", citation="", quoted="")
    plan, today = Plan(title="", state="XAA", items=(item,)), date(2031, 5, 7)
    with site_over(index).test_request_context():
        note, matrix = (text_of_paper(make_paper(name, plan, index, {}, today)) for name in ("side-event", "matrix"))
    assert f"Vellania noted this recommendation ({SAID}) (A/HRC/920/1/Add.1" in note
    assert f"noted ({SAID})" in matrix.splitlines()
    assert f"noted ({SAID}; A/HRC/920/1/Add.1" in page(f"/recommendation/{IN_PART.id}", IN_PART)


def test_plans_say_it() -> None:
    index = InventedIndex([IN_PART])
    item = PlanItem(id=IN_PART.id, kind="recommendation", state="XAA", citation="", quoted="", position="supported")
    plan = Plan(title="", state="XAA", items=(item,))
    with site_over(index).test_request_context():
        (row,) = item_rows("k" * 43, plan.items, index)
        assert row.recommendation == IN_PART
        cells = load_workbook(BytesIO(plan_workbook(plan, index))).worksheets[0].values
        assert any(f"noted ({SAID})" in map(str, each) for each in cells)
    said = " ".join(plan_as_text(plan, index, 300).split())
    assert f"Position: noted ({SAID})" in said
    news = " ".join(news_as_text(news_of(plan, index), index, 300).split())
    assert f"New answer: noted ({SAID}) (before: supported)" in news


def test_pages_of_a_plan_say_it(tmp_path: Path) -> None:
    client = plan_client(tmp_path, InventedIndex([IN_PART]))
    address = made(client, IN_PART.id)
    assert f"Noted ({SAID})" in words_of(client.get(address))
    (of_item,) = item_addresses(client, address)
    assert f"Noted ({SAID})" in words_of(client.get(of_item))


def test_commands_say_it() -> None:
    found = InventedIndex([IN_PART]).find(KeywordQuestion("girls"))
    assert f"noted ({SAID})" in " ".join(answer_as_text(found, {"XAA": "Vellania"}, 300).split())
    assert positions_in_words([IN_PART, PLAIN]).startswith("noted (supports in part) in cycle 2 → noted in cycle 2")


def test_results_are_narrowed_by_how_support_falls_short(tmp_path: Path) -> None:
    requests = records_of(
        [Request(f"Let judges visit {place}", position=Position.NOTED) for place in ("jails", "camps")]
    )
    in_part, plain = replace(requests[0], qualified=Qualified.PART), requests[1]
    index = open_index(build_small_index(tmp_path, [in_part, plain], STATES))
    found = index.find(KeywordQuestion("judges", filters=Filters(qualified=("part",))))
    assert [hit.record.id for hit in found.hits] == [in_part.id]
    (facet,) = (facet for facet in index.find(KeywordQuestion("judges")).facets if facet.field == "qualified")
    assert [(value.value, value.label, value.count) for value in facet.values] == [("part", "supports in part", 1)]
    assert [hit.record.id for hit in index.find(KeywordQuestion("judges qualified:part")).hits] == [in_part.id]


def test_the_form_and_the_address_offer_it() -> None:
    on_conditions = replace(IN_PART, place=replace(IN_PART.place, paragraph="115.7"), qualified=Qualified.CONDITION)
    client = site_over(InventedIndex([IN_PART, on_conditions])).test_client()
    shown = client.post("/find", data={"text": "girls"}).get_data(as_text=True)
    assert 'name="qualified" value="part"' in shown
    assert "1 recommendation · supports in part" in page(
        "/browse?qualified=part", IN_PART, replace(PLAIN, place=on_conditions.place)
    )
    assert "Qualified support: choose a value from the list." in page("/browse?qualified=oak", IN_PART)


KINDS: Sequence[tuple[Qualified, str]] = (
    (Qualified.PART, "noted (supports in part)"),
    (Qualified.CONDITION, "noted (supports on conditions)"),
    (Qualified.EXCEPTION, "noted (supports with an exception)"),
    (Qualified.SPIRIT, "noted (supports the aim)"),
)


@pytest.mark.parametrize(("kind", "words"), KINDS, ids=[kind for kind, _ in KINDS])
def test_each_kind_has_its_words(kind: Qualified, words: str) -> None:
    assert position_in_words(replace(IN_PART, qualified=kind), quoting=False) == words
