"""Papers of a plan: composed by their templates as long as they may be, with the sheet for you, as files.

    paper = make_paper("oral-statement", plan, index, {"occasion": "debate"})
    content, name = write_paper(paper, "docx"), file_name("oral-statement", plan, paper)

Words are in the language of the page, English without a page.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import groupby, islice
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from models.errors import PaperNotMade
from models.messages import Message
from models.natural_order import natural_order
from models.partners.tables import partner_tables
from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Place
from models.reviews.calendar import EventKind
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State
from search import Filters, Listing, SearchIndex
from web.files.office_files import Gap
from web.papers.compose import Composed, composed, joined
from web.papers.facts import Item, PlanFacts
from web.papers.item_words import words_for
from web.papers.kinds import EVIDENCE, PAPERS, PaperKind, paper_kind
from web.papers.limits import Limit, count_in_language, count_words, limit_of, most_in_language, speaking_rates
from web.papers.paper import Aside, Cited, Heading, Paper, Paragraph, Part, Source, Translation, Words
from web.papers.select_items import by_answer, by_review, by_theme, left_out, plan_columns, runs_of_state, selected
from web.papers.write_document import write_document, write_sheet
from web.papers.write_table import write_csv, write_json, write_workbook
from web.site.language import day, gettext, language_name, listed, page_language, side_by_side
from web.site.served_index import place_in_order
from web.words.citation import discrepancy_words, document_address, document_name
from web.words.coverage import superseded_and_how_to_get
from web.words.page_words import WHY_TO_CHECK_POSITIONS, kind_of_document
from web.words.progress_words import not_indexed
from web.words.sessions import year_and_session

WORDS_OF_A_GAP = 15
"""Kept free for each place to be filled."""
FULL = 2
"""How much is said of each item: all that is known; 0: the request and the answer alone."""
MOST_STATES = 10
"""In one file of briefs."""
MOST_FILES = 250
"""More than there are States: a plan that somebody changed may name any number."""
MOST_WORDINGS = 3
ZIP = "zip"
SUPPORTED = Listing(filters=Filters(position=(Position.SUPPORTED,)), limit=1)
"""What a similar recommendation to another State is looked for among."""
DATES = (
    EventKind.ANSWER_DUE,
    EventKind.ADOPTION,
    EventKind.MID_TERM,
    EventKind.SUBMISSIONS,
    EventKind.PRE_SESSION,
    EventKind.ADVANCE_QUESTIONS,
    EventKind.SPEAKERS,
    EventKind.NEXT_REVIEW,
    EventKind.WRITTEN_STATEMENTS,
    EventKind.GENERAL_DEBATE,
)
"""Those that the sheet for you has."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "docx": write_document,
    "xlsx": write_workbook,
    "csv": write_csv,
    "json": write_json,
}


@dataclass(frozen=True, slots=True)
class Count:
    """The words of a text: what is written, and what is kept free for its blanks."""

    written: int
    kept_free: int

    @property
    def all(self) -> int:
        """Both together: what has to stay within the limit."""
        return self.written + self.kept_free


def make_paper(
    name: str, plan: Plan, index: SearchIndex, options: Mapping[str, str], today: date | None = None
) -> Paper:
    """One paper with its sheet for you.

    Args:
        name: a key of PAPERS, or of DOORS.
        plan: what it is made of.
        index: where answers and progress are looked up.
        options: key → value, as PAPERS says.
        today: what "next" is counted from; None: today.

    Raises:
        PaperNotMade: there is no such paper, option or value, or the plan has nothing for it.
        UnknownState: the plan's State is none.
        IndexFolderError: the index cannot be used.
    """
    kind = paper_kind(name)
    chosen = kind.chosen(options)
    facts = _facts(plan, index, chosen, today)
    if "state" not in kind.options:
        return _composed(kind, facts, chosen)
    states = _states_to_brief(kind, facts, chosen)
    paper = joined(_composed(kind, facts, chosen, code) for code in states[:MOST_STATES])
    rest = [facts.state_name(code) for code in states[MOST_STATES:]]
    if rest:
        words = gettext(
            "Not in the Word file, but in the ZIP file, which has a file for each State: %(states)s.",
            states=listed(rest),
        )
        paper = replace(paper, notes=(*paper.notes, (words,)))
    return replace(paper, sources=_sources(facts, paper.cited()))


