"""The papers that are tables: the follow-up matrix, OHCHR's matrix, the mid-term table; in all kinds of file."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from models.plans.plan import ActionType, Evidence
from models.records.records import Label, Origin
from search import SearchIndex
from tests.web.papers.conftest import altered, written
from tests.web.papers.paper_index import BOOKS, FLOOR, PLAN, PRISONS, REPORTED, item
from tests.web.words_in_files import lines_of_csv
from web.papers.paper import Paper

Compose = Callable[..., Paper]
Document = Callable[..., Any]
PRINTED = f"“{PRISONS} (Brenmark)”\n(A/HRC/920/54, paragraph 100.1, page 14)"


def rows_of_document(opened: Any, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened.tables[table].rows]


def test_matrix_has_the_columns_of_the_fact_sheet(document: Document) -> None:
    heading, group, first, second, *_ = rows_of_document(document("matrix"))
    assert heading == [
        "No.",
        "As printed",
        "Position",
        "Expected result",
        "What we ask the State to do",
        "Indicators",
        "Type of action",
        "Actors",
        "Timetable",
    ]
    assert set(group) == {"Vellania"}
    assert first == [
        "1",
        PRINTED,
        " supported ",
        "Prisons are seen.",
        "Let judges see every prison.\nPublish what they find.",
        "[ … ]",
        "judicial and training",
        "Ministry of Justice",
        "2032",
    ]
    assert second[2:] == [" noted ", *["[ … ]"] * 6]


def test_what_is_done_and_seen_stands_in_a_second_table_under_the_same_numbers(document: Document) -> None:
    heading, _, first, second, *_ = rows_of_document(document("matrix"), 1)
    assert heading == [
        "No.",
        "Milestones",
        "Cost and means",
        "Partners",
        "Status",
        "Evidence",
        "Next step",
        "Notes",
    ]
    assert first == [
        "1",
        "[ … ]",
        "[ … ]",
        "Ferry pilots",
        "partly implemented",
        "We counted two visits. (May 2031; Our diary; https://example.org/diary)",
        "Meet the warden",
        "The cook is afraid",
    ]
    assert second == ["2", *["[ … ]"] * 7]


def test_matrix_for_others_leaves_out_what_is_for_oneself(document: Document) -> None:
    aims, steps = (rows_of_document(document("matrix", readers="others"), table)[0] for table in (0, 1))
    assert aims[3:] == [
        "Expected result",
        "What we ask the State to do",
        "Indicators",
        "Type of action",
        "Actors",
        "Timetable",
    ]
    assert steps[1:] == ["Milestones", "Cost and means", "Status", "Evidence"]


def test_no_word_of_the_matrix_is_wider_than_its_column(document: Document) -> None:
    """At the size of its print a character takes a fifth of a centimetre at most, and a cell has margins."""
    kinds = tuple(ActionType)
    plan = replace(PLAN, items=tuple(replace(each, action_types=kinds) for each in PLAN.items))
    for table in document("matrix", plan).tables[:2]:
        for row in table.rows:
            for cell in row.cells:
                longest = max((len(word) for word in cell.text.split() if "/" not in word), default=0)
                assert longest * 0.17 <= cell.width.cm, cell.text


def test_matrix_keeps_the_order_of_the_plan_and_names_what_is_no_recommendation(index: SearchIndex) -> None:
    _, *rows = lines_of_csv(written("matrix", PLAN, index, {}, "csv"))
    assert [row[1] for row in rows] == [*(each.id for each in PLAN.items[:-1]), ""]
    assert rows[4][3].startswith(
        "On 29 October 2014, Vellania itself committed:\n“Vellania will publish prison reports”"
    )
    assert rows[5][3].startswith("In 2021, the Committee against Torture said to Vellania:\n“Detainees sleep")
    assert rows[6][3] == "Let the index forget this [ … who said it, and where ]"
    assert rows[6][4] == ""  # nor is there an answer to it


def test_of_a_paragraph_with_requests_of_others_the_own_one_is_quoted(index: SearchIndex) -> None:
    _, *rows = lines_of_csv(written("matrix", PLAN, index, {}, "csv"))
    assert rows[2][3] == "“plant oaks along all roads (France)”\n(A/HRC/920/54, paragraph 100.3, page 14)"


def test_evidence_taken_from_a_document_is_quoted_with_its_source(compose: Compose) -> None:
    evidence = Evidence(REPORTED, document="A/HRC/WG.6/34/XAA/1, paragraph 1", record="A.HRC.WG.6.34.XAA.1-1")
    plan = replace(PLAN, items=(replace(PLAN.items[0], evidence=(evidence,)),))
    ((row,),) = (group.rows for group in compose("matrix", plan).tables[0].groups)
    keys = [column.key for column in compose("matrix", plan).tables[0].columns]
    (words,) = row[keys.index("evidence")]
    assert "".join(words) == f"“{REPORTED}” (A/HRC/WG.6/34/XAA/1, paragraph 1, page 2)"


def test_csv_and_json_leave_gaps_empty(index: SearchIndex) -> None:
    heading, first, second, *_ = lines_of_csv(written("matrix", PLAN, index, {}, "csv"))
    assert (heading[:4], heading[-1]) == (["No.", "Record", "State", "As printed"], "Notes")
    assert first[3] == PRINTED
    assert second[5:] == [""] * 13
    whole = json.loads(written("matrix", PLAN, index, {}, "json"))
    assert whole["title"] == "Follow-up matrix: Vellania"
    assert whole["rows"][0]["expected_result"] == "Prisons are seen."
    assert whole["rows"][0]["action_types"] == "judicial and training"
    assert (whole["rows"][1]["record"], whole["rows"][1]["position"]) == ("XAA-20-100.2-1", "noted")
    assert whole["rows"][1]["partners"] is None
    assert whole["sources"][1] == {
        "document": "A/HRC/920/54",
        "paragraphs": ["100.1", "100.2", "100.3", "117"],
        "address": None,
    }


def test_workbook_shades_gaps_and_positions_and_says_what_it_is(index: SearchIndex) -> None:
    book = load_workbook(BytesIO(written("matrix", PLAN, index, {}, "xlsx")))
    sheet, about = book.worksheets
    heading = [cell.value for cell in sheet[1]]
    gap = sheet.cell(3, heading.index("Partners") + 1)
    position = sheet.cell(3, heading.index("Position") + 1)
    assert (gap.value, gap.fill.fgColor.rgb) == ("[ … ]", "FFFFF0B3")
    assert (position.value, position.fill.fgColor.rgb) == ("noted", "FFFDEEDB")
    said = [cell.value for row in about.rows for cell in row]
    assert "Follow-up matrix: Vellania" in said
    assert "Source: A/HRC/920/54, Working Group report, 1 January 2015" in said


def test_words_of_people_are_no_formulas(index: SearchIndex) -> None:
    plan = replace(PLAN, items=(replace(PLAN.items[0], notes='=HYPERLINK("x")', next_step="+1"),))
    row = lines_of_csv(written("matrix", plan, index, {}, "csv"))[1]
    assert row[-2:] == ["'+1", '\'=HYPERLINK("x")']
    sheet = load_workbook(BytesIO(written("matrix", plan, index, {}, "xlsx"))).worksheets[0]
    assert [(cell.data_type, cell.value) for cell in sheet[2][-2:]] == [("s", "+1"), ("s", '=HYPERLINK("x")')]


def test_ohchrs_matrix_is_laid_out_as_ohchr_does(document: Document) -> None:
    opened = document("stakeholders-matrix")
    headings = [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[:3] == [
        "UPR of Vellania (cycle 2, session 20)",
        "UPR of Vellania (cycle 1, session 7)",
        "Other reviews",
    ]
    heading, theme, first, no_theme, *_ = rows_of_document(opened)
    assert heading == [
        "Recommendation",
        "Position",
        "Full list of themes",
        "Assessment/comments on level of implementation",
    ]
    assert set(theme) == {"Theme: Conditions of detention"}
    assert first == [
        f"100.1. “{PRISONS} (Brenmark)”\n(A/HRC/920/54, paragraph 100.1, page 14)\n"
        "Source of position: A/HRC/920/54/Add.1, paragraph 4, page 2",
        " supported ",
        "- Conditions of detention\nSDGs:\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n"
        "Affected persons:\n- Persons deprived of their liberty",
        "partly implemented\nWe counted two visits. (May 2031; Our diary; https://example.org/diary)",
    ]
    assert set(no_theme) == {"Other matters"}


def test_ohchrs_matrix_holds_recommendations_alone(index: SearchIndex) -> None:
    _, *rows = lines_of_csv(written("stakeholders-matrix", PLAN, index, {}, "csv"))
    assert {row[0] for row in rows} == {
        "XAA-20-100.1-1",
        "XAA-20-100.2-1",
        "XAA-20-100.3-1",
        "XAA-7-100.1-1",
        "",
    }
    assert (rows[0][1], rows[0][2]) == ("UPR of Vellania (cycle 2, session 20)", "Conditions of detention")


def test_issues_of_upr_info_are_not_passed_off_as_themes_of_ohchr(index: SearchIndex) -> None:
    issues = (Label("upr-info", "Detention", Origin.SOURCE),)
    coded = altered(index, lambda record: replace(record, labels=issues))
    rows = lines_of_csv(written("stakeholders-matrix", PLAN, coded, {}, "csv"))
    assert rows[1][rows[0].index("Full list of themes")] == "UPR Info issues:\n'- Detention"


def test_mid_term_table_says_who_reports_what_and_leaves_room_for_the_rest(document: Document) -> None:
    opened = document("mid-term")
    heading, _, prisons, books, *_ = rows_of_document(opened)
    assert heading == [
        "As printed",
        "Position",
        "The State",
        "United Nations bodies",
        "Stakeholders",
        "Our judgement",
        "Evidence",
        "What remains to be done",
    ]
    assert prisons == [
        PRINTED,
        " supported ",
        f"“{REPORTED}” (A/HRC/WG.6/34/XAA/1, paragraph 1, page 2)",
        "[ … ]",
        "[ … ]",
        "partly implemented",
        "We counted two visits. (May 2031; Our diary; https://example.org/diary)",
        "Let judges see every prison.\nPublish what they find.",
    ]
    assert books[2:] == [
        "[ … ]",
        "[ … ]",
        "[ … ]",
        "[ … your judgement ]",
        "[ … ]",
        "[ … ]",
    ]


def test_what_the_plan_took_over_stands_for_what_is_found(compose: Compose) -> None:
    taken = (
        Evidence("Zebras graze.", document="National report", record="A.HRC.WG.6.34.XAA.1-2"),
        Evidence(FLOOR, document="Observations", record="CAT.C.XAA.CO.900-11"),
        Evidence("It was forgotten.", document="A/HRC/1/1, paragraph 2", record="gone-1"),
    )
    plan = replace(PLAN, items=(replace(PLAN.items[0], evidence=taken),))
    table = compose("mid-term", plan).tables[0]
    cells = dict(zip([column.key for column in table.columns], table.groups[0].rows[0], strict=True))
    texts = {key: ["".join(words) for words in cell] for key, cell in cells.items()}
    assert texts["state_reports"] == ["“Zebras graze.” (A/HRC/WG.6/34/XAA/1, paragraph 2, page 2)"]
    assert texts["un_reports"] == [f"“{FLOOR}” (CAT/C/XAA/CO/900, paragraph 11, page 3)"]
    assert texts["own_evidence"] == ["It was forgotten."]


def test_a_long_text_is_cut_with_a_mark(compose: Compose) -> None:
    plan = replace(PLAN, items=(item("gone", "word " * 4_000),))
    (line,) = compose("matrix", plan).tables[0].groups[0].rows[0][3]
    assert len(line[0]) < 5_010
    assert line[0].endswith("word […]")


@pytest.mark.parametrize("name", ["matrix", "stakeholders-matrix", "mid-term"])
def test_headings_of_tables_stand_on_each_page_never_alone_and_rows_may_be_split(document: Document, name: str) -> None:
    paper = document(name)
    assert paper.styles["Table Heading"].paragraph_format.keep_with_next
    rows = paper.tables[0]._tbl.tr_lst
    assert [len(rows[0].xpath("./w:trPr/w:tblHeader")), len(rows[1].xpath("./w:trPr/w:tblHeader"))] == [1, 0]
    assert [len(row.xpath("./w:trPr/w:cantSplit")) for row in rows[:3]] == [1, 1, 0]
    assert all(row.xpath(".//w:pStyle[@w:val='TableHeading']") for row in rows[:2])


def test_plan_of_several_states_has_a_group_for_each(compose: Compose) -> None:
    foreign = replace(item("XBA-21-100.1-1", BOOKS), state="XBA")
    groups = compose("matrix", replace(PLAN, items=(PLAN.items[0], foreign))).tables[0].groups
    assert [group.heading for group in groups] == ["Vellania", "Upper Tamurin"]
