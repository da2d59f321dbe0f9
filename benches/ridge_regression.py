"""Least squares and support vector machines over blocks of features, all labels at once, by conjugate gradients.

Both minimise the sum of weighted losses + penalty x the squares of the weights; no matrix of texts by texts is made.
The squared hinge loss is minimised by Newton's method: each step is a least-squares fit to the texts that are still
inside the margin (Keerthi and DeCoste, "A modified finite Newton method for fast solution of large scale linear
SVMs", 2005).
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from indexer.classify.scorer import Floats

MOST_STEPS = 150
NEAR_ENOUGH = 3e-3
"""Share of the first residual at which a fit ends."""
NEWTON_STEPS = 8


class Blocks:
    """Features of texts in several arrays, dense or sparse, side by side."""

    def __init__(self, blocks: Sequence[Any]) -> None:
        """Each block has one row a text."""
        self._blocks = [(block, block.T.tocsr() if hasattr(block, "tocsr") else block.T) for block in blocks]
        self._ends = np.cumsum([block.shape[1] for block in blocks])

    @property
    def width(self) -> int:
        """How many features there are."""
        return int(self._ends[-1])

    def split(self, weights: Floats) -> list[Floats]:
        """The weights of each block."""
        return np.split(weights, self._ends[:-1])

    def times(self, weights: Floats) -> Floats:
        """(texts, labels) from (features, labels)."""
        parts = zip(self._blocks, self.split(weights), strict=True)
        return np.asarray(sum(block @ of_block for (block, _), of_block in parts))

    def transposed_times(self, values: Floats) -> Floats:
        """(features, labels) from (texts, labels)."""
        return np.vstack([turned @ values for _, turned in self._blocks])


def ridge(features: Blocks, targets: Floats, penalty: float, counts: Floats, start: Floats | None = None) -> Floats:
    """Weights (features, labels) of least squares; `counts` says how much each text, or text and label, counts."""
    if start is None:
        start = np.zeros((features.width, targets.shape[1]), dtype=np.float32)

    def normal(weights: Floats) -> Floats:
        return features.transposed_times(counts * features.times(weights)) + np.float32(penalty) * weights

    return _solve(normal, features.transposed_times(counts * targets), start)


def squared_hinge(features: Blocks, targets: Floats, penalty: float) -> Floats:
    """Weights (features, labels) of support vector machines with squared hinge loss; targets are -1 and 1."""
    weights = ridge(features, targets, penalty, np.ones_like(targets))
    for _ in range(NEWTON_STEPS):
        inside = (features.times(weights) * targets < 1).astype(np.float32)
        weights = ridge(features, targets, penalty, inside, weights)
    return weights


def _solve(operator: Callable[[Floats], Floats], wanted: Floats, solution: Floats) -> Floats:
    """Conjugate gradients for every column, until the last one is near enough."""
    residual = wanted - operator(solution)
    direction = residual.copy()
    size = np.square(residual).sum(axis=0)
    enough = np.square(wanted).sum(axis=0) * NEAR_ENOUGH**2
    for _ in range(MOST_STEPS):
        if (size <= enough).all():
            break
        image = operator(direction)
        step = size / np.maximum((direction * image).sum(axis=0), 1e-20)
        solution = solution + step * direction
        residual -= step * image
        before, size = size, np.square(residual).sum(axis=0)
        direction = residual + size / np.maximum(before, 1e-20) * direction
    return solution
