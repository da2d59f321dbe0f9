"""Whoosh's posting lists and columns, read as arrays.

Whoosh hands postings and the values of columns out one by one, in Python: some 5 µs each, a second for a word that
200,000 texts hold. In its files lie blocks of pickled tuples and plain numbers, which numpy takes whole: a fiftieth
of that. They are no public part of Whoosh, whose version is therefore an exact one (pyproject.toml).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Block(NamedTuple):
    """Postings that Whoosh stored together."""

    documents: NDArray[np.int64]
    """Whoosh's numbers of the documents in its segment, ascending."""
    counts: NDArray[np.float32]
    """How often the word stands in each."""


def blocks_of(matcher: Any) -> Iterator[Block]:
    """The blocks of a word's matcher in one segment."""
    from whoosh.codec.whoosh3 import W3LeafMatcher

    if not isinstance(matcher, W3LeafMatcher):
        # The single posting of a rare word stands in the table of words.
        yield Block(np.array([matcher.id()]), np.array([matcher.weight()], dtype=np.float32))
        return
    while matcher.is_active():
        matcher._read_data()
        distances, counts, _ = matcher._data
        documents = np.cumsum(np.array(distances, dtype=np.int64))
        if counts is None or isinstance(counts, float):
            counts = np.full(len(documents), counts or 1.0)
        yield Block(documents, np.asarray(counts, dtype=np.float32))
        matcher._next_block()


def numbers_of(column: Any) -> NDArray[np.int64]:
    """The values of a column of whole numbers of 32 bits in one segment, as it is read without translation."""
    stored = column._dbfile.get(column._basepos, column._count * column._fixedlen)
    numbers = np.full(len(column), column._default, dtype=np.int64)
    numbers[: column._count] = np.frombuffer(stored, dtype=np.dtype(column._typecode).newbyteorder(">"))
    # Whoosh adds this so that signed numbers sort as unsigned ones.
    return numbers - 2**31
