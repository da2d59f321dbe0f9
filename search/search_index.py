"""The index as one object that questions are put to."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from models.encoders.load_encoder import load_issue_encoder
from models.encoders.model_files import PUBLISHED_WEIGHTS
from models.encoders.multilingual_encoder import load_multilingual_encoder, maps_into
from models.encoders.text_encoder import TextEncoder, space_of
from models.index_database.address import IndexPlace
from models.messages.message import Message
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.states import State, fold_name
from models.texts.words import stem
from models.vocabularies.crosswalk import current_name
from search.answer.compose import compose_answer
from search.catalogue.chosen import chosen_entries
from search.catalogue.records import commitments_by_number, observations_by_id, recommendations
from search.catalogue.states import check_filters, named_state, unknown_value
from search.datamodel.answer import Answer, IndexedDocument, Overview
from search.datamodel.chosen import ChosenEntry
from search.datamodel.lobbying import LobbyingList, LobbyingQuestion
from search.datamodel.observations import ObservationAnswer, ParagraphsWanted
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
from search.datamodel.threads import Thread
from search.lobbying.compose import lobbying_list
from search.observations.find import observations_near_issue, observations_on_issue
from search.query.detect_language import load_classifier
from search.retrieve.found import found_all
from search.retrieve.like_record import found_like_record
from search.retrieve.on_issue import found_on_issue
from search.retrieve.with_words import found_with_words
from search.semantic.encoder import load_once
from search.semantic.vectors_being_made import VectorsBeingMade
from search.snapshot.in_use import SnapshotInUse
from search.snapshot.snapshot import Snapshot
from search.store.index_at import index_at
from search.store.store import IndexAddress
from search.threads.follow import follow_thread

Question = TypeVar("Question", bound=Listing)


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
        space = space_of(encoder)
        maps = maps_into(space) if other_languages else None
        multilingual = [lambda: load_multilingual_encoder(maps)] if maps else []
        english = [lambda: load_once("", encoder, space), lambda: load_issue_encoder(encoder)]
        _load_at_once(load_classifier, *english, *multilingual)


def _load_at_once(*loads: Callable[[], object]) -> None:
    with ThreadPoolExecutor() as threads:
        loading = list(map(threads.submit, loads))
    for loaded in loading:
        loaded.result()


class SearchIndex:
    """Questions to an index, and what words and ids of its users stand for in it; safe to share between threads.

    What a feature tells (progress, coverage, a calendar …) its own function finds, given `snapshot`.

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
    def snapshot(self) -> Snapshot:
        """The snapshot in use, which the functions of features answer from.

        Raises:
            IndexFolderError: its check found damage, and no other snapshot can be used.
        """
        return self._snapshots.current()

    @property
    def unchecked(self) -> bool:
        """Whether answers come from files that are still being checked for damage."""
        return self._snapshots.unchecked

    @property
    def vectors_being_made(self) -> Message | None:
        """How far the first run over the index has come, while nothing can be compared by meaning yet."""
        vectors = self.snapshot.vectors
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
        issue = found.matched
        if not question.observed or issue is None:
            return answer
        wanted = ParagraphsWanted(question.observed)
        said = observations_near_issue(snapshot, issue.reading, issue.vector, question.own_state, wanted)
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

    def thread(self, record_id: str, per_review: int = 10, offset: int = 0) -> Thread:
        """What the same State was told on the same thing in its earlier and later reviews.

        `offset` counts linked recommendations of each of these reviews, as `per_review` does.

        Raises:
            UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
        """
        return follow_thread(self.snapshot, record_id, per_review, offset)

    def lobby(self, question: LobbyingQuestion) -> LobbyingList:
        """Which States to approach on an issue in the review of a State, each with its nearest recommendation.

        Raises:
            UnknownState, UnknownFilter: the index has no such State or label.
            UnknownRecord: the index has no recommendation under one of the ids.
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        return lobbying_list(self.snapshot, question)

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
        choices = {str(known).casefold(): known for known in self.choices(field.name)}
        # An address may have the spelling of an earlier list, from an index that took no other.
        for word in (str(value), current_name(field.scheme, str(value))):
            if (folded := word.strip().casefold()) in choices:
                return choices[folded]
        raise unknown_value(field, value, choices.values())

    def choices(self, name: str) -> Sequence[Any]:
        """The values that a filter can have here, by its name: labels in the order of the alphabet, say."""
        if name == "group":
            return sorted({str(state.regional_group) for state in self.snapshot.states if state.regional_group})
        return tuple(FILTER_FIELDS[name].words or self.snapshot.catalogue.fields[name].values)

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
        snapshot = self.snapshot
        code = None if state is None else named_state(snapshot.states, state).code
        wanted = ParagraphsWanted(limit, offset, mechanism)
        return observations_on_issue(snapshot, text[:MAX_TEXT_CHARACTERS], code, wanted, written_in)

    def observation(self, record_id: str) -> Observation:
        """The paragraph of a treaty body with an id.

        Raises:
            UnknownRecord: this index holds no such paragraph.
        """
        connection = self.snapshot.connection
        connection.number_of(record_id, "observation")
        return observations_by_id(connection, [record_id])[record_id]

    def record(self, record_id: str) -> Recommendation:
        """The recommendation with an id.

        Raises:
            RecordMoved: the same request has another id now.
            RecordWithdrawn: the documents indexed no longer hold it.
            UnknownRecord: this index never gave the id.
            UnstorableValue: it has characters that no index can hold.
        """
        connection = self.snapshot.connection
        (record,) = recommendations(connection, [connection.number_of(record_id)])
        return record

    def commitment(self, record_id: str) -> Commitment:
        """The voluntary commitment with an id.

        Raises: as `record`.
        """
        connection = self.snapshot.connection
        number = connection.number_of(record_id, "commitment")
        return commitments_by_number(connection, [number])[number]

    def chosen(self, ids: Sequence[str]) -> tuple[ChosenEntry, ...]:
        """What ids of records of whatever kind stand for today, in their order."""
        return chosen_entries(self.snapshot.connection, ids)

    def document(self, symbol: str) -> IndexedDocument | None:
        """What the document of a symbol, or a list or table by its name, is; None where it is not indexed itself."""
        rows = self.snapshot.connection.rows(
            "SELECT kind, min(date) FROM document WHERE symbol = ? GROUP BY kind ORDER BY kind LIMIT 1", symbol
        )
        return next((IndexedDocument(symbol, kind, issued) for kind, issued in rows), None)

    def state(self, word: str) -> State:
        """The State, in this index or not, given by code or by any name that documents print.

        Raises:
            UnknownState: the word names no State.
        """
        return named_state(self.snapshot.states, word)

    def overview(self) -> Overview:
        """What the index holds."""
        return self.snapshot.overview

    def probe(self) -> None:
        """Read one row, as every answer reads some.

        Raises:
            IndexDatabaseError: no database of the index can be reached.
        """
        self.snapshot.connection.rows("SELECT number FROM entry WHERE number = 0")

    def prepare(self) -> None:
        """Load now what issues are read with, all at once, so that the first question need not wait for it.

        The encoder for issues in other languages waits for the first of them, which takes a second longer: many an
        office never asks one, and would pay with a tenth of its memory.

        Raises:
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        encoder = self.snapshot.encoder
        _load_at_once(load_classifier, encoder.load, encoder.issue_encoder)

    def forget_words(self) -> None:
        """Let go of the words of all questions, which are kept for the next ones; they are looked up anew then."""
        snapshot = self.snapshot
        snapshot.english_words.forget()
        snapshot.all_words.forget()
        stem.cache_clear()
        fold_name.cache_clear()

    def _checked(self, question: Question) -> tuple[Snapshot, Question]:
        """The snapshot in use, and a question as it is put to it: with known filters, and the own State by its code."""
        snapshot = self.snapshot
        check_filters(question.filters, snapshot.states, lambda name: snapshot.catalogue.fields[name].values)
        if question.own_state is None:
            return snapshot, question
        return snapshot, replace(question, own_state=named_state(snapshot.states, question.own_state).code)
