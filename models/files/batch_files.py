"""A file of texts for one command: a line for each, its id and its texts with tabs between.

Editors and spreadsheets save it: lines end in LF, CR LF or CR, encodings are those of models.files.text_encodings.
Lines without a character are passed over. All of it is read and checked before the first text is answered, so that
nobody waits for an hour to learn of a fault in the last line.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import UnusableBatch
from models.files.text_encodings import WINDOWS, decoded
from models.messages.message import Message
from models.messages.spoken import saying, saying_of

MOST_BYTES = 200_000_000
MOST_CHARACTERS = 10_000
"""Of a text that are read."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What such a file holds."""

    lines: Sequence[tuple[str, ...]]
    """Of each its id and its texts."""
    remarks: Sequence[Message] = ()
    """What its reader should know of how it was read."""


def read_texts(path: Path) -> Batch:
    """A file with an id and a text on each line; further tabs belong to the text.

    Raises:
        UnusableBatch: a line is none of that form, or the file is no text or too large.
    """

    def cells_of(number: int, line: str) -> list[str]:
        cells = line.split("\t", 1)
        if len(cells) == 2:
            return cells
        raise UnusableBatch(
            saying(
                "%(file)s line %(line)s has no tab: write an id, a tab and a text on each line.",
                file=str(path),
                line=str(number),
            )
        )

    return _read(path, cells_of)


def read_pairs(path: Path) -> Batch:
    """A file with an id, an earlier and a later text on each line.

    Raises:
        UnusableBatch: the same.
    """

    def cells_of(number: int, line: str) -> list[str]:
        cells = line.split("\t")
        if len(cells) == 3:
            return cells
        raise UnusableBatch(
            saying(
                "%(file)s line %(line)s has not two tabs: write an id, the earlier and the later text on each line, "
                "with tabs between.",
                file=str(path),
                line=str(number),
            )
        )

    return _read(path, cells_of)


def _read(path: Path, cells_of: Callable[[int, str], list[str]]) -> Batch:
    text, encoding = decoded(_content(path)) or ("", None)
    if encoding is None:
        raise UnusableBatch(
            saying("%(file)s is no text that is read: save it as text in UTF-8, a line for each.", file=str(path))
        )
    lines = [(number, cells_of(number, line)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    long = [number for number, cells in lines if any(len(text) > MOST_CHARACTERS for text in cells[1:])]
    return Batch(
        [(cells[0], *(text[:MOST_CHARACTERS] for text in cells[1:])) for _, cells in lines],
        list(_remarks(path, encoding, long)),
    )


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnusableBatch(
            saying("%(name)s is larger than %(most)s MB: split it.", name=str(path), most=MOST_BYTES // 1_000_000)
        )
    return content


def _remarks(path: Path, encoding: str, long: list[int]) -> Iterator[Message]:
    if encoding == WINDOWS:
        yield saying(
            "%(file)s is not in UTF-8 and was read as Windows-1252: where its letters are wrong, save it in UTF-8.",
            file=str(path),
        )
    if long:
        yield saying_of(
            "%(file)s: only the first %(most)s characters of line %(line)s were read.",
            "%(file)s: only the first %(most)s characters of %(count)s lines were read, the first of them line "
            "%(line)s.",
            len(long),
            file=str(path),
            most=MOST_CHARACTERS,
            line=str(long[0]),
        )