def make_paper_for_each(
    name: str, plan: Plan, index: SearchIndex, options: Mapping[str, str], today: date | None = None
) -> Iterator[tuple[str, Paper]]:
    """A paper of its own for each State that made recommendations on the plan, with its code.

    Raises: as `make_paper`.
    """
    kind = paper_kind(name)
    chosen = kind.chosen(options)
    facts = _facts(plan, index, chosen, today)
    states = _states_to_brief(kind, facts, chosen)
    return ((code, _composed(kind, facts, chosen, code)) for code in states)


def write_paper(paper: Paper, extension: str, kind: PaperKind | None = None, letterhead: bytes = b"") -> bytes:
    """A paper as a file of some kind ("docx"); a letterhead lies under Word documents.

    Raises:
        PaperNotMade: the paper cannot be such a file.
    """
    if extension not in (kind.extensions if kind else WRITERS) or extension == ZIP:
        raise PaperNotMade(
            Message(
                "This paper cannot be a file “.%(kind)s”: choose one of %(kinds)s.",
                kind=extension[:20],
                kinds=kind.extensions if kind else tuple(WRITERS),
            )
        )
    return write_document(paper, letterhead) if extension == "docx" else WRITERS[extension](paper)


def write_files(files: Iterator[tuple[str, bytes]]) -> bytes:
    """Some files in one ZIP file; it is put together in memory, and says nothing of when."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in islice(files, MOST_FILES):
            # a ZipInfo says no day, and lets nobody else read what is taken out
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return target.getvalue()


def all_papers(plan: Plan, index: SearchIndex, today: date | None = None) -> Iterator[tuple[str, bytes]]:
    """Every paper that the plan has something for, each with its sheet for you, and the name of each file."""
    for name, kind in PAPERS.items():
        try:
            paper = make_paper(name, plan, index, {}, today)
        except PaperNotMade:
            continue
        yield f"{file_name(name, plan, paper)}.{kind.extensions[0]}", write_document(paper, plan.letterhead)
        yield f"{file_name(name, plan)}-for-you.docx", write_sheet(paper)


def file_name(name: str, plan: Plan, paper: Paper | None = None, reader: str = "") -> str:
    """What its file is called ("embassy-brief-SVN-for-FRA-DRAFT"), without a word of the plan.

    Args:
        name: a key of PAPERS.
        plan: what it is made of.
        paper: whether it has blanks decides whether it is called a draft.
        reader: code of the State that it is for, where each has a file of its own.
    """
    state = f"-{plan.state}" if plan.state.isalpha() and plan.state.isascii() and len(plan.state) == 3 else ""
    draft = "-DRAFT" if paper and paper.blanks else ""
    return f"{paper_kind(name).name}{state}{f'-for-{reader}' if reader else ''}{draft}"


def states_to_brief(plan: Plan, index: SearchIndex) -> tuple[State, ...]:
    """The States that made a recommendation on the plan, by name: whom a brief can be for."""
    states = PlanFacts(plan, index, date.today()).recommending_states
    return tuple(sorted(map(index.state, states), key=place_in_order))


def _facts(plan: Plan, index: SearchIndex, chosen: Mapping[str, str], today: date | None) -> PlanFacts:
    return PlanFacts(plan, index, today or date.today(), with_own_evidence=chosen.get(EVIDENCE) != "out")


def _states_to_brief(kind: PaperKind, facts: PlanFacts, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Codes of the States to brief: the one chosen, else all that recommended something, those with most first."""
    selected(kind.takes, facts)
    states, code = facts.recommending_states, chosen["state"]
    if code and code not in states:
        raise PaperNotMade(Message("%(state)s recommended nothing on the plan: choose another State.", state=code))
    return (code,) if code else states


