"""The folder of fetched files: what is there, where it came from, and what of a file has come so far.

`.fetched.json` notes address, digest and date of each file. `.NAME.part` holds the beginning of one that is being
fetched, `.NAME.part.json` of which address and of which state of the file it is. Like all that is not for the indexer,
their names begin with a dot, so that the indexer passes them over.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cattrs
from filelock import FileLock, Timeout

from indexer.fetch.wanted_file import WantedFile
from models.errors import FetchError
from models.files.digests import sha256_of_file
from models.files.whole_file import whole_file
from models.messages.spoken import saying, system_words

NOTES = ".fetched.json"
_LOCK = ".fetching.lock"


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """Where a file came from."""

    title: str
    address: str
    sha256: str
    bytes: int
    fetched: str
    """Date and time in UTC, ISO 8601."""
    validator: str = ""
    """By what the server tells this state of the file from another: an ETag or a date, "" where it does not say."""


@dataclass(frozen=True, slots=True)
class _Notes:
    format: int
    files: dict[str, FetchedFile]


class PartFile:
    """The beginning of a file, with what tells of which state of it."""

    def __init__(self, path: Path, address: str) -> None:
        """`address` is that of the whole file: a beginning from elsewhere does not count."""
        self.path = path
        self.address = address
        self._note = path.with_name(f"{path.name}.json")
        self.validator = ""
        with suppress(OSError, ValueError, TypeError):
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            if isinstance(noted, list) and noted[:1] == [address]:
                self.validator = str(noted[-1])

    @property
    def size(self) -> int:
        """Bytes that are there; 0 where no rest could be proved to belong to them, as by a weak ETag."""
        is_proved = self.validator and not self.validator.startswith("W/")
        return self.path.stat().st_size if is_proved and self.path.exists() else 0

    def begin(self, validator: str) -> None:
        """Begin anew."""
        self.path.parent.mkdir(exist_ok=True)
        self.discard()
        self.validator = validator
        _write_at_once(self._note, [self.address, validator])
        self.path.touch()

    def discard(self) -> None:
        """Remove what is there."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
        self.validator = ""

    def move_to(self, target: Path) -> None:
        """Give it its name, at once and only when it is on the disk."""
        with self.path.open("rb") as file:
            os.fsync(file.fileno())
        self.path.replace(target)
        self._note.unlink(missing_ok=True)


class FetchFolder:
    """Keeps fetched files; one process at a time."""

    def __init__(self, path: Path) -> None:
        """Read what is noted.

        Raises:
            FetchError: the notes are damaged.
        """
        self.path = path
        self._notes = _read_notes(path / NOTES)

    def sorted(self, wanted: Iterable[WantedFile]) -> tuple[list[WantedFile], list[WantedFile], list[WantedFile]]:
        """The files to ask for, those that are here as they were fetched, and those in whose place is something else.

        One that its publisher replaces is asked for again.
        """
        to_ask: list[WantedFile] = []
        present: list[WantedFile] = []
        in_the_way: list[WantedFile] = []
        for file in wanted:
            here = [name for name in file.names if (self.path / name).exists()]
            if not all(map(self._is_as_fetched, here)):
                in_the_way.append(file)
            else:
                (present if here and not file.changes else to_ask).append(file)
        return to_ask, present, in_the_way

    def validator(self, name: str, address: str) -> str:
        """That of the file that is there, as it was fetched from an address; another server has another."""
        noted = self._notes.files.get(name)
        return noted.validator if noted and noted.address == address and self._is_as_fetched(name) else ""

    def part(self, name: str, address: str) -> PartFile:
        """The beginning of a file, as far as it has come from an address."""
        path = self.path / name
        return PartFile(path.with_name(f".{path.name}.part"), address)

    def take(self, name: str, title: str, part: PartFile) -> None:
        """Give a complete part its name, in place of an older one, and note it."""
        new = FetchedFile(
            title=title,
            address=part.address,
            sha256=sha256_of_file(part.path),
            bytes=part.path.stat().st_size,
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
            validator=part.validator,
        )
        part.move_to(self.path / name)
        self._notes.files[name] = new
        _write_at_once(self.path / NOTES, asdict(self._notes))

    def _is_as_fetched(self, name: str) -> bool:
        path, noted = self.path / name, self._notes.files.get(name)
        return noted is not None and path.exists() and sha256_of_file(path) == noted.sha256


@contextmanager
def fetching_into(path: Path) -> Iterator[FetchFolder]:
    """Be the only one that fetches into a folder, which is made if need be.

    Raises:
        FetchError: another process does so, the folder cannot be made, or its notes are damaged.
    """
    lock = FileLock(path / _LOCK, timeout=0)
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise FetchError(
            saying(
                "Another run fetches into %(path)s: wait until it has ended, or choose another folder with --to.",
                path=str(path),
            )
        ) from None
    except OSError as error:
        raise FetchError(
            saying(
                "The folder %(path)s cannot be written (%(reason)s): choose another folder with --to.",
                path=str(path),
                reason=system_words(error.strerror),
            )
        ) from error
    try:
        yield FetchFolder(path)
    finally:
        lock.release()


def _read_notes(path: Path) -> _Notes:
    try:
        return cattrs.structure(json.loads(path.read_text(encoding="utf-8")), _Notes)
    except FileNotFoundError:
        return _Notes(1, {})
    except (OSError, ValueError, TypeError, cattrs.BaseValidationError) as error:
        raise FetchError(
            saying(
                "%(path)s, which notes what was fetched, is damaged: remove it, or choose another folder with --to.",
                path=str(path),
            )
        ) from error


def _write_at_once(path: Path, content: Any) -> None:
    """Write a JSON file whole or not at all."""
    with whole_file(path) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1).encode())
