"""One page for media, parliament and communities: what the State agreed to, what it did not, and what readers can do.

The texts of recommendations are cut so that the page is not passed; what is left out is counted.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.calendar import EventKind
from web.papers.item_words import coming_events, first_seen, introduced, unanswered
from web.papers.paper import Heading, Paper, Paragraph, Part, Style, Words, gap
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, ngettext

PAGE_CHARACTERS = 1_500
"""Of items, citations counted: what one page has room for beside the frame."""
REQUEST_CHARACTERS = 200
HEADING_CHARACTERS = 200
"""What a heading takes of these, from the second on."""


def public_summary(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """The items on the own State, in the order of the plan, as many as the page holds."""
    state = facts.state_name(facts.state)
    title = gettext("What %(state)s was told, and what it answered", state=state)
    return paper_of(
        facts,
        title,
        [*_frame(facts, state), *_told(facts), *_next(facts)],
        _notes(),
        purpose=gettext("to be read by everyone"),
        small=True,
    )


def _frame(facts: PlanInIndex, state: str) -> Iterator[Part]:
    yield Paragraph(
        (
            gap(gettext("the issue, in a few plain words")),
            " ",
            gettext(
                "Every few years, States look at how each State keeps human rights. They say what should change. "
                "The State must answer."
            ),
        )
    )
    yield Paragraph(_counted(facts, state))


def _counted(facts: PlanInIndex, state: str) -> Words:
    items = facts.recommendations
    if not any(item.record for item in facts.own):
        return (gap(gettext("what was said to the State, and by whom")),)
    if not items:
        return (gettext("What follows was said to %(state)s, by it or about it.", state=state),)
    made_by = len({code for item in items for code in item.sponsors})
    answers = facts.answers
    told = ngettext(
        "This page is on %(count)s recommendation that %(state)s received, made by %(made_by)s.",
        "This page is on %(count)s recommendations that %(state)s received, made by %(made_by)s.",
        len(items),
        state=state,
        made_by=ngettext("%(count)s State", "%(count)s States", made_by),
    )
    agreed = gettext("Supported: %(count)s. The State agreed.", count=answers.supported)
    not_agreed = gettext("Noted: %(count)s. The State did not agree, but can still act.", count=answers.noted)
    sentences = (
        told,
        agreed if answers.supported else "",
        not_agreed if answers.noted else "",
        unanswered(answers.unanswered),
    )
    return (" ".join(filter(None, sentences)),)


def _told(facts: PlanInIndex) -> Iterator[Part]:
    """What was agreed to, then what was not, then the rest, each under its heading while the page has room."""
    room, left = PAGE_CHARACTERS, 0
    sections = [section for section in _sections(facts.requests) if section[1]]
    for place, (heading, items) in enumerate(sections):
        room -= HEADING_CHARACTERS if place else 0
        shown: list[Part] = []
        for item in items:
            words = introduced(item, facts, REQUEST_CHARACTERS)
            size = sum(map(len, words))
            if size > room and room < PAGE_CHARACTERS:
                left += 1
                continue
            room -= size
            shown.append(Paragraph(words, Style.BULLET))
        if shown:
            yield Heading(heading, 2)
            yield from shown
    if left:
        yield Paragraph((ngettext("And %(count)s more.", "And %(count)s more.", left),))


def _sections(items: Sequence[Item]) -> Iterator[tuple[str, Sequence[Item]]]:
    agreed = [item for item in items if item.position is Position.SUPPORTED or item.kind == "commitment"]
    noted = [item for item in items if item.position is Position.NOTED]
    rest = [item for item in items if item not in agreed and item not in noted]
    yield gettext("What it agreed to"), agreed
    yield gettext("What it did not agree to"), noted
    recommended = any(isinstance(item.record, Recommendation) for item in rest)
    yield gettext("What it has not answered yet") if recommended else gettext("What else was said"), rest


def _next(facts: PlanInIndex) -> Iterator[Part]:
    """What people can see of it, as far as the plan says so, what they can do, and what comes next."""
    what = gettext("what people here can see of it, in plain words, and from whom you know")
    yield Heading(gettext("What has happened since"), 2)
    yield Paragraph(first_seen(facts, what))
    yield Heading(gettext("What you can do"), 2)
    yield Paragraph((gettext("Ask your member of parliament what will be done, and by when."),), Style.BULLET)
    yield Paragraph((gettext("Tell us what you see, if it is safe for you."),), Style.BULLET)
    yield Paragraph((gap(gettext("what else readers can do")),), Style.BULLET)
    for words in coming_events(facts, (EventKind.NEXT_REVIEW,)):
        yield Paragraph(words)


def _notes() -> Iterator[Words]:
    yield (
        gettext(
            "Words of recommendations are shortened where they are long; the full text stands at the address of the "
            "document. Your partners, next steps and notes are not in this paper."
        ),
    )