def _composed(kind: PaperKind, facts: PlanFacts, chosen: Mapping[str, str], reader: str = "") -> Paper:
    """The paper with its sheet, with as much on each item and as many items as there is room for."""
    items = selected(kind.takes, facts, reader)
    limit = limit_of(kind.name, *(chosen[option] for option in kind.limit_by)) if kind.limit_by else None
    values = _values(kind, facts, chosen, limit, reader)

    def made(detail: int, shown: int) -> Composed:
        return composed(kind.template, values | {"detail": detail, "items": items[:shown], "rest": items[shown:]})

    room = _room(kind, limit)

    def fits(detail: int, shown: int) -> bool:
        return _counted(kind, made(detail, shown).counted).all <= room

    detail, shown = _fitting(fits, min(len(items), kind.most), kind.least_detail)
    found = made(detail, shown)
    paper = Paper(
        title=found.title,
        head=gettext(
            "%(state)s | Follow-up to the Universal Periodic Review | %(day)s",
            state=facts.state_name(facts.state),
            day=day(facts.today),
        ),
        letterhead=tuple(found.letterhead),
        parts=tuple(found.parts),
        landscape=kind.landscape,
        small=kind.small,
    )
    sources = _sources(facts, paper.cited())
    sheet = values | {
        "counted": _count_in_words(_counted(kind, found.counted), room) if limit else "",
        "left_out": left_out(facts, items[:shown], items[shown:]),
        "sources": sources if kind.is_spoken else (),
        "wordings": list(_wordings(facts, items)) if kind.door in ("brief", "submission") else (),
        **_for_you(facts, items),
        "blanks": [
            (under, [str(blank.gap) for blank in blanks])
            for under, blanks in groupby(paper.blanks, lambda blank: blank.under)
        ],
    }
    notes = (*composed("_for_you.txt", sheet).notes[:1], *found.notes, *composed("_for_you.txt", sheet).notes[1:])
    return replace(paper, notes=notes, sources=() if kind.is_spoken else sources)


def _fitting(fits: Callable[[int, int], bool], count: int, shortest: int) -> tuple[int, int]:
    """How much to say of each item, and of how many: all in the longest form that fits, else as many as fit."""
    for detail in range(FULL, shortest - 1, -1):
        if fits(detail, count):
            return detail, count
    least, most = 1, count  # the first item always stands
    while least < most - 1:
        middle = (least + most) // 2
        least, most = (middle, most) if fits(shortest, middle) else (least, middle)
    return next((detail for detail in range(FULL, shortest, -1) if fits(detail, least)), shortest), least


def _room(kind: PaperKind, limit: Limit | None) -> int:
    if limit is None:
        return 10**9
    return most_in_language(limit.words, page_language().language) if kind.is_spoken else limit.words


def _counted(kind: PaperKind, parts: Sequence[Part]) -> Count:
    """The words of headings and paragraphs; of what is spoken without citations and asides."""
    left_out = (Gap, Aside, Cited) if kind.is_spoken else (Gap,)
    written = kept = 0
    for part in parts:
        pieces: Words = (part.text,) if isinstance(part, Heading) else part.words if isinstance(part, Paragraph) else ()
        text = "".join(piece for piece in pieces if not isinstance(piece, left_out))
        written += count_in_language(text, page_language().language) if kind.is_spoken else count_words(text)
        kept += WORDS_OF_A_GAP * sum(isinstance(piece, Gap) and not isinstance(piece, Translation) for piece in pieces)
    return Count(written, kept)


def _count_in_words(count: Count, most: int) -> str:
    return gettext(
        "Words: %(written)s written, %(kept)s kept free for what is shaded, %(most)s at most.",
        written=count.written,
        kept=count.kept_free,
        most=most,
    )


def _values(
    kind: PaperKind, facts: PlanFacts, chosen: Mapping[str, str], limit: Limit | None, reader: str
) -> dict[str, Any]:
    """What templates are given beside the items."""
    return {
        **words_for(facts),
        "facts": facts,
        "own": facts.state_name(facts.state),
        "reader": facts.state_name(reader) if reader else "",
        "day": day(facts.today),
        "options": chosen,
        "limit": limit,
        "other_languages": _in_other_languages(limit.words) if limit and kind.is_spoken else "",
        "cycle_of": cycle_of_session,
        "by_review": by_review,
        "by_theme": by_theme,
        "by_answer": by_answer,
        "runs_of_state": runs_of_state,
        "plan_columns": plan_columns,
    }


