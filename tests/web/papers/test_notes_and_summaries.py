"""The side-event note and the public summary."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.enums import Position
from models.records.records import Recommendation
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY, altered, notes_of, text_of
from tests.web.papers.paper_index import BOOKS, COMMENT, PLAN, PRISONS, REPORTED, item
from web.papers.paper import Paper, Paragraph
from web.papers.papers import make_paper

Compose = Callable[..., Paper]


def test_side_event_note_counts_answers_and_suggests_who_may_co_sponsor(compose: Compose) -> None:
    text = text_of(compose("side-event"))
    assert (
        "This is on 4 recommendations of other States to Vellania in the Universal Periodic Review. "
        "Position of Vellania: 2 supported; 2 noted.\n" in text
    )
    notes = notes_of(compose("side-event"))
    assert "the missions of States that recommended it, Brenmark, France and Slovenia." in notes
    assert "[ … who speaks from experience, if it is safe for them ]" in text


def test_the_sheet_for_you_says_what_reviews_and_answers_are_not_indexed(tmp_path: Path) -> None:
    (record,) = records_of([Request(PRISONS, "SVN", position=Position.PENDING)])
    index_extracts(documents_of([record]), tmp_path / "index", TEST_ENCODER, STATES, TODAY)
    plan = replace(PLAN, state="SVN", items=(replace(item(record.id, PRISONS), state="SVN"),))
    notes = notes_of(make_paper("press-release", plan, open_index(tmp_path / "index"), {}, DAY))
    assert "Slovenia: its review of 2010 is not here." in notes
    assert "The answers to the recommendations of 2014 are not in this index." in notes


def test_side_event_note_says_what_booking_takes_and_when_the_council_meets(compose: Compose) -> None:
    notes = "\n".join("".join(words) for words in compose("side-event").notes)
    assert "(ECOSOC status) can book a room" in notes
    assert "general debate under item 6, side events: about Feb" in notes


def test_side_event_on_commitments_alone_counts_no_recommendations(compose: Compose) -> None:
    text = text_of(compose("side-event", replace(PLAN, items=(PLAN.items[4],))))
    assert "This is on the follow-up to the Universal Periodic Review of Vellania." in text
    assert "co-sponsor" not in text


def test_public_summary_says_in_plain_words_what_was_answered(compose: Compose) -> None:
    lines = text_of(compose("public-summary")).splitlines()
    received = "This page is on 4 recommendations that Vellania received, made by 3 States."
    assert f"{received} Position of Vellania: 2 supported; 2 noted." in lines
    assert "Noted means: the State gave another answer than clear support. It can still act." in lines
    recommended = f"In 2014, France and Brenmark recommended: “{BOOKS}” (A/HRC/920/54, paragraph 100.2, page 14)."
    agreed, not_agreed = lines.index("What it supported"), lines.index("What it noted")
    assert agreed < not_agreed < lines.index(recommended) < lines.index("What has happened since")
    assert any(PRISONS in line for line in lines[agreed:not_agreed])
    assert "Next review: about Jan 2030 (estimated)." in lines


def test_what_happened_since_is_said_with_its_evidence_alone(compose: Compose) -> None:
    judged = replace(PLAN.items[0], evidence=())
    gaps = {"public-summary": "what people here can see of it", "press-release": "what you see yourselves"}
    for name, gap in gaps.items():
        assert "We see that it is carried out in part: We counted two visits." in text_of(compose(name))
        without = text_of(compose(name, replace(PLAN, items=(judged, replace(judged, id="XAA-20-100.2-1")))))
        assert "We see that" not in without
        assert without.count(f"[ … {gap}") == 1


def test_public_summary_gives_the_reason_of_what_was_noted_in_the_words_of_the_state(index: SearchIndex) -> None:
    noted = altered(index, lambda record: replace(record, position=Position.NOTED))
    text = text_of(make_paper("public-summary", PLAN, noted, {}, DAY))
    assert f"The State’s comment: “{COMMENT}” (A/HRC/920/54/Add.1, paragraph 4, page 2)" in text


def test_words_of_the_state_are_not_said_to_it(compose: Compose) -> None:
    reported = item("A.HRC.WG.6.34.XAA.1-1", REPORTED, "reported")
    text = text_of(compose("matrix", replace(PLAN, items=(reported,))))
    assert re.search(f"National report, Vellania(, 20\\d\\d)?:\\s“{REPORTED}", text)


def test_where_an_answer_is_not_known_answers_are_not_counted(index: SearchIndex) -> None:
    def second_unanswered(record: Recommendation) -> Recommendation:
        return replace(record, position=Position.UNKNOWN) if record.id == PLAN.items[1].id else record

    plan, unanswered = replace(PLAN, items=PLAN.items[:2]), altered(index, second_unanswered)
    note = text_of(make_paper("side-event", plan, unanswered, {}, DAY))
    assert "2 recommendations of other States to Vellania in the Universal Periodic Review.\n" in note
    assert "[ … the answer of Vellania ]" in note
    text = text_of(make_paper("public-summary", plan, unanswered, {}, DAY))
    assert "made by 3 States.\n" in text or "made by 2 States.\n" in text
    assert "1 supported" not in text
    assert "noted" not in text.casefold()
    assert "What was recommended" in text


def test_public_summary_counts_nothing_that_the_index_does_not_hold(compose: Compose) -> None:
    """Words that the plan alone has are those of the organisation, whatever they say of an answer."""
    text = text_of(compose("public-summary", replace(PLAN, items=(item("gone", "Mend the quay", position="noted"),))))
    assert "received" not in text
    assert "was said to" not in text.replace("what was said to the State, and by whom", "")
    assert "Mend the quay [ … who said it, and where ]" in text


def test_public_summary_stays_on_a_page(compose: Compose) -> None:
    plan = replace(PLAN, items=tuple(item(f"gone-{number}", f"{PRISONS}, " * 6) for number in range(40)))
    paper = compose("public-summary", plan)
    told = [part for part in paper.parts if isinstance(part, Paragraph) and PRISONS in "".join(part.words)]
    assert 3 < len(told) < 10
    assert "there is no room: gone-" in notes_of(paper)
