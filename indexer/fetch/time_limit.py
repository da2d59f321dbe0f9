"""A limit in seconds of the clock, for a server that sends a byte now and then and so never times out."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_AGAIN = 1.0
"""Seconds after which what goes on nevertheless is stopped again."""


class _OutOfTime(BaseException):
    """No Exception, for libraries catch those."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs within after so many seconds, more than none.

    Signals come to a main thread alone; elsewhere there is no limit but that of each read.

    Raises:
        TimeoutError: it took longer.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except _OutOfTime:
        raise TimeoutError from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _OutOfTime
