"""Issues in other languages: from an issue to a vector among those of the English texts, and back to check it.

A map between two encoders' spaces (models.multilingual_encoder) blurs an issue. So it only chooses the texts that may
be on the issue; the multilingual encoder then reads these texts themselves, in English, and compares them with the
issue in its own language. The closest draw the issue's vector towards theirs, and order what is near.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.multilingual_encoder import MultilingualEncoder
from models.other_languages import with_terms
from search.query_encoder import mean_vector
from search.read_issue import IssueReading
from search.semantic_scores import Vectors, highest, unit

COMPARED_TEXTS = 64
COMPARED_CHARACTERS = 300
"""Of a text; few are longer."""
DRAWING_TEXTS = 10
DRAWN_SHARE = 0.3
SHARPNESS = 0.02
"""Difference in closeness over which a text's say falls to 1/e."""


class IssueEncoder(Protocol):
    """Maps an issue into the vector space of the texts."""

    def vector(self, text: str) -> Vectors:
        """The unit vector of a text in the language of the texts searched."""
        ...

    def told(self, text: str) -> Vectors | None:
        """The unit vector of an English issue by what was learnt of how people tell one; None in another space."""
        ...

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for other languages; None where it does not fit the vectors of the texts."""
        ...


def issue_vector(encoder: IssueEncoder, reading: IssueReading) -> Vectors:
    """The unit vector of an issue in the space of the texts, by its meaning and by its English terms."""
    multilingual = encoder.multilingual() if reading.is_translated else None
    if multilingual is None:
        own = encoder.vector(reading.written_out)
    else:
        own = multilingual.mapped(mean_vector(multilingual.encode, reading.written_out))
    if not reading.terms:
        return own
    return with_terms(own, encoder.vector(reading.terms))


@dataclass(frozen=True, slots=True, eq=False)
class ComparedTexts:
    """The texts that were compared with an issue in its own language."""

    rows: NDArray[np.intp]
    closeness: Vectors
    """Cosine of each with the issue."""

    def drawn(self, vector: Vectors, vectors: Vectors) -> Vectors:
        """The issue's vector, drawn towards the `vectors` of the closest texts."""
        best = np.argsort(-self.closeness)[:DRAWING_TEXTS]
        weights = np.exp((self.closeness[best] - self.closeness[best].max(initial=-1.0)) / np.float32(SHARPNESS))
        return unit((1 - DRAWN_SHARE) * vector + DRAWN_SHARE * unit(weights @ vectors[self.rows[best]]))

    def ordered(self, near: Vectors) -> Vectors:
        """The nearness of all texts, the compared ones having theirs in the order of nearness and closeness together.

        What is given away are the same numbers, so that what they mean as probabilities stays.
        """
        order = np.argsort(-(near[self.rows] + self.closeness), kind="stable")
        ordered = near.copy()
        ordered[self.rows[order]] = np.sort(near[self.rows])[::-1]
        return ordered


def compare_texts(
    encoder: IssueEncoder,
    reading: IssueReading,
    near: Vectors,
    used_rows: NDArray[np.bool_],
    texts_at: Callable[[NDArray[np.intp]], Sequence[str]],
) -> ComparedTexts | None:
    """Compare an issue in another language with the nearest texts; None for one that is not to be compared.

    `near` holds the nearness of each text row, `used_rows` says which may be used; `texts_at` gives the texts of rows.
    """
    multilingual = encoder.multilingual() if reading.is_translated else None
    if multilingual is None:
        return None
    rows = highest(np.where(used_rows, near, np.float32(-np.inf)), COMPARED_TEXTS)
    texts = multilingual.encode([text[:COMPARED_CHARACTERS] for text in texts_at(rows)])
    return ComparedTexts(rows, texts @ mean_vector(multilingual.encode, reading.written_out))
