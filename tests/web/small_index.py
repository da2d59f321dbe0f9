"""A small index in memory that stands in for search: the same methods, a naive idea of relevance."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import groupby
from typing import Any

from models.as_json import record_as_json
from models.errors import RecordMoved, RecordWithdrawn, UnknownFilter, UnknownRecord, UnknownState
from models.records.documents import EXPECTED_KINDS, DocumentKind
from models.records.enums import Position, ThreadType
from models.records.records import Commitment, Observation, ObservationKind, Place, Recommendation, Sponsor
from models.records.reported import Stated
from models.reviews.calendar import CalendarEvent
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State, StateKind, StateTable
from search.calendar.compose import dates_of_reviews
from search.coverage.compose import coverage_of
from search.datamodel.answer import (
    Answer,
    Facet,
    FacetValue,
    Hit,
    IndexedDocument,
    Overview,
    Record,
    ReferredComment,
    ReviewSummary,
    StateInIndex,
    StateReview,
)
from search.datamodel.chosen import ChosenEntry
from search.datamodel.coverage import ReviewCoverage, StateCoverage
from search.datamodel.drafts import ReplacedDraft
from search.datamodel.observations import ObservationAnswer, ObservationHit, ObservingDocument
from search.datamodel.progress import (
    CommitmentProgress,
    FollowUp,
    FollowUpRow,
    ProgressLink,
    RecommendationProgress,
    Reported,
    ReportedHit,
    ReportedOnIssue,
    ReportedParagraphAnswer,
    ReportedParagraphRecord,
    ReportedText,
    Reporting,
    ReportingDocument,
    ReportsOn,
    ReviewProgress,
    StatedIn,
    WhatFollows,
)
from search.datamodel.question import (
    FILTER_FIELDS,
    LABEL_FIELDS,
    Filters,
    Group,
    IssueQuestion,
    KeywordQuestion,
    Listing,
)
from search.datamodel.states import CountedReview, IssueField, IssueReview, ReviewedState, StateIssue
from search.datamodel.tally import Role, Tally
from search.datamodel.threads import Thread, ThreadLink, ThreadReview, ThreadSummary
from search.query.language import check_language

STATES = [
    State("XAA", "Vellania", StateKind.MEMBER, "Amber Coast Group", invented=True),
    State("XAB", "Brenmark", StateKind.MEMBER, "Amber Coast Group", invented=True),
    State("XBA", "Tamurin", StateKind.MEMBER, "High Plateau Group", invented=True),
    State("XCB", "Sainte-Ormée", StateKind.MEMBER, "Inner Sea Group", invented=True),
]
MOVED = {"XAA-7-1.1-1": "XAA-20-115.1-1"}
WITHDRAWN = "XAA-7-9.9-1"


def recommendation(
    state: str = "XAA",
    session: int = 20,
    paragraph: str | None = "115.1",
    text: str = "Open shelters for girls who flee an early marriage",
    **more: object,
) -> Recommendation:
    """An invented record; any field can be given."""
    symbol = f"A/HRC/9{session:02}/1"
    number = paragraph or ""
    record = Recommendation(
        state_under_review=state,
        session=session,
        place=Place(symbol, paragraph, 14),
        printed_number=f"{number}.",
        clause=1,
        text=text,
        quoted=f"{text} (Brenmark, Tamurin);",
        composed=False,
        sponsors=(Sponsor("XAB", "Brenmark"), Sponsor("XBA", "Union of Tamurin")),
        interim_position=Position.PENDING,
        position=Position.SUPPORTED,
        position_source=Place(f"{symbol}/Add.1", "3", 2),
    )
    return replace(record, **more)


OBSERVATION = Observation(
    entity="XAA",
    committee="CRC",
    place=Place("CRC/C/XAA/CO/900", "24", 6),
    heading="Harmful <practices>",
    kind=ObservationKind.RECOMMENDATION,
    text="The State party should:\n(a) Count the weddings;\n(b) End the marriage of girls & boys.",
    date=date(2021, 5, 7),
)

COPIED = replace(OBSERVATION, place=Place("CRC/C/XAA/CO/901", None, None), kind=ObservationKind.OTHER, heading="")
"""Known from an export alone."""

NORM = Observation(
    entity=None,
    committee="CRC, CMW",
    place=Place("CRC/C/GC/900, CMW/C/GC/901", "7", None),
    heading="Joint general comment No. 900: <weddings>",
    kind=ObservationKind.GENERAL_COMMENT,
    text="Girls & boys decide on their marriage themselves.",
    date=date(2030, 1, 2),
)

PLEDGE = Commitment("XAA", 7, Place("A/HRC/907/1", "117", 19), 2, "Vellania will open a shelter in each district")

NATIONAL_REPORT = ReportingDocument("A/HRC/WG.6/34/XAA/1", DocumentKind.NATIONAL_REPORT, 34, date(2029, 8, 6))
SUMMARY = ReportingDocument("A/HRC/WG.6/34/XAA/3", DocumentKind.SUMMARY, 34, None)
REPORTED = ReportedText(
    id="A.HRC.WG.6.34.XAA.1-12",
    document=NATIONAL_REPORT,
    place=Place(NATIONAL_REPORT.symbol, "12", 5),
    headings=("Girls & boys", "Recommendations 1–4"),
    contributors=(),
    text="Ferries sail. Three shelters for girls < 18 were opened. Bridges hold.",
)
STATED = StatedIn(Stated.HEADING, "Recommendations 1–4", True, False, "only list", 1.0)

TEXTS = [
    "Set eighteen years as the lowest age of marriage for girls and boys alike",
    "Open shelters for girls who flee an early marriage",
    "Give every newborn child a birth certificate free of charge",
    "Let labour inspectors visit quarries without notice",
    "Ratify the optional protocol on visits to places of detention",
]
WORDS = ("strong", "likely", "possible")
SORT_KEYS = {
    "nearness": lambda record: 0,
    "date": lambda record: -record.session,
    "paragraph": lambda record: [int(number) for number in re.findall(r"\d+", record.place.paragraph or "")],
    "position": lambda record: POSITIONS.index(getattr(record, "position", Position.UNKNOWN)),
}
POSITIONS = [Position.SUPPORTED, Position.NOTED, Position.PENDING, Position.UNKNOWN]


def sample_records() -> list[Recommendation]:
    """Forty recommendations to three States in three sessions."""
    records = []
    for number in range(1, 41):
        position = POSITIONS[number % 4]
        records.append(
            recommendation(
                ("XAA", "XAB", "XBA")[number % 3],
                (7, 20, 34)[number % 3],
                f"115.{number}",
                TEXTS[number % 5],
                position=position,
                position_source=None if number % 4 > 1 else Place("A/HRC/920/1/Add.1", "3", 2),
            )
        )
    return records


def _labels(record: Record, field: str) -> list[str]:
    return [label.label for label in record.labels if label.scheme == LABEL_FIELDS[field]]


def words_of(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


class SmallIndex:
    """What `search.search_index` returns, over a list of records."""

    def __init__(self, records: list[Recommendation] | None = None) -> None:
        self.records = sample_records() if records is None else records
        self.questions: list[Listing] = []
        self.told_limits: list[int] = []
        self.unchecked = False
        self.vectors_being_made = None
        self.detected: str | None = "en"
        """The language that texts seem to be in; None: they are no issue."""

    def match(self, question: IssueQuestion) -> Answer:
        self.questions.append(question)
        check_language(question.written_in)
        if question.own_state is not None and question.own_state not in self._names():
            raise UnknownState(f"There is no State with the code “{question.own_state}”.")
        answer = replace(self._answer(question.text, question), language=question.written_in or self.detected)
        told = self.observations(question.text, question.own_state, question.observed) if question.observed else None
        return replace(answer, observed=told)

    def find(self, question: KeywordQuestion) -> Answer:
        self.questions.append(question)
        notes = (
            ("The query could not be parsed and was searched as words.",) if question.keywords.count('"') % 2 else ()
        )
        return replace(self._answer(question.keywords, question), notes=notes)

    def browse(self, listing: Listing) -> Answer:
        self.questions.append(listing)
        everything = " ".join(record.text for record in [*self.records, PLEDGE])
        answer = self._answer(everything, replace(listing, sort="nearness"))
        hits = [replace(hit, strength="exact", words_in_common=(), highlights=()) for hit in answer.hits]
        return replace(answer, hits=tuple(hits), strengths={}, related=())

    def similar(self, record_id: str, listing: Listing | None = None) -> Answer:
        record, listing = self.record(record_id), listing or Listing()
        answer = self._answer(record.text, replace(listing, limit=listing.limit + 1))
        return replace(answer, hits=tuple(hit for hit in answer.hits if hit.record.id != record.id)[: listing.limit])

    def thread(self, record_id: str, per_review: int = 10, offset: int = 0) -> Thread:
        """Linked is what has a word in common; the same words are the same request."""
        record = self.record(record_id)
        told = [each for each in self.records if each.state_under_review == record.state_under_review]
        reviews = []
        for session in sorted({each.session for each in told} - {record.session}):
            of_session = [each for each in told if each.session == session and each.language == record.language]
            near = [each for each in of_session if words_of(each.text) & words_of(record.text)]
            types = [ThreadType.SAME if each.text == record.text else ThreadType.BUILD_UP for each in near]
            links = tuple(map(ThreadLink, near, types))
            reviews.append(ThreadReview(session, len(of_session), len(links), links[offset : offset + per_review]))
        return Thread(record, True, tuple(reviews))

    def thread_summary(self, state: str, sessions: tuple[int, int] | None = None) -> ThreadSummary | None:
        return None

    def tally(self, state: str, role: Role, session: int | None = None) -> Tally:
        """Nothing is counted here; test_state_numbers has a real index."""
        return Tally(0, 0, (), (), (), (), ())

    def reviewed_states(self) -> tuple[ReviewedState, ...]:
        return tuple(
            ReviewedState(
                state,
                tuple(CountedReview(each.session, each.positions) for each in self.state_reviews(state.code)),
            )
            for state in STATES
        )

    def state_issue(self, state: str, field: IssueField, labels: tuple[str, ...]) -> StateIssue:
        """Who recommends, what it follows up and what treaty bodies say is left out: test_state_issue has all."""
        labelled = [record for record in self.records if set(_labels(record, field)) & set(labels)]
        received = [record for record in labelled if record.state_under_review == state]
        reviews = tuple(
            IssueReview(
                each.session,
                tuple(record for record in received if record.session == each.session),
                (),
                each.recommendations,
            )
            for each in self.reviews(state)
        )
        return StateIssue(reviews, {}, (), (), (), len(labelled) - len(received))

    def observations(
        self,
        text: str,
        state: str | None,
        limit: int = 10,
        offset: int = 0,
        *,
        written_in: str | None = None,
        mechanism: str | None = None,
    ) -> ObservationAnswer:
        self.told_limits.append(limit)
        return self._told(text, state)

    def observation(self, record_id: str) -> Observation:
        for one in (OBSERVATION, NORM, COPIED):
            if one.id == record_id:
                return one
        raise UnknownRecord(f"There is no record {record_id} in this index.")

    def ids_at(self, symbol: str, paragraph: str) -> tuple[str, ...]:
        places = {record.id: record.place for record in self.records}
        return tuple(each for each, place in places.items() if (place.symbol, place.paragraph) == (symbol, paragraph))

    def observing_documents(self, state: str) -> tuple[ObservingDocument, ...]:
        return self._told("", state).documents

    def calendar(self, state: str, today: date) -> tuple[CalendarEvent, ...]:
        return dates_of_reviews(self.coverage(state, today), today)

    def coverage(self, state: str, today: date) -> StateCoverage:
        indexed = [
            ReviewCoverage(each.session, documents=each.documents, positions=each.positions)
            for each in self.state_reviews(state)
        ]
        invented = {each.code: each for each in STATES}
        return coverage_of(invented.get(state) or StateTable.built_in()[state], indexed, today)

    def document(self, symbol: str) -> IndexedDocument | None:
        issued = self.issued(symbol)
        return IndexedDocument(symbol, DocumentKind.ADDENDUM.value, issued.isoformat() if issued else None)

    def holds_document(self, symbol: str) -> bool:
        return symbol != COPIED.place.symbol

    def issued(self, symbol: str) -> date | None:
        return date(2015, 3, 5) if symbol.endswith("/Add.1") else None

    def progress_on(
        self, record_id: str, *, related: bool = True, limit: int | None = None, offset: int = 0
    ) -> ReviewProgress:
        """The national report names every recommendation of one review, the summary is silent, no compilation."""
        record = self.record(record_id)
        reported = record.review == "XAA-20"
        sentence = "Three shelters for girls < 18 were opened."
        links = (ProgressLink(REPORTED, 1, 0.8, "strong", STATED, sentence),) if reported else ()
        return ReviewProgress(
            review=record.review,
            state=record.state_under_review,
            session=record.session,
            sessions=(34,),
            documents=(NATIONAL_REPORT, SUMMARY) if reported else (),
            missing=(DocumentKind.MID_TERM_REPORT, DocumentKind.COMPILATION) if reported else EXPECTED_KINDS,
            recommendations=(RecommendationProgress(record, links),),
            total=len(links),
        )

    def progress_on_commitment(self, record_id: str) -> CommitmentProgress:
        """The national report likely reports on it, the summary is silent, no compilation."""
        record = self.commitment(record_id)
        of_review = ReviewProgress(
            review=record.review,
            state=record.state_under_review,
            session=record.session,
            sessions=(20,),
            documents=(NATIONAL_REPORT, SUMMARY),
            missing=(DocumentKind.COMPILATION,),
            recommendations=(),
            total=0,
        )
        link = ProgressLink(REPORTED, 1, 0.8, "strong", None, "Three shelters for girls < 18 were opened.")
        return CommitmentProgress(of_review, (link,))

    def follow_up(self, review: str) -> FollowUp:
        """The national report names every recommendation, the summary is silent; what was said again is the same."""
        state, session = review.split("-")
        records = [record for record in self.records if record.review == review]
        if not records:
            raise UnknownRecord(f"There is no review {review} in this index: name it by State and session.")
        reported = review == "XAA-20"
        return FollowUp(
            review=review,
            state=state,
            session=int(session),
            sessions=(34,),
            documents=(NATIONAL_REPORT, SUMMARY) if reported else (),
            missing=(DocumentKind.MID_TERM_REPORT, DocumentKind.COMPILATION) if reported else EXPECTED_KINDS,
            compared=34 if reported else None,
            rows=tuple(self._row(record, reported) for record in records),
        )

    def replaced_drafts(self, review: str) -> tuple[ReplacedDraft, ...]:
        return ()

    def _row(self, record: Recommendation, reported: bool) -> FollowUpRow:
        link = self.progress_on(record.id).recommendations[0].links[0] if reported else None
        again = next((each for each in self.records if each.session == 34 and each.text == record.text), None)
        silent: Reporting = "silent" if reported else "not indexed"
        return FollowUpRow(
            record,
            (
                Reported("State", "stated" if reported else "not indexed", int(reported), link),
                Reported("United Nations", "not indexed", 0, None),
                Reported("Stakeholders", silent, 0, None),
            ),
            ThreadLink(again, ThreadType.SAME) if again and reported else None,
        )

    def reported(self, record_id: str) -> ReportedParagraphAnswer:
        """One paragraph, which names the recommendations of one review."""
        if record_id == "A.HRC.WG.6.34.XAA.1-11":
            raise RecordMoved(record_id, REPORTED.id)
        if record_id != REPORTED.id:
            raise UnknownRecord(f"There is no record {record_id} in this index.")
        record = ReportedParagraphRecord(
            REPORTED, "XAA", "XAA-34", "XAA-20", 20, "en", ("Recommendations 1–4",), None, "A.HRC.WG.6.34.XAA.1-13"
        )
        link = ProgressLink(REPORTED, 1, 0.8, "strong", STATED, "Three shelters for girls < 18 were opened.")
        stated = tuple(ReportsOn(each, link) for each in self.records if each.review == "XAA-20")
        by_meaning = tuple(ReportsOn(each, replace(link, stated=None)) for each in self.records[:1])
        return ReportedParagraphAnswer(record, stated, by_meaning)

    def reported_on(
        self,
        text: str,
        own_state: str | None = None,
        limit: int = 10,
        offset: int = 0,
        *,
        written_in: str | None = None,
    ) -> ReportedOnIssue:
        """One paragraph on one State has a word in common, or none."""
        self.questions.append(IssueQuestion(text, own_state=own_state))
        found = words_of(text) & words_of(REPORTED.text)
        group: Group = "own" if own_state == "XAA" else "others"
        sentence = "Three shelters for girls < 18 were opened."
        hits = (ReportedHit(REPORTED, "XAA", "en", 1, group, 0.6, "likely", sentence),) if found else ()
        own_total = len(hits) if group == "own" else 0
        return ReportedOnIssue(own_state, own_total, len(hits), hits[offset : offset + limit], written_in or "en")

    def observations_on(
        self, record_id: str, limit: int = 10, offset: int = 0, *, mechanism: str | None = None
    ) -> ObservationAnswer:
        record = self.record(record_id)
        return self._told(record.text, record.state_under_review)

    def _told(self, text: str, state: str | None) -> ObservationAnswer:
        """Only one State was told anything."""
        near = words_of(text) & words_of(NORM.text)
        norms = (ObservationHit(NORM, (), 0.6, "likely", (), None, invented=False),) if near else ()
        return replace(self._told_alone(text, state), general_comments=norms)

    def _told_alone(self, text: str, state: str | None) -> ObservationAnswer:
        if state != OBSERVATION.entity:
            return ObservationAnswer(state, ())
        documents = (ObservingDocument("CRC", OBSERVATION.place.symbol, OBSERVATION.date, 1),)
        if not words_of(text) & words_of(OBSERVATION.text):
            return ObservationAnswer(state, documents)
        hit = ObservationHit(OBSERVATION, ("b",), 0.7, "strong", (), True, invented=True, additional=("boys", "R&D"))
        return ObservationAnswer(state, documents, 1, (hit,))

    def record(self, record_id: str) -> Recommendation:
        if record_id in MOVED:
            raise RecordMoved(record_id, MOVED[record_id])
        if record_id == WITHDRAWN:
            raise RecordWithdrawn(f"{record_id} was withdrawn: the documents indexed no longer hold it.")
        for record in self.records:
            if record.id == record_id:
                return record
        raise UnknownRecord(f"There is no record {record_id} in this index.")

    def referred_comments(self, record: Record) -> tuple[ReferredComment, ...]:
        """A comment refers to the paragraph whose number it ends with."""
        number = (getattr(record, "comment", None) or "").rstrip(".").rpartition(" ")[2]
        there = [each for each in self.records if each.review == record.review and each.place.paragraph == number]
        return tuple(ReferredComment((each,), each.comment, each.comment_source) for each in there if each.comment)

    def commitment(self, record_id: str) -> Commitment:
        if record_id != PLEDGE.id:
            raise UnknownRecord(f"There is no record {record_id} in this index.")
        return PLEDGE

    def chosen(self, ids: Sequence[str]) -> tuple[ChosenEntry, ...]:
        return tuple(map(self._chosen, ids))

    def what_follows(self, ids: Sequence[str]) -> Mapping[str, WhatFollows]:
        """The national report names every recommendation of one review; what was said again has the same words."""
        found = {}
        for record in self.records:
            if record.id in ids:
                again = [each.id for each in self.records if each.session > record.session and each.text == record.text]
                reported = (REPORTED.id,) if record.review == "XAA-20" else ()
                found[record.id] = WhatFollows(tuple(again[:1]), reported)
        return found

    def _chosen(self, record_id: str) -> ChosenEntry:
        today = MOVED.get(record_id, record_id)
        for record in (*self.records, PLEDGE, OBSERVATION, COPIED, NORM, REPORTED):
            if record.id != today:
                continue
            kind = {Commitment: "commitment", Observation: "observation", ReportedText: "report"}
            state = record.entity if isinstance(record, Observation) else getattr(record, "state_under_review", "XAA")
            return ChosenEntry(record_id, today, kind.get(type(record), "recommendation"), state, record)
        return ChosenEntry(record_id, record_id, "", None, None, withdrawn=record_id == WITHDRAWN)

    def state(self, word: str) -> State:
        for state in STATES:
            if word.upper() in (state.code, state.name.upper()):
                return state
        raise UnknownState(f"“{word}” names no State.")

    def state_reviews(self, state: str) -> tuple[StateReview, ...]:
        return tuple(
            StateReview(
                review=each.review,
                session=each.session,
                cycle=each.cycle,
                documents=tuple(
                    IndexedDocument(symbol, "working group report", "2014-12-10") for symbol in each.symbols
                ),
                positions=Counter(record.position for record in self.records if record.review == each.review),
                commitments=(PLEDGE,) if each.review == PLEDGE.review else (),
                discrepancies=tuple(
                    {found for record in self.records if record.review == each.review for found in record.discrepancies}
                ),
            )
            for each in self.reviews(state)
        )

    def reviews(self, state: str) -> tuple[ReviewSummary, ...]:
        sessions = sorted({record.session for record in self.records if record.state_under_review == state})
        return tuple(
            ReviewSummary(f"{state}-{session}", session, cycle_of_session(session), (f"A/HRC/9{session:02}/1",), 5)
            for session in sessions
        )

    def states(self) -> tuple[StateInIndex, ...]:
        held = {state.code: len(self.reviews(state.code)) for state in STATES}
        return tuple(StateInIndex(state, held[state.code], 5, 5, searched=held[state.code]) for state in STATES)

    def labels(self, field: str = "label") -> tuple[str, ...]:
        return tuple(sorted({label for record in self.records for label in _labels(record, field)}))

    def all_records(self, state: str | None = None) -> Iterator[dict[str, Any]]:
        return (record_as_json(each) for each in self.records if state in (None, each.state_under_review))

    def forget_words(self) -> None:
        """It keeps none."""

    def probe(self) -> None:
        pass

    def overview(self) -> Overview:
        sessions = tuple(sorted({record.session for record in self.records}))
        cycles = tuple(sorted({cycle_of_session(session) for session in sessions}))
        built = "2026-11-24T12:00:00+00:00"
        return Overview(len(self.records), 5, 6, 3, 3, 2, sessions, cycles, built, "letters", sample=True)

    def _names(self) -> dict[str, str]:
        return {state.code: state.name for state in STATES}

    def _answer(self, text: str, listing: Listing) -> Answer:
        own = listing.own_state
        everything: list[Record] = [*self.records, PLEDGE]
        found = [record for record in everything if words_of(text) & words_of(record.text)]
        kept = [record for record in found if self._passes(record, listing.filters)]
        kept.sort(key=SORT_KEYS[listing.sort])
        kept.sort(key=lambda record: record.state_under_review != own)
        own_total = sum(record.state_under_review == own for record in kept)
        told = [
            record
            for record in everything
            if record.state_under_review == own and self._passes(record, listing.filters)
        ]
        rest = [record for record in told if record not in kept]
        total = len(kept)
        listed = [*kept[:own_total], *rest, *kept[own_total:]] if listing.all_own else kept
        hits = [self._hit(record, rank, text, own) for rank, record in enumerate(listed, 1)]
        hits = [replace(hit, strength="related") if hit.record in rest else hit for hit in hits]
        strengths = Counter(hit.strength for hit in hits if hit.record not in rest)
        own_strengths = {word: sum(hit.strength == word for hit in hits[:own_total]) for word in WORDS} if own else {}
        if group := listing.group:
            of_group = [hit for hit in hits if hit.group == group]
            hits = [replace(hit, rank=rank) for rank, hit in enumerate(of_group, 1)]
            kept = [record for record in kept if (record.state_under_review == own) == (group == "own")]
            found = [record for record in found if (record.state_under_review == own) == (group == "own")]
        near = [record for record in self.records if own in (None, record.state_under_review)][:2]
        related = () if own_total or (total and not own) else near
        lines = self._lines(hits, listing.by_paragraph) if listing.grouped else hits
        return Answer(
            total=total,
            own_total=own_total,
            own_rest=len(rest),
            lists_rest=listing.all_own,
            lines=len(lines),
            hits=tuple(lines[listing.offset : listing.offset + listing.limit]),
            facets=self._facets(kept, found),
            own_state=own,
            own_reviews=self.reviews(own) if own else (),
            strengths=strengths,
            own_strengths=own_strengths,
            related=tuple(replace(self._hit(record, 1, "", own), strength="related") for record in related),
        )

    def _lines(self, hits: list[Hit], by_paragraph: bool) -> list[Hit]:
        """Folded is what stands next to each other: the same words and position, or the same paragraph."""

        def alike(hit: Hit) -> object:
            paragraphs = Counter((other.record.review, other.record.place.paragraph) for other in hits)
            paragraph = (hit.record.review, hit.record.place.paragraph)
            if by_paragraph and paragraphs[paragraph] > 1:
                return paragraph
            return hit.record.review, hit.record.text, getattr(hit.record, "position", None)

        lines = []
        for _, members in groupby(hits, alike):
            first, *others = members
            lines.append(replace(first, others=tuple(others)))
        return lines

    def _passes(self, record: Record, filters: Filters) -> bool:
        values = self._values(record)
        for each in fields(Filters):
            wanted = getattr(filters, each.name)
            if each.name == "position" and not set(wanted) <= set(Position):
                raise UnknownFilter(f"There is no position “{wanted[0]}”.")
            if wanted and not set(wanted) & set(values[each.name]):
                return False
        return True

    def _values(self, record: Record) -> dict[str, list[object]]:
        """By field; of one that is not named here no record has a value."""
        pledge = isinstance(record, Commitment)
        return {
            **{name: [] for name in FILTER_FIELDS},
            "under_review": [record.state_under_review],
            "recommending": [] if pledge else [sponsor.state for sponsor in record.sponsors],
            "group": [state.regional_group for state in STATES if state.code == record.state_under_review],
            "cycle": [cycle_of_session(record.session)],
            "session": [record.session],
            "position": [] if pledge else [record.position.value],
            "qualified": [] if pledge or record.qualified is None else [record.qualified.value],
            "kind": ["commitment" if pledge else "recommendation"],
            "language": [record.language],
            **{field: _labels(record, field) for field in LABEL_FIELDS},
            "action_category": [] if record.action is None else [record.action.category],
        }

    def _facets(self, records: list[Record], of_any_kind: list[Record]) -> tuple[Facet, ...]:
        facets = []
        for each in fields(Filters):
            counts: dict[str, int] = {}
            for record in of_any_kind if each.name == "kind" else records:
                for value in self._values(record)[each.name]:
                    counts[str(value)] = counts.get(str(value), 0) + 1
            ordered = sorted(counts.items(), key=lambda item: -item[1])
            values = tuple(FacetValue(value, self._names().get(value, value), count) for value, count in ordered)
            facets.append(Facet(each.name, values))
        return tuple(facets)

    def _hit(self, record: Record, rank: int, text: str, own: str | None) -> Hit:
        wanted = words_of(text)
        matches = [match for match in re.finditer(r"\w+", record.quoted) if match[0].casefold() in wanted]
        return Hit(
            record=record,
            rank=rank,
            group="own" if record.state_under_review == own else "others",
            relevance=0.8,
            strength="strong" if matches else "possible",
            words_in_common=tuple(dict.fromkeys(match[0] for match in matches)),
            highlights=tuple(match.span() for match in matches),
            invented=True,
            by_meaning=not matches,
            referred=self.referred_comments(record),
        )
