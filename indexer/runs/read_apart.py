"""Read a submission, or what a server sent, in a process with limits of time and memory: it may be anything.

The bytes of a submission go there and its paragraphs come back through a pipe: no file is written.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from indexer.read.submission import submission_paragraphs
from indexer.runs.machine_memory import NEEDED_MEMORY, limit_memory
from models.errors import UnreadableDocument
from models.spoken import saying

MOST_BYTES = 10_000_000
SECONDS = 30.0
AT_ONCE = 1
"""Documents that this process has read at the same time; others wait their turn."""
_turns = BoundedSemaphore(AT_ONCE)
_Arguments = ParamSpec("_Arguments")
_Found = TypeVar("_Found")


def submission_read_apart(name: str, content: bytes) -> tuple[str, ...]:
    """The paragraphs of a submission.

    Raises:
        UnreadableDocument: it cannot be read, in the time and memory that any submission needs.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableDocument(
            saying(
                "%(name)s is larger than %(most)s MB: save it without its images.",
                name=name,
                most=MOST_BYTES // 1_000_000,
            )
        )
    return run_apart(name, submission_paragraphs, name, content)


def run_apart(
    name: str, read: Callable[_Arguments, _Found], /, *arguments: _Arguments.args, **named: _Arguments.kwargs
) -> _Found:
    """What a function finds in a document called `name`; the errors that it raises are raised here.

    Raises:
        UnreadableDocument: it takes more time or memory than any document needs.
    """
    context = multiprocessing.get_context("spawn")
    with _turns:
        pool = ProcessPool(max_workers=1, initializer=limit_memory, initargs=(NEEDED_MEMORY,), context=context)
        try:
            found: _Found = pool.schedule(read, arguments, named, timeout=SECONDS).result()
        except TimeoutError as error:
            raise UnreadableDocument(
                saying("%(name)s is far more work to read than a submission: save it anew.", name=name)
            ) from error
        except (ProcessExpired, MemoryError) as error:
            raise UnreadableDocument(
                saying("%(name)s cannot be read: it may be damaged; save it anew.", name=name)
            ) from error
        else:
            return found
        finally:
            pool.stop()
            pool.join()
