"""What the treaty bodies told a State on an issue, or on the thing that a recommendation asks for, and what their
general comments say to all States on it.

By meaning: the cosine of the question and the nearest passage of each observation. By theme: a theme of the
Universal Human Rights Index that both have in common, or that belongs to an issue label of the recommendation
(models.vocabularies.crosswalk), counts for THEME_BONUS more. The nearest are shown, the newest first.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from models.records.label_schemes import ISSUE_SCHEME, THEME_SCHEME
from models.records.records import Observation
from models.reviews.sessions import last_day_of_session
from models.vocabularies.crosswalk import themes_of_labels
from models.words import words_of
from search.catalogue.observations import Passages, documents_on, observations_by_id, passages_on, themes_on
from search.catalogue.recommendations import recommendations
from search.datamodel.observations import ObservationAnswer, ObservationHit
from search.datamodel.strengths import StrengthBounds
from search.observations.additional_terms import additional_terms
from search.query.issue import read_issue
from search.query.language import check_language
from search.ranking_numbers import (
    NORM_OF_ISSUE,
    NORM_OF_RECORD,
    OF_ISSUE,
    OF_RECORD,
    PART_WITHIN,
    THEME_BONUS,
)
from search.semantic.other_languages import issue_vector
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot

GENERAL_COMMENTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Question:
    vector: NDArray[np.float32]
    to_state: StrengthBounds
    """For what was told the State."""
    norm: StrengthBounds
    """For general comments."""
    themes: Collection[str] = ()
    """UHRI themes of the recommendation asked about."""
    reviewed: date | None = None
    """The last day of the session in which it was made."""
    stems: Collection[str] = ()
    """Stems of its words."""


def observations_on_issue(
    snapshot: Snapshot, text: str, state: str | None, limit: int, written_in: str | None = None
) -> ObservationAnswer:
    """What treaty bodies told a State (by code) on an issue in the user's own words; without one, told all States.

    Raises:
        UnknownFilter: `written_in` is no language that is read.
    """
    check_language(written_in)
    if not any(character.isalnum() for character in text):
        return ObservationAnswer(state, documents_on(snapshot.connection, state) if state else ())
    vector = issue_vector(snapshot.encoder, read_issue(text, snapshot.lexical, written_in))
    return observations_near_issue(snapshot, vector, state, limit)


def observations_near_issue(
    snapshot: Snapshot, vector: NDArray[np.float32], state: str | None, limit: int
) -> ObservationAnswer:
    """The same for the unit vector of an issue that was read already."""
    return _answer(snapshot, _Question(vector, OF_ISSUE, NORM_OF_ISSUE), state, limit)


def observations_on_record(snapshot: Snapshot, record_id: str, limit: int) -> ObservationAnswer:
    """What treaty bodies told the State under review on the thing that a recommendation asks for.

    Raises:
        UnknownRecord: the index has no such recommendation under this id.
    """
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    themes = {label.label for label in record.labels if label.scheme == THEME_SCHEME}
    themes |= themes_of_labels(label.label for label in record.labels if label.scheme == ISSUE_SCHEME)
    question = _Question(
        vector=snapshot.vectors[snapshot.catalogue.rows[number]],
        to_state=OF_RECORD,
        norm=NORM_OF_RECORD,
        themes=themes,
        reviewed=last_day_of_session(record.session),
        stems=frozenset(word.stem for word in words_of(record.quoted)),
    )
    return _answer(snapshot, question, record.state_under_review, limit)


def _answer(snapshot: Snapshot, question: _Question, state: str | None, limit: int) -> ObservationAnswer:
    _, to_all = _hits(snapshot, question, question.norm, snapshot.general_comments, {}, GENERAL_COMMENTS_SHOWN)
    if state is None:
        return ObservationAnswer(None, (), general_comments=to_all)
    themes = themes_on(snapshot.connection, state) if question.themes else {}
    total, hits = _hits(snapshot, question, question.to_state, passages_on(snapshot.connection, state), themes, limit)
    newest_first = sorted(hits, key=lambda hit: (hit.record.date or date.min, hit.record.place.symbol), reverse=True)
    return ObservationAnswer(state, documents_on(snapshot.connection, state), total, tuple(newest_first), to_all)


def _hits(
    snapshot: Snapshot,
    question: _Question,
    bounds: StrengthBounds,
    passages: Passages,
    themes: Mapping[str, set[str]],
    limit: int,
) -> tuple[int, tuple[ObservationHit, ...]]:
    """How many observations are on the thing, and the nearest of them, the nearest first."""
    cosine = cosines(snapshot.vectors[passages.rows], question.vector)
    best, parts = _best_by_observation(passages, cosine, bounds.possible - THEME_BONUS - PART_WITHIN)
    common = {observation: themes.get(observation, set()) & set(question.themes) for observation in best}
    scores = {observation: score + (THEME_BONUS if common[observation] else 0) for observation, score in best.items()}
    near = [observation for observation, score in scores.items() if score >= bounds.possible]
    near.sort(key=lambda observation: (-scores[observation], observation))
    records = observations_by_id(snapshot.connection, near[:limit])
    return len(near), tuple(
        ObservationHit(
            record=records[observation],
            parts=parts[observation],
            relevance=round(min(scores[observation], 1.0), 4),
            strength=bounds.strength_of(scores[observation]),
            themes_in_common=tuple(sorted(common[observation])),
            since_review=_is_later(records[observation].date, question.reviewed),
            invented=_is_invented(snapshot, records[observation].entity),
            additional=_additional_terms(snapshot, question, records[observation], parts[observation]),
        )
        for observation in near[:limit]
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
    return additional_terms("\n".join(lines), question.stems, snapshot.lexical)


def _is_invented(snapshot: Snapshot, entity: str | None) -> bool:
    return entity is not None and snapshot.states[entity].invented


def _is_later(issued: date | None, reviewed: date | None) -> bool | None:
    return issued > reviewed if issued and reviewed else None


def _best_by_observation(
    passages: Passages, scores: NDArray[np.float32], least: float
) -> tuple[dict[str, float], dict[str, tuple[str, ...]]]:
    """The score of each observation with a passage of at least this score, and the sub-paragraphs that are near."""
    near = [
        (passages.observations[index], passages.parts[index], float(scores[index]))
        for index in np.flatnonzero(scores >= least)
    ]
    best: dict[str, float] = {}
    for observation, _, score in near:
        best[observation] = max(best.get(observation, -1.0), score)
    parts: dict[str, tuple[str, ...]] = dict.fromkeys(best, ())
    for observation, part, score in near:
        if part and score >= best[observation] - PART_WITHIN:
            parts[observation] += (part,)
    return best, parts
