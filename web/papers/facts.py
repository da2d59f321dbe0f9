"""A plan beside what an index holds on its items: the one object that templates of papers take their facts from.

What papers quote and cite comes out of the index as it is now; the plan is asked for what its makers wrote alone. Of
what was reported, papers hold what the plan took over, and paragraphs that name the recommendation themselves: nothing
that was found by comparing texts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from models.errors import UnknownRecord, UnknownState
from models.plans.plan import Evidence, Plan, PlanItem
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.label_schemes import ISSUE_SCHEME, THEME_SCHEME
from models.records.records import Commitment, Observation, Origin, Place, Recommendation, Sponsor
from models.records.reported import Stated
from models.reviews.calendar import CalendarEvent, EventKind
from models.texts.sentences import sentences_of
from models.texts.words import ENGLISH
from search import (
    ChosenEntry,
    ChosenRecord,
    Filters,
    LinksWanted,
    Listing,
    ProgressLink,
    Quotation,
    ReferredComment,
    ReportedText,
    ReviewProgress,
    SearchIndex,
    StateCoverage,
    discriminative_terms,
    words_of,
)
from search.answer.referred_comments import referred_comments
from search.calendar.compose import state_calendar
from search.lobbying.wording import model_wordings
from search.progress.follow import progress_on_review
from search.snapshot.coverage import state_coverage
from web.site.language import in_order, page_language
from web.site.served_index import name_of
from web.words.citation import cited_place, sponsor_name
from web.words.sources_of_plan import SourcesOfPlan

LONGEST_CODE = 60
"""Characters that are shown of what stands for a State in a plan and names none, and of an id."""
OTHER_ISSUE = "Other"
"""UPR Info's label of what is on none of its issues."""
SUPPORTED = Listing(filters=Filters(position=(Position.SUPPORTED,)), limit=1)
"""What a similar recommendation to another State is looked for among."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Reported:
    """Words of a document on one item."""

    kind: DocumentKind | None
    """Of the document; None where it does not report on the State that the item is about."""
    words: Quotation
    when: date | None = None
    """When the document was issued, where that is known."""
    committee: str = ""
    """Code of the treaty body whose words they are."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the plan with the record that it is about, as the index has it now.

    Of what the plan remembers of the record, papers print nothing as the record's: where the index does not hold it,
    the plan's words are the organisation's own.
    """

    planned: PlanItem
    record: ChosenRecord | None
    """None where the index does not hold it."""
    id: str
    """What the record is called today; "" where the index does not hold it."""
    kind: str
    state: str
    """Code of the State that it concerns."""
    alike: tuple["Item", ...] = ()
    """Others of the plan that ask for the same in nearly the same words, at the same review and with the same answer:
    papers say the request once, with all who made it."""

    @classmethod
    def of(cls, planned: PlanItem, entry: ChosenEntry) -> "Item":
        """An item of the plan with what its id stands for today."""
        if entry.record is None:
            return cls(planned, None, "", planned.kind, planned.state)
        return cls(planned, entry.record, entry.id, entry.kind, entry.state or "")

    @property
    def all(self) -> tuple["Item", ...]:
        """The item with those alike."""
        return (self, *self.alike)

    @property
    def recommendation(self) -> Recommendation | None:
        """None for another kind of record, and where the index does not hold it."""
        return self.record if isinstance(self.record, Recommendation) else None

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.record.place if self.record else None

    @property
    def place_in_words(self) -> str:
        """Where it stands; of what the index does not hold, its id."""
        return cited_place(self.place) if self.place else self.planned.id[:LONGEST_CODE]

    @property
    def position(self) -> Position | None:
        """The answer of the State under review; None for what has none, and where the index does not hold it."""
        return self.recommendation.position if self.recommendation else None

    @property
    def coder(self) -> str | None:
        """The list or table whose coding the position is; None where a document gives it."""
        source = self.recommendation.position_source if self.recommendation else None
        return source.coded_by if source else None

    @property
    def session(self) -> int:
        """Of the review that it comes from; 0 for what comes from none."""
        return self.record.session or 0 if isinstance(self.record, Recommendation | Commitment) else 0

    @property
    def sponsors(self) -> Mapping[str, Sponsor]:
        """The States that recommended it by their codes, those of items alike among them."""
        records = [item.recommendation for item in self.all if item.recommendation]
        return {sponsor.state: sponsor for record in records for sponsor in record.sponsors}

    @property
    def made_by(self) -> tuple[str, ...]:
        """The names of the States that recommended it, which take the form that a sentence asks for."""
        return tuple(map(sponsor_name, self.sponsors.values()))

    @property
    def requests(self) -> tuple[str, ...]:
        """What the organisation asks the State to do: a line each, as it wrote them."""
        lines = (line.strip() for item in self.all for line in item.planned.request.splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    @property
    def last_years(self) -> Iterator[int]:
        """The latest years that its requests and its timetable name, where somebody wrote them."""
        for text in (" ".join(self.requests), self.planned.timetable):
            yield from sorted(map(int, _YEAR.findall(text)))[-1:]

    def labels(self, scheme: str = THEME_SCHEME) -> tuple[str, ...]:
        """Its labels of one scheme, as a list or table of others gives them; none that a classifier assigned."""
        labels = () if self.record is None or isinstance(self.record, ReportedText) else self.record.labels
        given = (label for label in labels if label.origin is not Origin.CLASSIFIER)
        return tuple(dict.fromkeys(label.label for label in given if label.scheme == scheme))

    @property
    def themes(self) -> Sequence[str]:
        """Its themes; UPR Info's issues where it has none."""
        return self.labels() or [label for label in self.labels(ISSUE_SCHEME) if label != OTHER_ISSUE]


