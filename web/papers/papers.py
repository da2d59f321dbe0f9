"""Papers of a plan: composed by their templates as long as they may be, with the sheet for you, as files.

    paper = make_paper("oral-statement", plan, index, {"occasion": "debate"})
    content, name = write_paper(paper, "docx"), file_name("oral-statement", plan, paper)

Words are in the language of the page, English without a page.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from sys import maxsize
from types import MappingProxyType

from models.errors import PaperNotMade
from models.messages.message import Message
from models.partners.tables import partner_tables
from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Place
from models.reviews.states import State
from models.texts.natural_order import natural_order
from search import SearchIndex, no_such_choice
from web.files.office_files import Gap, zip_file
from web.papers.compose import composed
from web.papers.facts import PlanFacts
from web.papers.kinds import PAPERS, PaperKind, paper_kind
from web.papers.limits import count_in_language, count_words, limit_of, most_in_language
from web.papers.paper import Aside, Cited, Heading, Paper, Paragraph, Source, Translation, Words
from web.papers.select_items import left_out, selected
from web.papers.write_document import write_document, write_sheet
from web.papers.write_table import write_csv, write_json, write_workbook
from web.site.language import day, gettext, page_language, side_by_side
from web.words.citation import document_address, document_name
from web.words.page_words import kind_of_document

WORDS_OF_A_BLANK = 15
"""Kept free for each place to be filled."""
FULL = 2
"""How much is said of each item: all that is known; 0: the request and the answer alone."""
ZIP = "zip"
WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "docx": write_document,
    "xlsx": write_workbook,
    "csv": write_csv,
    "json": write_json,
}


def make_paper(
    name: str,
    plan: Plan,
    index: SearchIndex,
    options: Mapping[str, str],
    today: date | None = None,
    filled: Mapping[str, str] = MappingProxyType({}),
) -> Paper:
    """One paper with its sheet for you.

    Args:
        name: a key of PAPERS, or of DOORS.
        plan: what it is made of.
        index: where answers and progress are looked up.
        options: key → value, as PAPERS says.
        today: what "next" is counted from; None: today.
        filled: what somebody wrote into its blanks, by their keys.

    Raises:
        PaperNotMade: there is no such paper, option or value, or the plan has nothing for it.
        UnknownState: the plan's State is none.
        IndexFolderError: the index cannot be used.
    """
    maker = _PaperMaker(name, plan, index, options, today, filled)
    return maker.paper(maker.reader())


def write_paper(paper: Paper, extension: str, kind: PaperKind, letterhead: bytes = b"") -> bytes:
    """A paper as a file of some kind ("docx"); a letterhead lies under Word documents.

    Raises:
        PaperNotMade: the paper cannot be such a file.
    """
    if extension not in kind.extensions or extension not in WRITERS:
        raise PaperNotMade(no_such_choice(str(kind.title), extension, kind.extensions))
    return write_document(paper, letterhead) if extension == "docx" else WRITERS[extension](paper)


def write_papers_of_states(
    name: str, plan: Plan, index: SearchIndex, options: Mapping[str, str], today: date | None = None
) -> bytes:
    """A ZIP file with a paper of its own for each State that made recommendations on the plan.

    Raises: as `make_paper`.
    """
    maker = _PaperMaker(name, plan, index, options, today)
    return zip_file(
        (f"{file_name(name, plan, paper, code)}.docx", write_document(paper, plan.letterhead))
        for code, paper in maker.papers_of_states()
    )


def write_all_papers(plan: Plan, index: SearchIndex, today: date | None = None) -> bytes:
    """A ZIP file with every paper that the plan has something for, each with its sheet for you."""
    return zip_file(_all_papers(plan, index, today))


def _all_papers(plan: Plan, index: SearchIndex, today: date | None) -> Iterator[tuple[str, bytes]]:
    for name, kind in PAPERS.items():
        with suppress(PaperNotMade):
            maker = _PaperMaker(name, plan, index, {}, today)
            papers = maker.papers_of_states() if ZIP in kind.extensions else [("", maker.paper(maker.reader()))]
            for code, paper in papers:
                yield f"{file_name(name, plan, paper, code)}.docx", write_document(paper, plan.letterhead)
                yield f"{file_name(name, plan, reader=code)}-for-you.docx", write_sheet(paper)


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


def states_to_brief(plan: Plan, index: SearchIndex) -> list[State]:
    """The States that made a recommendation on the plan, those with most first: whom a brief can be for."""
    return list(map(index.state, PlanFacts(plan, index, date.today()).recommending_states))


class _PaperMaker:
    """Makes one kind of paper of a plan; its arguments are those of `make_paper`."""

    def __init__(
        self,
        name: str,
        plan: Plan,
        index: SearchIndex,
        options: Mapping[str, str],
        today: date | None,
        filled: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.kind = paper_kind(name)
        self.options = self.kind.chosen(options)
        with_own_evidence = self.options.get("evidence") != "out"
        self.facts = PlanFacts(plan, index, today or date.today(), with_own_evidence=with_own_evidence)
        self._filled = filled
        limit_by = [self.options[option] for option in self.kind.limit_by]
        self._limit = limit_of(self.kind.name, *limit_by) if limit_by else None
        self._language = page_language().language
        self._room = self._limit.words if self._limit else maxsize
        if self.kind.is_spoken:
            self._room = most_in_language(self._room, self._language)

    def states(self) -> list[str]:
        """Codes of the States that recommended something, those with most first."""
        selected(self.kind.takes, self.facts)
        return list(self.facts.recommending_states)

    def reader(self) -> str:
        """Code of the State that it is for: the one chosen, else the first; "" for a paper that is for no State."""
        if "state" not in self.options:
            return ""
        states, code = self.states(), self.options["state"]
        if code and code not in states:
            raise PaperNotMade(Message("%(state)s recommended nothing on the plan: choose another State.", state=code))
        return code or states[0]

    def papers_of_states(self) -> Iterator[tuple[str, Paper]]:
        """For each State that recommended something, its code and the paper for it."""
        return ((code, self.paper(code)) for code in self.states())

    def paper(self, reader: str = "") -> Paper:
        """The paper with its sheet, with as much on each item and as many items as there is room for.

        Args:
            reader: code of the State that it is for, where it is for one.
        """
        facts = self.facts
        items = selected(self.kind.takes, facts, reader)
        values = {
            "facts": facts,
            "own": facts.state_name(facts.state),
            "reader": facts.state_name(reader) if reader else "",
            "day": day(facts.today),
            "kind": self.kind,
            "options": self.options,
            "limit": self._limit,
        }

        def made(detail: int, shown: int, filled: Mapping[str, str]) -> Paper:
            of_items = {"detail": detail, "items": items[:shown], "rest": items[shown:]}
            return composed(f"{self.kind.name.replace('-', '_')}.txt", values | of_items, filled)

        def fits(detail: int, shown: int) -> bool:
            return self._limit is None or sum(self._words_of(made(detail, shown, {}))) <= self._room

        detail, shown = self._fitting(fits, min(len(items), self.kind.most))
        paper = made(detail, shown, self._filled)
        paper.head = gettext(
            "%(state)s | Follow-up to the Universal Periodic Review | %(day)s", state=values["own"], day=values["day"]
        )
        sources = self.sources(paper)
        written, kept = self._words_of(paper)
        sheet = values | {
            "items": items,
            "written": written,
            "kept": kept,
            "most": self._room,
            "left_out": left_out(facts, items[:shown], items[shown:]),
            "sources": sources,
            "blanks": [
                (under.rstrip(" \N{NO-BREAK SPACE}:"), list(map(str, blanks)))
                for under, blanks in groupby(paper.blanks, lambda blank: blank.under)
            ],
            "unanswered": [item for item in items if item.coder or item.position is Position.UNKNOWN],
            "differing": [item for item in facts.items if facts.sources.differences(item.planned)],
            "changed": [item for item in facts.items if any(evidence.record for evidence in facts.own_evidence(item))],
            "procedures": partner_tables().page("special procedure"),
        }
        first, *notes = composed("_for_you.txt", sheet, {}).notes
        paper.notes = [first, *paper.notes, *notes]
        paper.sources = () if self.kind.is_spoken else sources
        return paper

    def _fitting(self, fits: Callable[[int, int], bool], count: int) -> tuple[int, int]:
        """How much to say of each item, and of how many: all in the longest form that fits, else as many as fit."""
        shortest = self.kind.least_detail
        for detail in range(FULL, shortest - 1, -1):
            if fits(detail, count):
                return detail, count
        shown = bisect_left(range(1, count), True, key=lambda shown: not fits(shortest, shown))
        shown = max(shown, 1)  # the first item always stands
        return next((detail for detail in range(FULL, shortest, -1) if fits(detail, shown)), shortest), shown

    def _words_of(self, paper: Paper) -> tuple[int, int]:
        """How many words headings and paragraphs have, and how many are kept free for blanks.

        Of what is spoken, citations and asides do not count.
        """
        left_out = (Gap, Aside, Cited) if self.kind.is_spoken else (Gap,)
        written = kept = 0
        for part in paper.parts[: paper.counted]:
            words: Words = ()
            match part:
                case Heading(text):
                    words = (text,)
                case Paragraph(words):
                    pass
            text = "".join(piece for piece in words if not isinstance(piece, left_out))
            written += count_in_language(text, self._language) if self.kind.is_spoken else count_words(text)
            blanks = [piece for piece in words if isinstance(piece, Gap) and not isinstance(piece, Translation)]
            kept += WORDS_OF_A_BLANK * len(blanks)
        return written, kept

    def sources(self, paper: Paper) -> tuple[Source, ...]:
        """One line for each document, with the paragraphs that are cited, in the order of their symbols."""
        by_symbol: dict[str, list[Place]] = {}
        for place in paper.cited():
            by_symbol.setdefault(place.symbol, []).append(place)
        return tuple(self._source(by_symbol[symbol]) for symbol in sorted(by_symbol, key=natural_order))

    def _source(self, cited: Sequence[Place]) -> Source:
        """A document, what it is, and of when, as far as the index knows."""
        symbol, facts = cited[0].symbol, self.facts
        document = facts.index.document(symbol)
        about: list[str] = [kind_of_document(document.kind, symbol)] if document else []
        if document and document.date:
            about.append(day(document.date))
        return Source(
            symbol=document_name(cited[0]),
            about=side_by_side(about),
            paragraphs=tuple(sorted({place.paragraph for place in cited if place.paragraph}, key=natural_order)),
            address=None if facts.is_invented else document_address(cited[0], facts.edition(symbol)),
        )
