"""Scores of a text for each of some classes: kernel ridge regression, with one linear and one radial part.

The linear part adds what each term of a text and each number of its vector says for a class. For the radial part a
text is a point on a sphere, and its score depends on how near it lies to each of some thousand texts learnt from. The
files of scorers are made by benches/fit_classifiers.py; docs/classification.md explains the method.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoders.low_rank_changes import as_whole_numbers

WIDTH = 0.3
"""Of the radial part: a text at cosine c from another counts exp((c - 1) / WIDTH) of it."""
TEXTS_AT_ONCE = 2_000

Floats = NDArray[np.float32]
Terms = Sequence[Iterable[str]]
"""The terms of each text, as often as they stand in it."""


@dataclass(frozen=True, slots=True, eq=False)
class TextScorer:
    """What was learnt from texts, as arrays."""

    terms: Mapping[str, int]
    """Row of each known term in the arrays by term."""
    term_weights: Floats
    """How much each term counts: its rarity and how well it tells classes apart."""
    term_scores: Floats
    """(terms, classes), the linear part."""
    vector_scores: Floats
    """(dimension of the vectors, classes), the linear part."""
    term_axes: Floats
    """(terms, axes): where a text lies on the sphere."""
    vector_axes: Floats
    """(dimension of the vectors, axes)."""
    centres: Floats
    """(centres, axes): texts learnt from, of about unit length."""
    centre_scores: Floats
    """(centres, classes), the radial part."""
    base: Floats
    """(classes): the score of a text of which nothing is known."""

    def scores(self, terms: Terms, vectors: Floats) -> Floats:
        """(texts, classes): about 1 where a class fits, about -1 where it does not."""
        starts = range(0, len(terms), TEXTS_AT_ONCE)
        parts = [self._scores(terms[at : at + TEXTS_AT_ONCE], vectors[at : at + TEXTS_AT_ONCE]) for at in starts]
        return np.concatenate(parts) if parts else np.empty((0, len(self.base)), dtype=np.float32)

    def _scores(self, terms: Terms, vectors: Floats) -> Floats:
        counted = weighed(count_terms(terms, self.terms), self.term_weights)
        linear = counted @ self.term_scores + vectors @ self.vector_scores
        near = nearness(on_sphere(counted @ self.term_axes + vectors @ self.vector_axes), self.centres)
        return np.asarray(linear + near @ self.centre_scores + self.base)


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """How much each known term counts in each text: a sparse array (texts, terms), row by row."""

    counts: Floats
    """Of all rows, one after the other."""
    terms: NDArray[np.int32]
    """The term of each count."""
    ends: NDArray[np.int64]
    """Where each row begins, and where the last one ends."""

    def __matmul__(self, of_terms: Floats) -> Floats:
        """(texts, n): the product with a dense array (terms, n)."""
        found = np.zeros((len(self.ends) - 1, of_terms.shape[1]), dtype=np.float32)
        for row, (start, end) in enumerate(pairwise(self.ends.tolist())):
            found[row] = self.counts[start:end] @ of_terms[self.terms[start:end]]
        return found


def count_terms(terms: Terms, known: Mapping[str, int]) -> TermCounts:
    """1 + log of how often each known term stands in each text."""
    counts = [Counter(known[term] for term in of_text if term in known) for of_text in terms]
    ends = np.cumsum([0, *map(len, counts)])
    columns = np.fromiter((term for count in counts for term in count), np.int32, ends[-1])
    often = np.fromiter((times for count in counts for times in count.values()), np.float32, ends[-1])
    return TermCounts(1 + np.log(often), columns, ends)


def weighed(counted: TermCounts, weights: Floats) -> TermCounts:
    """The counts weighed by term, and the rows made of unit length; a row of zeros stays one."""
    counts = counted.counts * weights[counted.terms]
    rows = np.repeat(np.arange(len(counted.ends) - 1), np.diff(counted.ends))
    lengths = np.sqrt(np.bincount(rows, counts**2, minlength=len(counted.ends) - 1))
    return TermCounts((counts / np.maximum(lengths, 1e-9)[rows]).astype(np.float32), counted.terms, counted.ends)


def on_sphere(points: Floats) -> Floats:
    """Points as rows of unit length."""
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9))


def nearness(points: Floats, centres: Floats) -> Floats:
    """(points, centres): 1 for the same place on the sphere, less the farther away."""
    return np.asarray(np.exp((points @ centres.T - 1) / WIDTH))


_WHOLE = ("term_scores", "term_axes", "centres")
"""Arrays kept as whole numbers from -127 to 127, with one factor a column."""
_HALF = ("term_weights", "vector_scores", "vector_axes", "centre_scores")
"""Arrays kept as floating-point numbers of 16 bits."""


def pack(scorer: TextScorer) -> dict[str, NDArray[Any]]:
    """A scorer as the arrays of its file."""
    stored: dict[str, NDArray[Any]] = {"terms": np.frombuffer("\n".join(scorer.terms).encode(), dtype=np.uint8)}
    for name in _WHOLE:
        stored[name], stored[f"{name}_factor"] = as_whole_numbers(getattr(scorer, name))
    for name in _HALF:
        stored[name] = getattr(scorer, name).astype(np.float16)
    return {**stored, "base": scorer.base}


def unpack(stored: Mapping[str, NDArray[Any]]) -> TextScorer:
    """The scorer of a file's arrays, among which there may be others."""
    terms = bytes(stored["terms"]).decode().split("\n")
    arrays = {each.name: stored[each.name].astype(np.float32) for each in fields(TextScorer) if each.name != "terms"}
    for name in _WHOLE:
        arrays[name] *= stored[f"{name}_factor"]
    return TextScorer(terms={term: row for row, term in enumerate(terms)}, **arrays)
