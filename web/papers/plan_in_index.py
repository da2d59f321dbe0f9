"""A plan beside what an index holds on its items: texts, answers, sources, and what was reported since.

What papers quote and cite comes out of the index as it is now; the plan is asked for what its makers wrote alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from models.errors import UnknownRecord, UnknownState
from models.plans.plan import Evidence, Plan, PlanItem
from models.records.documents import REPORTING_KINDS, Author, DocumentKind
from models.records.enums import Position
from models.records.label_schemes import ISSUE_SCHEME, THEME_SCHEME
from models.records.records import Commitment, Observation, Place, Recommendation, Sponsor
from models.reviews.calendar import CalendarEvent
from models.vocabularies.mechanisms import Mechanism
from models.words import ENGLISH
from search import (
    ChosenEntry,
    ChosenRecord,
    ProgressLink,
    Quotation,
    ReportedText,
    ReviewProgress,
    SearchIndex,
    StateCoverage,
    discriminative_terms,
    is_shown,
    sentence_of,
    words_of,
)
from web.site.language import in_order, page_language
from web.site.served_index import name_of
from web.words.sessions import year
from web.words.sources_of_plan import SourcesOfPlan

LONGEST_CODE = 60
"""Characters that are shown of what stands for a State in a plan and names none."""
MOST_OBSERVATIONS = 10
OTHER_ISSUE = "Other"
"""UPR Info's label of what is on none of its issues."""
SURE = ("strong", "likely")
"""How strongly a committee's paragraph must be on a recommendation to stand as an argument."""


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
class AnswerCounts:
    """How a State answered some recommendations."""

    supported: int
    noted: int
    unanswered: int
    """Pending, or not in the documents indexed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the plan with the record that it is about, as the index has it now.

    Of what the plan remembers of the record, papers print nothing as the record's: where the index does not hold it,
    the plan's words are the organisation's own.
    """

    planned: PlanItem
    entry: ChosenEntry
    alike: tuple["Item", ...] = ()
    """Others of the plan that ask for the same in nearly the same words, at the same review and with the same answer:
    papers say the request once, with all who made it."""

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
        return tuple(dict.fromkeys(sponsor.state for sponsor in self.all_sponsors))

    @property
    def all_sponsors(self) -> tuple[Sponsor, ...]:
        """The States that recommended it, those of items alike among them, each once."""
        records = [item.record for item in (self, *self.alike) if isinstance(item.record, Recommendation)]
        return tuple({sponsor.state: sponsor for record in records for sponsor in record.sponsors}.values())

    def labels(self, scheme: str = THEME_SCHEME) -> tuple[str, ...]:
        """Its labels of one scheme."""
        labels = () if self.record is None or isinstance(self.record, ReportedText) else self.record.labels
        return tuple(dict.fromkeys(label.label for label in labels if label.scheme == scheme))

    @property
    def themes(self) -> Sequence[str]:
        """Its themes; UPR Info's issues where it has none."""
        return self.labels() or [label for label in self.labels(ISSUE_SCHEME) if label != OTHER_ISSUE]

    def main_theme(self, counted: Mapping[str, int]) -> str:
        """That of its themes which most items of a list have, so that what belongs together stands together."""
        return max(sorted(self.themes), key=lambda theme: counted[theme], default="")


