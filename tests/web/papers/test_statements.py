"""Statements and submissions: what they say, and that they keep to their limits."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from models.plans.plan import Plan, Status
from tests.web.papers.conftest import text_of
from tests.web.papers.paper_index import BOOKS, FLOOR, PLAN, PRISONS, item
from web.papers.paper import Paper, Paragraph, Style

Compose = Callable[..., Paper]
COUNTED = re.compile(r"Words: ([\d,]+) written, ([\d,]+) kept free for what is shaded, ([\d,]+) at most")
CITATION = re.compile(r" \((?:A/HRC/|CAT/C/)[^)]*\)")
GAP = re.compile(r"\[ … [^]]*\]")


def counted(paper: Paper) -> tuple[int, ...]:
    found = COUNTED.match(paper.counted)
    assert found
    return tuple(int(number.replace(",", "")) for number in found.groups())


def long_plan(items: int = 60) -> Plan:
    return replace(PLAN, items=tuple(item(f"gone-{number}", f"{PRISONS} {number}, " * 6) for number in range(items)))


def notes_of(paper: Paper) -> str:
    return "\n".join("".join(words) for words in paper.notes)


def test_oral_statement_is_read_out_as_it_stands(compose: Compose) -> None:
    assert text_of(compose("oral-statement", minutes="2")).splitlines() == [
        "Mr./Madam President,",
        "[ … organisation with consultative status, and on whose behalf ] speaks on the follow-up to the Universal "
        "Periodic Review of Vellania.",
        f"In 2014, Brenmark recommended: “{PRISONS}” (A/HRC/920/54, paragraph 100.1, page 14). Vellania supported this "
        "recommendation.",
        "Vellania reported since: “Judges visited three prisons in the north without notice.” (A/HRC/WG.6/34/XAA/1, "
        "paragraph 1, page 2)",
        "In our judgement: partly implemented. [ … what has changed since for those concerned, in one sentence ]",
        f"In 2014, France and Brenmark recommended: “{BOOKS}” (A/HRC/920/54, paragraph 100.2, page 14). Vellania noted "
        "this recommendation.",
        "[ … what has changed since for those concerned, in one sentence ]",
        "In 2014, France recommended: “plant oaks along all roads” (A/HRC/920/54, paragraph 100.3, page 14). Vellania "
        "supported this recommendation.",
        "[ … what has changed since for those concerned, in one sentence ]",
        f"In 2010, Brenmark and Slovenia recommended: “{PRISONS}” (A/HRC/907/54, paragraph 100.1, page 14). Vellania "
        "noted this recommendation.",
        "[ … what has changed since for those concerned, in one sentence ]",
        "On 29 October 2014, Vellania itself committed: “Vellania will publish prison reports” (A/HRC/920/54, "
        "paragraph 117, page 19).",
        "[ … what has changed since for those concerned, in one sentence ]",
        f"In 2021, the Committee against Torture said to Vellania: “{FLOOR}” (CAT/C/XAA/CO/900, paragraph 11, page 3).",
        "[ … what has changed since for those concerned, in one sentence ]",
        "Let the index forget this [ … who said it, and where: the documents indexed do not hold it ]",
        "[ … what has changed since for those concerned, in one sentence ]",
        "We ask this of Vellania before its next review: Judges see every prison.",
        "I thank you.",
    ]


@pytest.mark.parametrize(
    ("minutes", "pace", "most"),
    [("1.5", "usual", 250), ("2", "usual", 300), ("1.5", "slower", 180), ("2", "slower", 240)],
)
def test_oral_statement_keeps_to_its_time(compose: Compose, minutes: str, pace: str, most: int) -> None:
    paper = compose("oral-statement", long_plan(), minutes=minutes, pace=pace)
    written, kept, limit = counted(paper)
    assert limit == most
    assert most - 90 < written + kept <= most  # one more would not fit
    spoken = CITATION.sub("", text_of(paper))
    assert kept == 15 * len(GAP.findall(spoken))
    words = [word for word in GAP.sub("", spoken).split() if any(map(str.isalnum, word))]
    assert written == len(words)


def test_oral_statement_says_what_is_left_out_for_want_of_time(compose: Compose) -> None:
    plan = replace(PLAN, items=PLAN.items * 1 + long_plan().items)
    assert "Left out, for want of time: CAT/C/XAA/CO/900, paragraph 11, page 3; XAA-20-999.9-1; gone-0; " in notes_of(
        compose("oral-statement", plan)
    )


def test_oral_statement_says_who_can_speak_and_how_long_in_other_languages(compose: Compose) -> None:
    notes = notes_of(compose("oral-statement", minutes="2"))
    assert "Only organisations in consultative status with the Economic and Social Council (ECOSOC status)" in notes
    assert "ask a partner that has it" in notes
    assert "Limit: 300 English words. ISHR Academy" in notes
    assert "looked up on 26 November 2026" in notes
    assert (
        "Arabic 182 words, Chinese 336 characters, English 300 words, French 257 words, Russian 242 words and Spanish "
        "287 words" in notes
    )


def test_statement_without_a_judgement_makes_none(compose: Compose) -> None:
    plan = replace(PLAN, items=(replace(PLAN.items[0], status=None),))
    assert "In our judgement" not in text_of(compose("oral-statement", plan))
    contrary = replace(PLAN, items=(replace(PLAN.items[0], status=Status.CONTRARY),))
    assert "In our judgement: contrary steps." in text_of(compose("oral-statement", contrary))


@pytest.mark.parametrize(
    ("name", "options", "most"),
    [
        ("written-statement", {"status": "special"}, 1500),
        ("written-statement", {"status": "general"}, 2000),
        ("submission", {"joint": "no"}, 2815),
        ("submission", {"joint": "yes"}, 5630),
    ],
)
def test_written_papers_keep_to_their_words(compose: Compose, name: str, options: dict[str, str], most: int) -> None:
    paper = compose(name, long_plan(300), **options)
    written, kept, limit = counted(paper)
    assert limit == most
    assert most - 150 < written + kept <= most
    text = text_of(paper)
    words = [word for word in GAP.sub(" ", text).split() if any(map(str.isalnum, word))]
    assert abs(written - len(words)) <= 2
    assert kept == 15 * len(GAP.findall(text))
    assert "Left out, for want of room: gone-" in notes_of(paper)
    assert f"Limit: {most:,} words" in notes_of(paper)


def test_what_is_said_of_one_item_is_one_numbered_paragraph(compose: Compose) -> None:
    parts = [part for part in compose("written-statement").parts if isinstance(part, Paragraph)]
    first = next(place for place, part in enumerate(parts) if PRISONS in "".join(part.words))
    assert [part.style for part in parts[first : first + 4]] == [
        Style.NUMBERED,
        Style.BULLET,
        Style.BULLET,
        Style.NUMBERED,
    ]


def test_submission_has_reviews_evidence_progress_and_model_wording_in_place(compose: Compose) -> None:
    lines = text_of(compose("submission")).splitlines()
    headings = [line for line in lines if line.startswith(("Recommendations of", "What treaty", "What is new"))]
    assert headings == [
        "Recommendations of the review of 2014 (session 20)",
        "Recommendations of the review of 2010 (session 7)",
        "What treaty bodies said",
        "Recommendations of other reviews",
        "What is new since the last review",
    ]
    assert "Our evidence: We counted two visits. (May 2031; Our diary; https://example.org/diary)" in lines
    assert "Our judgement: partly implemented [ … what you have seen, with dates, numbers and sources ]" in lines
    assert any(line.startswith("Model wording (suggestion): To Spain, 2018: “") for line in lines)
    assert "Judges see every prison." in lines


def test_joint_submission_names_all_who_submit_it(compose: Compose) -> None:
    names = "[ … names of all organisations that submit this together ]"
    assert names in text_of(compose("submission", joint="yes"))
    assert names not in text_of(compose("submission", joint="no"))


def test_submission_says_by_when_it_is_due(compose: Compose) -> None:
    notes = notes_of(compose("submission"))
    assert "Deadline for stakeholders’ submissions: about Jun 2029 (estimated)" in notes
    assert "Limit: 2,815 words on 5 pages. OHCHR" in notes
