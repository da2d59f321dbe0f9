"""Briefs for embassies and missions: for each recommending State one page on what it asked and what it can do next.

There are two kinds: before the next review of the State, and between reviews. What a brief holds is chosen so that it
stays on its page: texts are cut between words with a mark, and what is left out is cited by its paragraph.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.messages import Message
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.calendar import EventKind
from search import Filters, coder_of
from web.papers.item_words import (
    answer_with_source,
    argued_words,
    cited_record,
    coming_events,
    expected,
    introduced,
    not_indexed_notes,
    place_in_words,
    seen,
)
from web.papers.model_wording import model_wording
from web.papers.paper import Heading, Paper, Paragraph, Part, Style, Words, joined
from web.papers.paper_of_plan import LetterLine, letterhead, paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, listed, ngettext

MOST_STATES = 10
"""In one file."""
ITEM_ROOM = 1_900
"""Characters, citations counted, of the recommendations to the own State."""
MOST_ITEMS = 3
PLACES_SHOWN = 4
REQUEST_CHARACTERS = 240
ARGUED_CHARACTERS = 170
DATES = {
    "before": (EventKind.SUBMISSIONS, EventKind.NEXT_REVIEW),
    "between": (EventKind.GENERAL_DEBATE, EventKind.MID_TERM, EventKind.NEXT_REVIEW),
}


def embassy_briefs(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """A page for the State chosen, or for each that made most of the recommendations on the plan.

    Raises:
        PaperNotMade: no State that recommended something on the plan, or another is chosen.
    """
    states = _states_chosen(facts, options)
    return _briefs(facts, states, states[:MOST_STATES], options["moment"])


def brief_for_each(facts: PlanInIndex, options: Mapping[str, str]) -> Iterator[tuple[str, Paper]]:
    """A brief of its own for each State that made recommendations on the plan, with its code.

    Raises: as `embassy_briefs`.
    """
    states = _states_chosen(facts, options)
    return ((code, _briefs(facts, states, (code,), options["moment"])) for code in states)


def _states_chosen(facts: PlanInIndex, options: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of the States to brief: the one chosen, else all that recommended something, those with most first.

    Raises: as `embassy_briefs`.
    """
    states, chosen = facts.recommending_states, options["state"]
    if not states:
        raise PaperNotMade(Message("No recommendation on the plan names the State that made it: add one that does."))
    if chosen and chosen not in states:
        raise PaperNotMade(Message("%(state)s recommended nothing on the plan: choose another State.", state=chosen))
    return (chosen,) if chosen else states


def _briefs(facts: PlanInIndex, states: Sequence[str], briefed: Sequence[str], moment: str) -> Paper:
    """A page for each of some States, the first under the head of the file."""
    first, *others = briefed
    pages = [*_page(facts, first, moment)]
    for code in others:
        pages.append(Heading(_title(facts, code), 0, new_page=True))
        pages += [Paragraph(words) for words in _lines(facts, code, moment)]
        pages += _page(facts, code, moment)
    return paper_of(
        facts,
        _title(facts, first),
        pages,
        _notes(facts, states, briefed),
        purpose=_purpose(facts, moment),
        own_lines=[_addressed_to(facts, first)],
        small=True,
    )


def _title(facts: PlanInIndex, code: str) -> str:
    return gettext("%(own)s: brief for %(state)s", own=facts.state_name(facts.state), state=facts.state_name(code))


def _purpose(facts: PlanInIndex, moment: str) -> str:
    own = facts.state_name(facts.state)
    if moment == "before":
        return gettext("a question and a recommendation at the next review of %(own)s", own=own)
    return gettext("follow-up to what was recommended to %(own)s, between its reviews", own=own)


def _addressed_to(facts: PlanInIndex, code: str) -> LetterLine:
    words = gettext("Embassy or mission: %(state)s", state=facts.state_name(code))
    return gettext("To"), (words,)


def _lines(facts: PlanInIndex, code: str, moment: str) -> Iterator[Words]:
    """The head of a page that is not the first of its file, as the head of the file is written."""
    for name, words in letterhead(facts, _purpose(facts, moment), [_addressed_to(facts, code)]):
        yield (name + gettext(": "), *words)


def _notes(facts: PlanInIndex, states: Sequence[str], briefed: Sequence[str]) -> Iterator[Words]:
    yield (
        gettext(
            "Embassies in the capital and missions in Geneva are offices of States: learn first what this State’s "
            "interests in %(own)s are.",
            own=facts.state_name(facts.state),
        ),
    )
    yield (
        gettext(
            "What a State recommends elsewhere was found by comparing words and meaning; only strong matches stand "
            "here. Read them before you quote them. The question is this program’s suggestion: make it yours."
        ),
    )
    shown = (item for item in facts.recommendations if set(briefed) & set(item.sponsors))
    yield from not_indexed_notes(shown, facts)
    rest = tuple(map(facts.state_name, states[len(briefed) :])) if len(briefed) > 1 else ()
    if rest:
        yield (
            gettext(
                "Not in the Word file, but in the ZIP file, which has a file for each State: %(states)s.",
                states=listed(rest),
            ),
        )


