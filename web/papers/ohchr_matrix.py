"""OHCHR's own matrix of recommendations, a Word file that is handed in: its column filled in, and given back.

The column is the one in which OHCHR asks stakeholders for their assessment. A row counts as that of a recommendation
of the plan where it has its number and begins with its words: reviews number alike. What somebody wrote into a cell
already stays.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from models.errors import UnusablePlan
from models.messages.message import Message
from models.texts.normal_form import normal_form
from web.files.letterhead import opened_safely
from web.papers.facts import PlanFacts
from web.papers.item_words import evidence_cell
from web.site.language import translated

_COLUMN = re.compile(r"\s*(assessment|comments? on (the )?level of implementation)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)+)\.?(?:\s|$)")
_COMPARED = 60
"""Letters and digits of a request that a row must begin with, behind its number."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is written into the row of one recommendation."""

    request: str
    """What it asks for: the row has its words."""
    lines: tuple[str, ...]


def assessments_of(facts: PlanFacts) -> dict[str, Assessment]:
    """By paragraph, the judgement and evidence of the plan on the recommendations to its State that have either."""
    found: dict[str, Assessment] = {}
    for item in facts.own:
        status = [translated(item.planned.status.value)] if item.planned.status else []
        lines = [*status, *map("".join, evidence_cell(item.planned.evidence, facts))]
        if item.recommendation and item.recommendation.place.paragraph and lines:
            # of a paragraph with several requests, a row begins with the first
            place, request = item.recommendation.place.paragraph, item.recommendation.text
            found.setdefault(place, Assessment(request, tuple(lines)))
    return found


def fill_matrix(content: bytes, assessments: Mapping[str, Assessment]) -> bytes:
    """The file with the column filled in; read where limits of time and memory hold.

    Raises:
        UnusablePlan: it is no Word file, holds what acts, has no such column, or no row of the plan's.
    """
    stream = BytesIO()
    with opened_safely(content) as document:
        filled = sum(_fill_table(table, assessments) for table in document.tables)
        document.save(stream)
    if not filled:
        raise UnusablePlan(
            Message(
                "No row of this matrix is that of a recommendation on which the plan has your judgement or evidence: "
                "give OHCHR’s matrix for stakeholders, with its column for their assessment."
            )
        )
    return stream.getvalue()


def _fill_table(table: Any, assessments: Mapping[str, Assessment]) -> int:
    """How many rows of a table were filled in; none of one without the column."""
    column, filled = None, 0
    for row in table.rows:
        cells = row.cells
        if column is None:
            column = next((place for place, cell in enumerate(cells) if _COLUMN.match(cell.text)), None)
            continue
        wanted = _assessment_for(cells[0].text, assessments)
        if wanted and len(cells) > column and not cells[column].text.strip():
            _write(cells[column], wanted.lines)
            filled += 1
    return filled


def _assessment_for(printed: str, assessments: Mapping[str, Assessment]) -> Assessment | None:
    number = _NUMBER.match(printed)
    wanted = assessments.get(number[1]) if number else None
    if number and wanted and _letters(printed[number.end() :]).startswith(_letters(wanted.request)[:_COMPARED]):
        return wanted
    return None


def _letters(text: str) -> str:
    return "".join(letter for letter in normal_form("NFKC", text).casefold() if letter.isalnum())


def _write(cell: Any, lines: tuple[str, ...]) -> None:
    for old in cell.paragraphs[1:]:
        old._p.getparent().remove(old._p)
    for run in cell.paragraphs[0].runs:
        run._r.getparent().remove(run._r)
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(style=cell.paragraphs[0].style).add_run(line)
