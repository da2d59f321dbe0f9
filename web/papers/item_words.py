"""What papers say of one item: what was recommended and answered, what was reported since, in sentences and lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from models.plans.plan import Evidence, PlanItem, Status
from models.records.documents import Author
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown
from search import (
    HOW_KNOWN_WORDS,
    ChosenRecord,
    ReportedText,
    answer_claim,
    comment_of,
    event_title,
    printed_request_of,
    referred_comment_of,
    shortened,
)
from web.downloads.office_files import PositionWord
from web.papers.paper import Cell, Cited, Quoted, Strong, Suggested, Words, blank, gap, joined, quoted
from web.papers.plan_in_index import Item, PlanInIndex, Reported
from web.site.language import gettext, lazy_gettext, ngettext, page_language, side_by_side, translated
from web.words.calendar_words import event_when
from web.words.citation import cited_place, committee_names, sponsor_name
from web.words.commitment_words import itself_committed
from web.words.editions import request_shown
from web.words.progress_words import REPORT_TITLES, not_indexed
from web.words.sessions import year, year_and_session

STATES_NAMED = 6
"""More are counted, not named, in a sentence."""
SEEN: dict[Status, str] = {
    Status.NOT_STARTED: lazy_gettext("We see no steps yet:"),
    Status.SOME_STEPS: lazy_gettext("We see first steps:"),
    Status.PARTLY: lazy_gettext("We see that it is carried out in part:"),
    Status.FULLY: lazy_gettext("We see that it is carried out:"),
    Status.CONTRARY: lazy_gettext("We see steps to the contrary:"),
}
"""The organisation's judgement, before what shows it."""
MOST_OF_AN_ID = 80
"""Characters; ids are short, but that of a plan made elsewhere can be anything."""
ARGUED_CHARACTERS = 400
COMMENT_CHARACTERS = 300
ELSEWHERE_CHARACTERS = 200
MOST_PRINTED = 5_000
"""Characters of one text in a table."""


def introduced(item: Item, facts: PlanInIndex, most: int = 600) -> Words:
    """Who said when what to the State, in its words, with the place ("In 2014, Austria recommended: “…” (…)."); of what
    the index does not hold, the plan's own words."""
    if item.record is None:
        return not_in_index(item, most)
    alike = [(" ", Cited(other.place, nearly=True)) for other in item.alike if other.place]
    words = quoted(request_shown(item.record).shortened(most))
    return (
        _introduction(item, item.record, facts),
        " ",
        *words,
        *(piece for pair in alike for piece in pair),
        ".",
    )


def not_in_index(item: Item, most: int) -> Words:
    """What the plan says of an item that the index does not hold, and room for where it stands."""
    source = gap(gettext("who said it, and where: the documents indexed do not hold it"))
    return (shortened(item.own_words, most), " ", source) if item.own_words else (source,)


def _introduction(item: Item, record: ChosenRecord, facts: PlanInIndex) -> str:
    state = facts.state_name(item.state)
    when = facts.year_of(item)
    if isinstance(record, Recommendation):
        if item.sponsors:
            # The verb agrees in other languages.
            return ngettext(
                "In %(year)s, %(states)s recommended:",
                "In %(year)s, %(states)s recommended:",
                len(item.all_sponsors),
                year=when,
                states=made_by(item),
            )
        return gettext("In %(year)s it was recommended:", year=when)
    if isinstance(record, Observation):
        return committee_said(record.committee, record.date, state)
    if isinstance(record, Commitment):
        return itself_committed(record, facts.index.document(record.place.symbol), state)
    return _title_of_report(record, facts.state_name(item.state))


def _title_of_report(record: ReportedText, state: str) -> str:
    """Which document it is, on whom and of when: a national report has the State's own words, and is not said to it."""
    document = record.document
    year = [str(document.issued.year)] if document.issued else []
    return gettext("%(document)s:", document=side_by_side((str(REPORT_TITLES[document.kind]), state, *year)))


def made_by(item: Item) -> str | tuple[str, ...]:
    """The recommending States, for a message that asks for their forms; of many, the first and how many others."""
    names = tuple(map(sponsor_name, item.all_sponsors))
    if len(names) <= STATES_NAMED:
        return names
    first = side_by_side(name.form("the") for name in names[: STATES_NAMED - 1])
    return ngettext(
        "%(states)s and %(count)s other State",
        "%(states)s and %(count)s other States",
        len(names) - STATES_NAMED + 1,
        states=first,
    )


def answer(item: Item, facts: PlanInIndex) -> Words:
    """What the State answered, or who coded it where that is no document; nothing for what is no recommendation."""
    record = item.record
    if not isinstance(record, Recommendation):
        return ()
    return (translated(answer_claim(record, facts.state_name(item.state)).words),)


