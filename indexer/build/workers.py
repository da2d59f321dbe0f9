"""Read many documents at once, each in a process of its own that may fail without ending the run."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, TimeoutError, as_completed
from functools import cache
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from indexer.build.source_files import SourceFile
from indexer.code_digest import READING, code_digest
from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.packed_extract import PackedExtract
from indexer.sources.document import TABLE_SUFFIXES, read_document
from models.errors import DocumentError
from models.reviews.states import StateTable

SECONDS_PER_FILE = 120
TABLE_PATIENCE = 10
"""A table or export may take this many times longer: it has up to a million rows, read a row at a time."""
MEMORY_PER_WORKER = 3 * 2**30
"""Bytes of address space; a report of a hundred pages needs a tenth of it."""

ReadDocument = Callable[[Path, str, StateTable], DocumentExtract | PackedExtract]
"""Takes a file, the name that reports call it, and the States; raises DocumentError."""
ReadOutcome = DocumentExtract | PackedExtract | SkippedFile


def read_documents(
    files: Sequence[SourceFile],
    states_csv: Path | None,
    jobs: int,
    *,
    seconds_per_file: float = SECONDS_PER_FILE,
    read: ReadDocument = read_document,
) -> Iterator[ReadOutcome]:
    """Read files in `jobs` processes and yield what each gave, as it comes, the longest files first.

    A file that takes too long, needs too much memory or ends its process is a SkippedFile.
    """
    # A fresh process holds no threads, locks or memory of this one; starting one takes half a second.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(max_workers=min(jobs, len(files)) or 1, initializer=_limit_memory, context=context)
    try:
        waiting: dict[Future[ReadOutcome], SourceFile] = {}
        for file in sorted(files, key=lambda file: -file.size):
            seconds = _seconds(file, seconds_per_file)
            waiting[pool.schedule(_read_in_worker, (read, file, states_csv), timeout=seconds)] = file
        for future in as_completed(list(waiting)):
            file = waiting.pop(future)
            yield _outcome(future, file, _seconds(file, seconds_per_file))
    finally:
        pool.stop()
        pool.join()


def _seconds(file: SourceFile, seconds_per_file: float) -> float:
    return seconds_per_file * (TABLE_PATIENCE if file.path.suffix.lower() in TABLE_SUFFIXES else 1)


def known_states(states_csv: Path | None) -> StateTable:
    """The built-in States and those of a sample, if its table is given."""
    states = StateTable.built_in()
    return states if states_csv is None else states.extended(states_csv)


def _outcome(future: Future[ReadOutcome], file: SourceFile, seconds: float) -> ReadOutcome:
    try:
        return future.result()
    except TimeoutError:
        reason = f"{file.name} took longer than {seconds:g} seconds to read and was left out: try another copy of it."
    except ProcessExpired:
        reason = f"{file.name} ended the program that read it: it may be damaged; try another copy of it."
    except BrokenExecutor:
        reason = f"{file.name} was not read, because all reading programs were ended: run the command again."
    return SkippedFile(file.name, file.digest, reason)


def _read_in_worker(read: ReadDocument, file: SourceFile, states_csv: Path | None) -> ReadOutcome:
    name = file.name
    try:
        return read(file.path, name, _states_in_worker(states_csv))
    except DocumentError as error:
        return SkippedFile(name, file.digest, str(error), lasting=True)
    except MemoryError:
        return SkippedFile(name, file.digest, f"{name} needs too much memory to read: try another copy of it.")
    except OSError as error:
        return SkippedFile(name, file.digest, f"{name} cannot be opened ({error.strerror}): check that it may be read.")
    # One file never ends a run, whatever is wrong with it.
    except Exception as error:
        reason = f"{name} could not be read ({type(error).__name__}: {error}); please report this to the makers."
        return SkippedFile(name, file.digest, reason, lasting=True)


@cache
def _states_in_worker(states_csv: Path | None) -> StateTable:
    """Loaded once in each worker."""
    return known_states(states_csv)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_PER_WORKER if hard == resource.RLIM_INFINITY else min(MEMORY_PER_WORKER, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def reader_digest(states_csv: Path | None) -> str:
    """One digest over everything that decides what a file gives: our code and tables, the PDF library, the States."""
    whole = hashlib.sha256(code_digest(READING, "pdfminer.six").encode())
    if states_csv is not None:
        whole.update(states_csv.read_bytes())
    return whole.hexdigest()
