"""Reports since 2015: lists "6.1" under several paragraphs, positions taken at once, recommending States at the end.

All texts are invented. Each document is read as lines of a page, one as a text file (its lines without type and place,
with the numbers on lines of their own, as programs make it of a PDF file). Reports as PDF files: tests/test_samples.py.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.extract.reports.recommendations import extract_recommendations
from indexer.sources.document import read_document
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.indexer.printed_report import IDENTITY, printed, report

STATES = StateTable.built_in()

COVER = """
United Nations A/HRC/943/9

General Assembly Distr.: General

3 January 2020

Original: English

Human Rights Council

Universal periodic review

Report of the Working Group on the Universal Periodic Review

Slovenia
"""
DIALOGUE = """
1. The Working Group on the Universal Periodic Review held its thirty-fourth session from 4 to 15
November 2019. The review of Slovenia was held at the 15th meeting, on 12 November 2019.

2. The delegation spoke of the road to the north and of those who keep it open in the long winter of the hills.

3. During the interactive dialogue, 80 delegations made statements. Recommendations made during
the dialogue are to be found in section II of the present report.

II. Conclusions and/or recommendations

"""
SHORT = """
4. The recommendations below enjoy the support of Slovenia:

    4.1 Ratify the Convention on Ferries (Chile) (Bolivia (Plurinational State of))
    (Netherlands (Kingdom of the));

    4.2. Mend 200 bridges. Give each of them two lamps, in
    line with section 6.2 of the Act on Lamps
    (Iran (Islamic Republic of), Bosnia and Herzegovina and the
    Lao People’s Democratic Republic);

    A. Right to ferries

    4.3 Step up the painting of piers, particularly for
    4.5 per cent of the boats, by
    2030 (Côte d’Ivoire);

---
    4.4 Build schools (Paris Principles); give them boats
    (Venezuela (Bolivarian Republic of); State of Palestine)*;

    Cross-cutting issues

    4.5 Open the harbours (Mali).

5. The recommendations listed below have been noted by Slovenia:

    5.1 Sell the old ferry (Republic of Korea, Democratic
    People’s Republic of Korea);

    5.2 Close the
    pier (Türkiye) (Saint Vincent and the Grenadines).

6. All conclusions and/or recommendations contained in the present report reflect the
position of the submitting State(s) and/or the State under review.

Annex

Composition of the delegation

