"""What all papers of a plan have: its head, its sources, and what those who hand it on have to know."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.natural_order import natural_order
from models.partners.tables import partner_tables
from models.records.records import Place, Recommendation
from web.papers.item_words import place_in_words
from web.papers.paper import Paper, Part, Source, Words, gap
from web.papers.plan_in_index import PlanInIndex
from web.site.language import day, gettext, side_by_side
from web.words.citation import cited_place, discrepancy_words, document_address, document_name
from web.words.coverage import superseded_and_how_to_get
from web.words.page_words import WHY_TO_CHECK_POSITIONS, kind_of_document
from web.words.sessions import year_and_session

OFFICE = "https://www.ohchr.org"
LetterLine = tuple[str, Words]
"""What stands before the colon, and what behind it."""


def paper_of(
    facts: PlanInIndex,
    title: str,
    parts: Iterable[Part],
    notes: Iterable[Words] = (),
    *,
    purpose: str,
    own_lines: Iterable[LetterLine] = (),
    counted: str = "",
    landscape: bool = False,
    small: bool = False,
) -> Paper:
    """A paper on the plan's own State, with its head and sources; its own notes stand before those of all papers.

    Args:
        facts: the plan in its index.
        title: of the paper.
        parts: what it says.
        notes: for those who hand it on.
        purpose: what it is to bring about, in a line of its head.
        own_lines: lines of its head of its own (to whom), after the sender.
        counted: how long it is and may be.
        landscape: whether its sheets lie on their side.
        small: whether it has to stay on one page.
    """
    paper = Paper(
        title=title,
        head=gettext(
            "%(state)s | Follow-up to the Universal Periodic Review | %(day)s",
            state=facts.state_name(facts.state),
            day=day(facts.today),
        ),
        counted=counted,
        letterhead=tuple(letterhead(facts, purpose, own_lines)),
        parts=tuple(parts),
        notes=tuple(notes),
        warning=superseded_and_how_to_get(facts.coverage) if facts.coverage else "",
        landscape=landscape,
        small=small,
    )
    counts = [(counted,)] if counted else []
    by_meaning = _found_by_meaning(facts, paper.cited())
    return replace(
        paper,
        sources=tuple(_sources(facts, paper.cited())),
        notes=(*counts, *by_meaning, *paper.notes, *_notes(facts)),
    )


def letterhead(facts: PlanInIndex, purpose: str, own: Iterable[LetterLine]) -> Iterable[LetterLine]:
    """Who writes to whom, when and for what, how to answer, and what those who get it may do with it."""
    yield gettext("From"), (gap(gettext("your organisation, and in two words what it does")),)
    yield from own
    yield gettext("Date"), (day(facts.today),)
    yield gettext("Purpose"), (purpose,)
    yield gettext("Contact"), (gap(gettext("a name and a safe way to reach you")),)
    yield gettext("Handling"), (gap(gettext("whether it may be quoted or passed on, and who must not be named")),)


def _found_by_meaning(facts: PlanInIndex, cited: Iterable[Place]) -> Iterable[Words]:
    places = [cited_place(place) for place in cited if place in facts.found_by_meaning]
    if places:
        yield (
            gettext(
                "A computer found these by comparing meaning: read each, and take it out where it is on something "
                "else: %(places)s.",
                places=gettext("; ").join(places),
            ),
        )


def _notes(facts: PlanInIndex) -> Iterable[Words]:
    if facts.is_invented():
        yield (gettext("Invented sample: no State or document in this file is real."),)
    yield (
        gettext(
            "Assess first whether contact is safe: whether you have, or can safely establish, a working relationship "
            "with those who get this paper, and what their political role and positions are. Leave out whatever could "
            "put anyone at risk."
        ),
    )
    yield (
        gettext(
            "Fill in what is shaded. What stands in quotation marks is quoted from documents that were read by a "
            "program: check each quotation against its document before you hand it on."
        ),
    )
    yield (
        gettext(
            "A State under review supports a recommendation or notes it; it cannot reject one. Whether a "
            "recommendation is implemented is for you to judge: this program does not say."
        ),
    )
    yield from _own_words(facts)
    yield from _positions_to_check(facts)
    yield (gettext("Answers and reports are those of the documents indexed on %(day)s.", day=day(facts.built)),)
    yield from ((words,) for words in (_reprisals(),) if words)


def _reprisals() -> str:
    """Whom to tell where somebody suffers for this paper: pages that the tables of partners name, with their day."""
    page = partner_tables().page("special procedure")
    if page is None:
        return ""
    return gettext(
        "Reprisals: where anybody is threatened or punished for working with the United Nations, and it is safe for "
        "them that you do so, tell the Office of the High Commissioner (%(office)s), the special procedures of the "
        "Human Rights Council (%(procedures)s), and a mission that you trust. Addresses as of %(day)s.",
        office=OFFICE,
        procedures=page.page,
        day=day(date.fromisoformat(page.source.date)),
    )


def _own_words(facts: PlanInIndex) -> Iterable[Words]:
    """What the plan has in other words than the index, or the index not at all."""
    foreign = tuple(place_in_words(item) for item in facts.items if item.record is None)
    if foreign:
        yield (
            gettext(
                "The documents indexed do not hold these: what your plan says of them stands as your own words, "
                "without quotation marks and source: %(items)s.",
                items=gettext("; ").join(foreign),
            ),
        )
    differing = tuple(place_in_words(item) for item in facts.differing)
    if differing:
        yield (
            gettext(
                "Your plan has other words, sources or positions of these than the index; what stands here is the "
                "index’s: %(items)s.",
                items=gettext("; ").join(differing),
            ),
        )
    changed = tuple(place_in_words(item) for item in facts.items if facts.changed_evidence(item))
    if changed:
        yield (
            gettext(
                "Evidence that you took from a document has other words than it: in this paper it stands as "
                "your own, without quotation marks and source. It is on: %(items)s.",
                items=gettext("; ").join(changed),
            ),
        )


def _positions_to_check(facts: PlanInIndex) -> Iterable[Words]:
    """The reviews of which documents count other positions than were read, each once."""
    counts: dict[int, dict[str, None]] = defaultdict(dict)
    for item in facts.recommendations:
        if isinstance(item.record, Recommendation):
            for discrepancy in item.record.discrepancies:
                counts[item.record.session][discrepancy_words(discrepancy)] = None
    for session, sentences in counts.items():
        head = gettext("Check the positions of %(session)s.", session=year_and_session(session))
        yield (" ".join([head, str(WHY_TO_CHECK_POSITIONS), *sentences]),)


def _sources(facts: PlanInIndex, places: Iterable[Place]) -> Iterable[Source]:
    """One line for each document, with the paragraphs that are cited, in the order of their symbols."""
    by_symbol: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_symbol[place.symbol].append(place)
    invented = facts.is_invented()
    for symbol, cited in sorted(by_symbol.items(), key=lambda found: natural_order(found[0])):
        paragraphs = {place.paragraph for place in cited if place.paragraph}
        yield Source(
            symbol=document_name(cited[0]),
            about=_about(facts, symbol),
            paragraphs=tuple(sorted(paragraphs, key=natural_order)),
            address=None if invented else document_address(cited[0], facts.edition(symbol)),
        )


def _about(facts: PlanInIndex, symbol: str) -> str:
    """What a document is, and of when, as far as the index knows."""
    document = facts.index.document(symbol)
    if document is None:
        return ""
    kind = kind_of_document(document.kind, symbol)
    return side_by_side((kind, day(date.fromisoformat(document.date)))) if document.date else kind
