"""What templates of papers are given to say of one item: quotations, answers, dates and blanks, as pieces of text."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.plans.plan import Evidence, PlanItem
from models.records.enums import Position
from models.reviews.calendar import CalendarEvent, HowKnown
from search import (
    HOW_KNOWN_WORDS,
    Quotation,
    answer_claim,
    comment_claim,
    event_title,
    language_of,
    position_badge,
    positions_of,
    printed_request_of,
)
from web.files.office_files import PositionWord
from web.papers.facts import Item, PlanFacts
from web.papers.paper import Aside, Cited, Quoted, Strong, Suggested, Translation, Words, gap, quoted
from web.papers.suggested_words import shown_suggestion
from web.site.language import gettext, listed, page_language, side_by_side, translated
from web.words.calendar_words import event_when
from web.words.citation import committee_names
from web.words.commitment_words import itself_committed
from web.words.progress_words import REPORT_TITLES
from web.words.sessions import year_and_session

MOST_PRINTED = 5_000
"""Characters of one text in a table."""


def words_for(facts: PlanFacts) -> Mapping[str, Any]:
    """What templates call, by name."""
    return {
        "blank": gap,
        "strong": Strong,
        "aside": Aside,
        "cite": Cited,
        "quote": quote,
        "printed": printed,
        "answer": lambda item, cited=True: answer(item, facts, cited=cited),
        "state_names": lambda codes: [facts.state_name(code) for code in codes],
        "answers_counted": answers_counted,
        "comment_name": lambda item: translated(comment_claim(item.recommendation, facts.state_name(item.state)).words),
        "position": position_cell,
        "evidence_words": evidence_words,
        "evidence_cell": lambda evidence: evidence_cell(evidence, facts),
        "column": column,
        "event_words": event_words,
        "event_when": event_when,
        "listed": listed,
        "side_by_side": side_by_side,
        "committee_names": committee_names,
        "itself_committed": lambda item: itself_committed(
            item.record, facts.index.document(item.place.symbol), facts.state_name(item.state)
        ),
        "report_title": lambda kind: str(REPORT_TITLES[kind]),
        "year_and_session": year_and_session,
    }


def quote(quotation: Quotation | None, most: int = 0) -> Words:
    """Words of others with their source: whole, or of a longer text as far as a full stop or semicolon of it.

    Where they are in another language than the paper, room for a translation follows.
    """
    if quotation is None:
        return ()
    words = quoted(quotation.ended_at_clause(most or len(quotation.words)))
    page = page_language().language
    if page != "en" and language_of(quotation.words) != page:
        translation = Translation(gap(gettext("translation")))
        return (words[0], " ", translation, *words[1:])
    return words


def printed(item: Item) -> tuple[Words, ...]:
    """What was said, as printed with the States that follow it, and its source: lines of a cell."""
    if item.record is None:
        return ((item.own_words, " ", gap(gettext("who said it, and where"))),)
    words = printed_request_of(item.record, page_language().language)
    whole = Quoted(words if len(words.words) <= MOST_PRINTED else words.shortened(MOST_PRINTED))
    return ((whole,), (Cited(item.record.place),))


def answer(item: Item, facts: PlanFacts, *, cited: bool = True) -> Words:
    """What the State answered, `cited` where it is recorded, or whose coding there is; a blank where nobody says."""
    record = item.recommendation
    if record is None:
        return ()
    if record.position is Position.UNKNOWN:
        return (gap(gettext("the answer of %(state)s", state=facts.state_name(item.state))),)
    if item.coder:
        return (f"{translated(position_badge(record).words)}.",)
    claim = answer_claim(record, facts.state_name(item.state))
    if not cited or claim.source is None or claim.source == item.place:
        return (translated(claim.words),)
    return (translated(claim.words).removesuffix("."), " ", Cited(claim.source), ".")


def answers_counted(items: Sequence[Item], state: str) -> str:
    """How many of the recommendations have each answer, and of how many that is a coding.

    "" where an answer is not known: the counts would not come to the number of recommendations told before them.
    """
    records = [item.recommendation for item in items if item.recommendation]
    counts = () if any(record.position is Position.UNKNOWN for record in records) else positions_of(records)
    words = gettext("; ").join(map(translated, counts))
    return gettext("Position of %(state)s: %(position)s", state=state, position=words) + "." if counts else ""


def position_cell(item: Item) -> Words:
    """The position as a cell of a table, with whose coding it is."""
    record = item.recommendation
    if record is None or record.position is Position.UNKNOWN:
        return (gap(),) if record else ()
    return (PositionWord(record, quoting=True),)


def evidence_words(evidence: Evidence, *, spoken: bool = False) -> Words:
    """One piece of the organisation's own, as it wrote it, with what it names as its source.

    Where it changed what it took from a document, that document is no source of it.
    """
    if evidence.record:
        return (evidence.text,)
    about = gettext("; ").join(filter(None, (evidence.when, evidence.document, "" if spoken else evidence.link)))
    return (evidence.text, " ", Aside(f"({about})")) if about else (evidence.text,)


def evidence_cell(evidence: tuple[Evidence, ...], facts: PlanFacts) -> tuple[Words, ...]:
    """Pieces of evidence, those of others quoted with their source where a document says them."""
    said = ((each, facts.sources.quoted(each)) for each in evidence)
    return tuple(quoted(words) if words else evidence_words(each) for each, words in said)


def column(planned: PlanItem, name: str, *, ours: bool) -> Words:
    """What the plan says in one column; a blank where it says nothing, and for others where it is a suggestion."""
    value = getattr(planned, name)
    if name in planned.suggested:
        return (Suggested(shown_suggestion(planned, name) or _in_words(value)),) if ours else (gap(),)
    return (_in_words(value),) if value else (gap(),)


def _in_words(value: Any) -> str:
    """A value of the plan: a text, one word of a list, or several."""
    if isinstance(value, tuple):
        return listed([translated(word.value) for word in value])
    return translated(value.value) if hasattr(value, "value") else str(value)


def event_words(event: CalendarEvent) -> Words:
    """A date with how it is known ("Next review: about Nov 2029 (estimated)")."""
    when = event_when(event)
    if event.how_known is not HowKnown.PUBLISHED:
        when = f"{when} ({translated(HOW_KNOWN_WORDS[event.how_known])})"
    return (Strong(translated(event_title(event)) + gettext(": ")), when)