The delegation of Slovenia was headed by Ms. Osel (Chile);
"""
EXPECTED = [
    ("4.1", "CHL BOL NLD", "supported", "Ratify the Convention on Ferries"),
    (
        "4.2",
        "IRN BIH LAO",
        "supported",
        "Mend 200 bridges. Give each of them two lamps, in line with section 6.2 of the Act on Lamps",
    ),
    (
        "4.3",
        "CIV",
        "supported",
        "Step up the painting of piers, particularly for 4.5 per cent of the boats, by 2030",
    ),
    ("4.4", "VEN PSE", "supported", "Build schools (Paris Principles); give them boats"),
    ("4.5", "MLI", "supported", "Open the harbours"),
    ("5.1", "KOR PRK", "noted", "Sell the old ferry"),
    ("5.2", "TUR VCT", "noted", "Close the pier"),
]


def rows(records: Sequence[Recommendation]) -> list[tuple[str, str, str, str]]:
    return [
        (r.place.paragraph or "", " ".join(s.state for s in r.sponsors), r.interim_position.value, r.text)
        for r in records
    ]


def extracted(conclusions: str) -> list[tuple[str, str, str, str]]:
    return rows(extract_recommendations(report(DIALOGUE + conclusions), IDENTITY, STATES))


def read(path: Path) -> list[tuple[str, str, str, str]]:
    extract = read_document(path, path.name, STATES)
    assert isinstance(extract, DocumentExtract)
    assert (extract.identity.state_under_review, extract.identity.session) == ("SVN", 34)
    return rows(extract.recommendations)


def test_as_lines_of_a_page() -> None:
    assert extracted(SHORT) == EXPECTED


@pytest.mark.parametrize("parted", [False, True], ids=["numbers before words", "numbers on lines of their own"])
def test_as_a_text_file(tmp_path: Path, parted: bool) -> None:
    words = [line.text for line in printed(COVER + DIALOGUE + SHORT)]
    if parted:
        words = [re.sub(r"^(\d\.\d?\.?) (?!per cent)", "\\1\n\n", line) for line in words]
    path = tmp_path / "report.txt"
    path.write_text("\n".join(words), encoding="utf-8")
    assert read(path) == EXPECTED


@pytest.mark.parametrize(
    ("intro", "position"),
    [
        ("The recommendations below enjoy the support of Slovenia:", "supported"),
        ("The recommendations listed below have been examined by Slovenia and enjoy its support:", "supported"),
        (
            "The recommendations formulated during the interactive dialogue and listed below have been examined by\n"
            "and enjoy the support of Slovenia, which considers that they are in the process of implementation:",
            "supported",
        ),
        ("The recommendations below were supported by Slovenia:", "supported"),
        ("The recommendations below have been noted by Slovenia:", "noted"),
        ("The recommendations listed below did not enjoy the support of Slovenia and would thus be noted:", "noted"),
        ("Slovenia considers that the recommendations below cannot be accepted and would thus be noted:", "noted"),
        (
            "The following recommendations will be examined by Slovenia, which will provide responses in due time,\n"
            "but no later than the forty-third session of the Human Rights Council:",
            "pending",
        ),
        (
            "The recommendations below have been taken under consideration by Slovenia, which will provide\n"
            "responses no later than the fortieth session of the Human Rights Council:",
            "pending",
        ),
    ],
)
def test_positions_that_intro_paragraphs_take_at_once(intro: str, position: str) -> None:
    ((_, _, found, _),) = extracted(f"4. {intro}\n\n    4.1 Paint the piers (Mali).\n")
    assert found == position


NUMBERS = [
    # a copy that lost the space behind the number
    (
        "4. These enjoy the support of Slovenia:\n\n    4.1Paint (Mali);\n\n    4.2“Old” piers: sell (Peru).\n",
        ["4.1", "4.2"],
    ),
    # the second list counts on
    (
        "4. These enjoy the support of Slovenia:\n\n    4.1 Paint (Mali);\n\n    4.2 Sell (Peru);\n\n"
        "    4.3 Buy (Chad);\n\n    4.4 Mend (Peru).\n\n5. These have been noted:\n\n"
        "    5.5 Dig (Mali);\n\n    5.6 Fill (Peru).\n",
        ["4.1", "4.2", "4.3", "4.4", "5.5", "5.6"],
    ),
    # a figure with decimals, and one that goes on with the count of paragraphs, begin lines
    (
        "4. These enjoy the support of Slovenia:\n\n    4.1 Paint at least\n    5.5 km of piers (Mali);\n\n"
        "    4.2 Sell (Peru).\n",
        ["4.1", "4.2"],
    ),
]


@pytest.mark.parametrize(("conclusions", "numbers"), NUMBERS, ids=["glued", "counting on", "decimals"])
def test_numbers_of_items(conclusions: str, numbers: list[str]) -> None:
    assert [number for number, *_ in extracted(conclusions)] == numbers


def test_numbers_of_intro_paragraphs_that_a_copy_lost() -> None:
    text_of_copy = """
The delegation thanked all.

II. Conclusions and/or recommendations

The recommendations below enjoy the support of Slovenia:

    140.1 Paint the piers (Mali);

    140.2 Sell the ferry (Peru).

The recommendations below have been noted by
Slovenia:

    141.1 Dig a canal (Chile).
"""
    found = rows(extract_recommendations(report(text_of_copy), IDENTITY, STATES))
    assert [row[:3] for row in found] == [
        ("140.1", "MLI", "supported"),
        ("140.2", "PER", "supported"),
        ("141.1", "CHL", "noted"),
    ]


def test_without_the_heading_conclusions_begin_with_the_paragraph_above_the_first_list() -> None:
    conclusions = "4. Slovenia supports these:\n\n    Right to ferries\n\n    4.1 Paint the piers (Mali).\n"
    lines_of_report = DIALOGUE.replace("II. Conclusions and/or recommendations", "") + conclusions
    found = rows(extract_recommendations(report(lines_of_report), IDENTITY, STATES))
    assert [row[:2] for row in found] == [("4.1", "MLI")]


@pytest.mark.parametrize("mark", ["*", "†", " **"])
def test_a_note_mark_between_recommending_state_and_semicolon(mark: str) -> None:
    listed = f"    4.1 Paint (Mali){mark};\n    Right to piers\n    4.2 Sell (Peru).\n"
    found = extracted(f"4. These enjoy the support of Slovenia:\n{listed}")
    assert [row[3] for row in found] == ["Paint", "Sell"]
