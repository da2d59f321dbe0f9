"""What the treaty bodies told a State on an issue, or on the thing that a recommendation asks for, and what their
general comments say to all States on it.

How directly each paragraph speaks to it: search.observations.relevance. A theme of the Universal Human Rights Index
that both have in common, or that belongs to an issue label of the recommendation (models.vocabularies.crosswalk),
counts a little more. The nearest are shown, the newest first, those that belong together side by side.

Of general comments those are taken that are nearest as a whole, then their nearest paragraphs; what is on another group
of persons than the question is left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import numbers_or
from models.records.label_schemes import ISSUE_SCHEME, THEME_SCHEME
from models.records.records import Observation, Recommendation
from models.reviews.sessions import last_day_of_session
from models.texts.sentences import sentences_of
from models.texts.words import ENGLISH, words_of
from models.vocabularies.crosswalk import themes_of_labels
from search.catalogue.observations import Observations, documents_on, observations_to, themes_on
from search.catalogue.records import observations_by_id, recommendations
from search.datamodel.observations import ObservationAnswer, ObservationHit, ParagraphsWanted
from search.datamodel.strengths import StrengthBounds
from search.evidence import Evidence
from search.match.meaning import issue_vector
from search.match.strengths import words_for_documents
from search.observations.additional_terms import additional_terms
from search.observations.general_comments import (
    UNCALIBRATED_COMMENTS,
    GeneralCommentNumbers,
    GeneralComments,
    general_comment_stages,
)
from search.observations.groups_of_persons import groups_named, is_on_another_group
from search.observations.passages import passages_of
from search.observations.relevance import (
    UNCALIBRATED,
    AskedAbout,
    ObservationNumbers,
    Paragraphs,
    best_of_paragraphs,
    observation_stages,
    stems_asked,
)
from search.query.detect_language import check_language
from search.query.issue import IssueReading, read_told
from search.snapshot.snapshot import Snapshot
from search.stages import passed_through

GENERAL_COMMENTS_SHOWN = 3
READ_AT_ONCE = 20
"""Paragraphs of general comments whose words are read together."""
MOST_SENTENCES = 5
"""Of an issue, that are compared by themselves."""
MOST_UNRATED = 20
"""Paragraphs told to a State that are shown where nothing is known of how sure they are."""


@dataclass(frozen=True, slots=True)
class _Question:
    asked: AskedAbout
    spoken_of: str
    """Its words, and the issue labels of a recommendation: they say of which groups of persons it speaks."""
    themes: Collection[str] = ()
    """UHRI themes of the recommendation asked about."""
    reviewed: date | None = None
    """The last day of the session in which it was made."""
    stems: Collection[str] = ()
    """Stems of the words that it prints; none where an issue was asked about."""
    language: str = ENGLISH
    """ISO code of the language of the issue."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A paragraph that is shown."""

    id: str
    parts: tuple[str, ...]
    relevance: float
    bounds: StrengthBounds
    themes: tuple[str, ...] = ()
    passage: tuple[str, ...] = ()


def observations_on_issue(
    snapshot: Snapshot, text: str, state: str | None, wanted: ParagraphsWanted, written_in: str | None = None
) -> ObservationAnswer:
    """What treaty bodies told a State (by code) on an issue in the user's own words; without one, told all States."""
    check_language(written_in)
    if not any(character.isalnum() for character in text):
        return ObservationAnswer(state, documents_on(snapshot.connection, state) if state else ())
    reading = read_told(text, snapshot.english_words, snapshot.states, state, written_in)
    return observations_near_issue(snapshot, reading, issue_vector(snapshot, reading), state, wanted)


def observations_near_issue(
    snapshot: Snapshot, reading: IssueReading, vector: NDArray[np.float32], state: str | None, wanted: ParagraphsWanted
) -> ObservationAnswer:
    """What treaty bodies told a State, or all, on an issue that was read already; `vector` is its unit vector."""
    asked = asked_on_issue(snapshot, reading, vector)
    return _answer(snapshot, _Question(asked, _in_english(reading), language=reading.language), state, wanted)


def asked_on_issue(snapshot: Snapshot, reading: IssueReading, vector: NDArray[np.float32]) -> AskedAbout:
    """An issue as paragraphs are compared with it; of one in another language, its English terms and its meaning."""
    sentences = sentences_of(reading.written_out)[:MOST_SENTENCES] if reading.language == ENGLISH else []
    parts = tuple(snapshot.encoder.vector(sentence) for sentence in sentences) if len(sentences) > 1 else ()
    return AskedAbout(vector, parts, stems_asked(_in_english(reading)), is_issue=True)


