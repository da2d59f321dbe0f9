"""Limits of a process that reads what anybody may have made: memory, time of the processor, and not to outlive the
process that started it."""

import os
import signal
import sys
from ctypes import CDLL
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

_PR_SET_PDEATHSIG = 1
"""Of <linux/prctl.h>."""
_KILLED = 9
SECONDS_MORE = 10
"""Of the processor, beside those of the clock that somebody waits: a process whose end nobody sees ends by itself."""


def limit_process(memory: int, parent: int, seconds: float | None = None) -> None:
    """Bound this process.

    Args:
        memory: bytes of address space that it may take.
        parent: number of the process that started it, which it does not outlive.
        seconds: of the processor that it may take; None where `limit_processor` says so for each piece of work.
    """
    limit_memory(memory)
    _leave_no_dump()
    if seconds is not None:
        limit_processor(seconds)
    _end_with(parent)


def limit_memory(limit: int) -> None:
    """Let this process take no more than so many bytes of address space, where the system can say so."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def limit_processor(seconds: float) -> None:
    """Let this process take that many more seconds of the processor, and then end, whatever it does.

    The system ends it: a pattern or a library in C does not hear of what happens in Python meanwhile.
    """
    try:
        import resource
    except ImportError:  # not on Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime + seconds + SECONDS_MORE)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _leave_no_dump() -> None:
    """Let the system write no memory of this process to disk where it ends it: words of a user are in it."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, be it killed."""
    if sys.platform == "linux":
        CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before this was said
            os._exit(_KILLED)
    elif started_by := parent_process():
        sentinel = started_by.sentinel
        Thread(target=lambda: (wait([sentinel]), os._exit(_KILLED)), daemon=True).start()
