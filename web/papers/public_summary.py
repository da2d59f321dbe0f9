"""One page for media, parliament and communities: what the State was told on this, and what it answered.

The texts of recommendations are cut so that the page is not passed; what is left out is counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.messages import Message
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.calendar import EventKind
from web.downloads.office_files import PositionWord
from web.papers.item_words import coming_events, introduced
from web.papers.paper import Heading, Paper, Paragraph, Part, Strong, Style, Words, gap, joined
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, ngettext

PAGE_CHARACTERS = 1_900
"""Of items, citations counted: what one page has room for beside the frame."""
REQUEST_CHARACTERS = 260


def public_summary(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """The items on the own State, in the order of the plan, as many as the page holds.

    Raises:
        PaperNotMade: the plan has nothing on its State.
    """
    if not facts.own:
        raise PaperNotMade(Message("The plan has nothing on its State: add what you follow up on."))
    state = facts.state_name(facts.state)
    title = gettext("What %(state)s was told, and what it answered", state=state)
    return paper_of(facts, title, [*_frame(facts, state), *_told(facts), *_next(facts, state)], _notes())


def _frame(facts: PlanInIndex, state: str) -> Iterator[Part]:
    yield Paragraph((Strong(gettext("On: ")), gap(gettext("the issue, in a few plain words"))))
    yield Paragraph(
        (
            gettext(
                "Every few years all States look at how each of them keeps to human rights, in the Universal Periodic "
                "Review of the United Nations. They recommend what should change, and the State must answer."
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
    counts = Counter(item.position for item in items)
    supported, noted = counts[Position.SUPPORTED], counts[Position.NOTED]
    unanswered = len(items) - supported - noted
    told = ngettext(
        "This page is on %(count)s recommendation that %(state)s received, made by %(made_by)s.",
        "This page is on %(count)s recommendations that %(state)s received, made by %(made_by)s.",
        len(items),
        state=state,
        made_by=ngettext("%(count)s State", "%(count)s States", made_by),
    )
    answers = (
        (supported, gettext("Supported: %(count)s. It promised to act.", count=supported)),
        (noted, gettext("Noted: %(count)s. It made no promise, but can still act.", count=noted)),
        (unanswered, gettext("Without an answer in the documents at hand: %(count)s.", count=unanswered)),
    )
    return (" ".join([told, *(words for count, words in answers if count)]),)


def _told(facts: PlanInIndex) -> Iterator[Part]:
    yield Heading(gettext("What it was told"), 1)
    room = PAGE_CHARACTERS
    for place, item in enumerate(facts.own):
        words = _item_words(item, facts)
        room -= sum(map(len, words))
        if room < 0 and place:
            yield from _rest(facts.own[place:])
            return
        yield Paragraph(words, Style.BULLET)


def _item_words(item: Item, facts: PlanInIndex) -> Words:
    words = introduced(item, facts, REQUEST_CHARACTERS)
    if not isinstance(item.record, Recommendation):
        return words
    return joined((words, (gettext("Answer:"), " ", PositionWord(item.record))))


def _rest(items: Sequence[Item]) -> Iterator[Part]:
    yield Paragraph((ngettext("And %(count)s more.", "And %(count)s more.", len(items)),))


def _next(facts: PlanInIndex, state: str) -> Iterator[Part]:
    yield Heading(gettext("What has happened since, and what comes next"), 1)
    yield Paragraph((gap(gettext("what people here can see of it, in plain words, and from whom you know")),))
    for words in coming_events(facts, (EventKind.NEXT_REVIEW,)):
        yield Paragraph(words)
    yield Paragraph((gap(gettext("what readers can do; how to reach you safely")),))


def _notes() -> Iterator[Words]:
    yield (
        gettext(
            "Words of recommendations are shortened where they are long; the full text stands at the address of the "
            "document. Your partners, next steps, notes and evidence are not in this paper."
        ),
    )
