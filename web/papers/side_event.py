"""A concept note for a side event at the Palais des Nations, beside a session of the Council or the Working Group."""

from collections.abc import Iterator, Mapping

from models.reviews.calendar import EventKind
from web.papers.item_words import answer, argued_words, coming_events, introduced, seen
from web.papers.paper import Heading, Paper, Paragraph, Part, Strong, Style, Words, gap, joined
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import PlanInIndex
from web.site.language import Counted, gettext, listed, ngettext, side_by_side

ITEMS_SHOWN = 4
CO_SPONSORS_SHOWN = 6
REQUEST_CHARACTERS = 260
ARGUED_CHARACTERS = 180


def side_event_note(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """A note with what the plan knows, and gaps for the rest."""
    parts = [*_frame(), *_background(facts), *_programme(facts)]
    title = gettext("Side event: follow-up in %(state)s", state=facts.state_name(facts.state))
    purpose = gettext("a side event at the Palais des Nations, to which we invite you")
    return paper_of(facts, title, parts, _notes(facts), purpose=purpose)


def _frame() -> Iterator[Part]:
    for name, what in (
        (gettext("Title: "), gettext("a title that names the issue, not people")),
        (gettext("Organised by: "), gettext("organisation with consultative status; partners")),
        (gettext("When: "), gettext("day and hour, in the lunch break between 12:00 and 15:00")),
        (gettext("Where: "), gettext("room at the Palais des Nations, Geneva")),
        (gettext("Languages: "), gettext("languages; interpretation is yours to bring")),
    ):
        yield Paragraph((Strong(name), gap(what)))


def _background(facts: PlanInIndex) -> Iterator[Part]:
    state = facts.state_name(facts.state)
    yield Heading(gettext("Why this event"), 1)
    yield Paragraph((_counted(facts, state), " ", gap(gettext("what is at stake, and for whom"))))
    shown = facts.requests[:ITEMS_SHOWN]
    arguments = facts.arguments(shown)
    for item in shown:
        words = joined(filter(None, (introduced(item, facts, REQUEST_CHARACTERS), answer(item, facts))))
        others = [argued_words(each, facts, ARGUED_CHARACTERS) for each in arguments[item.planned.id][-1:]]
        judged = (
            seen(item, facts, gettext("what you have seen, with dates, numbers and sources"))
            if facts.is_seen(item)
            else ()
        )
        yield Paragraph(joined(filter(None, (words, *others, judged))), Style.BULLET)
    yield Heading(gettext("What it is to bring about"), 1)
    yield Paragraph((gap(gettext("what those who come should do afterwards")),))


def _counted(facts: PlanInIndex, state: str) -> str:
    """How many recommendations the event is on, by their answers."""
    number, answers = len(facts.recommendations), facts.answers
    if not number:
        return gettext("The event is on the follow-up to the Universal Periodic Review of %(state)s.", state=state)
    named = (
        (answers.supported, Counted("%(count)s supported", "%(count)s supported")),
        (answers.noted, Counted("%(count)s noted", "%(count)s noted")),
        (
            answers.unanswered,
            Counted(
                "%(count)s without an answer in the documents at hand",
                "%(count)s without an answer in the documents at hand",
            ),
        ),
    )
    return ngettext(
        "The event is on %(count)s recommendation to %(state)s in the Universal Periodic Review (%(answers)s).",
        "The event is on %(count)s recommendations to %(state)s in the Universal Periodic Review (%(answers)s).",
        number,
        state=state,
        answers=side_by_side(words(count) for count, words in named if count),
    )


def _programme(facts: PlanInIndex) -> Iterator[Part]:
    yield Heading(gettext("Programme"), 1)
    for what in (
        gettext("who opens, and who moderates"),
        gettext("who speaks from experience, if it is safe for them"),
        gettext("who speaks for the State, its national human rights institution, a recommending State, UN bodies"),
        gettext("time for questions"),
    ):
        yield Paragraph((gap(what),), Style.BULLET)
    states = [facts.state_name(code) for code in facts.recommending_states[:CO_SPONSORS_SHOWN]]
    if states:
        yield Heading(gettext("Whom to ask to co-sponsor"), 1)
        yield Paragraph(
            (
                gettext("The missions of States that recommended it: %(states)s.", states=listed(states)),
                " ",
                gap(gettext("partner organisations")),
            )
        )


def _notes(facts: PlanInIndex) -> Iterator[Words]:
    yield (
        gettext(
            "Only organisations in consultative status with the Economic and Social Council (ECOSOC status) can book a "
            "room; without it, ask a partner that has it. Rooms are requested online before the session. Events are "
            "public: assess for each speaker and guest whether being seen there is safe, in Geneva and at home."
        ),
    )
    yield (
        gettext(
            "That events last up to two hours in the lunch break is from the fact sheet on follow-up of UPR Info and "
            "Child Rights Connect; the Council’s page for organisations has what holds for the coming session."
        ),
    )
    yield from coming_events(facts, (EventKind.GENERAL_DEBATE, EventKind.NEXT_REVIEW))
