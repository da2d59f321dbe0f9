"""What is loaded once in a process, and is shared with the processes forked from it."""

from collections.abc import Callable, Hashable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

_Loaded = TypeVar("_Loaded")


def once(load: Callable[..., _Loaded]) -> Callable[..., _Loaded]:
    """A function that is called once with the same arguments; other threads wait for what it gives."""
    kept, loading = cache(load), Lock()

    @wraps(load)
    def loaded(*arguments: Hashable) -> _Loaded:
        with loading:
            return kept(*arguments)

    return loaded