def asked_on_record(snapshot: Snapshot, record: Recommendation, number: int) -> AskedAbout:
    """A recommendation, with its number in the catalogue, as paragraphs are compared with it."""
    vector = snapshot.vectors[snapshot.catalogue.rows[number]]
    return AskedAbout(vector, (), stems_asked(record.text), is_issue=False)


def _in_english(reading: IssueReading) -> str:
    return reading.written_out if reading.language == ENGLISH else reading.terms


def observations_on_record(snapshot: Snapshot, record_id: str, wanted: ParagraphsWanted) -> ObservationAnswer:
    """What treaty bodies told the State under review on the thing that a recommendation asks for.

    Raises:
        UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
    """
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    themes = {label.label for label in record.labels if label.scheme == THEME_SCHEME}
    themes |= themes_of_labels(label.label for label in record.labels if label.scheme == ISSUE_SCHEME)
    question = _Question(
        asked=asked_on_record(snapshot, record, number),
        spoken_of=" ".join([record.quoted, *(label.label for label in record.labels)]),
        themes=themes,
        reviewed=last_day_of_session(record.session),
        stems=frozenset(word.stem for word in words_of(record.quoted)),
    )
    return _answer(snapshot, question, record.state_under_review, wanted)


def _answer(snapshot: Snapshot, question: _Question, state: str | None, wanted: ParagraphsWanted) -> ObservationAnswer:
    to_all = () if wanted.offset else _hits(snapshot, question, _norms(snapshot, question, wanted))
    if state is None:
        return ObservationAnswer(None, (), general_comments=to_all)
    total, found = _told_to_state(snapshot, question, state, wanted)
    hits = _hits(snapshot, question, found)
    newest_first = sorted(hits, key=lambda hit: (hit.record.date or date.min, hit.record.place.symbol), reverse=True)
    documents = tuple(one for one in documents_on(snapshot.connection, state) if wanted.may_speak(one.committee))
    return ObservationAnswer(state, documents, total, tuple(newest_first), to_all)


def _told_to_state(
    snapshot: Snapshot, question: _Question, state: str, wanted: ParagraphsWanted
) -> tuple[int, list[_Found]]:
    """How many paragraphs to a State are on the thing, and the nearest: side by side those that belong together."""
    said = observations_to(snapshot.connection, state)
    if not said.paragraphs:
        return 0, []
    themes = themes_on(snapshot.connection, state) if question.themes else {}
    common = [tuple(sorted(themes.get(one.id, set()) & set(question.themes))) for one in said.paragraphs]
    numbers = observation_numbers(snapshot)
    passages = passages_of(said.paragraphs)
    vectors, shares_theme = snapshot.vectors[said.rows], np.array([bool(shared) for shared in common])
    pairs = Paragraphs(question.asked, said, vectors, snapshot.english_words, passages, shares_theme)
    likely = passed_through(observation_stages(numbers), Evidence(pairs))["relevance"]
    parts = _near_parts(said, pairs.of_rows, numbers.part_within)
    speaks = np.array([wanted.may_speak(one.committee) for one in said.paragraphs])
    on_it = np.flatnonzero(speaks & (likely >= numbers.strengths.possible))
    by_nearness = on_it[np.argsort(-likely[on_it], kind="stable")]
    if not numbers.strengths.rated:
        by_nearness = by_nearness[:MOST_UNRATED]
    nearest = by_nearness[wanted.offset : wanted.offset + wanted.limit].tolist()
    return len(by_nearness), [
        _Found(
            id=said.paragraphs[place].id,
            parts=parts.get(place, ()),
            relevance=float(likely[place]),
            bounds=words_for_documents(snapshot.calibration, question.language, numbers.strengths),
            themes=common[place],
            passage=tuple(said.paragraphs[member].id for member in passage),
        )
        for place, passage in _side_by_side(nearest, passages)
    ]


def observation_numbers(snapshot: Snapshot) -> ObservationNumbers:
    """Those of the vector space of an index."""
    return numbers_or(snapshot.calibration, "observations", ObservationNumbers, UNCALIBRATED)


