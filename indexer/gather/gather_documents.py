"""Which documents the new snapshot is made of: those given, read or known, and those kept from earlier runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.gathered_documents import GatheredDocuments
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.told import Told, told_in
from indexer.gather.source_files import SourceFile, find_source_files, with_told
from indexer.gather.told_documents import NAME as TABLE_OF_DOCUMENTS
from indexer.gather.workers import ReadDocument, read_documents, reader_digest, unforeseen
from indexer.progress import Progress
from indexer.sources.document import read_document
from indexer.write.cache import Cache
from indexer.write.previous_snapshot import PreviousSnapshot
from models.messages.spoken import saying


@dataclass(frozen=True, slots=True)
class Sources:
    """What the user gives to be read."""

    paths: tuple[Path, ...]
    states_csv: Path | None
    jobs: int
    read: ReadDocument = read_document
    """How one file is read; pickled for the processes that read."""
    told: Told | None = None
    """Of which review files are that do not say it themselves."""


def gather_documents(
    sources: Sources,
    folder: Path,
    previous: PreviousSnapshot | None,
    cache: Cache,
    *,
    fresh: bool,
    progress: Progress,
) -> GatheredDocuments:
    """Read what was never read by this code; `fresh` keeps nothing that is not given."""
    reader = reader_digest(sources.states_csv)
    found = [with_told(file, sources.told) for file in find_source_files(sources.paths, leave_out=folder)]
    readers = cache.readers()
    files, skipped = _distinct(found)
    # What a user said of a file once holds until something else is said of it.
    files = {
        digest: replace(file, told=file.told or _told_before(readers.get(digest))) for digest, file in files.items()
    }
    skipped_before = list(previous.refused()) if previous else []
    refused = {
        old.digest: old
        for code, old in skipped_before
        if old.digest in files and code == reader and files[old.digest].told is None
    }
    to_read = [
        file
        for digest, file in files.items()
        if readers.get(digest) != _reader_of(file, reader) and digest not in refused
    ]
    newly_skipped = _read(to_read, sources, cache, reader, progress)
    skipped += [*refused.values(), *newly_skipped]
    without_extract = {file.digest for file in skipped}
    given = {digest: file.name for digest, file in files.items() if digest not in without_extract}
    kept = _kept(previous, files, given, skipped, fresh=fresh)
    if not fresh:
        skipped += _still_skipped(skipped_before, files, {file.name for file in found}, reader)
    return GatheredDocuments(
        reader=reader,
        given=given,
        kept=kept,
        skipped=tuple(skipped),
        read={file.digest for file in to_read} & given.keys(),
        outdated=sum(_code_in(readers[digest]) != reader for digest in kept),
    )


_SAID = " said "


def _reader_of(file: SourceFile, reader: str) -> str:
    """By what a file is read: the code, and what the user says of it."""
    return f"{reader}{_SAID}{file.told.as_text}" if file.told else reader


def _code_in(reader: str) -> str:
    return reader.partition(_SAID)[0]


def _told_before(reader: str | None) -> Told | None:
    return told_in(reader.partition(_SAID)[2]) if reader else None


def _distinct(found: Iterable[SourceFile | SkippedFile]) -> tuple[dict[str, SourceFile], list[SkippedFile]]:
    """Files by digest, and what cannot be opened or is there twice."""
    files: dict[str, SourceFile] = {}
    skipped = []
    for file in found:
        if isinstance(file, SkippedFile):
            skipped.append(file)
        elif file is not (first := files.setdefault(file.digest, file)) and file.path.resolve() != first.path.resolve():
            skipped.append(
                SkippedFile(
                    file.name, None, saying("%(name)s is the same file as %(other)s.", name=file.name, other=first.name)
                )
            )
    return files, skipped


def _read(
    files: list[SourceFile], sources: Sources, cache: Cache, reader: str, progress: Progress
) -> list[SkippedFile]:
    """Read files, keep what they hold, and return those that gave nothing."""
    readers = {file.digest: _reader_of(file, reader) for file in files}
    skipped = []
    with progress("Reading files", len(files)) as advance:
        for outcome in read_documents(files, sources.states_csv, sources.jobs, read=sources.read):
            if isinstance(outcome, SkippedFile):
                skipped.append(outcome)
            elif refused := _keep(outcome, cache, readers[outcome.digest]):
                skipped.append(refused)
            advance(1)
    return sorted(skipped, key=lambda file: file.name)


def _keep(extract: DocumentExtract | PackedExtract, cache: Cache, reader: str) -> SkippedFile | None:
    """Keep what a file holds; a text or a number that cannot be stored costs this file alone."""
    try:
        cache.keep_extract(extract, reader)
    except ValueError as error:
        return SkippedFile(extract.name, extract.digest, unforeseen(extract.name, error), lasting=True)
    return None


def _kept(
    previous: PreviousSnapshot | None,
    files: Mapping[str, SourceFile],
    given: Mapping[str, str],
    skipped: Iterable[SkippedFile],
    *,
    fresh: bool,
) -> dict[str, str]:
    """Documents of the previous snapshot that stay as they are: not given, or given but not readable just now."""
    gone = {*given, *(file.digest for file in skipped if file.lasting)}
    return {
        digest: name
        for digest, name in (previous.documents() if previous else {}).items()
        if digest not in gone and (digest in files or not fresh)
    }


def _still_skipped(
    before: Iterable[tuple[str | None, SkippedFile]], files: Mapping[str, SourceFile], names: set[str], reader: str
) -> list[SkippedFile]:
    """What earlier runs skipped and nobody gave again, neither the same bytes nor another file of that name.

    What other code refused is to be tried again when it is given: this code may read it. Rows of a table of documents,
    which are no files, are told with each run that reads it.
    """
    return [
        replace(old, lasting=old.lasting and code == reader)
        for code, old in before
        if old.digest not in files and old.name not in names and (old.digest or old.name != TABLE_OF_DOCUMENTS)
    ]
