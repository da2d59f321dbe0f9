"""Briefs for embassies and missions: for each recommending State one page on what it asked and what it can do next.

What the brief holds is chosen so that it stays on its page: texts are cut between words with a mark, and what is left
out is cited by its paragraph.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.messages import Message
from models.records.records import Recommendation
from models.reviews.calendar import EventKind
from models.reviews.states import State
from search import Evidence, EvidenceOf, EvidencePage, LobbyingQuestion, cycles_covered, request_of
from web.papers.item_words import (
    answer,
    answer_with_source,
    coming_events,
    comment,
    introduced,
    not_indexed_notes,
    place_in_words,
    since,
)
from web.papers.paper import Heading, Paper, Paragraph, Part, Style, Suggested, Words, gap, joined, quoted
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, listed, ngettext
from web.site.served_index import place_in_order
from web.words.coverage import left_out
from web.words.sessions import year

MOST_STATES = 10
"""In one file."""
ITEM_ROOM = 2_000
"""Characters, citations counted, of the recommendations to the own State."""
MOST_ITEMS = 4
OTHERS_SHOWN = 2
WORDINGS_SHOWN = 2
PLACES_SHOWN = 4
REPORTS_SHOWN = 2
"""Of each item."""
REQUEST_CHARACTERS = 280
COMMENT_CHARACTERS = 140
REPORTED_CHARACTERS = 190
ELSEWHERE_CHARACTERS = 170
ACTS = (EventKind.GENERAL_DEBATE, EventKind.MID_TERM, EventKind.NEXT_REVIEW)


def embassy_briefs(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """A page for the State chosen, or for each that made most of the recommendations on the plan.

    Raises:
        PaperNotMade: no State that recommended something on the plan, or another is chosen.
    """
    states = briefed_states(facts)
    if not states:
        raise PaperNotMade(Message("No recommendation on the plan names the State that made it: add one that does."))
    chosen = options["state"]
    if chosen and chosen not in states:
        raise PaperNotMade(Message("%(state)s recommended nothing on the plan: choose another State.", state=chosen))
    briefed = (chosen,) if chosen else states[:MOST_STATES]
    own = facts.state_name(facts.state)
    if len(briefed) == 1:
        title = gettext("%(own)s: brief for %(state)s", own=own, state=facts.state_name(briefed[0]))
        return paper_of(facts, title, _page(facts, briefed[0]), _notes(facts, states, briefed), small=True)
    title = gettext("%(own)s: briefs for embassies and missions", own=own)
    return paper_of(facts, title, _pages(facts, briefed), _notes(facts, states, briefed), small=True)


def briefed_states(facts: PlanInIndex) -> tuple[str, ...]:
    """Codes of the States that made recommendations on the plan, those with most first."""
    counted = Counter(code for item in facts.recommendations for code in dict.fromkeys(item.sponsors))
    return tuple(sorted(counted, key=lambda code: (-counted[code], facts.state_name(code))))


def states_by_name(facts: PlanInIndex) -> tuple[State, ...]:
    """The same as States, by name."""
    return tuple(sorted(map(facts.index.state, briefed_states(facts)), key=place_in_order))


def _notes(facts: PlanInIndex, states: Sequence[str], briefed: Sequence[str]) -> Iterator[Words]:
    yield (
        gettext(
            "Embassies in the capital and missions in Geneva are offices of States: learn first what this State’s "
            "interests in %(own)s are. Your own evidence is not in this brief: say what is safe to say in the gap.",
            own=facts.state_name(facts.state),
        ),
    )
    yield (
        gettext(
            "Suggestions are this program’s. What a State recommends elsewhere, and model wording, was found by "
            "comparing words and meaning: read before you quote."
        ),
    )
    shown = (item for item in facts.recommendations if set(briefed) & set(item.sponsors))
    yield from not_indexed_notes(shown, facts)
    rest = tuple(map(facts.state_name, states[len(briefed) :])) if len(briefed) > 1 else ()
    if rest:
        yield (gettext("Not in this file; choose them one by one: %(states)s.", states=listed(rest)),)


def _pages(facts: PlanInIndex, codes: Sequence[str]) -> Iterator[Part]:
    names = [facts.state_name(code) for code in codes]
    yield Paragraph((gettext("One page each for: %(states)s.", states=listed(names)),))
    for code in codes:
        own = facts.state_name(facts.state)
        title = gettext("%(own)s: brief for %(state)s", own=own, state=facts.state_name(code))
        yield Heading(title, 1, new_page=True)
        yield from _page(facts, code)


def _page(facts: PlanInIndex, code: str) -> Iterator[Part]:
    """One State's page."""
    own = facts.state_name(facts.state)
    items = [item for item in facts.recommendations if code in item.sponsors]
    yield Heading(gettext("Recommended to %(state)s, and its answer", state=own), 2)
    shown = _shown(items, facts)
    for lines in shown:
        yield Paragraph(lines[0])
        yield from (Paragraph(words, Style.BULLET) for words in lines[1:])
    yield from _rest(items[len(shown) :])
    yield Paragraph((gettext("What we see ourselves:"), " ", gap(gettext("what you can safely say, and from where"))))
    question = LobbyingQuestion(
        state=facts.state,
        records=tuple(item.id for item in items[:MOST_ITEMS]),
    )
    yield from _elsewhere(facts, code, question)
    yield from _wording(facts, question)
    yield from _acts(facts, own)


