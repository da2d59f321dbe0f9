"""The beginning of a file that is being fetched, kept so that the rest can be asked for after an interruption.

`.NAME.part` holds the bytes, `.NAME.part.json` says of which address and of which state of the file they are.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import cattrs


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells one state of a file from another, "" where it does not say."""

    etag: str = ""
    last_modified: str = ""

    @property
    def for_range(self) -> str:
        """What proves that the rest belongs to the beginning; a weak ETag does not (RFC 9110, 13.1.5)."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified

    @property
    def if_changed(self) -> dict[str, str]:
        """The headers that ask for a file only where it has changed."""
        if self.etag:
            return {"If-None-Match": self.etag}
        return {"If-Modified-Since": self.last_modified} if self.last_modified else {}


class PartFile:
    """The beginning of a file, with what tells of which state of it."""

    def __init__(self, path: Path, address: str) -> None:
        """`address` is that of the whole file: a beginning from elsewhere does not count."""
        self.path = path
        self._address = address
        self._note = path.with_name(f"{path.name}.json")
        self.validators = self._noted()

    @property
    def size(self) -> int:
        """Bytes that are there; 0 where no rest could be proved to belong to them."""
        return self.path.stat().st_size if self.validators.for_range and self.path.exists() else 0

    def begin(self, validators: Validators) -> None:
        """Begin anew."""
        self.discard()
        self.validators = validators
        write_at_once(self._note, json.dumps({"address": self._address, "validators": asdict(validators)}))
        self.path.touch()

    def discard(self) -> None:
        """Remove what is there."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
        self.validators = Validators()

    def move_to(self, target: Path) -> None:
        """Give it its name, at once and only when it is on the disk."""
        with self.path.open("rb") as file:
            os.fsync(file.fileno())
        self.path.replace(target)
        self._note.unlink(missing_ok=True)

    def _noted(self) -> Validators:
        with suppress(OSError, ValueError, KeyError, TypeError, cattrs.BaseValidationError):
            noted = json.loads(self._note.read_text(encoding="utf-8"))
            if noted["address"] == self._address:
                return cattrs.structure(noted["validators"], Validators)
        return Validators()


def write_at_once(path: Path, text: str) -> None:
    """Write a text file whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
