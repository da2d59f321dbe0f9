"""Publish a snapshot: written under a temporary name, checked, then made current in one step.

Whatever happens before the last step, readers find the old snapshot.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import IndexFolderBusy, IndexFolderError
from models.index_folder.folder import CURRENT, SNAPSHOT_NAME

LOCK = "writer.lock"
_BUILDING = "building-"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the only writer of an index folder, which is made if need be; a crash ends this too.

    Raises:
        IndexFolderBusy: another process is writing it.
        IndexFolderError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise IndexFolderBusy(
            f"Another run is writing the index in {folder}: wait until it has ended, then try again."
        ) from None
    except OSError as error:
        raise IndexFolderError(
            f"The index folder {folder} cannot be written ({error.strerror}): choose another folder with --to."
        ) from error
    try:
        yield
    finally:
        lock.release()


def begin_snapshot(folder: Path) -> Path:
    """A new folder to write a snapshot into; leftovers of runs that did not end well are removed."""
    for leftover in folder.glob(f"{_BUILDING}*"):
        shutil.rmtree(leftover)
    building = folder / f"{_BUILDING}{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    building.mkdir()
    return building


def publish_snapshot(folder: Path, building: Path) -> Path:
    """Make a complete snapshot the current one and remove all others but the one before it."""
    for path in [*building.rglob("*"), building]:
        _to_disk(path)
    snapshot = folder / building.name.removeprefix(_BUILDING)
    building.rename(snapshot)
    _to_disk(folder)
    before = _name_in_current(folder)
    new_current = folder / f"{CURRENT}.new"
    new_current.write_text(snapshot.name + "\n", encoding="utf-8")
    _to_disk(new_current)
    new_current.replace(folder / CURRENT)
    _to_disk(folder)
    _remove_all_but(folder, {snapshot.name, before})
    return snapshot


def _name_in_current(folder: Path) -> str:
    try:
        return (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _remove_all_but(folder: Path, names: set[str]) -> None:
    """A server that runs still reads the snapshot before; older ones serve nobody."""
    for path in folder.iterdir():
        if SNAPSHOT_NAME.fullmatch(path.name) and path.name not in names:
            shutil.rmtree(path)


def _to_disk(path: Path) -> None:
    """Have a file's bytes, or the names in a folder, on disk before going on."""
    if os.name == "nt":
        return  # Windows cannot do so for folders, nor for files open for reading
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
