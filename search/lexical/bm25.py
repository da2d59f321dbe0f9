"""The lexical retriever: BM25F over the words of a query.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; with the one field that
texts have, BM25F is BM25. With tf the count of a word in a text, n the number of texts that hold it, N all texts:

    score = sum over words of  idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average length))
    idf   = ln(1 + (N - n + 0.5) / (n + 0.5))
"""

from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.scoring import BM25F

from search.lexical.index import LexicalIndex
from search.numbers import BM25


class Bm25(BM25F):  # type: ignore[misc]  # Whoosh has no types
    """BM25 for Whoosh's Searcher, whose own formula differs in the idf alone."""

    def __init__(self) -> None:
        """With the parameters of numbers.json."""
        super().__init__(B=BM25.b, K1=BM25.k1)

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        """How much it says that a text holds the word."""
        texts = searcher.get_parent()
        return _idf(texts.doc_frequency(fieldname, text), texts.doc_count_all())


def inverse_document_frequency(index: LexicalIndex, stem: str) -> float:
    """How much it says that a text holds the word; most for one that no text holds."""
    return _idf(index.frequency(stem), index.text_count)


def _idf(holding: int, texts: int) -> float:
    return log(1 + (texts - holding + 0.5) / (holding + 0.5))


def bm25f(index: LexicalIndex, stems: Sequence[str]) -> NDArray[np.float32]:
    """One score per text row, 0 where no word of the query stands."""
    scores = np.zeros(index.row_count, dtype=np.float32)
    for stem in stems:
        found = index.postings(stem)
        length = 1 - BM25.b + BM25.b * index.lengths[found.rows] / index.average_length
        weight = inverse_document_frequency(index, stem) * (BM25.k1 + 1)
        scores[found.rows] += weight * found.counts / (found.counts + BM25.k1 * length)
    return scores


def lexical_shares(index: LexicalIndex, stems: Sequence[str], expected: float) -> NDArray[np.float32]:
    """BM25F scores as shares of what could be, 0 to 1 per text row.

    1 is the best text found, or one of average length that holds the `expected` share (0 to 1) of the words' weight
    once, whichever is more: where a query's words are mostly missing from the index, no text gets a high share.
    """
    scores = bm25f(index, stems)
    possible = expected * sum(inverse_document_frequency(index, stem) for stem in stems)
    best = max(float(scores.max(initial=0.0)), possible)
    return scores / np.float32(best) if best > 0 else scores
