"""Fit a scorer of texts (indexer/classify/scorer.py) by kernel ridge regression."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from benches.ridge_regression import Blocks, ridge, squared_hinge
from indexer.classify.scorer import (
    Floats,
    TermCounts,
    Terms,
    TextScorer,
    count_terms,
    nearness,
    on_sphere,
    weighed,
)
from models.encoders.low_rank_changes import as_whole_numbers

LEAST_TEXTS = 3
"""A term of fewer texts is not learnt from."""
MOST_TERMS = 16_000
HINGE_PENALTY = 1.67
DISCRIMINATIVE = 0.75
"""How much the weights of a term in the first fit count in its weight: at 0, only its rarity counts."""
TERM_SHARE, VECTOR_SHARE = (np.float32(share**0.5) for share in (0.45, 0.55))
"""Their squares are the shares of terms and vectors in the likeness of two texts."""
AXES = 128
CENTRES = 4_000
SMALLEST_SPREAD = 1e-3


def fit_scorer(terms: Terms, vectors: Floats, targets: Floats, counts: Floats, penalty: float) -> TextScorer:
    """Learn from texts: their terms and vectors, 1 or -1 for each class, and how much each text counts (texts, 1).

    The higher the penalty on the squares of the weights, the less a single text can say.
    """
    known, weights = discriminative_terms(terms, targets)
    counted = as_sparse(weighed(count_terms(terms, known), weights), len(known))
    linear = [counted * TERM_SHARE, vectors * VECTOR_SHARE]
    term_axes, vector_axes = main_axes(linear)
    points = on_sphere(counted @ term_axes + vectors @ vector_axes)
    centres = as_stored(chosen(points, CENTRES))
    spread = spreading(centres)
    base = (counts * targets).sum(axis=0) / counts.sum()
    blocks = Blocks([*linear, nearness(points, centres) @ spread])
    of_terms, of_vectors, of_centres = blocks.split(ridge(blocks, targets - base, penalty, counts))
    return TextScorer(
        terms=known,
        term_weights=weights,
        term_scores=of_terms * TERM_SHARE,
        vector_scores=of_vectors * VECTOR_SHARE,
        term_axes=term_axes,
        vector_axes=vector_axes,
        centres=centres,
        centre_scores=spread @ of_centres,
        base=base,
    )


def discriminative_terms(terms: Terms, targets: Floats) -> tuple[dict[str, int], Floats]:
    """The terms that tell classes apart, in the order of the alphabet, and their weights.

    A term weighs its rarity times a power of its weights in support vector machines over terms alone.
    """
    texts_with = Counter(term for of_text in terms for term in set(of_text))
    known = {term: row for row, term in enumerate(sorted(t for t, count in texts_with.items() if count >= LEAST_TEXTS))}
    rarity = np.array([1 + np.log((1 + len(terms)) / (1 + texts_with[term])) for term in known], dtype=np.float32)
    counted = as_sparse(weighed(count_terms(terms, known), rarity), len(known))
    fitted = squared_hinge(Blocks([counted, np.ones((len(terms), 1), dtype=np.float32)]), targets, HINGE_PENALTY)
    discriminative = np.linalg.norm(fitted[:-1], axis=1)
    best = np.sort(np.argsort(-discriminative, kind="stable")[:MOST_TERMS])
    weights = rarity[best] * (discriminative[best] / discriminative[best].mean()) ** DISCRIMINATIVE
    names = list(known)
    return {names[place]: row for row, place in enumerate(best)}, weights.astype(np.float16).astype(np.float32)


def as_sparse(counted: TermCounts, terms: int) -> sparse.csr_matrix:
    """(texts, terms): what libraries that fit take."""
    return sparse.csr_matrix((counted.counts, counted.terms, counted.ends), shape=(len(counted.ends) - 1, terms))


def main_axes(linear: Sequence[Any]) -> tuple[Floats, Floats]:
    """The axes along which texts differ most, as they are stored: for terms and for vectors."""
    from sklearn.utils.extmath import randomized_svd

    features = sparse.hstack([linear[0], sparse.csr_matrix(linear[1])]).tocsr()
    axes = np.asarray(randomized_svd(features, AXES, n_iter=4, random_state=0)[2].T, dtype=np.float32)
    of_terms, of_vectors = np.split(axes, [linear[0].shape[1]])
    return as_stored(of_terms * TERM_SHARE), (of_vectors * VECTOR_SHARE).astype(np.float16).astype(np.float32)


def as_stored(array: Floats) -> Floats:
    """An array with what the file does not keep taken away: what rests on it is fitted to what will be used."""
    whole, factor = as_whole_numbers(array)
    return np.asarray(whole * factor, dtype=np.float32)


def chosen(points: Floats, count: int) -> Floats:
    """Some of the points, always the same."""
    return points[np.random.default_rng(0).permutation(len(points))[:count]]


def spreading(centres: Floats) -> Floats:
    """What turns nearness to centres into features whose products are the nearness of texts to each other.

    Williams and Seeger, "Using the Nystrom method to speed up kernel machines", 2001.
    """
    sizes, directions = np.linalg.eigh(nearness(centres, centres).astype(np.float64))
    return np.asarray(directions / np.sqrt(np.maximum(sizes, SMALLEST_SPREAD)), dtype=np.float32)
