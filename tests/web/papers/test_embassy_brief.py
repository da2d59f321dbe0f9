"""Briefs for embassies and missions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from models.errors import PaperNotMade
from models.plans.plan import Evidence
from search import EvidenceOf, EvidencePage, SearchIndex
from search.datamodel.states import ReviewedState
from tests.web.papers.conftest import DAY, text_of
from tests.web.papers.paper_index import PLAN
from web.papers.embassy_brief import embassy_briefs
from web.papers.paper import Heading, Paper, Style, Suggested
from web.papers.plan_in_index import PlanInIndex

Compose = Callable[..., Paper]


def test_brief_says_what_the_state_asked_the_answer_and_what_was_reported(compose: Compose) -> None:
    paper = compose("embassy-brief", state="XAB")
    assert paper.title == "Vellania: brief for Brenmark"
    lines = text_of(paper).splitlines()
    assert lines[:5] == [
        "Recommended to Vellania, and its answer",
        "In 2014, Brenmark recommended: “Let judges visit prisons in the north without notice” "
        "(A/HRC/920/54, paragraph "
        "100.1, page 14). Vellania supported this recommendation. (A/HRC/920/54/Add.1, paragraph 4, page 2) "
        "Its comment: "
        "“Judges visit prisons of the north each spring” (A/HRC/920/54/Add.1, paragraph 4, page 2)",
        "The State: “Judges visited three prisons in the north without notice.” (A/HRC/WG.6/34/XAA/1, "
        "paragraph 1, page 2)",
        "In 2014, France and Brenmark recommended: “Print school books in both languages of the islands” "
        "(A/HRC/920/54, "
        "paragraph 100.2, page 14). Vellania noted this recommendation.",
        "Nothing on it was found in A/HRC/WG.6/34/XAA/1 and A/HRC/WG.6/34/XAA/3.",
    ]
    assert "[ … what has been reported since ]" in lines  # of the first review, no later document is indexed


def test_brief_says_what_the_state_recommends_elsewhere_and_gives_model_wording(compose: Compose) -> None:
    lines = text_of(compose("embassy-brief", state="XAB")).splitlines()
    elsewhere = lines.index("Recommended to other States on this")
    assert lines[elsewhere + 1 : elsewhere + 7] == [
        "2 recommendations by Brenmark to other States are on this or near it, among them:",
        "To Germany, 2018: “Let judges visit prisons in the west without notice” (A/HRC/930/72, paragraph "
        "100.1, page 14). "
        "Germany noted this recommendation.",
        "To Upper Tamurin, 2015: “Let judges visit prisons in the south without notice” (A/HRC/921/19, "
        "paragraph 100.1, "
        "page 14). Upper Tamurin supported this recommendation.",
        "Model wording for next time (suggestion)",
        "To Spain, 2018: “Let judges visit prisons in the east without notice” (A/HRC/930/26, paragraph "
        "100.1, page 14). "
        "Spain supported this recommendation.",
        "To Upper Tamurin, 2015: “Let judges visit prisons in the south without notice” (A/HRC/921/19, "
        "paragraph 100.1, "
        "page 14). Upper Tamurin supported this recommendation.",
    ]


def test_brief_says_when_the_state_can_act_and_marks_suggestions(compose: Compose) -> None:
    paper = compose("embassy-brief", state="XAB")
    assert "Next review: about Jan 2030 (estimated)." in text_of(paper)
    assert [piece for words in paper.words() for piece in words if isinstance(piece, Suggested)] == [
        "Raise it in talks with Vellania; offer support for carrying it out; ask about it in advance of the "
        "next review, "
        "and recommend it again."
    ]


def test_notes_say_which_documents_are_not_indexed(compose: Compose) -> None:
    notes = ["".join(words) for words in compose("embassy-brief", state="XAB").notes]
    assert (
        "2014 (session 20): Not indexed: a mid-term report; compilation before the next review in 2019 (session 34)."
        in notes
    )


def test_without_a_state_each_has_a_page_those_with_most_first(compose: Compose) -> None:
    paper = compose("embassy-brief")
    pages = [part.text for part in paper.parts if isinstance(part, Heading) and part.new_page]
    assert pages == [
        "Vellania: brief for Brenmark",
        "Vellania: brief for France",
        "Vellania: brief for Slovenia",
    ]


def test_what_has_no_room_is_cited_by_its_place(compose: Compose) -> None:
    plan = replace(PLAN, items=PLAN.items[:1] + (PLAN.items[1],) * 3 + (PLAN.items[3],) * 2)
    assert "2 more: A/HRC/907/54, paragraph 100.1, page 14" in text_of(compose("embassy-brief", plan, state="XAB"))


def test_what_a_computer_found_by_meaning_says_so(compose: Compose) -> None:
    """The recommendation to judges of the first review is in the words of what the national report of 34 reports."""
    evidence = (Evidence("Judges came.", document="Diary", record="gone-1"),)
    plan = replace(PLAN, items=(replace(PLAN.items[0], evidence=evidence),))
    lines = text_of(compose("embassy-brief", plan, state="XAB")).splitlines()
    assert not [line for line in lines if "Judges came." in line]  # in no document that is indexed


def test_reports_stand_as_bullets_under_what_they_are_on(compose: Compose) -> None:
    parts = compose("embassy-brief", state="XAB").parts
    assert [getattr(part, "style", None) for part in parts[1:5]] == [
        Style.PLAIN,
        Style.BULLET,
        Style.PLAIN,
        Style.BULLET,
    ]


def test_plan_without_recommending_states_has_nobody_to_brief(compose: Compose) -> None:
    with pytest.raises(PaperNotMade):
        compose("embassy-brief", replace(PLAN, items=PLAN.items[4:]))


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([], "What Brenmark recommended to other States cannot be said: none of their reviews is in this index."),
        (["DEU"], "None to other States was found in the documents indexed. Not all is indexed: "),
    ],
    ids=["no other State", "few of them"],
)
def test_brief_says_that_none_was_found_only_where_others_are_indexed(
    index: SearchIndex, others: list[str], said: str
) -> None:
    class Narrower:
        """An index that holds reviews of few States, and nothing by this one to others."""

        def __getattr__(self, name: str) -> Any:
            return getattr(index, name)

        def reviewed_states(self) -> tuple[ReviewedState, ...]:
            return tuple(
                known if known.state.code in (PLAN.state, *others) else replace(known, reviews=())
                for known in index.reviewed_states()
            )

        def lobbying_evidence(self, _question: object, wanted: EvidenceOf, *_bounds: int) -> EvidencePage:
            return EvidencePage(wanted.evidence, index.state(PLAN.state), None, 0, ())

    facts = PlanInIndex(PLAN, cast(SearchIndex, Narrower()), DAY)
    lines = text_of(embassy_briefs(facts, {"state": "XAB"})).splitlines()
    assert lines[lines.index("Recommended to other States on this") + 1].startswith(said)
