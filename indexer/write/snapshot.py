"""Publish a snapshot: written under a temporary name, checked, then made current in one step.

Whatever happens before the last step, readers find the old snapshot.
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import IndexFolderBusy, IndexFolderError
from models.files.digests import sha256_of_file
from models.index_folder.folder import CURRENT, MANIFEST, SNAPSHOT_NAME, named_in_current
from models.messages.spoken import saying, why_it_failed

LOCK = "writer.lock"
BUILDING = "building-"
NEW_CURRENT = f"{CURRENT}.new"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the only writer of an index folder, which is made if need be; a crash ends this too.

    What an interrupted run has left of a snapshot is removed, now and at the end.

    Raises:
        IndexFolderBusy: another process is writing it.
        IndexFolderError: the folder cannot be made, or the disk refuses what is written within this.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise IndexFolderBusy(
            saying(
                "Another run is writing the index in %(folder)s: wait until it has ended, then try again.",
                folder=str(folder),
            )
        ) from None
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        _remove_unfinished(folder)
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise _refused(folder, error) from error
    finally:
        _remove_unfinished(folder)
        lock.release()


def _refused(folder: Path, error: OSError | sqlite3.OperationalError) -> IndexFolderError:
    """The disk is full, for reading only or failing; of writes of its own SQLite says so in words of its own."""
    return IndexFolderError(
        saying(
            "The index in %(folder)s cannot be written (%(reason)s): make room on the disk or choose another with "
            "--to, then run the same command again. What is there still serves.",
            folder=str(folder),
            reason=why_it_failed(error),
        )
    )


def _remove_unfinished(folder: Path) -> None:
    """Make room; what a failing disk keeps, the next run removes."""
    for leftover in folder.glob(f"{BUILDING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    with suppress(OSError):
        (folder / NEW_CURRENT).unlink(missing_ok=True)


def begin_snapshot(folder: Path) -> Path:
    """A new folder to write a snapshot into."""
    building = folder / f"{BUILDING}{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    building.mkdir()
    return building


def publish_snapshot(folder: Path, building: Path) -> Path:
    """Make a complete snapshot the current one and remove all others but the one before it."""
    snapshot = folder / building.name.removeprefix(BUILDING)
    before, _ = named_in_current(folder)
    new_current = folder / NEW_CURRENT
    # Whatever may find the disk full comes before the snapshot has its name, under which nothing is removed.
    new_current.write_text(f"{snapshot.name} {sha256_of_file(building / MANIFEST)}\n", encoding="utf-8")
    for path in [*building.rglob("*"), building, new_current]:
        _to_disk(path)
    building.rename(snapshot)
    _to_disk(folder)
    new_current.replace(folder / CURRENT)
    _to_disk(folder)
    _remove_all_but(folder, {snapshot.name, before})
    return snapshot


def _remove_all_but(folder: Path, names: set[str | None]) -> None:
    """A server that runs still reads the snapshot before; older ones serve nobody."""
    for path in folder.iterdir():
        if SNAPSHOT_NAME.fullmatch(path.name) and path.name not in names:
            shutil.rmtree(path, ignore_errors=True)


def _to_disk(path: Path) -> None:
    """Have a file's bytes, or the names in a folder, on disk before going on."""
    if os.name == "nt":
        return  # Windows cannot do so for folders, nor for files open for reading
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
