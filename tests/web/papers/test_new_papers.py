"""The note on pending recommendations, the press release, and which paper is for which date."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.errors import PaperNotMade
from models.plans.plan import PLAN_COLUMNS
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown
from search import SearchIndex
from tests.web.papers.conftest import DAY, index_for, notes_of, text_of
from tests.web.papers.paper_index import PLAN, PRISONS
from web.papers.kinds import PAPERS, papers_for
from web.papers.paper import Paper
from web.papers.papers import make_paper


def test_note_argues_for_what_awaits_an_answer_alone(compose: Callable[..., Paper]) -> None:
    paper = compose("pending-note")
    lines = text_of(paper).splitlines()
    assert lines[0] == "Vellania has announced that it will answer 1 recommendation later. We ask it to support it."
    assert any(f"In 2014, Brenmark recommended: “{PRISONS}”" in line for line in lines)
    assert any(line.startswith("In 2019, Vellania reported: “") for line in lines)
    follow = lines.index("What would follow: ")
    assert lines[follow + 1 : follow + 3] == ["Let judges see every prison.", "Publish what they find."]
    assert "supported this recommendation" not in text_of(paper)


def test_what_is_to_be_filled_in_stands_behind_one_colon(index: SearchIndex) -> None:
    bare = replace(PLAN, items=tuple(replace(item, request="") for item in PLAN.items))
    paper = make_paper("pending-note", bare, index_for("pending-note", index), {}, DAY)
    assert "What would follow: [ … the first step ]" in notes_of(paper)


def test_without_a_pending_recommendation_there_is_no_note(index: SearchIndex) -> None:
    with pytest.raises(PaperNotMade, match="awaits an answer"):
        make_paper("pending-note", PLAN, index, {}, DAY)


def test_press_release_counts_answers_and_what_has_none(index: SearchIndex) -> None:
    text = text_of(make_paper("press-release", PLAN, index_for("pending-note", index), {}, DAY))
    assert (
        "This is on 4 recommendations of other States to Vellania in the Universal Periodic Review. "
        "Position of Vellania: 1 supported; 2 noted; 1 pending." in text
    )


def event(kind: EventKind) -> CalendarEvent:
    return CalendarEvent(kind, DAY, DAY, HowKnown.PUBLISHED, PLAN_COLUMNS["notes"].help)


@pytest.mark.parametrize(
    ("kind", "papers"),
    [
        (EventKind.SUBMISSIONS, {"submission", "stakeholders-matrix"}),
        (EventKind.GENERAL_DEBATE, {"oral-statement", "side-event"}),
        (EventKind.WRITTEN_STATEMENTS, {"written-statement"}),
        (EventKind.PRE_SESSION, {"embassy-brief"}),
        (EventKind.ADVANCE_QUESTIONS, {"embassy-brief"}),
        (EventKind.ANSWER_DUE, {"pending-note"}),
        (EventKind.MID_TERM, {"mid-term", "embassy-brief"}),
        (EventKind.TREATY_BODY, set()),
    ],
)
def test_each_date_has_its_papers(kind: EventKind, papers: set[str]) -> None:
    assert {paper.name for paper, _ in papers_for(event(kind))} == papers


def test_options_of_an_occasion_are_options_of_the_paper() -> None:
    for kind in PAPERS.values():
        for chosen in kind.occasions.values():
            for option, value in chosen.items():
                choices = kind.options[option].choices
                assert choices is not None
                assert value in choices
