"""The folder of fetched files: what is there, and where it came from.

`.fetched.json` notes address, digest and date of each file. Like all that is not for the indexer, its name begins with
a dot, so that the indexer passes it over.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import cattrs
from filelock import FileLock, Timeout

from indexer.fetch.part_file import PartFile, Validators, write_at_once
from indexer.fetch.wanted_file import WantedFile
from models.digests import sha256_of_file
from models.errors import FetchError
from models.spoken import saying, system_words

NOTES = ".fetched.json"
_LOCK = ".fetching.lock"


@dataclass(frozen=True, slots=True)
class Replaced:
    """A file whose place another one has taken."""

    sha256: str
    fetched: str


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """Where a file came from."""

    title: str
    address: str
    sha256: str
    bytes: int
    fetched: str
    """Date and time in UTC, ISO 8601."""
    validators: Validators = field(default_factory=Validators)
    replaced: tuple[Replaced, ...] = ()


@dataclass(frozen=True, slots=True)
class _Notes:
    format: int
    files: dict[str, FetchedFile]


class Presence(StrEnum):
    """Whether a file is there."""

    ABSENT = "absent"
    FETCHED = "fetched"
    """As it was fetched."""
    OTHER = "other"
    """One of this name that was not fetched, or changed since."""


class FetchFolder:
    """Keeps fetched files; one process at a time."""

    def __init__(self, path: Path) -> None:
        """Read what is noted.

        Raises:
            FetchError: the notes are damaged.
        """
        self.path = path
        self._notes = _read_notes(path / NOTES)

    def presence(self, name: str) -> Presence:
        """Whether a file is there as it was fetched."""
        if not (self.path / name).exists():
            return Presence.ABSENT
        noted = self._notes.files.get(name)
        same = noted is not None and sha256_of_file(self.path / name) == noted.sha256
        return Presence.FETCHED if same else Presence.OTHER

    def is_to_be_asked(self, wanted: WantedFile) -> bool:
        """Whether a file is not here, or may have changed; what somebody else put in its place is left alone."""
        presence = self.presence(wanted.name)
        return presence is Presence.ABSENT or (presence is Presence.FETCHED and wanted.changes)

    def validators(self, name: str, address: str) -> Validators:
        """Those of the file that is there, as it was fetched from an address; another server has others."""
        if self.presence(name) is not Presence.FETCHED or self._notes.files[name].address != address:
            return Validators()
        return self._notes.files[name].validators

    def part(self, wanted: WantedFile, address: str) -> PartFile:
        """The beginning of a file, as far as it has come from an address."""
        return PartFile(self.path / f".{wanted.name}.part", address)

    def take(self, wanted: WantedFile, address: str, part: PartFile) -> FetchedFile | None:
        """Give a complete part its name and note it; the file whose place it takes, if that differs."""
        before = self._notes.files.get(wanted.name) if self.presence(wanted.name) is Presence.FETCHED else None
        new = FetchedFile(
            title=wanted.title,
            address=address,
            sha256=sha256_of_file(part.path),
            bytes=part.path.stat().st_size,
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
            validators=part.validators,
        )
        differs = before is not None and before.sha256 != new.sha256
        if before is not None:
            earlier = (Replaced(before.sha256, before.fetched),) if differs else ()
            new = replace(new, replaced=(*before.replaced, *earlier))
        part.move_to(self.path / wanted.name)
        self._notes.files[wanted.name] = new
        write_at_once(self.path / NOTES, json.dumps(asdict(self._notes), ensure_ascii=False, indent=1))
        return before if differs else None


@contextmanager
def fetching_into(path: Path) -> Iterator[FetchFolder]:
    """Be the only one that fetches into a folder, which is made if need be.

    Raises:
        FetchError: another process does so, the folder cannot be made, or its notes are damaged.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / _LOCK, timeout=0)
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
