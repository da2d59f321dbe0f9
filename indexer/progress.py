"""How a long run tells how far it is."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Advance = Callable[[int], None]
"""Takes how many steps were just done."""
Progress = Callable[[str, int], AbstractContextManager[Advance]]
"""Takes what is done ("Reading files") and how many steps it has."""


@contextmanager
def silent(what: str, steps: int) -> Iterator[Advance]:
    """No progress shown."""
    yield lambda done: None