def _page(facts: PlanInIndex, code: str, moment: str) -> Iterator[Part]:
    """One State's page."""
    items = [item for item in facts.requests if code in item.sponsors]
    yield Heading(
        gettext("What was recommended to %(own)s, and what became of it", own=facts.state_name(facts.state)),
        2,
    )
    shown = _shown(items, facts)
    for lines in shown:
        yield Paragraph(lines[0])
        yield from (Paragraph(words, Style.BULLET) for words in lines[1:])
    yield from _rest(items[len(shown) :])
    first = items[0]
    elsewhere = model_wording(facts, first, Filters(recommending=(code,)))
    if moment == "before":
        yield from _to_recommend(facts, first, elsewhere)
    else:
        yield from _to_do_now(facts, first, elsewhere)
    dates = list(coming_events(facts, DATES[moment]))
    if dates:
        yield Heading(gettext("Dates"), 2)
        yield Paragraph(joined((*words, ".") for words in dates))


def _shown(items: Sequence[Item], facts: PlanInIndex) -> list[list[Words]]:
    """The first items, as many as the page has room for, with their answer, what was said since, and what is seen."""
    shown: list[list[Words]] = []
    room = ITEM_ROOM
    arguments = facts.arguments(items[:MOST_ITEMS])
    for place, item in enumerate(items[:MOST_ITEMS]):
        said = (introduced(item, facts, REQUEST_CHARACTERS), answer_with_source(item, facts))
        lines = [joined(filter(None, said))]
        lines += [argued_words(each, facts, ARGUED_CHARACTERS) for each in arguments[item.planned.id]]
        if place == 0 or facts.is_seen(item):
            lines.append(seen(item, facts, gettext("what you see yourselves and can safely say, with its source")))
        room -= sum(len(piece) for words in lines for piece in words)
        if room < 0 and shown:
            break
        shown.append(lines)
    return shown


def _rest(items: Sequence[Item]) -> Iterator[Part]:
    if items:
        places = [place_in_words(item) for item in items[:PLACES_SHOWN]]
        words = ngettext(
            "%(count)s more: %(places)s",
            "%(count)s more: %(places)s",
            len(items),
            places=gettext("; ").join(places),
        )
        yield Paragraph((words + gettext("; ") + "…" if len(items) > PLACES_SHOWN else f"{words}.",))


def _to_recommend(facts: PlanInIndex, item: Item, elsewhere: Recommendation | None) -> Iterator[Part]:
    """A recommendation in this State's style, or in words that were supported elsewhere, and an advance question."""
    yield Heading(gettext("What you could recommend next"), 2)
    supported = None if elsewhere else model_wording(facts, item)
    if elsewhere:
        yield Paragraph((gettext("You recommended on the same:"), " ", *cited_record(facts, elsewhere)))
    elif supported:
        yield Paragraph((gettext("It was supported elsewhere:"), " ", *cited_record(facts, supported)))
    what = gettext("a recommendation in at most two sentences: one request, who acts, by when")
    yield Paragraph((gettext("We suggest:"), " ", *expected(item, what)))
    yield Heading(gettext("What you could ask in advance"), 2)
    yield Paragraph((_question(facts, item),))


def _question(facts: PlanInIndex, item: Item) -> str:
    """An advance question that rests on what is indexed alone: the paragraph, and the answer given to it."""
    own, when = facts.state_name(item.state), facts.year_of(item)
    paragraph = item.place.paragraph if item.place and item.place.paragraph else ""
    named = gettext("the recommendation in paragraph %(paragraph)s", paragraph=paragraph) if paragraph else ""
    named = named or gettext("this recommendation")
    if item.position is Position.SUPPORTED:
        return gettext(
            "In the review of %(year)s, %(own)s supported %(recommendation)s. What has been done to carry it out, "
            "what remains to be done, and by when?",
            own=own,
            year=when,
            recommendation=named,
        )
    if item.position is Position.NOTED and not (isinstance(item.record, Recommendation) and coder_of(item.record)):
        return gettext(
            "In the review of %(year)s, %(own)s noted %(recommendation)s. What has been done on the matter since, "
            "and would %(own)s now support it?",
            own=own,
            year=when,
            recommendation=named,
        )
    return gettext(
        "What has %(own)s done on %(recommendation)s of the review of %(year)s, and what remains to be done?",
        own=own,
        year=when,
        recommendation=named,
    )


def _to_do_now(facts: PlanInIndex, item: Item, elsewhere: Recommendation | None) -> Iterator[Part]:
    yield Heading(gettext("What you can do now"), 2)
    own = facts.state_name(facts.state)
    for words in (
        gettext("Raise it in your talks with %(own)s, in the capital and in Geneva.", own=own),
        gettext("Ask about it when visitors of either side meet, and visit those whom it concerns where that is safe."),
        gettext(
            "Ask %(own)s for a mid-term report that says what was done on it, and offer support for carrying it out.",
            own=own,
        ),
    ):
        yield Paragraph((words,), Style.BULLET)
    if elsewhere:
        yield Paragraph((gettext("You recommended on the same:"), " ", *cited_record(facts, elsewhere)))
    yield Paragraph(
        (gettext("We ask that this be reached:"), " ", *expected(item, gettext("what you ask of this State")))
    )
