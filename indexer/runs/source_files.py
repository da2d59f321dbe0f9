"""From the paths that a user gives to the files to read."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.datamodel.document_extract import SkippedFile
from models.digests import sha256_of_file
from models.printable import one_line


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read."""

    path: Path
    name: str
    """Its path below the folder that was given, or its name, in printable characters: what reports call it."""
    digest: str
    size: int


def find_source_files(paths: Iterable[Path], leave_out: Path | None = None) -> Iterator[SourceFile | SkippedFile]:
    """All files of the paths, folders with their subfolders; a file that was given twice comes twice.

    Hidden files and folders are passed over, links to a folder that was visited lead nowhere, and the index
    folder (`leave_out`) may lie within.
    """
    for path in paths:
        if not path.is_dir():
            yield _source_file(path, _name(path.name))
            continue
        for file in _files_below(path, leave_out):
            yield _source_file(file, _name(file.relative_to(path).as_posix()))


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
            return SkippedFile(name, None, f"{name} is not a regular file: give the document itself.")
        return SourceFile(path, name, sha256_of_file(path), path.stat().st_size)
    except OSError as error:
        return SkippedFile(
            name, None, f"{name} cannot be opened ({error.strerror}): check that it exists and may be read."
        )
