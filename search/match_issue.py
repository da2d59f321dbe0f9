"""From an issue in an NGO's own words to one score per text row: both legs, feedback, fusion, calibration."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from search.calibrated_relevance import relevance
from search.fuse_scores import fuse
from search.informative_words import content_stems, informative_stems
from search.lexical_index import LexicalIndex
from search.lexical_scores import lexical_shares
from search.query_shape import SENTENCE_WEIGHT, lexical_weight
from search.rights_glossary import english_terms, language_of
from search.semantic_scores import Vectors, cosines, moved_query

EXPECTED_SHARE_ABOVE_WEIGHT = 0.3
"""The more a query is a name, the more of its words a text must hold: this much more than the lexical weight."""


class IssueEncoder(Protocol):
    """Maps an issue into the vector space of the texts."""

    def vector(self, text: str) -> Vectors:
        """The unit vector of a text."""
        ...


class SearchedTexts(Protocol):
    """What an issue is matched with; a Snapshot is one."""

    @property
    def lexical(self) -> LexicalIndex:
        """Posting lists of the texts."""
        ...

    @property
    def vectors(self) -> Vectors:
        """One unit vector per text row."""
        ...

    @property
    def used_rows(self) -> NDArray[np.bool_]:
        """The text rows that entries have."""
        ...

    @property
    def encoder(self) -> IssueEncoder:
        """The query's side of the vector space."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class MatchedTexts:
    """How every text row stands to an issue."""

    relevance: NDArray[np.float64]
    """Probability that it is on the issue, per text row."""
    read_as: str
    """The English terms that an issue in another language was read as; empty for one read as it stands."""
    stems: tuple[str, ...]
    """Stems of the issue's content words."""
    unknown_share: float
    """Share of those that no text holds."""


def match_issue(texts: SearchedTexts, text: str) -> MatchedTexts:
    """Score all text rows; filters come after, so that they never change how relevant a text is.

    Raises:
        EncoderError: the encoder of the index cannot be loaded.
        VectorSpaceMismatch: the encoder on this machine does not map into the vectors of the index.
    """
    index = texts.lexical
    read_as = english_terms(text, language_of(text))
    text = read_as or text
    stems = content_stems(text)
    weight = lexical_weight(text)
    informative = informative_stems(stems, index.frequency, index.text_count)
    words = lexical_shares(index, informative, expected=min(1.0, weight + EXPECTED_SHARE_ABOVE_WEIGHT))
    query = texts.encoder.vector(text)
    meaning = cosines(texts.vectors, query)
    usable = np.where(texts.used_rows, meaning, np.float32(-np.inf))
    moved = moved_query(texts.vectors, query, usable, words, weight - SENTENCE_WEIGHT)
    near = cosines(texts.vectors, moved)
    fused = fuse([(1.0, near), (weight, words)])
    as_sentence = fuse([(1.0, near), (SENTENCE_WEIGHT, words)])
    unknown = sum(index.frequency(stem) == 0 for stem in stems)
    return MatchedTexts(relevance(fused, as_sentence), read_as, stems, unknown / len(stems) if stems else 1.0)