def _side_by_side(nearest: Sequence[int], passages: Sequence[Sequence[int]]) -> list[tuple[int, Sequence[int]]]:
    """The paragraphs of each passage as printed, the passage of the nearest paragraph first; with their passages."""
    passage_of = {place: passage for passage in passages for place in passage}
    rank_of: dict[int, int] = {}
    for rank, place in enumerate(nearest):
        rank_of.setdefault(passage_of[place][0], rank)
    in_order = sorted(nearest, key=lambda place: (rank_of[passage_of[place][0]], place))
    return [(place, passage_of[place]) for place in in_order]


def _norms(snapshot: Snapshot, question: _Question, wanted: ParagraphsWanted) -> list[_Found]:
    """The paragraphs of general comments on the thing: of the nearest comment first, in it the nearest first."""
    said = snapshot.general_comments
    if not said.paragraphs:
        return []
    numbers = numbers_or(snapshot.calibration, "general comments", GeneralCommentNumbers, UNCALIBRATED_COMMENTS)
    bounds = numbers.of_issue if question.asked.is_issue else numbers.of_record
    bounds = words_for_documents(snapshot.calibration, question.language, bounds)
    groups = groups_named(question.spoken_of)
    paragraphs = GeneralComments(question.asked, said, snapshot.vectors[said.rows], snapshot.english_words, groups)
    found = passed_through(general_comment_stages(numbers), Evidence(paragraphs))
    near, comment = found["near"], found["comment"]
    on_it = np.flatnonzero(near >= bounds.possible).tolist()
    on_it = [place for place in on_it if wanted.may_speak(said.paragraphs[place].committee)]
    on_it.sort(key=lambda place: (-comment[place], -near[place], place))
    parts = _near_parts(said, paragraphs.of_rows, observation_numbers(snapshot).part_within)
    return [
        _Found(said.paragraphs[place].id, parts.get(place, ()), min(float(near[place]), 1.0), bounds)
        for place in islice(_on_no_other_group(snapshot, groups, said, on_it), GENERAL_COMMENTS_SHOWN)
    ]


def _on_no_other_group(
    snapshot: Snapshot, groups: frozenset[str], said: Observations, places: Sequence[int]
) -> Iterator[int]:
    """Those paragraphs that are not on another group of persons than the question."""
    for first in range(0, len(places), READ_AT_ONCE):
        some = places[first : first + READ_AT_ONCE]
        ids = {place: said.paragraphs[place].id for place in some}
        records = observations_by_id(snapshot.connection, ids.values())
        for place in some:
            record = records[ids[place]]
            if not is_on_another_group(record.heading, record.text, groups):
                yield place


def _near_parts(said: Observations, of_rows: NDArray[np.float32], within: float) -> Mapping[int, tuple[str, ...]]:
    """The sub-paragraphs of each paragraph that are about as near as the nearest of what is searched of it."""
    best = best_of_paragraphs(of_rows, said)
    parts: dict[int, dict[str, None]] = {}
    for row in np.flatnonzero(of_rows >= best[said.owners] - within).tolist():
        if said.parts[row]:
            parts.setdefault(int(said.owners[row]), {})[said.parts[row]] = None
    return {place: tuple(sorted(letters)) for place, letters in parts.items()}


def _hits(snapshot: Snapshot, question: _Question, found: Sequence[_Found]) -> tuple[ObservationHit, ...]:
    """What is found, as it is shown."""
    records = observations_by_id(snapshot.connection, [one.id for one in found])
    return tuple(
        ObservationHit(
            record=records[one.id],
            parts=one.parts,
            relevance=round(one.relevance, 4),
            strength=one.bounds.strength_of(one.relevance),
            themes_in_common=one.themes,
            since_review=_is_later(records[one.id].date, question.reviewed),
            invented=_is_invented(snapshot, records[one.id].entity),
            passage=one.passage,
            additional=_additional_terms(snapshot, question, records[one.id], one.parts),
        )
        for one in found
    )


def _additional_terms(
    snapshot: Snapshot, question: _Question, record: Observation, parts: Collection[str]
) -> tuple[str, ...]:
    """What it says beyond the recommendation asked about; nothing where an issue was."""
    if not question.stems or record.entity is None:
        return ()
    lines = record.text.split("\n")
    if parts:
        marks = tuple(f"({part})" for part in parts)
        lines = [line for line in lines if line.startswith(marks)]
    return additional_terms("\n".join(lines), question.stems, snapshot.english_words)


def _is_invented(snapshot: Snapshot, entity: str | None) -> bool:
    return entity is not None and snapshot.states[entity].invented


def _is_later(issued: date | None, reviewed: date | None) -> bool | None:
    return issued > reviewed if issued and reviewed else None
