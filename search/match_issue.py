"""From an issue in an NGO's own words to one score per text row: both legs, feedback, fusion, calibration."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.calibrated_relevance import relevance
from search.fuse_scores import fuse
from search.informative_words import content_stems, informative_stems
from search.lexical_scores import lexical_shares
from search.query_shape import SENTENCE_WEIGHT, lexical_weight
from search.semantic_scores import cosines, moved_query
from search.snapshot import Snapshot

EXPECTED_SHARE_ABOVE_WEIGHT = 0.3
"""The more a query is a name, the more of its words a text must hold: this much more than the lexical weight."""


@dataclass(frozen=True, slots=True, eq=False)
class MatchedTexts:
    """How every text row stands to an issue."""

    relevance: NDArray[np.float64]
    """Probability that it is on the issue, per text row."""
    stems: tuple[str, ...]
    """Stems of the issue's content words."""
    unknown_share: float
    """Share of those that no text holds."""


def match_issue(snapshot: Snapshot, text: str) -> MatchedTexts:
    """Score all text rows; filters come after, so that they never change how relevant a text is.

    Raises:
        EncoderError: the encoder of the index cannot be loaded.
        VectorSpaceMismatch: the encoder on this machine does not map into the vectors of the index.
    """
    index = snapshot.lexical
    stems = content_stems(text)
    weight = lexical_weight(text)
    informative = informative_stems(stems, index.frequency, index.text_count)
    words = lexical_shares(index, informative, expected=min(1.0, weight + EXPECTED_SHARE_ABOVE_WEIGHT))
    query = snapshot.encoder.vector(text)
    meaning = cosines(snapshot.vectors, query)
    usable = np.where(snapshot.used_rows, meaning, np.float32(-np.inf))
    moved = moved_query(snapshot.vectors, query, usable, words, weight - SENTENCE_WEIGHT)
    near = cosines(snapshot.vectors, moved)
    fused = fuse([(1.0, near), (weight, words)])
    as_sentence = fuse([(1.0, near), (SENTENCE_WEIGHT, words)])
    unknown = sum(index.frequency(stem) == 0 for stem in stems)
    return MatchedTexts(relevance(fused, as_sentence), stems, unknown / len(stems) if stems else 1.0)
