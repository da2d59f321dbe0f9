"""Briefs for embassies and missions."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from models.errors import PaperNotMade
from models.plans.plan import Evidence
from search import SearchIndex
from tests.web.papers.conftest import notes_of, sheet_of, text_of, written
from tests.web.papers.paper_index import COMMENT, PLAN, PRISONS
from web.papers.paper import Heading, Paper

Compose = Callable[..., Paper]


def test_brief_says_what_the_state_asked_the_answer_and_what_was_reported(compose: Compose) -> None:
    paper = compose("embassy-brief", state="XAB")
    assert paper.title == "Vellania: brief for Brenmark"
    assert "".join(dict(paper.letterhead)["To"]) == "Embassy or mission: Brenmark"
    assert text_of(paper).splitlines()[:7] == [
        "What you recommended to Vellania, and what became of it",
        f"In 2014, Brenmark recommended: “{PRISONS}” (A/HRC/920/54, paragraph "
        "100.1, page 14). Vellania supported this recommendation (A/HRC/920/54/Add.1, paragraph 4, page 2).",
        f"The State’s comment: “{COMMENT}” (A/HRC/920/54/Add.1, paragraph 4, page 2)",
        "In 2019, Vellania reported: “Judges visited three prisons in the north without notice.” (A/HRC/WG.6/34/XAA/1, "
        "paragraph 1, page 2)",
        "We see that it is carried out in part: We counted two visits. (May 2031; Our diary; https://example.org/diary)",
        "In 2014, France and Brenmark recommended: “Print school books in both languages of the islands” "
        "(A/HRC/920/54, paragraph 100.2, page 14). Vellania noted this recommendation.",
        f"In 2010, Brenmark and Slovenia recommended: “{PRISONS}” (A/HRC/907/54, paragraph 100.1, page 14). Vellania "
        "noted this recommendation.",
    ]


def test_brief_before_the_review_asks_and_suggests(compose: Compose) -> None:
    lines = text_of(compose("embassy-brief", state="XAB", moment="before")).splitlines()
    recommend = lines.index("What we ask you to recommend")
    assert lines[recommend + 1 : recommend + 3] == ["Let judges see every prison.", "Publish what they find."]
    asked = lines.index("What you could ask in advance")
    assert lines[asked + 1] == (
        "Subject: Conditions of detention. In the review of 2014, Vellania supported the recommendation in paragraph "
        "100.1. What has been done to carry it out, what remains to be done, and by when?"
    )
    assert lines[-1] == "Next review: about Jan 2030 (estimated)."


def test_question_on_what_was_noted_does_not_say_that_it_was_supported(compose: Compose) -> None:
    plan = replace(PLAN, items=(PLAN.items[1],))
    text = text_of(compose("embassy-brief", plan, state="FRA", moment="before"))
    assert "Vellania noted the recommendation in paragraph 100.2." in text
    assert "Subject: [ … the subject in a few words ]. In the review" in text
    assert "supported" not in text


def test_brief_between_reviews_says_what_the_state_can_do_now(compose: Compose) -> None:
    text = text_of(compose("embassy-brief", state="XAB", moment="between"))
    assert "Raise it in your talks with Vellania" in text
    assert "a mid-term report" in text
    assert "What we ask\nLet judges see every prison.\nPublish what they find.\n" in text
    assert "in advance" not in text


def test_a_plan_on_several_states_is_one_brief_for_who_recommended_to_each(compose: Compose) -> None:
    foreign = replace(PLAN.items[0], id="XBA-21-100.1-1", state="XBA")
    paper = compose("embassy-brief", replace(PLAN, items=(PLAN.items[0], foreign)), state="XAB")
    headings = [part.text for part in paper.parts if isinstance(part, Heading)]
    assert headings[:2] == [
        "What you recommended to Vellania, and what became of it",
        "What you recommended to Upper Tamurin, and what became of it",
    ]


def test_the_sheet_says_which_documents_are_not_indexed_and_the_brief_does_not(compose: Compose) -> None:
    paper = compose("embassy-brief", state="XAB")
    said = "2014 (session 20): Not indexed: a mid-term report; compilation before the next review in 2019 (session 34)."
    assert said in notes_of(paper).splitlines()
    assert "ndexed" not in text_of(paper)


def test_without_a_state_it_is_for_the_one_that_recommended_most(compose: Compose) -> None:
    assert compose("embassy-brief").title == "Vellania: brief for Brenmark"


def test_what_has_no_room_is_cited_by_its_place_and_told_in_the_sheet(compose: Compose) -> None:
    long = replace(PLAN.items[1], evidence=(Evidence("We counted. " * 400),))
    paper = compose("embassy-brief", replace(PLAN, items=(PLAN.items[0], long, PLAN.items[3])), state="XAB")
    assert "Also on this: A/HRC/920/54, paragraph 100.2; A/HRC/907/54, paragraph 100.1." in text_of(paper)
    left_out = "there is no room: A/HRC/920/54, paragraph 100.2, page 14, A/HRC/907/54, paragraph 100.1, page 14"
    assert left_out in notes_of(paper).splitlines()


def test_what_no_document_says_is_the_organisations_own_word(compose: Compose) -> None:
    evidence = (Evidence("Judges came.", document="Diary", record="gone-1"),)
    plan = replace(PLAN, items=(replace(PLAN.items[0], evidence=evidence),))
    lines = text_of(compose("embassy-brief", plan, state="XAB")).splitlines()
    # in no document that is indexed: its own words, without marks and source
    assert "We see that it is carried out in part: Judges came." in lines


def test_plan_without_recommending_states_has_nobody_to_brief(compose: Compose) -> None:
    with pytest.raises(PaperNotMade):
        compose("embassy-brief", replace(PLAN, items=PLAN.items[4:]))


def test_a_zip_file_has_the_brief_of_each_state_and_no_hint(index: SearchIndex) -> None:
    """Those of the States, each a file as it is made for that State alone; what is for their makers is in none."""
    with ZipFile(BytesIO(written("embassy-brief", PLAN, index, {"moment": "before"}, "zip"))) as files:
        assert sorted(files.namelist()) == [
            f"embassy-brief-XAA-for-{code}-DRAFT.docx" for code in ("FRA", "SVN", "XAB")
        ]
        assert files.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)  # not when it was made
        texts = {name: _paragraphs(files.read(name)) for name in files.namelist()}
    alone = written("embassy-brief", PLAN, index, {"moment": "before", "state": "XAB"}, "docx")
    assert texts["embassy-brief-XAA-for-XAB-DRAFT.docx"] == _paragraphs(alone)
    assert "To: Embassy or mission: France" in texts["embassy-brief-XAA-for-FRA-DRAFT.docx"]
    hints = set(_paragraphs(sheet_of("embassy-brief", PLAN, index)))
    warning = next(line for line in hints if line.startswith("Assess first whether contact is safe"))
    assert not any(warning in lines for lines in texts.values())


def test_a_zip_file_without_anything_to_brief_on(index: SearchIndex) -> None:
    with pytest.raises(PaperNotMade, match="add one that does"):
        written("embassy-brief", replace(PLAN, items=()), index, {}, "zip")


def _paragraphs(file: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(file)).paragraphs]
