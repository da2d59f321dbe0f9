"""A plan beside what an index holds on its items: texts, answers, sources, and what was reported since.

What papers quote and cite comes out of the index as it is now; the plan is asked for what its makers wrote alone.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from models.errors import UnknownRecord, UnknownState
from models.plans.plan import Evidence, Plan, PlanItem
from models.records.documents import REPORTING_KINDS, DocumentKind
from models.records.enums import Position
from models.records.label_schemes import THEME_SCHEME
from models.records.records import Commitment, Observation, Place, Recommendation
from models.reviews.calendar import CalendarEvent
from search import (
    ChosenEntry,
    ChosenRecord,
    ProgressLink,
    Quotation,
    ReportedText,
    ReviewProgress,
    SearchIndex,
    StateCoverage,
    is_shown,
    sentence_of,
)
from web.site.served_index import name_of
from web.words.sessions import year
from web.words.sources_of_plan import SourcesOfPlan

LONGEST_CODE = 60
"""Characters that are shown of what stands for a State in a plan and names none."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Words of a document on one item."""

    kind: DocumentKind | None
    """Of the document; None where it does not report on the State that the item is about."""
    words: Quotation
    by_meaning: bool = False
    """Whether a computer found it by comparing meaning, and neither does the document name the item, nor did the
    organisation take it into its plan."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the plan with the record that it is about, as the index has it now.

    Of what the plan remembers of the record, papers print nothing as the record's: where the index does not hold it,
    the plan's words are the organisation's own.
    """

    planned: PlanItem
    entry: ChosenEntry

    @property
    def record(self) -> ChosenRecord | None:
        """None where the index does not hold it."""
        return self.entry.record

    @property
    def id(self) -> str:
        """As the record is called today; "" where the index does not hold it."""
        return self.entry.id if self.record else ""

    @property
    def kind(self) -> str:
        """What it is."""
        return self.entry.kind if self.record else self.planned.kind

    @property
    def state(self) -> str:
        """Code of the State that it concerns."""
        return self.entry.state or "" if self.record else self.planned.state

    @property
    def own_words(self) -> str:
        """What the plan says where the index has no record: words of nobody but the organisation."""
        return "" if self.record else self.planned.quoted

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.record.place if self.record else None

    @property
    def position(self) -> Position | None:
        """The answer of the State under review; None for what has none, and where the index does not hold it."""
        return self.record.position if isinstance(self.record, Recommendation) else None

    @property
    def session(self) -> int | None:
        """Of the review that it comes from; None for what comes from none."""
        return self.record.session if isinstance(self.record, Recommendation | Commitment) else None

    @property
    def review(self) -> str | None:
        """The id of that review."""
        return self.record.review if isinstance(self.record, Recommendation | Commitment) else None

    @property
    def sponsors(self) -> tuple[str, ...]:
        """Codes of the States that recommended it."""
        record = self.record
        return tuple(sponsor.state for sponsor in record.sponsors) if isinstance(record, Recommendation) else ()

    def labels(self, scheme: str = THEME_SCHEME) -> tuple[str, ...]:
        """Its labels of one scheme."""
        labels = () if self.record is None or isinstance(self.record, ReportedText) else self.record.labels
        return tuple(dict.fromkeys(label.label for label in labels if label.scheme == scheme))


