"""A plan beside what an index holds on its items: texts, answers, sources, and what was reported since.

The plan keeps what it was made of, so that each item can be shown where the index does not hold it any more.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from models.errors import RecordMoved, UnknownRecord, UnknownState
from models.plans.plan import Evidence, Plan, PlanItem
from models.records.documents import REPORTING_KINDS, DocumentKind
from models.records.enums import Position
from models.records.label_schemes import THEME_SCHEME
from models.records.records import Commitment, Observation, Place, Recommendation
from models.reviews.calendar import CalendarEvent
from search import ProgressLink, ReportedParagraphRecord, ReviewProgress, SearchIndex, is_shown, request_in_paragraph
from web.papers.paper import Cited
from web.site.served_index import name_of

LONGEST_CODE = 60
"""Characters that are shown of what stands for a State in a plan and names none."""
KnownRecord = Recommendation | Commitment | Observation | ReportedParagraphRecord


@dataclass(frozen=True, slots=True)
class Reported:
    """Words of a document on one item."""

    kind: DocumentKind | None
    """Of the document; None where the index does not hold what the plan took it from."""
    words: str
    """As printed."""
    cited: Cited
    by_meaning: bool = False
    """Whether a computer found it by comparing meaning, and neither does the document name the item, nor did the
    organisation take it into its plan."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the plan with the record that it is about."""

    planned: PlanItem
    record: KnownRecord | None
    """None where the index does not hold it."""

    @property
    def request(self) -> str:
        """Its own words as printed, without the States that follow them and the requests of others; the whole
        paragraph where they are not printed in one piece."""
        record = self.record
        if not isinstance(record, Recommendation):
            return self.printed
        words = record.text.strip(" ;,.")
        return words if words in record.quoted else self.printed

    @property
    def printed(self) -> str:
        """Its own words as printed, with the States that follow them: a paragraph may hold twenty other requests."""
        if isinstance(self.record, Recommendation):
            return request_in_paragraph(self.record) or self.record.quoted
        return self.record.quoted if isinstance(self.record, Commitment) else self.planned.quoted

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        if isinstance(self.record, ReportedParagraphRecord):
            return self.record.text.place
        return self.record.place if self.record else None

    @property
    def cited(self) -> Cited:
        """The same as a citation."""
        return Cited(self.place, self.planned.citation)

    @property
    def position(self) -> Position | None:
        """The answer of the State under review; None for what has none."""
        if isinstance(self.record, Recommendation):
            return self.record.position
        if self.record is None and self.planned.kind == "recommendation":
            with suppress(ValueError):
                return Position(self.planned.position)
        return None

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
        labels = () if self.record is None or isinstance(self.record, ReportedParagraphRecord) else self.record.labels
        return tuple(dict.fromkeys(label.label for label in labels if label.scheme == scheme))

    @property
    def own_evidence(self) -> tuple[Evidence, ...]:
        """Evidence that the organisation wrote itself."""
        return tuple(evidence for evidence in self.planned.evidence if not evidence.record)


class PlanInIndex:
    """A plan and an index, on one day."""

    def __init__(self, plan: Plan, index: SearchIndex, today: date) -> None:
        """Nothing is looked up before it is asked for."""
        self.plan = plan
        self.index = index
        self.today = today
        self.progress = cache(self._progress_on)
        self._taken = cache(self._taken_over)
        self.state_name = cache(self._state_name)

    @cached_property
    def state(self) -> str:
        """Code of the organisation's own State; that of most items where none was chosen."""
        states = Counter(item.state for item in self.plan.items)
        return self.plan.state or (states.most_common(1)[0][0] if states else "")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the plan."""
        return tuple(Item(planned, self._record(planned)) for planned in self.plan.items)

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The items on the own State that say what it should do: what is only reported is evidence."""
        return tuple(item for item in self.items if item.planned.state == self.state and item.planned.kind != "report")

    @cached_property
    def recommendations(self) -> tuple[Item, ...]:
        """The recommendations to the own State."""
        return tuple(item for item in self.own if item.planned.kind == "recommendation")

    @cached_property
    def calendar(self) -> tuple[CalendarEvent, ...]:
        """The dates of the own State."""
        return self.index.calendar(self.state, self.today)

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
        taken = tuple(self._taken(evidence) for evidence in item.planned.evidence if evidence.record)
        if taken:
            return taken
        links = self._links(item)
        first = (next((link for link in links if link.report.document.kind is kind), None) for kind in REPORTING_KINDS)
        return tuple(_as_reported(link) for link in first if link)

    def item_of(self, record: Recommendation) -> Item:
        """A recommendation that is on no plan, as papers show items."""
        planned = PlanItem(
            id=record.id, kind="recommendation", state=record.state_under_review, citation="", quoted=record.quoted
        )
        return Item(planned, record)

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

    def _record(self, planned: PlanItem) -> KnownRecord | None:
        with suppress(UnknownRecord):
            try:
                return self._find(planned.kind, planned.id)
            except RecordMoved as moved:
                return self._find(planned.kind, moved.new_id)
        return None

    def _find(self, kind: str, record_id: str) -> KnownRecord | None:
        match kind:
            case "recommendation":
                return self.index.record(record_id)
            case "commitment":
                return self.index.commitment(record_id)
            case "observation":
                return self.index.observation(record_id)
            case "report":
                return self.index.reported(record_id).record
        return None

    def _taken_over(self, evidence: Evidence) -> Reported:
        """Evidence that was taken out of an index."""
        with suppress(UnknownRecord):
            text = self.index.reported(evidence.record).record.text
            return Reported(text.document.kind, evidence.text, Cited(text.place))
        with suppress(UnknownRecord):
            observation = self.index.observation(evidence.record)
            return Reported(DocumentKind.CONCLUDING_OBSERVATIONS, evidence.text, Cited(observation.place))
        return Reported(None, evidence.text, Cited(None, evidence.document or evidence.record))

    def _state_name(self, code: str) -> str:
        with suppress(UnknownState):
            return name_of(self.index.state(code))
        return code[:LONGEST_CODE]


def _as_reported(link: ProgressLink) -> Reported:
    return Reported(link.report.document.kind, link.sentence, Cited(link.report.place), by_meaning=link.stated is None)
