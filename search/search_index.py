"""The index as one object that questions are put to."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from models.encoders.issue_encoder import load_issue_encoder
from models.encoders.model_files import PUBLISHED_WEIGHTS
from models.encoders.multilingual_encoder import load_multilingual_encoder, maps_into
from models.encoders.text_encoder import (
    ACCURATE_ENCODER,
    DEFAULT_ENCODER,
    TextEncoder,
    accurate_space,
    default_space,
)
from models.index_database.address import IndexPlace
from models.messages.message import Message
from models.partners.tables import PartnerTables, partner_tables
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.calendar import CalendarEvent
from models.reviews.states import State, fold_name
from models.texts.words import stem
from search.answer.bulk import records_one_by_one
from search.answer.compose import compose_answer
from search.answer.referred_comments import referred_comments
from search.calendar.compose import state_calendar
from search.catalogue.chosen import chosen_entries, ids_at
from search.catalogue.commitments import commitments_by_number
from search.catalogue.coverage import state_coverage
from search.catalogue.drafts import replaced_drafts
from search.catalogue.observations import documents_on, observations_by_id
from search.catalogue.recommendations import recommendations
from search.catalogue.states import check_filters, named_state, unknown_value
from search.catalogue.tally import tally
from search.datamodel.answer import (
    Answer,
    FacetValue,
    IndexedDocument,
    Overview,
    Record,
    ReferredComment,
    ReviewSummary,
    StateInIndex,
    StateReview,
)
from search.datamodel.chosen import ChosenEntry
from search.datamodel.coverage import StateCoverage
from search.datamodel.drafts import ReplacedDraft
from search.datamodel.lobbying import EvidenceOf, EvidencePage, LobbyingList, LobbyingQuestion
from search.datamodel.observations import ObservationAnswer, ObservingDocument, ParagraphsWanted
from search.datamodel.partners import StatePartners
from search.datamodel.progress import (
    CommitmentProgress,
    FollowUp,
    LinksWanted,
    ReportedOnIssue,
    ReportedParagraphAnswer,
    ReviewProgress,
    WhatFollows,
)
from search.datamodel.question import (
    FILTER_FIELDS,
    MAX_TEXT_CHARACTERS,
    FilterField,
    Filters,
    IssueQuestion,
    KeywordQuestion,
    Listing,
    ValueKind,
)
from search.datamodel.states import IssueField, ReviewedState, StateIssue
from search.datamodel.tally import Role, Tally
from search.datamodel.threads import Thread, ThreadSummary
from search.datamodel.uptake import Uptake, UptakeQuestion
from search.lobbying.compose import evidence_page, lobbying_list
from search.lobbying.wording import model_wordings
from search.observations.find import observations_near_issue, observations_on_issue, observations_on_record
from search.partners.compose import state_partners
from search.partners.state_issue import state_issue
from search.progress.follow import (
    paragraph_with_recommendations,
    progress_on_commitment,
    progress_on_record,
    progress_on_review,
)
from search.progress.follow_up import follow_up_of
from search.progress.on_issue import reported_on_issue
from search.progress.what_follows import what_follows
from search.query.detect_language import load_classifier
from search.rank.filters_and_facets import codings
from search.retrieve.found import found_all
from search.retrieve.like_record import found_like_record
from search.retrieve.on_issue import found_on_issue
from search.retrieve.with_words import found_with_words
from search.semantic.encoder import load_once
from search.semantic.vectors_being_made import VectorsBeingMade
from search.snapshot.describe import reviewed_states, state_reviews
from search.snapshot.in_use import SnapshotInUse
from search.snapshot.snapshot import Snapshot
from search.store.index_at import index_at
from search.store.store import IndexAddress
from search.threads.follow import follow_thread
from search.threads.summary import summarise_threads
from search.uptake.compose import uptake_of

Question = TypeVar("Question", bound=Listing)
SPACES = {DEFAULT_ENCODER: default_space, ACCURATE_ENCODER: accurate_space}
"""The vector spaces into which texts in other languages are mapped."""


def open_index(
    place: IndexPlace | IndexAddress, encoder: TextEncoder | None = None, *, large_unchecked: bool = False
) -> "SearchIndex":
    """Open the index of a folder or a database; without an encoder, the one it was built with is loaded when first
    needed.

    The digests of all files of a folder are compared first; with `large_unchecked`, those of a large one while
    questions are answered (see `SearchIndex.unchecked`).

    Raises:
        IndexFolderError: there is no index, or it is damaged or of another format.
        VectorSpaceMismatch: the given encoder does not map into the vector space of the index.
    """
    return SearchIndex(index_at(place), encoder, large_unchecked=large_unchecked)


def load_readers(encoder: str, *, other_languages: bool = False) -> None:
    """Load now what issues are read with in an index of a published encoder, for all indexes of this process and of
    those forked from it, on request in other languages too; nothing for another encoder.

    Raises:
        EncoderError: the encoder cannot be used on this machine.
    """
    if encoder in PUBLISHED_WEIGHTS:
        maps = maps_into(SPACES[encoder]()) if other_languages and encoder in SPACES else None
        multilingual = [lambda: load_multilingual_encoder(maps)] if maps else []
        english = [lambda: load_once("", encoder, SPACES[encoder]()), lambda: load_issue_encoder(encoder)]
        _load_at_once(load_classifier, *english, *multilingual)


def _load_at_once(*loads: Callable[[], object]) -> None:
    with ThreadPoolExecutor() as threads:
        loading = list(map(threads.submit, loads))
    for loaded in loading:
        loaded.result()


class SearchIndex:
    """Questions to an index; safe to share between threads.

    A question is answered from one snapshot. When another one is in use, the next question opens
    it, and questions that come meanwhile are answered from the old one. Where damage is found in a snapshot that was
    opened unchecked, every question raises IndexFolderError until there is a sound one.
    """

    def __init__(
        self, address: IndexAddress, encoder: TextEncoder | None = None, *, large_unchecked: bool = False
    ) -> None:
        """Open the snapshot in use; see `open_index`."""
        self._snapshots = SnapshotInUse(address, encoder, large_unchecked=large_unchecked)

    @property
    def unchecked(self) -> bool:
        """Whether answers come from files that are still being checked for damage."""
        return self._snapshots.unchecked

    @property
    def vectors_being_made(self) -> Message | None:
        """How far the first run over the index has come, while nothing can be compared by meaning yet."""
        vectors = self._current().vectors
        return vectors.how_far() if isinstance(vectors, VectorsBeingMade) else None

    def match(self, question: IssueQuestion) -> Answer:
        """The recommendations on an issue in the user's own words: the own State's first, then others'.

        Raises:
            UnknownState, UnknownFilter: a value outside its controlled list.
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        snapshot, question = self._checked(question)
        found = found_on_issue(snapshot, question)
        answer = compose_answer(snapshot, found, question)
        if not question.observed or found.vector is None or found.reading is None:
            return answer
        wanted = ParagraphsWanted(question.observed)
        said = observations_near_issue(snapshot, found.reading, found.vector, question.own_state, wanted)
        return replace(answer, observed=said)

    def find(self, question: KeywordQuestion) -> Answer:
        """The recommendations that hold the words of a keyword query.

        Raises:
            UnknownState, UnknownFilter: a value outside its controlled list.
        """
        snapshot, question = self._checked(question)
        return compose_answer(snapshot, found_with_words(snapshot, question.keywords), question)

    def browse(self, listing: Listing) -> Answer:
        """The recommendations that filters leave, without a question; none is nearer than another: sorted by nearness,
        the latest session comes first.

        Raises:
            UnknownState, UnknownFilter: a value outside its controlled list.
        """
        snapshot, listing = self._checked(listing)
        return compose_answer(snapshot, found_all(snapshot), listing)

    def similar(self, record_id: str, listing: Listing | None = None) -> Answer:
        """The recommendations nearest to one, whatever State and cycle; the nearest first.

        Raises:
            UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
            UnknownState, UnknownFilter: a value outside its controlled list.
        """
        snapshot, listing = self._checked(listing or Listing())
        return compose_answer(snapshot, found_like_record(snapshot, record_id, listing.filters), listing)

    def model_wordings(self, record: Recommendation, listing: Listing) -> tuple[Recommendation, ...]:
        """Recommendations to other States that ask for the very thing that one asks for, the best first.

        Raises:
            UnknownRecord: the index has no such recommendation.
            UnknownState, UnknownFilter: a value outside its controlled list.
        """
        snapshot, listing = self._checked(listing)
        return model_wordings(snapshot, record, listing)

    def thread(self, record_id: str, per_review: int = 10, offset: int = 0) -> Thread:
        """What the same State was told on the same thing in its earlier and later reviews.

        `offset` counts linked recommendations of each of these reviews, as `per_review` does.

        Raises:
            UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
        """
        return follow_thread(self._current(), record_id, per_review, offset)

    def progress(
        self, review: str, *, related: bool = True, limit: int | None = None, offset: int = 0
    ) -> ReviewProgress:
        """What the documents before the next review report on each recommendation of a review ("SVN-20").

        Without the `related`: what is likely to report on it, or named in the document. `limit` and `offset` count
        links; without a limit all are given.

        Raises:
            UnknownRecord: the index has no such review.
        """
        return progress_on_review(self._current(), review, LinksWanted(related, limit, offset))

    def progress_on(
        self, record_id: str, *, related: bool = True, limit: int | None = None, offset: int = 0
    ) -> ReviewProgress:
        """What the documents before the next review report on one recommendation.

        Raises:
            UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
        """
        return progress_on_record(self._current(), record_id, LinksWanted(related, limit, offset))

    def progress_on_commitment(self, record_id: str) -> CommitmentProgress:
        """What the documents before the next review report on a voluntary commitment.

        Raises:
            UnknownRecord: the index has no such commitment; RecordMoved and RecordWithdrawn tell an old id.
        """
        return progress_on_commitment(self._current(), record_id)

    def follow_up(self, review: str) -> FollowUp:
        """The follow-up table of a review: who reports on each recommendation, and whether it was made again.

        Raises:
            UnknownRecord: the index has no such review.
        """
        return follow_up_of(self._current(), review)

    def replaced_drafts(self, review: str) -> tuple[ReplacedDraft, ...]:
        """The drafts of the report of a review ("SOM-52") that others replaced, the latest first, and which of their
        recommendations became which.

        Raises:
            UnknownRecord: the index has no such review.
        """
        return replaced_drafts(self._current().connection, review)

    def what_follows(self, ids: Sequence[str]) -> Mapping[str, WhatFollows]:
        """By id, what this index holds on recommendations since they were made; other ids are left out."""
        return what_follows(self._current(), ids)

    def reported(self, record_id: str) -> ReportedParagraphAnswer:
        """A paragraph of a document before a review, and the recommendations that it reports on.

        Raises:
            UnknownRecord: the index has no such paragraph.
        """
        return paragraph_with_recommendations(self._current(), record_id)

    def reported_on(
        self,
        text: str,
        own_state: str | None = None,
        limit: int = 10,
        offset: int = 0,
        *,
        written_in: str | None = None,
    ) -> ReportedOnIssue:
        """What documents before reviews report on an issue in the user's own words: on the own State first.

        Raises:
            UnknownState: the word names no State.
            UnknownFilter: `written_in` is no language that is read.
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        snapshot = self._current()
        code = None if own_state is None else named_state(snapshot.states, own_state).code
        return reported_on_issue(snapshot, text[:MAX_TEXT_CHARACTERS], code, limit, offset, written_in)

    def thread_summary(self, state: str, sessions: tuple[int, int] | None = None) -> ThreadSummary | None:
        """What is like each recommendation of a State's last review among those of the review before.

        With `sessions`, the same of any two of its reviews, the earlier first. None where the index has no two reviews
        of the State (by code) to compare, and while its first vectors are being made.
        """
        return None if self.vectors_being_made else summarise_threads(self._current(), state, sessions)

    def lobby(self, question: LobbyingQuestion) -> LobbyingList:
        """Which States to approach on an issue in the review of a State, each with its nearest recommendation.

        Raises:
            UnknownState, UnknownFilter: the index has no such State or label.
            UnknownRecord: the index has no recommendation under one of the ids.
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        return lobbying_list(self._current(), question)

    def lobbying_evidence(
        self, question: LobbyingQuestion, wanted: EvidenceOf, limit: int = 10, offset: int = 0
    ) -> EvidencePage:
        """The recommendations behind a number of one State on that list, or of all together, later sessions first.

        Raises: as `lobby`.
        """
        return evidence_page(self._current(), question, wanted, limit, offset)

    def uptake(self, question: UptakeQuestion, today: date) -> Uptake:
        """The asks of a submission, each with the nearest recommendations of a review, or of all that a State was told.

        Raises:
            UnknownRecord: the index has no such review, or none of its recommendations.
            UnknownState: the question has no review, and its State is none.
            UnknownFilter: the language of the asks is none that is read.
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        return uptake_of(self._current(), question, today)

    def labels(self, field: str = "label") -> tuple[str, ...]:
        """The labels of a field (search.datamodel.question.LABEL_FIELDS) that recommendations and commitments of this
        index have.

        In the order of the alphabet; those of UPR Info's issues if no field is given.
        """
        return tuple(str(label) for label in self._current().catalogue.fields[field].values)

    def known_filters(self, filters: Filters) -> Filters:
        """Filters as people give them, as this index writes them: States by code or name, words in any case.

        Without this a label with a typing error would find nothing, as if nothing had been asked.

        Raises:
            UnknownState, UnknownFilter: a value that no entry of this index can have.
        """
        written = {
            name: tuple(dict.fromkeys(self._as_written(field, value) for value in getattr(filters, name)))
            for name, field in FILTER_FIELDS.items()
        }
        return Filters(**written)

    def _as_written(self, field: FilterField, value: Any) -> Any:
        if field.kind is ValueKind.STATE:
            return self.state(value).code
        choices = {str(known).casefold(): known for known in self._choices(field)}
        if (word := str(value).strip().casefold()) in choices:
            return choices[word]
        raise unknown_value(field, value, choices.values())

    def _choices(self, field: FilterField) -> Iterable[Any]:
        if field.name == "group":
            groups = {str(state.regional_group) for state in self._current().states if state.regional_group}
            return sorted(groups)
        return field.words or self._current().catalogue.fields[field.name].values

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
        """What treaty bodies and special procedures told a State, by code or name, on an issue in the user's own words.

        What they told all States is beside it, on the first page alone. With a `mechanism`
        (models.vocabularies.mechanisms.Mechanism) only it speaks. `limit` and `offset` count paragraphs told to the
        State.

        Raises:
            UnknownState: the word names no State.
            UnknownFilter: `written_in` is no language that is read.
            OtherEncoder: it is in another language than English, and the index has another encoder.
        """
        snapshot = self._current()
        code = None if state is None else named_state(snapshot.states, state).code
        wanted = ParagraphsWanted(limit, offset, mechanism)
        return observations_on_issue(snapshot, text[:MAX_TEXT_CHARACTERS], code, wanted, written_in)

    def observation(self, record_id: str) -> Observation:
        """The paragraph of a treaty body with an id.

        Raises:
            UnknownRecord: this index holds no such paragraph.
        """
        connection = self._current().connection
        connection.number_of(record_id, "observation")
        return observations_by_id(connection, [record_id])[record_id]

    def observations_on(
        self, record_id: str, limit: int = 10, offset: int = 0, *, mechanism: str | None = None
    ) -> ObservationAnswer:
        """What these told the State under review on the thing that a recommendation asks for.

        `limit`, `offset` and `mechanism`: as for `observations`.

        Raises:
            UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
        """
        return observations_on_record(self._current(), record_id, ParagraphsWanted(limit, offset, mechanism))

    def coverage(self, state: str, today: date) -> StateCoverage:
        """Which reviews of a State (by code) took place to a day, and what this index holds of each.

        Raises:
            UnknownState: there is no State of that code.
        """
        snapshot = self._current()
        return state_coverage(snapshot.connection, snapshot.states[state], today)

    def calendar(self, state: str, today: date) -> tuple[CalendarEvent, ...]:
        """The dates that follow-up in a State (by code) turns on, the earliest first and what has no date last; none of
        a code that no State has."""
        snapshot = self._current()
        return (
            state_calendar(snapshot.connection, self.coverage(state, today), today)
            if snapshot.states.get(state)
            else ()
        )

    def partners(
        self, state: str, issue: str, today: date, records: Collection[str] = (), tables: PartnerTables | None = None
    ) -> StatePartners:
        """Whom an NGO can follow up with on an issue (of the crosswalk) in a State, each with why and how it is known.

        With `records` (ids), who made these recommendations, and what they ask of parliament; without, all on the
        issue. `tables` are an operator's in the place of those that come with the program; rows that are old on the day
        `today` say so.

        Raises:
            UnknownState, UnknownFilter: there is no such State or issue.
            UnknownRecord: the index has no recommendation to the State under one of the ids.
        """
        return state_partners(self._current(), state, issue, today, records, tables or partner_tables())

    def observing_documents(self, state: str) -> tuple[ObservingDocument, ...]:
        """The documents in which treaty bodies speak to a State (by code), newest first."""
        return documents_on(self._current().connection, state)

    def holds_document(self, symbol: str) -> bool:
        """Whether the document of a symbol itself is indexed, not only what others say of it."""
        return bool(self._current().connection.rows("SELECT 1 FROM document WHERE symbol = ? LIMIT 1", symbol))

    def document(self, symbol: str) -> IndexedDocument | None:
        """What the document of a symbol, or a list or table by its name, is; None where it is not indexed itself."""
        rows = self._current().connection.rows(
            "SELECT kind, min(date) FROM document WHERE symbol = ? GROUP BY kind ORDER BY kind LIMIT 1", symbol
        )
        return next((IndexedDocument(symbol, kind, issued) for kind, issued in rows), None)

    def issued(self, symbol: str) -> date | None:
        """When the document of a symbol was published; None where that is not known, or it is not indexed."""
        ((issued,),) = self._current().connection.rows("SELECT min(date) FROM document WHERE symbol = ?", symbol)
        return date.fromisoformat(issued) if issued else None

    def record(self, record_id: str) -> Recommendation:
        """The recommendation with an id.

        Raises:
            RecordMoved: the same request has another id now.
            RecordWithdrawn: the documents indexed no longer hold it.
            UnknownRecord: this index never gave the id.
            UnstorableValue: it has characters that no index can hold.
        """
        connection = self._current().connection
        (record,) = recommendations(connection, [connection.number_of(record_id)])
        return record

    def referred_comments(self, record: Record) -> tuple[ReferredComment, ...]:
        """What the State says where its comment on a recommendation refers on ("See recommendation 105")."""
        return referred_comments(self._current().connection, record)

    def commitment(self, record_id: str) -> Commitment:
        """The voluntary commitment with an id.

        Raises: as `record`.
        """
        connection = self._current().connection
        number = connection.number_of(record_id, "commitment")
        return commitments_by_number(connection, [number])[number]

    def chosen(self, ids: Sequence[str]) -> tuple[ChosenEntry, ...]:
        """What ids of records of whatever kind stand for today, in their order."""
        return chosen_entries(self._current().connection, ids)

    def all_records(self, state: str | None = None) -> Iterator[dict[str, Any]]:
        """All records, or those about one State (its code), one by one, each as the commands print it with --json.

        What changes is taken up by the next call alone.
        """
        return records_one_by_one(self._current(), state)

    def ids_at(self, symbol: str, paragraph: str) -> tuple[str, ...]:
        """The ids of what stands in a paragraph ("115.12") of the document of a symbol, of whatever kind."""
        return ids_at(self._current().connection, symbol, paragraph)

    def codings(self, filters: Filters) -> list[FacetValue]:
        """Of the recommendations that filters leave, each position of which a list or table codes any."""
        return codings(self._current().catalogue, filters)

    def tally(self, state: str, role: Role, session: int | None = None) -> Tally:
        """The recommendations made to a State (by code), or by it, in numbers; those of one session if it is given.

        Raises:
            UnknownState: the word names no State.
        """
        snapshot = self._current()
        return tally(snapshot.catalogue, named_state(snapshot.states, state).code, role, session)

    def reviewed_states(self) -> tuple[ReviewedState, ...]:
        """All States that are reviewed, by name, with the reviews indexed; of a sample, those of the index alone."""
        snapshot = self._current()
        return reviewed_states(snapshot.catalogue, snapshot.connection, snapshot.states)

    def state_issue(self, state: str, field: IssueField, labels: tuple[str, ...]) -> StateIssue:
        """What is indexed on a State (by code) and an issue: what has one of these labels of a field."""
        return state_issue(self._current(), state, field, labels)

    def state_reviews(self, state: str) -> tuple[StateReview, ...]:
        """The reviews of a State (by code) with their documents, answers and commitments, earliest first."""
        return state_reviews(self._current().connection, state)

    def reviews(self, state: str) -> tuple[ReviewSummary, ...]:
        """The reviews of a State (by code) in this index, earliest first."""
        return self._current().connection.reviews(state)

    def states(self) -> tuple[StateInIndex, ...]:
        """The States that occur in this index, by name."""
        return self._current().states_in_index

    def state(self, word: str) -> State:
        """The State, in this index or not, given by code or by any name that documents print.

        Raises:
            UnknownState: the word names no State.
        """
        return named_state(self._current().states, word)

    def overview(self) -> Overview:
        """What the index holds."""
        return self._current().overview

    def probe(self) -> None:
        """Read one row, as every answer reads some.

        Raises:
            IndexDatabaseError: no database of the index can be reached.
        """
        self._current().connection.rows("SELECT number FROM entry WHERE number = 0")

    def prepare(self) -> None:
        """Load now what issues are read with, all at once, so that the first question need not wait for it.

        The encoder for issues in other languages waits for the first of them, which takes a second longer: many an
        office never asks one, and would pay with a tenth of its memory.

        Raises:
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        encoder = self._current().encoder
        _load_at_once(load_classifier, encoder.load, encoder.issue_encoder)

    def forget_words(self) -> None:
        """Let go of the words of all questions, which are kept for the next ones; they are looked up anew then."""
        snapshot = self._current()
        snapshot.english_words.forget()
        snapshot.all_words.forget()
        stem.cache_clear()
        fold_name.cache_clear()

    def _current(self) -> Snapshot:
        return self._snapshots.current()

    def _checked(self, question: Question) -> tuple[Snapshot, Question]:
        """The snapshot in use, and a question as it is put to it: with known filters, and the own State by its code."""
        snapshot = self._current()
        check_filters(question.filters, snapshot.states, lambda name: snapshot.catalogue.fields[name].values)
        if question.own_state is None:
            return snapshot, question
        return snapshot, replace(question, own_state=named_state(snapshot.states, question.own_state).code)
