"""Records in the layout of the exports of the Universal Human Rights Index, with invented words."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

COLUMNS = (
    "Text",
    "Countries Concerned",
    "Reccomending Body",
    "Document Symbol",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Document Publication Date",
    "UPR Reccomending States",
    "UPR Position",
    "Type",
    "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned",
    "Recommending Regions",
    "Date of publication on UHRI",
)
"""As the source spells them."""
FIELDS = (
    "Text",
    "Countries",
    "Body",
    "Symbol",
    "Themes",
    "AffectedPersons",
    "Sdgs",
    "PublicationDate",
    "UprRecommendingCountry",
    "UprPositions",
    "AnnotationType",
    "AnnotationId",
    "UprSession",
)
"""The fields of a json record that stand in the first columns, in their order."""


def observed(text: str = "<p>7.The State party should open all huts.</p>", **fields: Any) -> dict[str, Any]:
    """What a committee says."""
    return {
        "AnnotationId": "0a0c9531-0000-4000-8000-000000000001",
        "AnnotationType": "- Recommendations",
        "Body": "- CRC",
        "Symbol": "CRC/C/SVN/CO/900",
        "DocumentId": "0a0c9531-0000-4000-8000-00000000000d",
        "Countries": ["- Slovenia"],
        "Regions": ["- Eastern Europe"],
        "Themes": ["- Huts &amp; shelters\u00a0", "- Mountains"],
        "AffectedPersons": ["- Walkers"],
        "Sdgs": ["15.4 - Protect mountains"],
        "Text": text,
        "PublicationDate": "2021-05-07T00:00:00",
        "PublicationDateOnUhri": "2021-06-01T00:00:00",
        "UprCycle": None,
        "UprPositions": [],
        "UprRecommendingCountry": [],
        "UprRecommendingRegions": [],
        "UprSession": [],
    } | fields


def asked(text: str = "100.1 Plant trees along every road (France);", **fields: Any) -> dict[str, Any]:
    """What a State recommends in a review."""
    of_review = {
        "Body": "- UPR",
        "Symbol": "A/HRC/920/15",
        "UprCycle": "2nd cycle",
        "UprPositions": ["- Supported"],
        "UprRecommendingCountry": ["- France"],
        "UprSession": ["- 20th session - November 2014"],
    }
    return observed(text, **(of_review | fields))


def json_export(path: Path, records: Sequence[Any]) -> Path:
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return path


def xlsx_export(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.append(COLUMNS)
    for record in records:
        workbook.active.append([_cell(record[field]) for field in FIELDS])
    workbook.save(path)
    return path


def _cell(value: Any) -> Any:
    """Several values are lines that begin with a hyphen."""
    if not isinstance(value, list):
        return value
    return "\n".join(line if line.startswith("- ") else f"- {line}" for line in value)