class PlanFacts:
    """A plan and an index, on one day."""

    def __init__(self, plan: Plan, index: SearchIndex, today: date, *, with_own_evidence: bool = True) -> None:
        """Nothing is looked up before it is asked for; `with_own_evidence`: whether papers for others have it."""
        self.plan = plan
        self.index = index
        self.today = today
        self.with_own_evidence = with_own_evidence
        self.sources = SourcesOfPlan(index, plan.items)
        self.progress = cache(self._progress_on)
        self.state_name = cache(self._state_name)

    @cached_property
    def state(self) -> str:
        """Code of the organisation's own State; that of most items where none was chosen."""
        states = Counter(item.state for item in self.items)
        return self.plan.state or (states.most_common(1)[0][0] if states else "")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the plan."""
        return tuple(Item.of(planned, self.sources.entry(planned.id)) for planned in self.plan.items)

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The items on the own State that say what it should do: what is only reported is evidence."""
        return tuple(item for item in self.items if item.state == self.state and item.kind != "report")

    @cached_property
    def requests(self) -> tuple[Item, ...]:
        """The own items, near-identical requests of one review and answer as one, in the order of the first."""
        return grouped(self.own)

    @cached_property
    def sponsored(self) -> tuple[Item, ...]:
        """The recommendations to whatever State of which it is known who made them, grouped likewise."""
        return grouped([item for item in self.items if item.sponsors])

    @cached_property
    def recommending_states(self) -> Mapping[str, str]:
        """The States that made these, their names by code, those with most first."""
        counted = Counter(code for item in self.sponsored for code in item.sponsors)
        names = {code: self.state_name(code) for code in counted}
        return dict(sorted(names.items(), key=lambda state: (-counted[state[0]], in_order(state[1]))))

    @cached_property
    def calendar(self) -> tuple[CalendarEvent, ...]:
        """The dates of the own State."""
        return state_calendar(self.index.snapshot, self.state, self.today)

    def event(self, kind: str, *, past: bool = False) -> CalendarEvent | None:
        """The first date of a kind that is still to come, or has passed; None where there is none."""
        dated = (event for event in self.calendar if event.kind is EventKind[kind] and event.last_day)
        return next((event for event in dated if event.last_day and (event.last_day < self.today) == past), None)

    @cached_property
    def coverage(self) -> StateCoverage | None:
        """Which reviews of the own State took place, and what is indexed of each; None where none is chosen."""
        with suppress(UnknownState):
            return state_coverage(self.index.snapshot, self.state, self.today)
        return None

    @property
    def is_invented(self) -> bool:
        """Whether the own State is one of a sample."""
        return self.coverage is not None and self.coverage.state.invented

    def referred_comments(self, item: Item) -> tuple[ReferredComment, ...]:
        """The State's comments on other recommendations to which that on this one refers."""
        record = item.recommendation
        return referred_comments(self.index.snapshot.connection, record) if record else ()

    def reported(self, item: Item) -> tuple[Reported, ...]:
        """What was reported on an item since: what the plan took over, else paragraphs that name it themselves."""
        found: dict[str, Reported] = {}
        for one in item.all:
            for reported in [*self._taken_over(one)] or self._naming(one):
                found.setdefault(reported.words.words, reported)
        return tuple(found.values())

    def evidence(self, item: Item) -> tuple[Evidence, ...]:
        """The organisation's own on an item and those alike, where papers for others are to have it."""
        return tuple(each for one in item.all for each in self.own_evidence(one)) if self.with_own_evidence else ()

    def own_evidence(self, item: Item) -> tuple[Evidence, ...]:
        """Evidence of the organisation's own, that which it changed included."""
        return tuple(evidence for evidence in item.planned.evidence if not self.sources.quoted(evidence))

    def wordings(self, item: Item) -> Iterator[Item]:
        """Similar recommendations to other States, which these supported, as papers show items."""
        for record in (
            model_wordings(self.index.snapshot, item.recommendation, SUPPORTED) if item.recommendation else ()
        ):
            entry = ChosenEntry(record.id, record.id, "recommendation", record.state_under_review, record)
            yield Item.of(PlanItem(id=record.id, kind=entry.kind, state="", citation="", quoted=""), entry)

    def edition(self, symbol: str) -> str:
        """The language of the edition of a document that is quoted: the page's where that is indexed."""
        records = (item.record for item in self.items if isinstance(item.record, Recommendation | Commitment))
        texts = [text for record in records if record.place.symbol == symbol for text in (record, *record.wordings)]
        languages = {text.language for text in texts}
        page = page_language().language
        return page if page in languages else ENGLISH if ENGLISH in languages or not languages else min(languages)

    def _naming(self, item: Item) -> Iterator[Reported]:
        """What paragraphs say that name a recommendation themselves; a heading above them is no word of theirs."""
        record = item.recommendation
        progress = self.progress(record.review) if record else None
        for each in progress.recommendations if progress else ():
            if record and each.record.id == record.id:
                for link in each.links:
                    if link.stated and link.stated.stated is not Stated.HEADING and not link.stated.holds_below:
                        yield Reported(link.report.document.kind, _naming_words(link), link.report.document.issued)

    def _progress_on(self, review: str) -> ReviewProgress | None:
        """What is reported on a review; None for one that the index does not know."""
        with suppress(UnknownRecord):
            return progress_on_review(self.index.snapshot, review, LinksWanted(related=False))
        return None

    def _taken_over(self, item: Item) -> Iterator[Reported]:
        """Evidence that was taken over from a document, with whose it is where that reports on the State."""
        for evidence in item.planned.evidence:
            words = self.sources.quoted(evidence)
            if words is None:
                continue
            entry = self.sources.entry(evidence.record)
            match entry.record if entry.state == item.state else None:
                case ReportedText(document=document):
                    yield Reported(document.kind, words, document.issued)
                case Observation(date=when, committee=committee):
                    yield Reported(DocumentKind.CONCLUDING_OBSERVATIONS, words, when, committee)
                case _:
                    yield Reported(None, words)

    def _state_name(self, code: str) -> str:
        with suppress(UnknownState):
            return name_of(self.index.state(code))
        return " ".join(code.split())[:LONGEST_CODE]


def grouped(items: Sequence[Item]) -> tuple[Item, ...]:
    """Near-identical requests of one review and answer as one item, in the order of the first."""
    together: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        together.setdefault(_alike_by(item), []).append(item)
    return tuple(replace(first, alike=tuple(others)) for first, *others in together.values())


def _alike_by(item: Item) -> tuple[object, ...]:
    """What items have in common that are said once; an item without it stands alone."""
    record = item.recommendation
    terms = discriminative_terms(record.text) if record and record.language == ENGLISH else ""
    if not terms or not record:
        return (item.planned.id,)
    return (record.review, record.position, record.qualified, item.coder, terms)


def _naming_words(link: ProgressLink) -> Quotation:
    """The sentence that names the recommendation; the paragraph where a footnote does."""
    paragraph = words_of(link.report)
    named = " ".join(link.stated.printed.split()) if link.stated else ""
    sentences = (sentence for sentence in sentences_of(" ".join(paragraph.words.split())) if named in sentence)
    return next(filter(None, map(paragraph.passage, sentences)), paragraph) if named else paragraph
