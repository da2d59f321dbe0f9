"""A draft of a written statement to the Human Rights Council, within the words that a consultative status allows."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.messages import Message
from models.reviews.calendar import EventKind
from web.papers.fitting import Count, count_printed, fitting, total
from web.papers.item_words import (
    answer_with_source,
    coming_events,
    comment,
    introduced,
    judgement,
    own_words,
    place_in_words,
    reported_words,
)
from web.papers.limits import Limit, count_words, limit_of
from web.papers.paper import Heading, Paper, Paragraph, Part, Strong, Style, Words, gap, joined
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import day, gettext

COMMENT_CHARACTERS = 400
REPORTED_CHARACTERS = 400


def written_statement(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """The items in the order of the plan, as many as fit.

    Raises:
        PaperNotMade: the plan has nothing on its State.
    """
    if not facts.own:
        raise PaperNotMade(Message("The plan has nothing on its State: add what you follow up on."))
    limit = limit_of("written-statement", options["status"])
    opening, closing = _opening(facts), _closing(facts)
    framed = total(map(count_part, (*opening, *closing)))
    passages = fitting([item_forms(item, facts) for item in facts.own], limit.words - framed.all, count_words_printed)
    parts: list[Part] = [*opening, *(part for passage in passages for part in numbered(passage)), *closing]
    return paper_of(
        facts,
        gettext("Written statement: %(state)s", state=facts.state_name(facts.state)),
        parts,
        [*left_out(facts.own[len(passages) :]), *_notes(limit), *_dates(facts)],
        counted=counted(total(map(count_part, parts)), limit),
    )


def count_words_printed(words: Words) -> Count:
    """The words of a paragraph, citations counted."""
    return count_printed(words, count_words)


def count_part(part: Part) -> Count:
    """The words of a heading or paragraph."""
    if isinstance(part, Heading):
        return count_words_printed((part.text,))
    return count_words_printed(part.words) if isinstance(part, Paragraph) else Count(0, 0)


def counted(count: Count, limit: Limit) -> str:
    """How long a draft is, and how long it may be."""
    return gettext(
        "Words: %(written)s written, %(kept)s kept free for what is shaded, %(most)s at most, citations counted.",
        written=count.written,
        kept=count.kept_free,
        most=limit.words,
    )


def numbered(passage: Sequence[Words]) -> Iterator[Part]:
    """What is said of one item: a numbered paragraph, and under it who reports what."""
    for place, words in enumerate(passage):
        yield Paragraph(words, Style.BULLET if place else Style.NUMBERED)


def left_out(items: Sequence[Item]) -> Iterator[Words]:
    """What there is no room for, by its place."""
    if items:
        places = gettext("; ").join(dict.fromkeys(map(place_in_words, items)))
        yield (gettext("Left out, for want of room: %(places)s.", places=places),)


def item_forms(item: Item, facts: PlanInIndex) -> Sequence[Sequence[Words]]:
    """What is written on an item: with all that was reported, with the first of it, and without."""
    said = joined(filter(None, (introduced(item, facts), answer_with_source(item, facts))))
    with_comment = joined(filter(None, (said, comment(item, facts, COMMENT_CHARACTERS))))
    reported = [reported_words(each, REPORTED_CHARACTERS) for each in facts.reported(item)]
    seen: Words = (
        Strong(gettext("Our judgement: ")),
        *judgement(item.planned),
        " ",
        gap(gettext("what you have seen, with dates, numbers and sources")),
    )
    return [[with_comment, *reported, seen], [with_comment, *reported[:1], seen], [said, seen]]


def _opening(facts: PlanInIndex) -> list[Part]:
    state = facts.state_name(facts.state)
    return [
        Paragraph((gap(gettext("name of the organisation, its consultative status, co-signing organisations")),)),
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
    state = facts.state_name(facts.state)
    asked = [
        Paragraph(own_words(item.planned, "expected_result", ""), Style.BULLET)
        for item in facts.own
        if item.planned.expected_result
    ][:5]
    return [
        Heading(gettext("What we ask"), 2),
        Paragraph((gettext("We call on %(state)s, before its next review:", state=state),), Style.NUMBERED),
        *asked,
        Paragraph((gap(gettext("what else you ask, of the State and of the Council")),), Style.BULLET),
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


def _dates(facts: PlanInIndex) -> Iterator[Words]:
    yield from coming_events(facts, (EventKind.GENERAL_DEBATE,))
