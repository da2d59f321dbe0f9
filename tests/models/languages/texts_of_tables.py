"""The texts of a file of words, wherever in its tables they stand."""

from collections.abc import Iterator
from typing import Any


def texts_of_tables(said: Any) -> Iterator[str]:
    """Those of a table, an array or a text itself; no keys."""
    if isinstance(said, str):
        yield said
    else:
        for each in said.values() if isinstance(said, dict) else said:
            yield from texts_of_tables(each)
