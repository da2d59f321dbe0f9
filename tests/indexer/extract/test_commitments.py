"""Voluntary commitments: which sections hold them, and how each is cut and numbered. All texts are invented."""

from datetime import date

import pytest

from indexer.extract.commitments import extract_commitments
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.records.records import Commitment
from models.reviews.states import StateTable

STATES = StateTable.built_in()
REPORT = DocumentKind.WORKING_GROUP_REPORT
NATIONAL = DocumentKind.NATIONAL_REPORT
HEADING = "# III. Voluntary pledges and commitments"
LINE_HEIGHT = 12.0


def document(text: str) -> ReadDocument:
    """One line per line; "# " begins a bold one, an empty line is a gap, "---" a new page, indentation indents."""
    lines: list[Line] = []
    page, top = 1, 80.0
    for printed in text.strip("\n").split("\n"):
        if printed.strip() == "---":
            page, top = page + 1, 80.0
        elif not printed.strip():
            top += LINE_HEIGHT
        else:
            words = printed.strip().removeprefix("# ")
            bold = printed.strip().startswith("# ")
            size = 14.0 if bold and words[0] in "IV" else 10.0
            left = 113.0 + 5.0 * (len(printed) - len(printed.lstrip()))
            lines.append(Line(words, page, left, left + 300, top, size, bold, italic=False))
            top += LINE_HEIGHT
    return ReadDocument("report.pdf", "0" * 64, tuple(lines), page)


def commitments(text: str, kind: DocumentKind = REPORT, symbol: str = "A/HRC/900/1") -> list[Commitment]:
    return extract_commitments(document(text), DocumentIdentity(symbol, kind, "en", "CHL", 18), STATES)


def cut(text: str, kind: DocumentKind = REPORT) -> list[tuple[str | None, int, str]]:
    return [(pledge.place.paragraph, pledge.order, pledge.text) for pledge in commitments(text, kind)]


def test_paragraphs_end_at_the_annex() -> None:
    text = f"""
# endorsed by the Working Group as a whole.

{HEADING}

83. Chile will plant a tree on both sides of every road
in the country.
84. Chile commits to mend its bridges.
---
# Annex

# Composition of the delegation

85. The delegation was headed by the Minister.
"""
    assert cut(text) == [
        ("83", 1, "Chile will plant a tree on both sides of every road in the country."),
        ("84", 1, "Chile commits to mend its bridges."),
    ]


def test_each_commitment_names_its_page_and_has_an_id_of_its_own() -> None:
    first, second = commitments(f"{HEADING}\n\n83. Chile will plant trees.\n---\n84. Chile will mend bridges.")
    assert (first.place.page, second.place.page) == (1, 2)
    assert (first.id, second.id) == ("CHL-18-c-A.HRC.900.1-83-1", "CHL-18-c-A.HRC.900.1-84-1")


@pytest.mark.parametrize(
    ("items", "cut_items"),
    [
        pytest.param(
            "  • Plant trees\n  along every road;\n  • Mend bridges.",
            [("83", 1, "Plant trees along every road;"), ("83", 2, "Mend bridges.")],
            id="bullets have the number of their paragraph and count",
        ),
        pytest.param(
            "  1. To plant trees;\n---\n       2. To mend bridges.",
            [("83.1", 1, "To plant trees;"), ("83.2", 1, "To mend bridges.")],
            id="numbers, on the next page with another margin",
        ),
        pytest.param(
            "84. Chile will plant trees.\n85. Chile will mend bridges.",
            [("84", 1, "Chile will plant trees."), ("85", 1, "Chile will mend bridges.")],
            id="paragraphs after a paragraph that only introduces them",
        ),
    ],
)
def test_lists_under_a_paragraph_that_introduces_them(items: str, cut_items: list[tuple[str, int, str]]) -> None:
    assert cut(f"{HEADING}\n\n83. Chile made the following commitments:\n{items}") == cut_items


def test_a_roman_sub_item_and_a_year_at_a_line_s_beginning_stay_in_their_item() -> None:
    items = "  (a) Plant trees before\n2030. It will start\n(i) in towns;\n  (b) Mend bridges."
    text = f"{HEADING}\n\n83. Chile will:\n{items}"
    assert cut(text) == [
        ("83(a)", 1, "Plant trees before 2030. It will start (i) in towns;"),
        ("83(b)", 1, "Mend bridges."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reference is made to the commitments made by the State under review in its national report.",
        "Reference is made to the commitments made by Chile to the Council as referred to in paragraph 12 above.",
        "The voluntary pledges of Chile are set out in its national report (A/HRC/WG.6/18/CHL/1).",
        "See the national report for the commitments undertaken by Chile.",
        "Before the adoption of the outcome Chile will present its voluntary commitments.",
    ],
)
def test_a_paragraph_that_only_points_elsewhere_is_no_commitment(sentence: str) -> None:
    assert cut(f"{HEADING}\n\n83. {sentence}") == []


