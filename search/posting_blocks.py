"""Whoosh's posting lists, a block at a time.

Whoosh hands postings out one by one, in Python: some 5 µs each, a second for a word that 200,000 texts hold. Its
blocks lie in the file as pickled tuples, which numpy takes whole: a twentieth of that. They are no public part of
Whoosh, whose version is therefore an exact one (pyproject.toml).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Block(NamedTuple):
    """Postings that Whoosh stored together."""

    documents: NDArray[np.int64]
    """Whoosh's numbers of the documents, ascending."""
    counts: NDArray[np.float32]
    """How often the word stands in each."""
    values: Sequence[bytes]
    """Where it stands in each, for `positions_in`."""


@lru_cache(100_000)
def positions_in(value: bytes) -> tuple[int, ...]:
    """The positions that a value stands for, from 0. Most words stand once in a text, so that few values differ."""
    from whoosh.formats import Positions

    return tuple(Positions().decode_positions(value))


def blocks_of(matcher: Any, wanted: NDArray[np.int64] | None) -> Iterator[Block]:
    """The blocks of a word's matcher in one segment.

    `wanted` are ascending numbers of documents; blocks that hold none of them are not decoded.
    """
    from whoosh.codec.whoosh3 import W3LeafMatcher

    if not isinstance(matcher, W3LeafMatcher):
        # The single posting of a rare word stands in the table of words.
        yield Block(np.array([matcher.id()]), np.array([matcher.weight()], np.float32), [matcher.value()])
        return
    after = -1
    while matcher.is_active():
        last = matcher.block_max_id()
        if wanted is None or np.searchsorted(wanted, after, "right") < np.searchsorted(wanted, last, "right"):
            yield _decoded(matcher)
        after = last
        matcher._next_block()


def _decoded(matcher: Any) -> Block:
    matcher._read_data()
    distances, counts, values = matcher._data
    documents = np.cumsum(np.array(distances, dtype=np.int64))
    if counts is None or isinstance(counts, float):
        counts = np.full(len(documents), counts or 1.0)
    return Block(documents, np.asarray(counts, dtype=np.float32), values)
