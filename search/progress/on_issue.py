"""What the documents before reviews report on an issue in a user's words: on the own State first, then on others.

    score = meaning + WORDS * share

Meaning and share as in search.progress.relevance, with the words of the issue that tell texts apart and their inverse
document frequency among recommendations. All paragraphs are compared by the cosine of the whole; of each group the
NEAREST are then looked at closely. They are no entries of `match` and `find`, whose relevance is calibrated for
requests, whose counts are of records of reviews, and which would read twice as many vectors for each question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import numbers_or
from models.texts.words import words_of
from search.catalogue.reported import ReportedEntry, reported_by_number
from search.catalogue.states import named_state
from search.datamodel.logistic import Floats
from search.datamodel.progress import ReportedHit, ReportedOnIssue
from search.datamodel.question import MAX_TEXT_CHARACTERS, Group
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.evidence import Evidence, Feature, WeightedSum
from search.lexical.shares import WeighedWords
from search.match.meaning import issue_vector
from search.match.strengths import words_for_documents
from search.progress.relevance import vectors_of_passages
from search.progress.sentence import sentence_that_matters
from search.query.detect_language import check_language
from search.query.discriminative_terms import discriminative_stems
from search.query.issue import IssueReading, read_told
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot
from search.stages import Stage, passed_through

NEAREST = 300
"""More than what documents on one State report on one issue."""
MOST_UNRATED = 20
"""Paragraphs of each group where nothing is known of how sure they are."""


def reported_on_issue(
    snapshot: Snapshot, text: str, state: str | None, limit: int, offset: int = 0, written_in: str | None = None
) -> ReportedOnIssue:
    """The paragraphs on an issue, those on the own State (by code or name) first.

    Raises:
        UnknownState: the word names no State.
        UnknownFilter: `written_in` is no language that is read.
        EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
    """
    own_state, text = None if state is None else named_state(snapshot.states, state).code, text[:MAX_TEXT_CHARACTERS]
    check_language(written_in)
    if not any(character.isalnum() for character in text):
        return ReportedOnIssue(own_state, 0, 0, (), None)
    reading = read_told(text, snapshot.english_words, snapshot.states, own_state, written_in)
    question = _Question.of(snapshot, reading)
    fields = snapshot.catalogue.fields
    reports = fields["kind"].holding(["report"])
    on_own = reports & fields["under_review"].holding([own_state] if own_state else [])
    own = _on_issue(snapshot, question, np.flatnonzero(on_own))
    others = _on_issue(snapshot, question, np.flatnonzero(reports & ~on_own))
    ranked: list[tuple[Group, _Scored]] = [("own", found) for found in own] + [("others", found) for found in others]
    return ReportedOnIssue(
        own_state=own_state,
        own_total=len(own),
        total=len(ranked),
        hits=tuple(
            _hit(question, scored, group, rank)
            for rank, (group, scored) in enumerate(ranked[offset : offset + limit], offset + 1)
        ),
        language=reading.language,
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    words: float
    """For all words of the issue, beside a weight of 1 for its meaning."""
    strengths: StrengthBounds
    """Of the score."""


_UNCALIBRATED = _Numbers(words=0.0, strengths=UNRATED)


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    vector: NDArray[np.float32]
    words: WeighedWords
    numbers: _Numbers

    @classmethod
    def of(cls, snapshot: Snapshot, reading: IssueReading) -> "_Question":
        index = snapshot.english_words
        chosen = discriminative_stems(reading.stems, index.frequency, index.text_count)
        numbers = numbers_or(snapshot.calibration, "reported on an issue", _Numbers, _UNCALIBRATED)
        strengths = words_for_documents(snapshot.calibration, reading.language, numbers.strengths)
        numbers = replace(numbers, strengths=strengths)
        return cls(issue_vector(snapshot, reading), WeighedWords.among(index, chosen), numbers)


@dataclass(frozen=True, slots=True, eq=False)
class _Nearest:
    """The paragraphs that are looked at closely; features have one number for each."""

    question: _Question
    entries: Sequence[ReportedEntry]
    cosines: Sequence[float]
    """Of the whole of each."""
    passages: Mapping[str, Sequence[float]]
    """By id, how near each of its passages is; none of a short paragraph."""


def _stages(numbers: _Numbers) -> tuple[Stage[Evidence[_Nearest]], ...]:
    return (
        Feature("meaning", _meaning),
        Feature("words", _shares),
        WeightedSum("score", {"meaning": 1.0, "words": numbers.words}),
    )


def _meaning(found: Evidence[_Nearest]) -> Floats:
    pairs = found.pairs
    of_passages = [pairs.passages.get(entry.text.id, ()) for entry in pairs.entries]
    near = zip(pairs.cosines, of_passages, strict=True)
    return np.array([(whole + max(passages)) / 2 if passages else whole for whole, passages in near], dtype=np.float64)


def _shares(found: Evidence[_Nearest]) -> Floats:
    held = ({word.stem for word in words_of(entry.text.text)} for entry in found.pairs.entries)
    return np.array([found.pairs.question.words.share_in(stems) for stems in held], dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Scored:
    entry: ReportedEntry
    score: float
    passages: Sequence[float]


def _on_issue(snapshot: Snapshot, question: _Question, numbers: NDArray[np.intp]) -> list[_Scored]:
    """Of some paragraphs, by entry number, those on the issue, the nearest first."""
    rows = snapshot.catalogue.rows[numbers]
    nearest, meaning = snapshot.vectors.nearest(question.vector, rows, NEAREST)
    by_number = reported_by_number(snapshot.connection, numbers[nearest].tolist())
    passages = {entry.text.id: entry.passages for entry in by_number.values() if entry.passages.size}
    of_passages = {
        paragraph: cosines(vectors, question.vector).tolist()
        for paragraph, vectors in vectors_of_passages(snapshot.vectors, passages).items()
    }
    entries = [by_number[int(number)] for number in numbers[nearest]]
    pairs = _Nearest(question, entries, meaning.tolist(), of_passages)
    scores = passed_through(_stages(question.numbers), Evidence(pairs))["score"]
    strengths = question.numbers.strengths
    best = np.argsort(-scores, kind="stable")
    shown = best[scores[best] >= strengths.possible][: None if strengths.rated else MOST_UNRATED].tolist()
    return [
        _Scored(entries[place], float(scores[place]), of_passages.get(entries[place].text.id, ())) for place in shown
    ]


def _hit(question: _Question, scored: _Scored, group: Group, rank: int) -> ReportedHit:
    entry = scored.entry
    return ReportedHit(
        record=entry.text,
        state=entry.state,
        language=entry.language,
        rank=rank,
        group=group,
        relevance=round(max(scored.score, 0.0) / (1 + question.numbers.words), 4),
        strength=question.numbers.strengths.strength_of(scored.score),
        sentence=sentence_that_matters(
            entry.text.text, set(question.words.weights), question.words.weights.__getitem__, scored.passages
        ),
    )
