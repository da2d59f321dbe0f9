"""Read a submission in a process of its own, with limits of time and memory: anybody may hand in anything.

Its bytes go there and its paragraphs come back through a pipe: no file is written.
"""

import multiprocessing
from concurrent.futures import TimeoutError
from threading import BoundedSemaphore

from pebble import ProcessExpired, ProcessPool

from indexer.read.submission import submission_paragraphs
from indexer.runs.machine_memory import NEEDED_MEMORY, limit_memory
from models.errors import DocumentError, UnreadableDocument
from models.spoken import saying

MOST_BYTES = 10_000_000
SECONDS = 30.0
AT_ONCE = 1
"""Submissions that this process has read at the same time; others wait their turn."""
_turns = BoundedSemaphore(AT_ONCE)


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
    context = multiprocessing.get_context("spawn")
    with _turns:
        pool = ProcessPool(max_workers=1, initializer=limit_memory, initargs=(NEEDED_MEMORY,), context=context)
        try:
            found: tuple[str, ...] = pool.schedule(submission_paragraphs, (name, content), timeout=SECONDS).result()
        except DocumentError:
            raise
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