def _shown(items: Sequence[Item], facts: PlanInIndex) -> list[list[Words]]:
    """The first items, as many as the page has room for, with their answer and what was reported since."""
    shown: list[list[Words]] = []
    room = ITEM_ROOM
    for item in items[:MOST_ITEMS]:
        said = (
            introduced(item, facts, REQUEST_CHARACTERS),
            answer_with_source(item, facts),
            comment(item, facts, COMMENT_CHARACTERS),
        )
        lines = [joined(filter(None, said)), *since(item, facts, REPORTED_CHARACTERS, REPORTS_SHOWN)]
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


def _elsewhere(facts: PlanInIndex, code: str, question: LobbyingQuestion) -> Iterator[Part]:
    """What it recommends to other States on the same."""
    state = facts.state_name(code)
    yield Heading(gettext("Recommended to other States on this"), 2)
    found = facts.index.lobbying_evidence(question, EvidenceOf(Evidence.OTHERS, code), OTHERS_SHOWN)
    yield Paragraph((_counted(found, state) if found.total else _none_elsewhere(facts, state),))
    for record in found.records:
        yield Paragraph(cited_record(facts, record), Style.BULLET)


def _none_elsewhere(facts: PlanInIndex, state: str) -> str:
    """That none to other States was found, where any of them is indexed, and what was not searched."""
    others = [known for known in facts.index.reviewed_states() if known.state.code != facts.state]
    if not any(known.sessions for known in others):
        return gettext(
            "What %(state)s recommended to other States cannot be said: none of their reviews is in this index.",
            state=state,
        )
    left = left_out(cycles_covered(others, facts.today))
    return " ".join(filter(None, [gettext("None to other States was found in the documents indexed."), left]))


def _counted(found: EvidencePage, state: str) -> str:
    return ngettext(
        "%(count)s recommendation by %(state)s to another State is on this or near it.",
        "%(count)s recommendations by %(state)s to other States are on this or near it, among them:",
        found.total,
        state=state,
    )


def cited_record(facts: PlanInIndex, record: Recommendation) -> Words:
    """A recommendation to whatever State, as printed, with its source and the answer."""
    to = gettext(
        "To %(state)s, %(year)s:", state=facts.state_name(record.state_under_review), year=year(record.session)
    )
    words = (to, " ", *quoted(request_of(record).shortened(ELSEWHERE_CHARACTERS)), ".")
    return joined(filter(None, (words, answer(facts.item_of(record), facts))))


def _wording(facts: PlanInIndex, question: LobbyingQuestion) -> Iterator[Part]:
    """Recommendations that other States supported, to word the next one by."""
    yield Heading(gettext("Model wording for next time (suggestion)"), 2)
    wording = facts.index.lobby(question).wording[:WORDINGS_SHOWN]
    for record in wording:
        yield Paragraph(cited_record(facts, record), Style.BULLET)
    if not wording:
        yield Paragraph((gap(gettext("a specific request, with who should act and by when")),))


def _acts(facts: PlanInIndex, own: str) -> Iterator[Part]:
    yield Heading(gettext("Dates, and what we ask"), 2)
    dates = list(coming_events(facts, ACTS))
    yield Paragraph(joined((*words, ".") for words in dates) or (gap(gettext("dates: see the calendar")),))
    yield Paragraph(
        (
            Suggested(
                gettext(
                    "Raise it in talks with %(own)s; offer support for carrying it out; ask about it in advance of the "
                    "next review, and recommend it again.",
                    own=own,
                )
            ),
            " ",
            gap(gettext("what you ask of this State; your name and a safe way to reach you")),
        )
    )
