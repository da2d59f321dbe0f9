"""What is loaded once in a process, and is shared with the processes forked from it."""

from collections.abc import Callable, Hashable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

from models.files.memory import hand_back_freed

_Loaded = TypeVar("_Loaded")


def once(load: Callable[..., _Loaded]) -> Callable[..., _Loaded]:
    """A function that is called once with the same arguments; other threads wait for what it gives.

    What was freed meanwhile goes back to the system: the weights of an encoder pass through memory several times.
    """
    loading = Lock()

    @cache
    def kept(*arguments: Hashable) -> _Loaded:
        try:
            return load(*arguments)
        finally:
            hand_back_freed()

    @wraps(load)
    def loaded(*arguments: Hashable) -> _Loaded:
        with loading:
            return kept(*arguments)

    return loaded
