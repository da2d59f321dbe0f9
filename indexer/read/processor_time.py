"""Limits in seconds of the processor: other programs on the machine do not use them up."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_AGAIN = 0.05
"""Seconds after which what goes on nevertheless is stopped again."""


class ProcessorTime:
    """The time that work in several steps may take of the processor."""

    def __init__(self, seconds: float) -> None:
        """What all steps may take together."""
        self._left = seconds

    @contextmanager
    def step(self, more: float = 0.0) -> Iterator[None]:
        """A step, for which the work may take so many seconds more.

        Raises:
            TimeoutError: it took more than what is left.
        """
        self._left += more
        started = time.process_time()
        with _stopped_after(self._left):
            yield
        self._left -= time.process_time() - started


class _OutOfTime(BaseException):
    """No Exception, for libraries catch those."""


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Stop what runs within after seconds of the processor, which other programs do not use up.

    Signals come to a main thread alone: reading in another one, or on Windows, has only the limit of its process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, _AGAIN), _AGAIN)
    try:
        yield
    except _OutOfTime:
        raise TimeoutError from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _OutOfTime
