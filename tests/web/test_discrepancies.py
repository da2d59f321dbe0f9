"""Where documents count other numbers than were read, every place that shows the position says so."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from models.records.enums import Position
from models.records.records import Conflict, Discrepancy, Place
from tests.web.inspect_page import page_of, parse, text_of, words_at
from tests.web.invented_records import recommendation
from tests.web.own_forms import send
from tests.web.words_in_files import rows_of_csv
from web.words.citation import why_to_check

TOTAL = Discrepancy(
    Place("A/HRC/921/2", "779", 108),
    Position.SUPPORTED,
    175,
    1,
    words="Vellania had supported 175 <recommendations>.",
)
SENTENCE = "A/HRC/921/2, paragraph 779: the document counts 175 as supported; the program read 1."
UNSURE = recommendation(text="Open shelters for girls", discrepancies=(TOTAL,))
CODED = replace(UNSURE, position_source=Place("UPR Info", None, None))
SURE = recommendation(session=34, paragraph="115.2", text="Open schools for girls")


def test_the_page_of_a_recommendation_says_what_does_not_add_up(client_over):
    words = words_at(client_over(UNSURE), f"/recommendation/{UNSURE.id}")
    assert "Supported To check" in words
    assert (
        f"To check {SENTENCE} “Vellania had supported 175 <recommendations>.” "
        "A/HRC/921/2, paragraph 779, page 108 of the file"
    ) in words


@pytest.mark.parametrize(("language", "quoted"), [("fr", "« {} »"), ("ar", "«{}»")])
def test_the_words_that_count_stand_in_quotation_marks_of_the_language(client_over, language, quoted):
    words = words_at(client_over(UNSURE), f"/{language}/recommendation/{UNSURE.id}")
    assert quoted.format(TOTAL.words) in words.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_list_marks_it(client_over):
    client = client_over(UNSURE, SURE)
    for record in (UNSURE, SURE):
        send(client, "/list", {"add": record.id})
    assert words_at(client, "/list").count("To check") == 1


def test_nothing_is_said_where_all_adds_up(client_over):
    words = words_at(client_over(SURE, UNSURE), f"/recommendation/{SURE.id}").partition("Similar recommendations")[0]
    assert "To check" not in words
    assert "Confidence" not in words


def test_the_page_of_the_state_says_it_once_for_each_review(client_over):
    noted = replace(UNSURE, place=replace(UNSURE.place, paragraph="115.9"), position=Position.NOTED)
    words = words_at(client_over(UNSURE, noted), "/state/XAA")
    assert "Check the positions of 2014 (session 20)." in words
    assert words.count(SENTENCE) == 1


@pytest.mark.parametrize("layout", ["cards", "table"])
def test_results_mark_it(client_over, layout):
    page = parse(
        client_over(UNSURE, SURE).post("/match", data={"text": "girls", "layout": layout}).get_data(as_text=True)
    )
    marks = [text_of(mark) for mark in page.iterfind(".//span[@class='chip doubt']")]
    assert marks == ["To check"]
    if layout == "cards":
        assert SENTENCE in text_of(page.find(".//ol[@class='hits']"))


def test_each_request_of_a_card_is_marked_by_itself(client_over):
    other = recommendation(clause=2, text="train judges of girls", position=Position.UNKNOWN, position_source=None)
    page = page_of(client_over(UNSURE, other).post("/match", data={"text": "girls"}))
    marked = [text_of(item) for item in page.iterfind(".//div[@class='requests']/ul/li")]
    assert ["To check" in words for words in marked] == [True, False]


@pytest.mark.parametrize("address", ["/state/XAA/review/20", "/browse?under_review=XAA"])
def test_other_pages_that_show_the_position_mark_it(client_over, address):
    assert "Supported To check" in words_at(client_over(UNSURE), address)


def test_files_say_it(client_over):
    client = client_over(UNSURE, SURE)
    content = {
        kind: client.post("/match/download", data={"text": "girls", "format": kind}).data
        for kind in ("csv", "xlsx", "docx")
    }
    assert {row["Record"]: row["To check"] for row in rows_of_csv(content["csv"])} == {UNSURE.id: SENTENCE, SURE.id: ""}
    header, *cells = load_workbook(BytesIO(content["xlsx"])).worksheets[0].iter_rows(values_only=True)
    assert {row[header.index("To check")] for row in cells} == {SENTENCE, None}
    paragraphs = [paragraph.text for paragraph in Document(BytesIO(content["docx"])).paragraphs]
    assert paragraphs.count(f"To check: {SENTENCE}") == 1


def test_another_file_of_the_document_is_named_where_it_says_otherwise():
    """The mark "To check" has its reason beside it, on pages and in files."""
    conflict = Conflict(SURE.place, Position.NOTED, "notes it", file="copy.pdf", file_used="report.pdf")
    superseded = Conflict(SURE.place, Position.NOTED, "notes it")
    why = f"{SURE.place.symbol}: another file with this symbol, copy.pdf, gives the position: noted."
    assert why_to_check(replace(UNSURE, conflicts=(conflict, superseded))) == f"{SENTENCE}\n{why}"
    assert why_to_check(replace(SURE, conflicts=(superseded,))) is None


def test_the_follow_up_file_says_it(client_over):
    response = client_over(UNSURE).get("/state/XAA/review/20/follow-up.csv")
    row, *_ = rows_of_csv(response.data)
    assert row["To check"] == SENTENCE


def test_json_says_it(client_over):
    client = client_over(CODED)
    record = client.get(f"/api/v1/recommendation/{CODED.id}").get_json()
    assert record["position_confidence"] == "low"
    assert record["discrepancies"] == [
        {
            "source": {"symbol": "A/HRC/921/2", "paragraph": "779", "page": 108},
            "position": "supported",
            "stated": 175,
            "read": 1,
            "missing": [],
            "words": "Vellania had supported 175 <recommendations>.",
            "doubts": None,
        }
    ]
    (review,) = [each for each in client.get("/api/v1/state/XAA").get_json()["reviews"] if each["session"] == 20]
    assert json.dumps(review["discrepancies"]) == json.dumps(record["discrepancies"])