def answer_with_source(item: Item, facts: PlanInIndex) -> Words:
    """The same with where it was recorded."""
    words, record = answer(item, facts), item.record
    if not words or not isinstance(record, Recommendation) or record.position_source is None:
        return words
    if record.position_source.coded_by or record.position_source == item.place:
        return words
    return (*words, " ", Cited(record.position_source))


def comment(item: Item, facts: PlanInIndex, most: int) -> Words:
    """The State's comment, in its words; of one that only refers to another, that; nothing where it has none."""
    said = comment_of(item.record) if item.record else None
    if said is None or not isinstance(item.record, Recommendation):
        return ()
    for referred in facts.index.referred_comments(item.record)[:1]:
        said = referred_comment_of(referred)
    return (gettext("Its comment:"), " ", *quoted(said.shortened(most)))


def position_cell(item: Item) -> Words:
    """The position as a cell of a table."""
    return (PositionWord(item.record, quoting=True),) if isinstance(item.record, Recommendation) else ()


def printed_cell(item: Item, facts: PlanInIndex) -> tuple[Words, ...]:
    """What was said, as printed, with its source, and by whom, where its paragraph does not tell."""
    if item.record is None:
        return (not_in_index(item, MOST_PRINTED),)
    lines: list[Words] = [(printed_words(item.record),), (Cited(item.record.place),)]
    if item.kind != "recommendation":
        lines.insert(0, (Strong(_introduction(item, item.record, facts)),))
    return tuple(lines)


def argued_words(reported: Reported, facts: PlanInIndex, most: int) -> Words:
    """Who said when what, as a sentence with its source."""
    return (_said_by(reported, facts), " ", *quoted(reported.words.shortened(most)))


def _said_by(reported: Reported, facts: PlanInIndex) -> str:
    state, year = facts.state_name(facts.state), str(reported.when.year) if reported.when else ""
    if reported.committee:
        return committee_said(reported.committee, reported.when, state)
    author = reported.kind.rules.author if reported.kind else None
    if author is Author.STATE:
        in_year, since = (
            gettext("In %(year)s, %(state)s reported:", year=year, state=state),
            gettext("%(state)s reported since:", state=state),
        )
    elif author is Author.STAKEHOLDERS:
        in_year, since = (
            gettext("In %(year)s, civil society reported:", year=year),
            gettext("Civil society reported since:"),
        )
    else:
        in_year, since = (
            gettext("In %(year)s, the United Nations reported:", year=year),
            gettext("United Nations bodies said since:"),
        )
    return in_year if year else since


def committee_said(codes: str, when: date | None, state: str) -> str:
    """Which committee speaks, and when ("In 2031, the Committee against Torture said to Vellania:")."""
    committee = committee_names(codes)
    if when:
        return gettext(
            "In %(year)s, the %(committee)s said to %(state)s:", year=str(when.year), committee=committee, state=state
        )
    return gettext("The %(committee)s said to %(state)s:", committee=committee, state=state)


def not_indexed_notes(items: Iterable[Item], facts: PlanInIndex) -> Iterator[Words]:
    """Which documents on the time since their reviews are not indexed, in one sentence for each review."""
    for review in dict.fromkeys(item.review for item in items):
        progress = facts.progress(review) if review else None
        sentence = not_indexed(progress) if progress else ""
        if progress and sentence:
            yield (gettext(": ").join((year_and_session(progress.session), sentence)),)


def printed_words(record: ChosenRecord) -> Quoted:
    """What was said, as printed and with its lines, cut where it is longer than a page."""
    printed = printed_request_of(record, page_language().language)
    return Quoted(printed if len(printed.words) <= MOST_PRINTED else printed.shortened(MOST_PRINTED))


def own_words(planned: PlanItem, column: str, what: str) -> Words:
    """What the plan says in one column; a gap where it says nothing."""
    text = getattr(planned, column)
    if not text:
        return (gap(what),)
    return (Suggested(text),) if column in planned.suggested else (text,)


def seen(item: Item, facts: PlanInIndex, what: str) -> Words:
    """What the organisation sees: its judgement as a sentence that its evidence follows; a gap for what it has not
    said."""
    evidence = [evidence_words(each) for each in facts.evidence_to_hand_on(item)]
    told: Words = tuple(piece for words in evidence for piece in (" ", *words)) if evidence else (" ", gap(what))
    judged = next((one.planned.status for one in (item, *item.alike) if one.planned.status), None)
    return told[1:] if judged is None else (str(SEEN[judged]), *told)


def first_seen(facts: PlanInIndex, what: str) -> Words:
    """The same of the first item of which the plan says what is seen; a gap where there is none."""
    item = next(filter(facts.is_seen, facts.requests), None)
    return seen(item, facts, what) if item else (gap(what),)


