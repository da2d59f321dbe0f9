"""A draft of a written statement to the Human Rights Council, within the words that a consultative status allows."""

from collections.abc import Iterator, Mapping

from models.reviews.calendar import EventKind
from web.papers.fitting import count_part, count_words_printed, counted, fitting, numbered, total
from web.papers.item_words import coming_events, forms_of, left_out
from web.papers.limits import Limit, limit_of
from web.papers.paper import Heading, Paper, Paragraph, Part, Style, Words, gap
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import PlanInIndex
from web.site.language import day, gettext

ASKED = 6


def written_statement(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """The items in the order of the plan, as many as fit."""
    limit, items = limit_of("written-statement", options["status"]), facts.requests
    opening, closing = _opening(facts, options["status"]), _closing(facts)
    framed = total(map(count_part, (*opening, *closing)))
    passages = fitting(forms_of(items, facts), limit.words - framed.all, count_words_printed)
    parts: list[Part] = [*opening, *(part for passage in passages for part in numbered(passage)), *closing]
    return paper_of(
        facts,
        gettext("Written statement: %(state)s", state=facts.state_name(facts.state)),
        parts,
        [*left_out(items[len(passages) :]), *_notes(limit), *_dates(facts)],
        purpose=gettext("item 6, Universal Periodic Review"),
        own_lines=[(gettext("To"), (gettext("Human Rights Council"), gettext(", "), gap(gettext("session"))))],
        counted=counted(total(map(count_part, parts)), limit),
    )


def _opening(facts: PlanInIndex, status: str) -> list[Part]:
    state = facts.state_name(facts.state)
    submitted_by = (
        gettext("submitted by a non-governmental organisation in general consultative status")
        if status == "general"
        else gettext("submitted by a non-governmental organisation in special consultative status, or on the Roster")
    )
    return [
        Paragraph((gettext("Title"), gettext(": "), gap(gettext("a title that names the issue and the State")))),
        Paragraph(
            (
                gettext("Consultative status"),
                gettext(": "),
                submitted_by,
                gettext("; "),
                gap(gettext("co-signing organisations")),
            )
        ),
        Heading(gettext("Introduction"), 2),
        Paragraph(
            (
                gettext(
                    "This statement is on the follow-up to the Universal Periodic Review of %(state)s.", state=state
                ),
                " ",
                gap(gettext("the issue, whom it concerns, and why now")),
            ),
            Style.NUMBERED,
        ),
        Heading(gettext("What was recommended, and what has been reported since"), 2),
    ]


def _closing(facts: PlanInIndex) -> list[Part]:
    """What is asked for: the expected results of the first items, as the plan has them."""
    asked = [item.planned.expected_result for item in facts.requests if item.planned.expected_result][:ASKED]
    what: list[Words] = [(text,) for text in asked] or [
        (gap(gettext("one request that can be measured: what is to change, who acts, by when")),)
    ]
    introduction = gettext("We call on %(state)s, before its next review:", state=facts.state_name(facts.state))
    return [
        Heading(gettext("What we ask"), 2),
        Paragraph((introduction,), Style.NUMBERED),
        *(Paragraph(words, Style.BULLET) for words in what),
        Paragraph(
            (
                gettext("We ask the Council and its members to take this up in the follow-up to the review."),
                " ",
                gap(gettext("what else you ask of the Council")),
            ),
            Style.NUMBERED,
        ),
    ]


def _notes(limit: Limit) -> Iterator[Words]:
    yield (
        gettext(
            "Only organisations in consultative status with the Economic and Social Council (ECOSOC status) can submit "
            "a written statement; others can be named in a footnote as sharing its views. It becomes a document of the "
            "United Nations and stays online."
        ),
    )
    yield (
        gettext(
            "Limit: %(words)s words. %(source)s; looked up on %(day)s. Check it, and the day by which statements are "
            "due before the session, on the Council’s page for organisations.",
            words=limit.words,
            source=limit.source,
            day=day(limit.checked),
        ),
    )
    yield (
        gettext(
            "Citations are counted, for no source at hand says that footnotes are not. The Secretariat circulates the "
            "statement in accordance with Economic and Social Council resolution 1996/31, and sets the line that says "
            "so itself."
        ),
    )


def _dates(facts: PlanInIndex) -> Iterator[Words]:
    yield from coming_events(facts, (EventKind.GENERAL_DEBATE,))
