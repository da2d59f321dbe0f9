"""What the treaty bodies told a State on an issue, or on the thing that a recommendation asks for.

By meaning: the cosine of the question and the nearest passage of each observation. By theme: a theme of the
Universal Human Rights Index that both have in common, or that belongs to an issue label of the recommendation
(models.crosswalk), counts for THEME_BONUS more. The nearest are shown, the newest first.

The bounds are set by reading: the 119 recommendations to one State, and issues in everyday words, against one
committee's observations on it. Told issues lie further from the words of committees than recommendations do.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from models.crosswalk import themes_of_labels
from models.records import Recommendation
from models.sessions import last_day_of_session
from search.observation_answer import ObservationAnswer, ObservationHit
from search.read_observations import Passages, documents_on, observations_by_id, passages_on, themes_on
from search.results import Strength
from search.semantic_scores import cosines
from search.snapshot import Snapshot

THEME_BONUS = 0.05
PART_WITHIN = 0.1
"""A sub-paragraph is named as on the thing if it is so near to the best one."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which score on an observation is shown, and how surely it is then on the thing."""

    possible: float
    likely: float
    strong: float

    def strength_of(self, score: float) -> Strength:
        """A score in words."""
        if score >= self.strong:
            return "strong"
        return "likely" if score >= self.likely else "possible"


OF_ISSUE = Bounds(0.35, 0.45, 0.55)
OF_RECORD = Bounds(0.47, 0.55, 0.65)


def observations_on_issue(snapshot: Snapshot, text: str, state: str, limit: int) -> ObservationAnswer:
    """What treaty bodies told a State (by code) on an issue in the user's own words."""
    if not any(character.isalnum() for character in text):
        return ObservationAnswer(state, documents_on(snapshot.records, state))
    return _answer(snapshot, snapshot.encoder.vector(text), state, OF_ISSUE, limit)


def observations_on_record(snapshot: Snapshot, record_id: str, limit: int) -> ObservationAnswer:
    """What treaty bodies told the State under review on the thing that a recommendation asks for.

    Raises:
        UnknownRecord: the index has no such recommendation under this id.
    """
    number = snapshot.records.number_of(record_id)
    (record,) = snapshot.records.by_number([number])
    themes = {label.label for label in record.labels if label.scheme == "uhri"}
    themes |= themes_of_labels(label.label for label in record.labels if label.scheme == "upr-info")
    vector = snapshot.vectors[snapshot.catalogue.rows[number]]
    return _answer(snapshot, vector, record.state_under_review, OF_RECORD, limit, themes, _review_end(record))


def _review_end(record: Recommendation) -> date | None:
    return last_day_of_session(record.session)


def _answer(
    snapshot: Snapshot,
    vector: NDArray[np.float32],
    state: str,
    bounds: Bounds,
    limit: int,
    themes: Collection[str] = (),
    reviewed: date | None = None,
) -> ObservationAnswer:
    documents = documents_on(snapshot.records, state)
    passages = passages_on(snapshot.records, state)
    scores = cosines(snapshot.vectors[passages.rows], vector)
    best, parts = _best_of_each(passages, scores)
    known_themes = themes_on(snapshot.records, state) if themes else {}
    common = {one: known_themes.get(one, set()) & set(themes) for one in best}
    total = {one: score + (THEME_BONUS if common[one] else 0) for one, score in best.items()}
    near = sorted((one for one, score in total.items() if score >= bounds.possible), key=lambda one: (-total[one], one))
    records = observations_by_id(snapshot.records, near[:limit])
    hits = [
        ObservationHit(
            record=records[one],
            parts=parts[one],
            relevance=round(min(total[one], 1.0), 4),
            strength=bounds.strength_of(total[one]),
            themes_in_common=tuple(sorted(common[one])),
            since_review=_is_later(records[one].date, reviewed),
            invented=snapshot.states[state].invented,
        )
        for one in near[:limit]
    ]
    newest_first = sorted(hits, key=lambda hit: (hit.record.date or date.min, hit.record.place.symbol), reverse=True)
    return ObservationAnswer(state, documents, len(near), tuple(newest_first))


def _is_later(issued: date | None, reviewed: date | None) -> bool | None:
    return issued > reviewed if issued and reviewed else None


def _best_of_each(
    passages: Passages, scores: NDArray[np.float32]
) -> tuple[dict[str, float], dict[str, tuple[str, ...]]]:
    """The score of each observation, and the sub-paragraphs that are near to the question."""
    best: dict[str, float] = {}
    for one, score in zip(passages.observations, scores.tolist(), strict=True):
        best[one] = max(best.get(one, -1.0), score)
    parts: dict[str, tuple[str, ...]] = dict.fromkeys(best, ())
    for one, part, score in zip(passages.observations, passages.parts, scores.tolist(), strict=True):
        if part and score >= best[one] - PART_WITHIN:
            parts[one] += (part,)
    return best, parts
