"""Statements and submissions: what they say, and that they keep to their limits."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from models.plans.plan import Plan, Status
from tests.web.papers.conftest import notes_of, text_of
from tests.web.papers.paper_index import BOOKS, PLAN, PRISONS, item
from web.papers import papers
from web.papers.limits import limit_of
from web.papers.paper import Paper, Paragraph, Style

Compose = Callable[..., Paper]
COUNTED = re.compile(r"Words: ([\d,]+) written, ([\d,]+) kept free for what is shaded, ([\d,]+) at most")
CITATION = re.compile(r" \((?:A/HRC/|CAT/C/)[^)]*\)")
GAP = re.compile(r"\[ … [^]]*\]")


def counted(paper: Paper) -> tuple[int, ...]:
    found = COUNTED.search(notes_of(paper))
    assert found
    return tuple(int(number.replace(",", "")) for number in found.groups())


def long_plan(items: int = 60) -> Plan:
    return replace(PLAN, items=tuple(item(f"gone-{number}", f"{PRISONS} {number}, " * 6) for number in range(items)))


def test_oral_statement_is_read_out_as_it_stands(compose: Compose) -> None:
    paper = compose("oral-statement", occasion="adoption")
    assert text_of(paper).splitlines() == [
        "Mr./Madam President,",
        "[ … the issue, whom it concerns, and why now ]",
        "We speak on the follow-up to the Universal Periodic Review of Vellania.",
        f"In 2014, Brenmark recommended: “{PRISONS}” (A/HRC/920/54, paragraph 100.1, page 14). Vellania supported this "
        "recommendation.",
        "We see that it is carried out in part: We counted two visits. (May 2031; Our diary)",
        f"In 2014, France and Brenmark recommended: “{BOOKS}” (A/HRC/920/54, paragraph 100.2, page 14). Vellania noted "
        "this recommendation.",
        "[ … what you see, in one sentence ]",
        "In 2014, France recommended: “plant oaks along all roads” (A/HRC/920/54, paragraph 100.3, page 14). Vellania "
        "supported this recommendation.",
        "[ … what you see, in one sentence ]",
        f"In 2010, Brenmark and Slovenia recommended: “{PRISONS}” (A/HRC/907/54, paragraph 100.1, page 14). Vellania "
        "noted this recommendation.",
        "[ … what you see, in one sentence ]",
        "We ask Vellania to do this:",
        "Let judges see every prison.",
        "Publish what they find.",
        "I thank you.",
    ]
    assert "".join(dict(paper.letterhead)["Item"]) == (
        "item 6, Universal Periodic Review: adoption of the outcome of the review of Vellania"
    )


def test_each_occasion_says_who_can_speak_there_and_when_it_is(compose: Compose) -> None:
    debate = compose("oral-statement", occasion="debate")
    assert "".join(dict(debate.letterhead)["Item"]) == "item 6, Universal Periodic Review: general debate"
    assert "general debate under item 6, side events: about Feb" in notes_of(debate)
    assert "Limit: 250 English words." in notes_of(debate)


@pytest.mark.parametrize(("occasion", "pace", "most"), [("debate", "usual", 250), ("adoption", "slower", 240)])
def test_oral_statement_keeps_to_its_time(compose: Compose, occasion: str, pace: str, most: int) -> None:
    paper = compose("oral-statement", long_plan(), occasion=occasion, pace=pace)
    written, kept, limit = counted(paper)
    assert limit == most
    assert written + kept <= most
    assert f"{PRISONS} 0," in text_of(paper)
    assert f"{PRISONS} 4," not in text_of(paper)
    spoken = CITATION.sub("", text_of(paper))
    assert kept == 15 * len(GAP.findall(spoken))
    words = [word for word in GAP.sub("", spoken).split() if any(map(str.isalnum, word))]
    assert written == len(words)


def test_a_paper_as_long_as_its_limit_is_whole(compose: Compose, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = compose("oral-statement")
    usual, needed = limit_of("oral-statement", "debate", "usual"), sum(counted(paper)[:2])
    for words in (needed, needed - 1):
        monkeypatch.setattr(papers, "limit_of", lambda *_, words=words: usual._replace(words=words))
        assert (text_of(compose("oral-statement", filled={})) == text_of(paper)) is (words == needed)


def test_oral_statement_says_what_is_left_out_for_want_of_time(compose: Compose) -> None:
    plan = replace(PLAN, items=PLAN.items + long_plan().items)
    left_out = "there is no room: A/HRC/920/54, paragraph 117, page 19, CAT/C/XAA/CO/900, paragraph 11, page 3, "
    assert left_out in notes_of(compose("oral-statement", plan))


def test_evidence_and_other_states_are_left_out_and_it_says_why(compose: Compose) -> None:
    evidence = item("XAA-34.national-report-7", "Judges were told.", "report")
    plan = replace(PLAN, items=(PLAN.items[0], evidence, item("XAB-20-1.1-1", "Mend boats", state="XAB")))
    notes = notes_of(compose("oral-statement", plan)).splitlines()
    assert "it is evidence, and asks for nothing: XAA-34.national-report-7" in notes
    assert "it is on another State: XAB-20-1.1-1" in notes


def test_oral_statement_says_who_can_speak_and_how_long_in_other_languages(compose: Compose) -> None:
    notes = notes_of(compose("oral-statement", occasion="adoption"))
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
    assert "We see" not in text_of(compose("oral-statement", plan))
    contrary = replace(PLAN, items=(replace(PLAN.items[0], status=Status.CONTRARY),))
    assert "We see steps to the contrary: We counted two visits" in text_of(compose("oral-statement", contrary))


@pytest.mark.parametrize(
    ("name", "options", "most"),
    [("written-statement", {"status": "general"}, 2000), ("submission", {"joint": "no"}, 2815)],
)
def test_written_papers_keep_to_their_words(compose: Compose, name: str, options: dict[str, str], most: int) -> None:
    paper = compose(name, long_plan(120), **options)
    written, kept, limit = counted(paper)
    assert limit == most
    assert most - 150 < written + kept <= most
    text = text_of(paper).partition("Annex: ")[0]
    words = [word for word in GAP.sub(" ", text).split() if any(map(str.isalnum, word))]
    assert abs(written - len(words)) <= 2
    assert kept == 15 * len(GAP.findall(text))
    assert "there is no room: gone-" in notes_of(paper)
    assert f"Limit: {most:,} words" in notes_of(paper)


def test_what_is_said_of_one_item_is_one_numbered_paragraph(compose: Compose) -> None:
    parts = [part for part in compose("written-statement").parts if isinstance(part, Paragraph)]
    first = next(place for place, part in enumerate(parts) if PRISONS in "".join(part.words))
    assert [part.style for part in parts[first : first + 4]] == [
        Style.NUMBERED,
        Style.BULLET,
        Style.BULLET,
        Style.BULLET,
    ]


def test_submission_has_evidence_and_what_to_recommend(compose: Compose) -> None:
    lines = text_of(compose("submission")).splitlines()
    assert (
        "We see that it is carried out in part: We counted two visits. (May 2031; Our diary; https://example.org/diary)"
        in lines
    )
    recommended = lines.index("We recommend that this be asked of Vellania:")
    assert lines[recommended + 1 : recommended + 3] == ["Let judges see every prison.", "Publish what they find."]


def test_submission_reports_on_the_latest_review_or_its_sheet_says_that_the_plan_has_nothing_of_it(
    compose: Compose,
) -> None:
    said = "Its latest review was that of 2014 (session 20), in cycle 2."
    assert said in text_of(compose("submission")).splitlines()
    of_the_first_alone = compose("submission", replace(PLAN, items=PLAN.items[3:4]))
    assert said in text_of(of_the_first_alone).splitlines()
    assert "The plan has nothing of the latest review (2014 (session 20))" in notes_of(of_the_first_alone)


def test_submission_has_the_whole_table_in_an_annex_that_is_not_counted(compose: Compose) -> None:
    plan = replace(PLAN, items=PLAN.items[:4] * 40)
    paper = compose("submission", plan)
    (table,) = paper.tables
    assert sum(len(group.rows) for group in table.groups) == 160
    assert [group.heading for group in table.groups] == ["2014 (session 20)", "2010 (session 7)"]
    assert sum(counted(paper)[:2]) <= 2815


def test_joint_submission_names_all_who_submit_it(compose: Compose) -> None:
    names = "[ … names of all organisations that submit this together ]"
    assert "".join(dict(compose("submission", joint="yes").letterhead)["Joint signatories"]) == names
    assert "Joint signatories" not in dict(compose("submission", joint="no").letterhead)


def test_submission_says_by_when_it_is_due(compose: Compose) -> None:
    notes = notes_of(compose("submission"))
    assert "Deadline for stakeholders’ submissions: about Jun 2029 (estimated)" in notes
    assert "Limit: 2,815 words on 5 pages. OHCHR" in notes