def _for_you(facts: PlanFacts, items: Sequence[Item]) -> dict[str, Any]:
    """What the sheet says of the plan and the index, whatever the paper."""
    reviews = dict.fromkeys(item.review for item in items if item.review)
    missing = ((facts.progress(review), review) for review in reviews)
    events = [event for event in facts.calendar if event.kind in DATES and event.last_day]
    review = facts.event("NEXT_REVIEW")
    due = [(item, year) for item in items for year in _last_years(item)]
    next_year = review.first_day.year if review and review.first_day else 0
    return {
        "superseded": superseded_and_how_to_get(facts.coverage) if facts.coverage else "",
        "not_indexed": [
            gettext(": ").join((year_and_session(progress.session), not_indexed(progress)))
            for progress, _ in missing
            if progress and not_indexed(progress)
        ],
        "unanswered": [item for item in items if item.coder or item.position is Position.UNKNOWN],
        "passed": [item for item, year in due if year < facts.today.year],
        "before_review": [item for item, year in due if facts.today.year <= year < next_year],
        "past_dates": [event for event in events if event.last_day and event.last_day < facts.today],
        "coming_dates": [event for event in events if event.last_day and event.last_day >= facts.today],
        "foreign": [item for item in facts.items if item.record is None],
        "differing": [item for item in facts.items if facts.sources.differences(item.planned)],
        "changed": [item for item in facts.items if any(evidence.record for evidence in facts.own_evidence(item))],
        "to_check": list(_positions_to_check(items)),
        "procedures": partner_tables().page("special procedure"),
    }


def _last_years(item: Item) -> Iterator[int]:
    """The latest years that the requests and the timetable of an item name, where somebody wrote them."""
    timetable = "" if "timetable" in item.planned.suggested else item.planned.timetable
    for text in (" ".join(item.requests), timetable):
        yield from sorted(map(int, _YEAR.findall(text)))[-1:]


def _positions_to_check(items: Sequence[Item]) -> Iterator[str]:
    """The reviews of which documents count other positions than were read, each once."""
    counts: dict[int, dict[str, None]] = {}
    for item in items:
        for discrepancy in item.recommendation.discrepancies if item.recommendation else ():
            counts.setdefault(item.session or 0, {})[discrepancy_words(discrepancy)] = None
    for session, sentences in counts.items():
        head = gettext("Check the positions of %(session)s.", session=year_and_session(session))
        yield " ".join([head, str(WHY_TO_CHECK_POSITIONS), *sentences])


def _wordings(facts: PlanFacts, items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Of items without a request, similar ones to other States that were supported: for who makes the paper alone."""
    wanting = (item for item in items if item.recommendation and not item.requests)
    for item in islice(wanting, MOST_WORDINGS):
        for record in facts.index.model_wordings(item.recommendation, SUPPORTED) if item.recommendation else ():
            yield item, facts.item_of(record)


def _in_other_languages(words: int) -> str:
    """What fits into the time in the languages of the Council, by how fast texts are read aloud in them."""
    return listed(
        [
            gettext("%(language)s %(count)s characters", language=language_name(code), count=most)
            if rate.in_characters
            else gettext("%(language)s %(count)s words", language=language_name(code), count=most)
            for code, rate in speaking_rates().items()
            for most in [most_in_language(words, code)]
        ]
    )


def _sources(facts: PlanFacts, places: Sequence[Place]) -> tuple[Source, ...]:
    """One line for each document, with the paragraphs that are cited, in the order of their symbols."""
    by_symbol: dict[str, list[Place]] = {}
    for place in places:
        by_symbol.setdefault(place.symbol, []).append(place)
    return tuple(
        Source(
            symbol=document_name(cited[0]),
            about=_about(facts, symbol),
            paragraphs=tuple(sorted({place.paragraph for place in cited if place.paragraph}, key=natural_order)),
            address=None if facts.is_invented else document_address(cited[0], facts.edition(symbol)),
        )
        for symbol, cited in sorted(by_symbol.items(), key=lambda found: natural_order(found[0]))
    )


def _about(facts: PlanFacts, symbol: str) -> str:
    """What a document is, and of when, as far as the index knows."""
    document = facts.index.document(symbol)
    if document is None:
        return ""
    kind = kind_of_document(document.kind, symbol)
    return side_by_side((kind, day(date.fromisoformat(document.date)))) if document.date else kind