class PlanInIndex:
    """A plan and an index, on one day."""

    def __init__(self, plan: Plan, index: SearchIndex, today: date, *, with_own_evidence: bool = True) -> None:
        """Nothing is looked up before it is asked for; `with_own_evidence`: whether papers for others have it."""
        self.plan = plan
        self.index = index
        self.with_own_evidence = with_own_evidence
        self.sources = SourcesOfPlan(index, plan.items)
        self.today = today
        self.progress = cache(self._progress_on)
        self.state_name = cache(self._state_name)
        self._links_of_review = cache(self._links_by_id)
        self._committees = cache(self._committees_on_record)

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
    def requests(self) -> tuple[Item, ...]:
        """The same with near-identical requests of one review and answer as one item, in the order of the first."""
        together: dict[tuple[object, ...], list[Item]] = {}
        for item in self.own:
            together.setdefault(_alike_by(item), []).append(item)
        return tuple(replace(first, alike=tuple(others)) for first, *others in together.values())

    @cached_property
    def recommendations(self) -> tuple[Item, ...]:
        """The recommendations to the own State that the index holds."""
        return tuple(item for item in self.own if isinstance(item.record, Recommendation))

    @property
    def answers(self) -> AnswerCounts:
        """How these were answered."""
        positions = [item.position for item in self.recommendations]
        supported, noted = positions.count(Position.SUPPORTED), positions.count(Position.NOTED)
        return AnswerCounts(supported, noted, len(positions) - supported - noted)

    def is_seen(self, item: Item) -> bool:
        """Whether the plan says of an item what is seen: a status, or evidence to hand on."""
        return bool(item.planned.status or self.evidence_to_hand_on(item))

    @cached_property
    def recommending_states(self) -> tuple[str, ...]:
        """Codes of the States that made these, those with most first."""
        counted = Counter(code for item in self.recommendations for code in dict.fromkeys(item.sponsors))
        return tuple(sorted(counted, key=lambda code: (-counted[code], in_order(self.state_name(code)))))

    @cached_property
    def differing(self) -> tuple[Item, ...]:
        """The items of which the plan has other words, sources or positions than the index."""
        return tuple(item for item in self.items if self.sources.differences(item.planned))

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
        taken = self._taken_over(item)
        if taken:
            return taken
        links = self._links(item)
        first = (next((link for link in links if link.report.document.kind is kind), None) for kind in REPORTING_KINDS)
        return tuple(_as_reported(link) for link in first if link)

    def arguments(self, items: Sequence[Item]) -> Mapping[str, Sequence[Reported]]:
        """By id of the item in the plan, who else speaks on it: the State first, then one of the United Nations and
        stakeholders, then a committee; over all items no words twice."""
        used: set[str] = set()
        argued: dict[str, list[Reported]] = {}
        for item in items:
            argued[item.planned.id] = []
            for speakers in self._speakers(item):
                unused = next((each for each in speakers if each.words.words not in used), None)
                if unused:
                    used.add(unused.words.words)
                    argued[item.planned.id].append(unused)
        return argued

    def _speakers(self, item: Item) -> tuple[list[Reported], list[Reported], list[Reported]]:
        """What the plan took over, else what was found, surest first: of the State, of others, of committees.

        Of what was found by comparing meaning, only the surest.
        """
        taken = [each for each in self._taken_over(item) if each.kind]
        # A sentence that names the recommendation among twenty may say nothing of it: what is surely on it comes first.
        links = sorted(self._links(item), key=lambda link: link.strength not in SURE)
        found = taken or [_as_reported(link) for link in links if link.stated or link.strength in SURE]
        committees = [each for each in taken if each.committee] or [*self._committees_on(item)]
        of_state = [each for each in found if each.kind and each.kind.rules.author is Author.STATE]
        return of_state, [each for each in found if each not in of_state and not each.committee], committees

    def _committees_on(self, item: Item) -> tuple[Reported, ...]:
        """What treaty bodies told the State on what a recommendation asks for, after its review."""
        return self._committees(item.id) if isinstance(item.record, Recommendation) else ()

    def _committees_on_record(self, record_id: str) -> tuple[Reported, ...]:
        hits = self.index.observations_on(record_id, MOST_OBSERVATIONS, mechanism=Mechanism.TREATY_BODY).hits
        return tuple(
            Reported(
                DocumentKind.CONCLUDING_OBSERVATIONS,
                words_of(hit.record),
                when=hit.record.date,
                committee=hit.record.committee,
            )
            for hit in sorted(hits, key=lambda hit: -hit.relevance)
            if hit.strength in SURE and hit.since_review is not False
        )

    @cached_property
    def found_by_meaning(self) -> frozenset[Place]:
        """The places of what a computer found to report on an item of the plan by comparing meaning alone."""
        links = (link for item in self.own for link in self._links(item) if link.stated is None)
        committees = (each for item in self.own for each in self._committees_on(item))
        places = [*(link.report.place for link in links), *(each.words.place for each in committees)]
        named = {link.report.place for item in self.own for link in self._links(item) if link.stated}
        return frozenset(place for place in places if place) - named

    def edition(self, symbol: str) -> str:
        """The language of the edition of a document that is quoted: the page's where that is indexed."""
        records = (item.record for item in self.items if item.place and item.place.symbol == symbol)
        languages = {language for record in records for language in languages_of(record)}
        page = page_language().language
        return page if page in languages else ENGLISH if ENGLISH in languages or not languages else min(languages)

    def quoted(self, evidence: Evidence) -> Quotation | None:
        """The words of a document that evidence is; None for what the organisation wrote or changed itself."""
        return self.sources.quoted(evidence)

    def own_evidence(self, item: Item) -> tuple[Evidence, ...]:
        """Evidence of the organisation's own, that which it changed included."""
        return tuple(evidence for evidence in item.planned.evidence if not self.quoted(evidence))

    def changed_evidence(self, item: Item) -> tuple[Evidence, ...]:
        """That which was taken from a document, and has other words than any that is indexed."""
        return tuple(evidence for evidence in self.own_evidence(item) if evidence.record)

    def evidence_to_hand_on(self, item: Item) -> tuple[Evidence, ...]:
        """That of an item and those alike, where papers for others are to have it."""
        if not self.with_own_evidence:
            return ()
        return tuple(each for one in (item, *item.alike) for each in self.own_evidence(one))

    def year_of(self, item: Item) -> str:
        """The year of its review; "" where that is not known."""
        return "" if item.session is None else year(item.session)

    def item_of(self, record: Recommendation) -> Item:
        """A recommendation that is on no plan, as papers show items."""
        entry = ChosenEntry(record.id, record.id, "recommendation", record.state_under_review, record)
        planned = PlanItem(id=record.id, kind=entry.kind, state=record.state_under_review, citation="", quoted="")
        return Item(planned, entry)

    def _links(self, item: Item) -> Sequence[ProgressLink]:
        """The paragraphs that report on a recommendation; those that name it first."""
        record = item.record
        if not isinstance(record, Recommendation):
            return ()
        links = self._links_of_review(record.review).get(record.id, ())
        return sorted((link for link in links if is_shown(link)), key=lambda link: link.stated is None)

    def _links_by_id(self, review: str) -> Mapping[str, Sequence[ProgressLink]]:
        """By id of the recommendation, the paragraphs that report on it."""
        progress = self.progress(review)
        return {each.record.id: each.links for each in progress.recommendations} if progress else {}

    def _progress_on(self, review: str) -> ReviewProgress | None:
        """What is reported on a review; None for one that the index does not know."""
        with suppress(UnknownRecord):
            return self.index.progress(review, related=False)
        return None

    def _taken_over(self, item: Item) -> tuple[Reported, ...]:
        quoted = ((self.quoted(evidence), evidence) for evidence in item.planned.evidence)
        return tuple(self._taken(evidence, item, words) for words, evidence in quoted if words)

    def _taken(self, evidence: Evidence, item: Item, words: Quotation) -> Reported:
        """Evidence that was taken over from a document, with whose it is where that reports on the State of an item."""
        entry = self.sources.entry(evidence.record)
        record = entry.record if entry.state == item.state else None
        if isinstance(record, ReportedText):
            return Reported(record.document.kind, words, when=record.document.issued)
        if isinstance(record, Observation):
            return Reported(DocumentKind.CONCLUDING_OBSERVATIONS, words, when=record.date, committee=record.committee)
        return Reported(None, words)

    def _state_name(self, code: str) -> str:
        with suppress(UnknownState):
            return name_of(self.index.state(code))
        return code[:LONGEST_CODE]


def _alike_by(item: Item) -> tuple[object, ...]:
    """What items have in common that are said once; an item without it stands alone."""
    record = item.record
    terms = (
        discriminative_terms(record.text) if isinstance(record, Recommendation) and record.language == ENGLISH else ""
    )
    if not terms or not isinstance(record, Recommendation):
        return (item.planned.id,)
    return (record.review, record.position, record.qualified, terms)


def languages_of(record: ChosenRecord | None) -> frozenset[str]:
    """The languages in which the words of a record are indexed; none of what is no request or pledge."""
    if not isinstance(record, Recommendation | Commitment):
        return frozenset()
    return frozenset((record.language, *(wording.language for wording in record.wordings)))


def _as_reported(link: ProgressLink) -> Reported:
    document = link.report.document
    return Reported(document.kind, sentence_of(link), when=document.issued)
