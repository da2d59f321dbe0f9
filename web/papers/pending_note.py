"""A note on recommendations that await an answer: arguments for supporting them, before the answer is due.

Who asked, what neighbours supported, what treaty bodies say, what the organisation sees; all cited.
"""

from collections.abc import Iterator, Mapping

from models.errors import PaperNotMade
from models.messages import Message
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.calendar import EventKind
from search import Filters, Listing
from web.papers.item_words import (
    argued_words,
    cited_record,
    coming_events,
    expected,
    introduced,
    left_out,
    place_in_words,
    seen,
)
from web.papers.paper import Heading, Paper, Paragraph, Part, Strong, Style, Words
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, ngettext

MOST_ITEMS = 6
REQUEST_CHARACTERS = 300
ARGUED_CHARACTERS = 220


def pending_note(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """The recommendations to the own State that it has announced to answer later.

    Raises:
        PaperNotMade: no recommendation on the plan awaits an answer.
    """
    items = [item for item in facts.requests if item.position is Position.PENDING]
    if not items:
        raise PaperNotMade(Message("No recommendation on the plan awaits an answer: this note is on such alone."))
    state = facts.state_name(facts.state)
    return paper_of(
        facts,
        gettext("Pending recommendations: %(state)s", state=state),
        [*_opening(facts, len(items)), *_arguments(items[:MOST_ITEMS], facts)],
        [*left_out(items[MOST_ITEMS:]), *_notes()],
        purpose=gettext("that %(state)s support what it has not yet answered", state=state),
    )


def _opening(facts: PlanInIndex, count: int) -> Iterator[Part]:
    state = facts.state_name(facts.state)
    yield Paragraph(
        (
            ngettext(
                "%(state)s has announced that it will answer %(count)s recommendation later. We ask it to support it.",
                "%(state)s has announced that it will answer %(count)s recommendations later. We ask it to support "
                "them.",
                count,
                state=state,
            ),
        )
    )
    for words in coming_events(facts, (EventKind.ANSWER_DUE, EventKind.ADOPTION)):
        yield Paragraph(words)


def _arguments(items: list[Item], facts: PlanInIndex) -> Iterator[Part]:
    arguments = facts.arguments(items)
    for item in items:
        yield Heading(place_in_words(item), 2)
        yield Paragraph(introduced(item, facts, REQUEST_CHARACTERS))
        lines = [*_neighbours(item, facts)]
        lines += [argued_words(each, facts, ARGUED_CHARACTERS) for each in arguments[item.planned.id]]
        lines.append(
            seen(item, facts, gettext("why the State can support it: what is done already, what it would take"))
        )
        yield from (Paragraph(words, Style.BULLET) for words in lines)
        yield Paragraph((Strong(gettext("What would follow: ")), *expected(item, gettext("the first step"))))


def _neighbours(item: Item, facts: PlanInIndex) -> Iterator[Words]:
    """What another State of its regional group supported on the very thing."""
    group = facts.index.state(item.state).regional_group
    if group is None or not isinstance(item.record, Recommendation):
        return
    near = Filters(position=(Position.SUPPORTED,), group=(group,))
    for record in facts.index.model_wordings(item.record, Listing(filters=near, limit=1)):
        yield (gettext("Another State of its regional group supported the same."), " ", *cited_record(facts, record))


def _notes() -> Iterator[Words]:
    yield (
        gettext(
            "Hand it on before the answer is due. A State can support a recommendation until then; afterwards it can "
            "still act on it."
        ),
    )
