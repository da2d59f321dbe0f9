"""Read what somebody hands in, or what a server sent, in a process of its own with limits of time and memory: it may be
anything.

Its bytes go there and what was read comes back through a pipe: no file is written.
"""

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, TimeoutError
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from indexer.limits.memory import NEEDED_MEMORY
from indexer.limits.process import limit_process
from models.errors import UnreadableDocument
from models.files.unreadable import too_much_work

SECONDS = 30.0
PROCESSOR_SECONDS = 40.0
"""More than those of the clock that somebody waits: a process whose end nobody sees ends by itself."""
AT_ONCE = 1
"""Files that this process has read at the same time; others wait their turn."""
_turns = BoundedSemaphore(AT_ONCE)
_Arguments = ParamSpec("_Arguments")
_Found = TypeVar("_Found")


def run_apart(
    name: str, read: Callable[_Arguments, _Found], /, *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> _Found:
    """What a function of a module finds in a file called `name`; the errors that it raises are raised here.

    Raises:
        UnreadableDocument: it takes more time or memory than any such file needs, or ends its process.
    """
    context = multiprocessing.get_context("spawn")
    limits = (NEEDED_MEMORY, os.getpid(), PROCESSOR_SECONDS)
    with _turns:
        pool = ProcessPool(max_workers=1, initializer=limit_process, initargs=limits, context=context)
        try:
            found: _Found = pool.schedule(read, arguments, named, timeout=SECONDS).result()
        except TimeoutError as error:
            raise UnreadableDocument(too_much_work(name)) from error
        except (ProcessExpired, BrokenExecutor, MemoryError, RecursionError) as error:
            raise UnreadableDocument(too_much_work(name)) from error
        else:
            return found
        finally:
            pool.stop()
            pool.join()
