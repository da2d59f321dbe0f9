"""What each paper holds, as docs/papers.md lists it: the lines above it, its headings, what is said or left open."""

from collections.abc import Callable

import pytest

from tests.web.papers.conftest import text_of
from web.papers.kinds import PAPERS
from web.papers.paper import Heading, Paper

SENDER = ["From", "Date", "Contact"]
NEXT_REVIEW = "Next review: about Jan 2030 (estimated)."
REQUEST = "Let judges see every prison."
SEEN = "We see that it is carried out in part: We counted two visits."
CHECKLISTS: list[tuple[str, dict[str, str], list[str], list[str], list[str]]] = [
    ("matrix", {"readers": "ours"}, [], [], ["Ferry pilots", "Meet the warden", "The cook is afraid"]),
    ("matrix", {"readers": "others"}, SENDER, [], [REQUEST]),
    (
        "stakeholders-matrix",
        {},
        [],
        [
            "UPR of Vellania (cycle 2, session 20)",
            "UPR of Vellania (cycle 1, session 7)",
            "Other reviews",
        ],
        ["- Conditions of detention", "partly implemented", "We counted two visits.", "[ … your judgement ]"],
    ),
    ("mid-term", {}, SENDER, [], ["Judges visited three prisons", "partly implemented", REQUEST, "[ … ]"]),
    (
        "embassy-brief",
        {"state": "XAB", "moment": "before"},
        ["From", "To", "Date", "Contact"],
        [
            "What you recommended to Vellania, and what became of it",
            "What we ask you to recommend",
            "What you could ask in advance",
        ],
        [SEEN, REQUEST, "Subject: Conditions of detention.", NEXT_REVIEW],
    ),
    (
        "embassy-brief",
        {"state": "XAB", "moment": "between"},
        ["From", "To", "Date", "Contact"],
        ["What you recommended to Vellania, and what became of it", "What we ask", "What you can do"],
        ["The State’s comment: “", SEEN, REQUEST, NEXT_REVIEW],
    ),
    (
        "oral-statement",
        {},
        ["To", "Item", "Title", "Speaker"],
        [],
        ["[ … the issue, whom it concerns, and why now ]", SEEN, REQUEST],
    ),
    (
        "written-statement",
        {},
        ["From", "To", "Item", "Title", "Consultative status", "Joint signatories"],
        ["Introduction", "Earlier recommendations and what came of them", "What we ask"],
        [SEEN, "We ask Vellania to do this:", REQUEST],
    ),
    (
        "side-event",
        {},
        [*SENDER, "Title", "Organised by", "When", "Where", "Languages"],
        ["Why this event", "What it is to bring about", "Programme"],
        ["[ … what those who come should do afterwards ]", "[ … who opens, and who moderates ]"],
    ),
    (
        "submission",
        {"joint": "yes"},
        ["From", "Joint signatories", "Mandate", "Key words"],
        [
            "Introduction",
            "Earlier recommendations and what came of them",
            "Conditions of detention",
            "Other matters",
            "What is new since the last review",
            "Recommendations for the next review",
            "Annex: earlier recommendations, their answers, and our judgement",
        ],
        [SEEN, "[ … developments that no earlier recommendation is on, with sources ]", REQUEST],
    ),
    (
        "pending-note",
        {},
        SENDER,
        ["A/HRC/920/54, paragraph 100.1, page 14"],
        ["Judges visited three prisons", SEEN, REQUEST],
    ),
    (
        "public-summary",
        {},
        SENDER,
        ["What it supported", "What it noted", "What else was said", "What has happened since", "What you can do"],
        ["made by 3 States", SEEN, "Ask your member of parliament", NEXT_REVIEW],
    ),
    (
        "press-release",
        {},
        [*SENDER, "Not before", "Subject"],
        ["What was recommended", "What we see", "What we ask", "Background"],
        [
            "[ … a headline of at most ten words: who, what, why now ]",
            "[ … a sentence of somebody of yours who is safe to be named, in your own words ]",
            SEEN,
            REQUEST,
            NEXT_REVIEW,
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "options", "lines", "headings", "points"),
    CHECKLISTS,
    ids=[" ".join((name, *options.values())) for name, options, *_ in CHECKLISTS],
)
def test_a_paper_holds_what_its_checklist_asks(
    compose: Callable[..., Paper],
    name: str,
    options: dict[str, str],
    lines: list[str],
    headings: list[str],
    points: list[str],
) -> None:
    paper = compose(name, **options)
    assert [line for line, _ in paper.letterhead] == lines
    assert [part.text for part in paper.parts if isinstance(part, Heading)] == headings
    text = text_of(paper)
    places = [text.find(point) for point in points]
    assert -1 not in places, points[places.index(-1)]


def test_each_paper_has_a_checklist() -> None:
    assert list(dict.fromkeys(name for name, *_ in CHECKLISTS)) == list(PAPERS)
