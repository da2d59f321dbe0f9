"""From the paths that a user gives to the files to read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.datamodel.document_extract import SkippedFile
from indexer.datamodel.told import Told
from indexer.gather.told_documents import NAME, TableOfDocuments, table_of_documents
from models.files.digests import sha256_of_file
from models.files.unreadable import cannot_be_opened, damaged, empty
from models.messages.printable import one_line


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read."""

    path: Path
    name: str
    """Its path below the folder that was given, or its name, in printable characters: what reports call it."""
    digest: str
    size: int
    told: Told | None = None
    """Of which review it is, as the user says."""


def find_source_files(paths: Iterable[Path], leave_out: Path | None = None) -> Iterator[SourceFile | SkippedFile]:
    """All files of the paths, folders with their subfolders; a file that was given twice comes twice.

    Hidden files and folders are passed over, links to a folder that was visited lead nowhere, and the index
    folder (`leave_out`) may lie within. A table documents.csv says of which review the files beside it are; it is no
    file to read itself, and what in it cannot be used is a SkippedFile.
    """
    tables: dict[Path, TableOfDocuments] = {}
    for path in paths:
        files = _files_below(path, leave_out) if path.is_dir() else [path]
        for file in files:
            name = _name(file.relative_to(path).as_posix() if path.is_dir() else path.name)
            if file.parent not in tables:
                tables[file.parent] = table_of_documents(file.parent)
                yield from tables[file.parent].problems
            table = tables[file.parent]
            if not (table.is_there and file.name == NAME):
                yield with_told(_source_file(file, name), table.told.get(file.name))


def with_told(file: SourceFile | SkippedFile, told: Told | None) -> SourceFile | SkippedFile:
    """The file with what is said of it; what was said of it alone holds."""
    return replace(file, told=told) if told and isinstance(file, SourceFile) and not file.told else file


def _files_below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    visited = {os.path.realpath(leave_out)} if leave_out is not None else set()
    for root, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(root)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _name(path: str) -> str:
    """A path as reports write it; ZIP files of Windows unpack to some that are not UTF-8."""
    return one_line(path)


def _source_file(path: Path, name: str) -> SourceFile | SkippedFile:
    try:
        # Opening a pipe or a device could wait for ever.
        if path.exists() and not path.is_file():
            return SkippedFile(name, None, damaged(name))
        size = path.stat().st_size
        if not size:
            # Downloads that failed: all of them are alike, and none is another's copy.
            return SkippedFile(name, None, empty(name))
        return SourceFile(path, name, sha256_of_file(path), size)
    except OSError as error:
        return SkippedFile(name, None, cannot_be_opened(name, error))
