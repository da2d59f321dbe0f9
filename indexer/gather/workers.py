"""Read many documents at once, each in a process of its own that may fail without ending the run."""

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, TimeoutError, as_completed
from contextlib import contextmanager
from functools import cache
from multiprocessing import resource_tracker
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from indexer.code_digest import READING, code_digest
from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.packed_extract import PackedExtract
from indexer.gather.source_files import SourceFile
from indexer.limits.memory import NEEDED_MEMORY, machine_memory
from indexer.limits.process import OUT_OF_TIME, limit_process, limit_processor
from indexer.sources.document import TABLE_SUFFIXES, read_document
from models.errors import DocumentError
from models.files.unreadable import cannot_be_opened, too_much_work
from models.messages.message import Message
from models.messages.spoken import saying, system_words
from models.reviews.states import StateTable

SECONDS_PER_FILE = 120
PROCESSOR_SECONDS = 60
"""Of the processor, which other programs do not use up. The longest documents, reports of the Council, take 6."""
TABLE_PATIENCE = 10
"""A table or export may take this many times longer: it has up to a million rows, read a row at a time."""
MOST_MEMORY = 3 * 2**30
"""Bytes of address space that one process takes at most."""
MEMORY_SHARE = 0.75
"""The part of the machine's memory that all of them may take."""
MAX_ERROR_CHARACTERS = 200
"""Of the words of an error that nobody foresaw."""

ReadDocument = Callable[..., DocumentExtract | PackedExtract]
"""Takes a file, the name that reports call it, the States, and what the user says of the file, if anything; raises
DocumentError."""
ReadOutcome = DocumentExtract | PackedExtract | SkippedFile


def read_documents(
    files: Sequence[SourceFile],
    states_csv: Path | None,
    jobs: int,
    *,
    seconds_per_file: float = SECONDS_PER_FILE,
    processor_seconds: float = PROCESSOR_SECONDS,
    read: ReadDocument = read_document,
) -> Iterator[ReadOutcome]:
    """Read files in `jobs` processes and yield what each gave, as it comes, the longest files first.

    A file that takes too long, needs too much memory or ends its process is a SkippedFile.
    """
    # A fresh process holds no threads, locks or memory of this one; starting one takes half a second.
    context = multiprocessing.get_context("spawn")
    workers, memory = workers_and_memory(min(jobs, len(files)) or 1, machine_memory())
    pool = ProcessPool(max_workers=workers, initializer=limit_process, initargs=(memory, os.getpid()), context=context)
    try:
        waiting: dict[Future[ReadOutcome], SourceFile] = {}
        with _interrupts_for_this_thread_only():
            for file in sorted(files, key=lambda file: -file.size):
                arguments = (read, file, states_csv, _patience(file) * processor_seconds)
                timeout = _patience(file) * seconds_per_file
                waiting[pool.schedule(_read_in_worker, arguments, timeout=timeout)] = file
        for future in as_completed(list(waiting)):
            yield _outcome(future, waiting.pop(future))
    finally:
        pool.stop()
        pool.join()


def _patience(file: SourceFile) -> int:
    return TABLE_PATIENCE if file.path.suffix.lower() in TABLE_SUFFIXES else 1


def known_states(states_csv: Path | None) -> StateTable:
    """The built-in States and those of a sample, if its table is given."""
    states = StateTable.built_in()
    return states if states_csv is None else states.extended(states_csv)


def _outcome(future: Future[ReadOutcome], file: SourceFile) -> ReadOutcome:
    try:
        return future.result()
    except TimeoutError:
        reason = too_much_work(file.name)
    except ProcessExpired as error:
        reason = too_much_work(file.name)
        if error.exitcode == OUT_OF_TIME:  # it would take as long again
            return SkippedFile(file.name, file.digest, reason, lasting=True)
    except BrokenExecutor:
        reason = saying(
            "%(name)s was not read, because all reading programs were ended: run the command again.", name=file.name
        )
    except Exception as error:  # what cannot be brought over from the other process, of any kind
        reason = unforeseen(file.name, error)
    return SkippedFile(file.name, file.digest, reason)


def _read_in_worker(
    read: ReadDocument, file: SourceFile, states_csv: Path | None, processor_seconds: float
) -> ReadOutcome:
    limit_processor(processor_seconds)
    name = file.name
    try:
        states = _states_in_worker(states_csv)
        return read(file.path, name, states, file.told) if file.told else read(file.path, name, states)
    except Exception as error:  # one file never ends a run, whatever is wrong with it
        # What a full machine makes fail may go well next time: libraries and readers call it damage of the file.
        if _came_of(error, MemoryError):
            return SkippedFile(name, file.digest, too_much_work(name))
        if isinstance(error, DocumentError):
            return SkippedFile(name, file.digest, error.sentence, lasting=not _came_of(error, OSError))
        if isinstance(error, OSError):
            return SkippedFile(name, file.digest, cannot_be_opened(name, error))
        return SkippedFile(name, file.digest, unforeseen(name, error), lasting=True)


def _came_of(error: BaseException, kind: type[Exception]) -> bool:
    """Whether an error is of a kind, or was raised while one of that kind was handled."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__ or cause.__context__
    return cause is not None


def unforeseen(name: str, error: Exception) -> Message:
    """Says of a file that reading it failed in a way of which nobody thought."""
    words = str(error)[:MAX_ERROR_CHARACTERS]
    return saying(
        "%(name)s could not be read (%(error)s); please report this to the makers.",
        name=name,
        error=system_words(f"{type(error).__name__}: {words}"),
    )


@cache
def _states_in_worker(states_csv: Path | None) -> StateTable:
    """Loaded once in each worker."""
    return known_states(states_csv)


def workers_and_memory(jobs: int, machine: int | None) -> tuple[int, int]:
    """How many processes read at once, and how many bytes of memory each may take.

    Args:
        jobs: how many are wanted.
        machine: bytes that the machine has for all of them, None where it does not say.
    """
    if machine is None:
        return jobs, MOST_MEMORY
    for_all = int(machine * MEMORY_SHARE)
    workers = max(1, min(jobs, for_all // NEEDED_MEMORY))
    return workers, min(MOST_MEMORY, for_all // workers)


@contextmanager
def _interrupts_for_this_thread_only() -> Iterator[None]:
    """Let what is started within, threads and their processes, not see Ctrl+C: this thread ends them in order.

    A terminal sends SIGINT to all of them, and each would print where it was. What is blocked stays so in the threads
    and processes that a thread starts (signal(7)).
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    # Python's tracker of shared resources, when it is started, lets the signal through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def reader_digest(states_csv: Path | None) -> str:
    """One digest over everything that decides what a file gives: our code and tables, the libraries, the States."""
    whole = hashlib.sha256(code_digest(READING).encode())
    if states_csv is not None:
        whole.update(states_csv.read_bytes())
    return whole.hexdigest()
