"""A press release: what the State was recommended and answered, in short, with room for the makers' own words."""

from collections.abc import Iterator, Mapping

from models.reviews.calendar import EventKind
from web.papers.item_words import answer, asked_for, coming_events, first_seen, introduced, unanswered
from web.papers.paper import Heading, Paper, Paragraph, Part, Style, Words, gap, joined
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import PlanInIndex
from web.site.language import gettext, ngettext

ITEMS_SHOWN = 3
REQUEST_CHARACTERS = 180
ASKED = 2


def press_release(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """Three items at most, on one page."""
    return paper_of(
        facts,
        gettext("Press release: %(state)s", state=facts.state_name(facts.state)),
        [*_lead(facts), *_facts(facts), *_closing(facts)],
        _notes(),
        purpose=gettext("to be published"),
        own_lines=[(gettext("Not before"), (gap(gettext("day and hour, or: at once")),))],
        small=True,
    )


def _lead(facts: PlanInIndex) -> Iterator[Part]:
    yield Paragraph((gap(gettext("a headline of at most ten words: who, what, why now")),))
    yield Paragraph((gap(gettext("place")), " ", _counted(facts)))
    yield Paragraph((gap(gettext("what it means for people here, in two sentences")),))
    yield Paragraph((gap(gettext("a sentence of somebody of yours who is safe to be named, in your own words")),))


def _counted(facts: PlanInIndex) -> str:
    """How many recommendations it is on, by their answers; nothing where it is on none."""
    items, state = facts.recommendations, facts.state_name(facts.state)
    if not items:
        return gettext("This is on the follow-up to the Universal Periodic Review of %(state)s.", state=state)
    answers = facts.answers
    counted = ngettext(
        "On this, %(state)s received %(count)s recommendation of other States in the Universal Periodic Review. "
        "Supported: %(supported)s. Noted: %(noted)s.",
        "On this, %(state)s received %(count)s recommendations of other States in the Universal Periodic Review. "
        "Supported: %(supported)s. Noted: %(noted)s.",
        len(items),
        state=state,
        supported=answers.supported,
        noted=answers.noted,
    )
    return " ".join(filter(None, (counted, unanswered(answers.unanswered))))


def _facts(facts: PlanInIndex) -> Iterator[Part]:
    yield Heading(gettext("What was recommended"), 2)
    for item in facts.requests[:ITEMS_SHOWN]:
        words = joined(filter(None, (introduced(item, facts, REQUEST_CHARACTERS), answer(item, facts))))
        yield Paragraph(words, Style.BULLET)
    yield Heading(gettext("What we see"), 2)
    yield Paragraph(first_seen(facts, gettext("what you have seen, with dates, numbers and sources")))


def _closing(facts: PlanInIndex) -> Iterator[Part]:
    yield Heading(gettext("What we ask"), 2)
    yield Paragraph(asked_for(facts.requests, ASKED))
    dates = list(coming_events(facts, (EventKind.NEXT_REVIEW,)))
    background = gettext(
        "In the Universal Periodic Review, all States look at the human rights record of each, every few years, and "
        "recommend what should change."
    )
    yield Heading(gettext("Background"), 2)
    yield Paragraph(joined([(background,), *((*words, ".") for words in dates)]))


def _notes() -> Iterator[Words]:
    yield (
        gettext(
            "A press release is passed on without you: name nobody who could be put at risk, and no place by which "
            "they are known. Give journalists a number at which somebody answers that day."
        ),
    )
