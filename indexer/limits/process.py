"""Limits of a process that reads what anybody may have made: memory, time of the processor, and not to outlive the
process that started it."""

import os
import signal
import sys
import time
from ctypes import CDLL
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

_PR_SET_PDEATHSIG = 1
"""Of <linux/prctl.h>."""
_KILLED = 9
OUT_OF_TIME = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None
"""The exit code of a process whose time of the processor has run out."""


def limit_process(memory: int, parent: int, seconds: float | None = None) -> None:
    """Bound this process.

    Args:
        memory: bytes of address space that it may take.
        parent: number of the process that started it, which it does not outlive.
        seconds: of the processor that it may take; None where `limit_processor` says so for each piece of work.
    """
    _limit("RLIMIT_AS", memory)
    # No memory goes to disk where the system ends the process: words of a user are in it.
    _limit("RLIMIT_CORE", 0)
    if seconds is not None:
        limit_processor(seconds)
    _end_with(parent)


def limit_processor(seconds: float) -> None:
    """Let this process take that many more seconds of the processor, and then end, whatever it does.

    The system ends it: a pattern or a library in C does not hear of what happens in Python meanwhile.
    """
    _limit("RLIMIT_CPU", int(time.process_time() + seconds) + 1)


def _limit(what: str, most: int) -> None:
    """Let this process take no more of something, where the system can say so."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    kind = getattr(resource, what)
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, be it killed."""
    if sys.platform == "linux":
        CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before this was said
            os._exit(_KILLED)
    elif started_by := parent_process():
        sentinel = started_by.sentinel
        Thread(target=lambda: (wait([sentinel]), os._exit(_KILLED)), daemon=True).start()
