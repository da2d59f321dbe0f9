"""The side-event note and the public summary."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

from models.records.enums import Position
from models.records.records import Recommendation
from search import ChosenEntry, SearchIndex
from tests.web.papers.conftest import DAY, text_of
from tests.web.papers.paper_index import BOOKS, PLAN, PRISONS, REPORTED, item
from web.papers.paper import Paper, Paragraph, Style
from web.papers.plan_in_index import PlanInIndex
from web.papers.public_summary import public_summary
from web.papers.side_event import side_event_note

Compose = Callable[..., Paper]


def test_side_event_note_counts_answers_and_suggests_who_may_co_sponsor(compose: Compose) -> None:
    text = text_of(compose("side-event"))
    assert (
        "The event is on 4 recommendations to Vellania in the Universal Periodic Review (2 supported, 2 noted)." in text
    )
    assert "The missions of States that recommended it: Brenmark, France and Slovenia." in text
    assert "[ … who speaks from experience, if it is safe for them ]" in text


def test_side_event_note_says_what_booking_takes_and_when_the_council_meets(compose: Compose) -> None:
    notes = "\n".join("".join(words) for words in compose("side-event").notes)
    assert "(ECOSOC status) can book a room" in notes
    assert "general debate under item 6, side events: about Feb" in notes


def test_side_event_on_commitments_alone_counts_no_recommendations(compose: Compose) -> None:
    text = text_of(compose("side-event", replace(PLAN, items=(PLAN.items[4],))))
    assert "The event is on the follow-up to the Universal Periodic Review of Vellania." in text
    assert "co-sponsor" not in text


def test_public_summary_says_in_plain_words_what_was_answered(compose: Compose) -> None:
    lines = text_of(compose("public-summary")).splitlines()
    assert (
        "This page is on 4 recommendations that Vellania received, made by 3 States. Supported: 2. The State agreed. "
        "Noted: 2. The State did not agree, but can still act." in lines
    )
    recommended = f"In 2014, France and Brenmark recommended: “{BOOKS}” (A/HRC/920/54, paragraph 100.2, page 14)."
    agreed, not_agreed = lines.index("What it agreed to"), lines.index("What it did not agree to")
    assert agreed < not_agreed < lines.index(recommended) < lines.index("What has happened since")
    assert any(PRISONS in line for line in lines[agreed:not_agreed])
    assert "Next review: about Jan 2030 (estimated)" in lines


def test_words_of_the_state_are_not_said_to_it(compose: Compose) -> None:
    reported = item("A.HRC.WG.6.34.XAA.1-1", REPORTED, "reported")
    text = text_of(compose("matrix", replace(PLAN, items=(reported,))))
    assert re.search(f"National report, Vellania(, 20\\d\\d)?:\\s“{REPORTED}", text)


def test_public_summary_of_a_pledge_does_not_say_that_it_was_said_to_the_state(compose: Compose) -> None:
    text = text_of(compose("public-summary", replace(PLAN, items=(PLAN.items[4],))))
    assert "What follows was said to Vellania, by it or about it." in text


def test_what_has_no_answer_is_counted_apart(index: SearchIndex) -> None:
    class Unanswered:
        """An index that holds no answer to the second recommendation."""

        def __getattr__(self, name: str) -> Any:
            return getattr(index, name)

        def chosen(self, ids: Sequence[str]) -> list[ChosenEntry]:
            first, second = index.chosen(ids)
            assert isinstance(second.record, Recommendation)
            return [first, replace(second, record=replace(second.record, position=Position.UNKNOWN))]

    facts = PlanInIndex(replace(PLAN, items=PLAN.items[:2]), cast(SearchIndex, Unanswered()), DAY)
    note = text_of(side_event_note(facts, {}))
    assert "Universal Periodic Review (1 supported, 1 without an answer in the documents at hand)." in note
    text = text_of(public_summary(facts, {}))
    assert "Supported: 1. The State agreed. Without an answer in the documents at hand: 1." in text
    assert "Noted" not in text
    assert "What it has not answered yet" in text


def test_public_summary_counts_nothing_that_the_index_does_not_hold(compose: Compose) -> None:
    """Words that the plan alone has are those of the organisation, whatever they say of an answer."""
    text = text_of(compose("public-summary", replace(PLAN, items=(item("gone", "Mend the quay", position="noted"),))))
    assert "received" not in text
    assert "was said to" not in text.replace("what was said to the State, and by whom", "")
    assert "Mend the quay [ … who said it, and where: the documents indexed do not hold it ]" in text


def test_public_summary_stays_on_a_page(compose: Compose) -> None:
    plan = replace(PLAN, items=tuple(item(f"gone-{number}", f"{PRISONS}, " * 20) for number in range(40)))
    paper = compose("public-summary", plan)
    bullets = [part for part in paper.parts if isinstance(part, Paragraph) and part.style is Style.BULLET]
    told = [part for part in bullets if PRISONS in "".join(part.words)]
    assert 3 < len(told) < 10
    assert f"And {40 - len(told)} more." in text_of(paper)
    assert all("[…]" in "".join(part.words) for part in told)