@pytest.mark.parametrize(
    "sentences",
    [
        "Reference is made to paragraph 28 above. Chile is also committed to planting trees.",
        "Reference is made to the commitments made by Chile to plant trees, as announced in paragraph 6.",
    ],
)
def test_a_reference_that_says_what_is_pledged_is_a_commitment(sentences: str) -> None:
    assert cut(f"{HEADING}\n\n83. {sentences}") == [("83", 1, sentences)]


@pytest.mark.parametrize(
    "heading",
    [
        "# III. VOLUNTARY COMMITMENTS OF THE STATE UNDER REVIEW",
        "# IV. Voluntary pledges and commitments",
        "# Voluntary commitments",
        "# V. New voluntary pledges",
        "# VI. Key national priorities, initiatives and commitments",
        "# III. Engagements volontaires",
        "# III. Compromisos voluntarios",
        "# III. Promesas y compromisos voluntarios",
    ],
)
def test_headings_of_commitments(heading: str) -> None:
    assert cut(f"{heading}\n\n83. Chile will plant trees.") == [("83", 1, "Chile will plant trees.")]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("III. Voluntary pledges and commitments ........ 83 17", id="table of contents"),
        pytest.param("# V. Implementation of voluntary pledges and commitments", id="how earlier pledges were kept"),
        pytest.param("# A. Voluntary pledges for membership in the Human Rights Council", id="a candidature"),
        pytest.param("# voluntary commitments and replies presented by the State under review", id="cover"),
        pytest.param("# commitments to international conventions (Norway);", id="last line of a bold recommendation"),
        pytest.param("# V. National priorities", id="priorities alone"),
        pytest.param("# I. Human rights obligations", id="something else"),
    ],
)
def test_headings_of_something_else(heading: str) -> None:
    assert cut(f"{heading}\n\n83. Chile will plant trees.") == []


EARLIER = """
# IV. Challenges

113. The rivers rose.

# V. Implementation of voluntary pledges and commitments

# A. Voluntary pledges for membership of the Human Rights Council

114. As a candidate, Chile pledged to paint its harbours.

# B. Voluntary pledges and commitments in the Universal Periodic Review

115. During the second cycle Chile made a commitment to plant trees. They were planted in 2014.
116. Chile remains committed to planting trees.

# VI. Voluntary pledges and commitments

117. Chile will mend bridges.
"""


def test_a_chapter_on_earlier_pledges_gives_what_was_pledged_and_not_how_it_was_kept() -> None:
    assert cut(EARLIER, NATIONAL) == [
        ("115", 1, "During the second cycle Chile made a commitment to plant trees."),
        ("117", 1, "Chile will mend bridges."),
    ]


def test_an_earlier_pledge_does_not_bear_the_day_of_the_review_that_recalls_it() -> None:
    identity = DocumentIdentity("A/HRC/900/1", NATIONAL, "en", "CHL", 18, reviewed=date(2014, 1, 28))
    earlier, new = extract_commitments(document(EARLIER), identity, STATES)
    assert (earlier.made_on, new.made_on) == (None, date(2014, 1, 28))


@pytest.mark.parametrize(
    ("words", "pledged"),
    [
        ("Chile thanked all. It pledged to plant trees.", ["It pledged to plant trees."]),
        ("Chile announced its pledge to mend the bridges.", None),
        ("Chile undertook to mend the bridges.", []),
        ("Norway welcomed the trees. Chile had pledged to plant more.", []),
        ("Norway pledged to help.", []),
        ("The trees grew. Chile pledged to plant more.", []),
    ],
    ids=["pledged", "its pledge", "another word", "said by another State", "pledged by another", "nobody is named"],
)
def test_what_the_state_calls_its_pledge_in_the_dialogue(words: str, pledged: list[str] | None) -> None:
    text = f"""
5. The review was held.
6. {words}

# II. Conclusions and/or recommendations

7. The following recommendations were made:
"""
    found = [("6", 1, sentence) for sentence in ([words] if pledged is None else pledged)]
    assert cut(text) == found
    assert cut(text, DocumentKind.ADDENDUM) == []


def test_a_national_report_tells_stories_between_its_pledges() -> None:
    text = """
# VI. Key national priorities, initiatives and commitments

80. In 2012 the forests burned and many people lost their homes.
81. The Government will plant new forests.
82. The following commitments are made:
  (a) Mending of bridges;
  (b) A law on roads.

# VII. Capacity-building

83. Chile will ask for help.
"""
    assert cut(text, NATIONAL) == [
        ("81", 1, "The Government will plant new forests."),
        ("82(a)", 1, "Mending of bridges;"),
        ("82(b)", 1, "A law on roads."),
    ]


def test_paragraphs_without_numbers_are_cut_at_gaps() -> None:
    text = f"{HEADING}\n\nChile will plant trees\nalong every road.\n\nChile will mend bridges."
    assert cut(text, DocumentKind.ADDENDUM) == [
        (None, 1, "Chile will plant trees along every road."),
        (None, 2, "Chile will mend bridges."),
    ]
    assert [pledge.id for pledge in commitments(text, DocumentKind.ADDENDUM)] == [
        "CHL-18-c-A.HRC.900.1-0-1",
        "CHL-18-c-A.HRC.900.1-0-2",
    ]