class PlanInIndex:
    """A plan and an index, on one day."""

    def __init__(self, plan: Plan, index: SearchIndex, today: date) -> None:
        """Nothing is looked up before it is asked for."""
        self.plan = plan
        self.index = index
        self.sources = SourcesOfPlan(index, plan.items)
        self.today = today
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
        return tuple(Item(planned, self.sources.entry(planned.id)) for planned in self.plan.items)

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The items on the own State that say what it should do: what is only reported is evidence."""
        return tuple(item for item in self.items if item.state == self.state and item.kind != "report")

    @cached_property
    def recommendations(self) -> tuple[Item, ...]:
        """The recommendations to the own State that the index holds."""
        return tuple(item for item in self.own if isinstance(item.record, Recommendation))

    @cached_property
    def calendar(self) -> tuple[CalendarEvent, ...]:
        """The dates of the own State."""
        return self.index.calendar(self.state, self.today)

    @cached_property
    def coverage(self) -> StateCoverage | None:
        """Which reviews of the own State took place, and what is indexed of each; None where none is chosen."""
        with suppress(UnknownState):
            return self.index.coverage(self.state, self.today)
        return None

    @cached_property
    def built(self) -> date:
        """The day on which the index was built."""
        return date.fromisoformat(self.index.overview().built[:10])

    def is_invented(self) -> bool:
        """Whether the own State is one of a sample."""
        with suppress(UnknownState):
            return self.index.state(self.state).invented
        return False

    def reported(self, item: Item) -> tuple[Reported, ...]:
        """What was reported on an item since: what the plan took over, else the most direct words of each kind."""
        quoted = ((self.quoted(evidence), evidence) for evidence in item.planned.evidence)
        taken = tuple(Reported(self._kind(evidence, item), words) for words, evidence in quoted if words)
        if taken:
            return taken
        links = self._links(item)
        first = (next((link for link in links if link.report.document.kind is kind), None) for kind in REPORTING_KINDS)
        return tuple(_as_reported(link) for link in first if link)

    def quoted(self, evidence: Evidence) -> Quotation | None:
        """The words of a document that evidence is; None for what the organisation wrote or changed itself."""
        return self.sources.quoted(evidence)

    def own_evidence(self, item: Item) -> tuple[Evidence, ...]:
        """Evidence of the organisation's own, that which it changed included."""
        return tuple(evidence for evidence in item.planned.evidence if not self.quoted(evidence))

    def changed_evidence(self, item: Item) -> tuple[Evidence, ...]:
        """That which was taken from a document, and has other words than any that is indexed."""
        return tuple(evidence for evidence in self.own_evidence(item) if evidence.record)

    def year_of(self, item: Item) -> str:
        """The year of its review; "" where that is not known."""
        return "" if item.session is None else year(item.session)

    def item_of(self, record: Recommendation) -> Item:
        """A recommendation that is on no plan, as papers show items."""
        entry = ChosenEntry(record.id, record.id, "recommendation", record.state_under_review, record)
        planned = PlanItem(id=record.id, kind=entry.kind, state=record.state_under_review, citation="", quoted="")
        return Item(planned, entry)

    def documents_since(self, item: Item) -> tuple[str, ...]:
        """The symbols of the documents on the time since its review that are indexed."""
        progress = self.progress(item.review) if isinstance(item.record, Recommendation) and item.review else None
        return tuple(document.symbol for document in progress.documents) if progress else ()

    def _links(self, item: Item) -> Sequence[ProgressLink]:
        """The paragraphs that report on a recommendation; those that name it first."""
        record = item.record
        progress = self.progress(record.review) if isinstance(record, Recommendation) else None
        if progress is None or not isinstance(record, Recommendation):
            return ()
        links = next((each.links for each in progress.recommendations if each.record.id == record.id), ())
        return sorted((link for link in links if is_shown(link)), key=lambda link: link.stated is None)

    def _progress_on(self, review: str) -> ReviewProgress | None:
        """What is reported on a review; None for one that the index does not know."""
        with suppress(UnknownRecord):
            return self.index.progress(review, related=False)
        return None

    def _kind(self, evidence: Evidence, item: Item) -> DocumentKind | None:
        """The kind of document that evidence is of, where that reports on the State of an item."""
        entry = self.sources.entry(evidence.record)
        if entry.state != item.state:
            return None
        if isinstance(entry.record, ReportedText):
            return entry.record.document.kind
        return DocumentKind.CONCLUDING_OBSERVATIONS if isinstance(entry.record, Observation) else None

    def _state_name(self, code: str) -> str:
        with suppress(UnknownState):
            return name_of(self.index.state(code))
        return code[:LONGEST_CODE]


def _as_reported(link: ProgressLink) -> Reported:
    return Reported(link.report.document.kind, sentence_of(link), by_meaning=link.stated is None)
