"""OHCHR's own matrix, handed in as a Word file, comes back with the column for stakeholders filled in."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from models.errors import UnusablePlan
from models.plans.plan import Status
from search import SearchIndex
from tests.paths import REPOSITORY
from tests.web.papers.conftest import DAY
from tests.web.papers.paper_index import BOOKS, PLAN, PRISONS
from web.papers.facts import PlanFacts
from web.papers.ohchr_matrix import Assessment, assessments_of, fill_matrix

HEADING = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
REAL = REPOSITORY.parent / "shared" / "data" / "slovenia" / "cycle3" / "thematic_list.docx"


def matrix(rows: list[tuple[str, ...]], heading: tuple[str, ...] = HEADING) -> bytes:
    """As OHCHR lays it out: a row that is a theme goes across all columns."""
    document = Document()
    document.add_paragraph("UPR of Vellania (2nd Cycle – 20th session)")
    table = document.add_table(rows=0, cols=len(heading))
    for row in (heading, *rows):
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, words in zip(cells, row, strict=False):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rows_of(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[0].rows]


ROWS = [
    ("Theme: Conditions of detention",),
    (f"100.1 {PRISONS} (Brenmark);\nSource of position: A/HRC/920/54", "Supported", "- Conditions", ""),
    ("100.1 Plant other oaks (France);", "Noted", "- of another review", ""),
    (f"100.2. {BOOKS} (France) (Brenmark);", "Noted", "- Education", "We wrote this ourselves"),
    (f"100.1 {PRISONS.upper()} (Brenmark);", "Supported", "- the same under another theme", "\n"),
]


def test_rows_of_the_plan_are_filled_in_and_nothing_else_changes(index: SearchIndex) -> None:
    second = replace(PLAN.items[1], status=Status.NOT_STARTED)
    facts = PlanFacts(replace(PLAN, items=(PLAN.items[0], second, *PLAN.items[2:])), index, DAY)
    before = matrix(ROWS)
    filled = fill_matrix(before, assessments_of(facts))
    own = "partly implemented\nWe counted two visits. (May 2031; Our diary; https://example.org/diary)"
    assert [row[3] for row in rows_of(filled)[2:]] == [own, "", "We wrote this ourselves", own]
    assert [row[:3] for row in rows_of(filled)] == [row[:3] for row in rows_of(before)]
    assert Document(io.BytesIO(filled)).paragraphs[0].text == "UPR of Vellania (2nd Cycle – 20th session)"


def test_of_a_paragraph_with_several_requests_the_row_is_that_of_the_first(index: SearchIndex) -> None:
    facts = PlanFacts(PLAN, index, DAY)
    first = facts.own[0]
    assert first.recommendation
    record = replace(first.recommendation, clause=2, text="mend its roof")
    second = replace(first, record=record)
    facts.__dict__["own"] = (first, second)
    filled = fill_matrix(matrix(ROWS), assessments_of(facts))
    assert [bool(row[3]) for row in rows_of(filled)[2:]] == [True, False, True, True]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF", matrix(ROWS, ("Recommendation", "Position", "States", "Rights")), matrix(ROWS[:1])],
    ids=["nothing", "another file", "no column", "no row"],
)
def test_what_cannot_be_filled_in_is_refused(index: SearchIndex, content: bytes) -> None:
    with pytest.raises(UnusablePlan):
        fill_matrix(content, assessments_of(PlanFacts(PLAN, index, DAY)))


@pytest.mark.skipif(not REAL.exists(), reason="OHCHR's matrices are not at hand")
def test_a_real_matrix_is_filled_in_under_each_theme() -> None:
    request = Path(REAL).read_bytes()
    first = rows_of(request)[2][0]
    words = first.partition(" ")[2].partition("(")[0].strip()
    filled = fill_matrix(request, {"121.1": Assessment(words, ("some steps", "We met the ministry."))})
    assert rows_of(filled)[2][3] == "some steps\nWe met the ministry."