def asked_for(items: Iterable[Item], most: int) -> Words:
    """The results that the organisation expects of the first items that have any, as it wrote them."""
    asked = [item.planned.expected_result for item in items if item.planned.expected_result][:most]
    return (" ".join(asked),) if asked else (gap(gettext("the one or two steps that you ask for first")),)


def unanswered(count: int) -> str:
    """How many recommendations have no answer; nothing where all have one."""
    return gettext("Without an answer in the documents at hand: %(count)s.", count=count) if count else ""


def evidence_words(evidence: Evidence) -> Words:
    """One piece of the organisation's own, as it wrote it, with what it names as its source.

    Where it changed what it took from a document, that document is no source of it.
    """
    if evidence.record:
        return (evidence.text,)
    about = gettext("; ").join(filter(None, (evidence.when, evidence.document, evidence.link)))
    return (f"{evidence.text} ({about})" if about else evidence.text,)


def evidence_cell(evidence: tuple[Evidence, ...], facts: PlanInIndex) -> Cell:
    """Pieces of evidence, those of others quoted with their source where a document says them; a gap where there are
    none."""
    if not evidence:
        return ((blank(),),)
    said = ((each, facts.quoted(each)) for each in evidence)
    return tuple(quoted(words) if words else evidence_words(each) for each, words in said)


def expected(item: Item, what: str) -> Words:
    """The result that the organisation expects, as it wrote it; a gap with advice where it has not."""
    texts = [one.planned.expected_result for one in (item, *item.alike) if one.planned.expected_result]
    return (texts[0],) if texts else (gap(what),)


def judgement(planned: PlanItem) -> Words:
    """The organisation's own judgement, or a gap: the program makes none."""
    if planned.status is None:
        return (gap(gettext("your judgement")),)
    return (translated(planned.status.value),)


def coming_events(facts: PlanInIndex, kinds: tuple[EventKind, ...]) -> Iterator[Words]:
    """The dates of some kinds that are still to come, each with how it is known."""
    seen: set[EventKind] = set()
    for event in facts.calendar:
        if event.kind in kinds and event.kind not in seen and _is_to_come(event, facts):
            seen.add(event.kind)
            yield event_words(event)


def event_words(event: CalendarEvent) -> Words:
    """A date with how it is known ("Next review: about Nov 2029 (estimated)")."""
    when = event_when(event)
    if event.how_known is HowKnown.PUBLISHED:
        return (Strong(translated(event_title(event)) + gettext(": ")), when)
    return (
        Strong(translated(event_title(event)) + gettext(": ")),
        f"{when} ({translated(HOW_KNOWN_WORDS[event.how_known])})",
    )


def _is_to_come(event: CalendarEvent, facts: PlanInIndex) -> bool:
    return event.last_day is not None and event.last_day >= facts.today


def cited_record(facts: PlanInIndex, record: Recommendation) -> Words:
    """A recommendation to whatever State, as printed, with its source and the answer."""
    to = gettext(
        "To %(state)s, %(year)s:", state=facts.state_name(record.state_under_review), year=year(record.session)
    )
    words = (to, " ", *quoted(request_shown(record).shortened(ELSEWHERE_CHARACTERS)), ".")
    return joined(filter(None, (words, answer(facts.item_of(record), facts))))


def place_in_words(item: Item) -> str:
    """Where an item stands, without parentheses; of what the index does not hold, its id."""
    return cited_place(item.place) if item.place else shortened(item.planned.id, MOST_OF_AN_ID)


def left_out(items: Sequence[Item]) -> Iterator[Words]:
    """What there is no room for, by its place."""
    if items:
        places = gettext("; ").join(dict.fromkeys(map(place_in_words, items)))
        yield (gettext("Left out, for want of room: %(places)s.", places=places),)


def forms_of(items: Sequence[Item], facts: PlanInIndex) -> list[Sequence[Sequence[Words]]]:
    """What is written on each item, the longest form first."""
    arguments = facts.arguments(items)
    return [_forms(item, facts, arguments[item.planned.id]) for item in items]


def _forms(item: Item, facts: PlanInIndex, argument: Sequence[Reported]) -> Sequence[Sequence[Words]]:
    """With the State's comment and all who speak on it, with the first of them, and without."""
    said = joined(filter(None, (introduced(item, facts), answer_with_source(item, facts))))
    with_comment = joined(filter(None, (said, comment(item, facts, COMMENT_CHARACTERS))))
    others = [argued_words(each, facts, ARGUED_CHARACTERS) for each in argument]
    judged = seen(item, facts, gettext("what you have seen, with dates, numbers and sources"))
    return [[with_comment, *others, judged], [said, *others[:1], judged], [said, judged]]
