"""Look at a Word or Excel file before a library unpacks it.

Such a file is a zip archive. A small one can unpack to many gigabytes, so sizes are added up first; Python's zipfile
never unpacks more of a member than the size it declares. What it unpacks to is XML, of which libraries make objects a
hundred times as large as a short tag: tags are counted, too, before one of them is read.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from models.errors import UnreadableDocument
from models.files.unreadable import damaged, locked, too_large, too_much_work

MAX_MEMBERS = 10_000
MAX_TAGS = 2_000_000
"""Of parts that are held in memory whole; a list of OHCHR has 70,000."""
MAX_RATIO, RATIO_FROM_BYTES = 100, 10_000_000
"""XML packs to a tenth; Apache POI, too, takes what packs to less than a hundredth for an attack (ZipSecureFile)."""
_CHUNK = 1 << 20
_OLD_OFFICE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of a file of Office 2003 and before, and of any Office file that a password protects."""


def check_office_file(
    file: Path | BinaryIO, main_part: str, max_unpacked_bytes: int, streamed: Mapping[str, int] = MappingProxyType({})
) -> None:
    """Make sure that `file` is a zip archive that holds `main_part` ("word/document.xml") and unpacks to no more.

    Args:
        file: where it lies, or the file itself.
        main_part: the part that makes it a file of its kind.
        max_unpacked_bytes: of all parts together.
        streamed: beginning of the names of parts that are read a piece at a time → how many tags these may have
            together; all others may have `MAX_TAGS`.

    Raises:
        UnreadableDocument: it is not, or it is protected by a password.
    """
    name = file.name if isinstance(file, Path) else "The file"
    if _first_bytes(file, len(_OLD_OFFICE_MAGIC)) == _OLD_OFFICE_MAGIC:
        raise UnreadableDocument(locked(name))
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OverflowError) as error:
        raise UnreadableDocument(damaged(name)) from error
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > max_unpacked_bytes:
        raise UnreadableDocument(too_large(name, max_unpacked_bytes))
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableDocument(locked(name))
    if main_part not in {member.filename for member in members}:
        raise UnreadableDocument(damaged(name))
    if any(_unpacks_to_too_much(member) for member in members) or _has_too_many_tags(file, streamed):
        raise UnreadableDocument(too_much_work(name))


def _first_bytes(file: Path | BinaryIO, number: int) -> bytes:
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return opened.read(number)
    return file.read(number)


def _unpacks_to_too_much(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(RATIO_FROM_BYTES, MAX_RATIO * member.compress_size)


def _has_too_many_tags(file: Path | BinaryIO, streamed: Mapping[str, int]) -> bool:
    left = {"": MAX_TAGS, **streamed}
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            group = max((start for start in left if member.filename.startswith(start)), key=len)
            for chunk in _chunks(archive, member):
                left[group] -= chunk.count(b"<")
                if left[group] < 0:
                    return True
    return False


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """What a member unpacks to, as far as it is whole: a library that needs it will say that it is damaged."""
    try:
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
        return
