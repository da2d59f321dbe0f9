"""Limits in seconds of the processor, which other programs on the machine do not use up."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

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
    """Stop what runs within after seconds of the processor.

    Signals come to a main thread alone: reading in another one, or on Windows, has only the limit of its process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    working = True

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if working:
            raise _OutOfTime

    def print_others(unraisable: "sys.UnraisableHookArgs") -> None:
        # Python prints what is raised in a callback of its collector or of a weak reference or at an object's end, and
        # goes on: the next signal stops that. Collecting takes long where a document has made millions of objects.
        if not isinstance(unraisable.exc_value, _OutOfTime):
            printed_before(unraisable)

    before = signal.signal(signal.SIGPROF, stop)
    printed_before, sys.unraisablehook = sys.unraisablehook, print_others
    signal.setitimer(signal.ITIMER_PROF, max(seconds, _AGAIN), _AGAIN)
    try:
        yield
    except _OutOfTime:
        raise TimeoutError from None
    finally:
        working = False  # a signal that comes while the timer is being stopped would leave it running
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        sys.unraisablehook = printed_before
