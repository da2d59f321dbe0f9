"""A file of texts for one command: a line for each, its id and its texts with tabs between.

Editors and spreadsheets save it: lines end in LF, CR LF or CR, encodings are those of models.files.text_encodings.
Lines without a character are passed over. All of it is read and checked before the first text is answered, so that
nobody waits for an hour to learn of a fault in the last line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from models.errors import UnusableBatch
from models.files.text_encodings import WINDOWS, decoded
from models.files.unreadable import too_large
from models.messages.message import Message
from models.messages.spoken import saying

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
    return _read(path, texts=1, tabs=1)


def read_pairs(path: Path) -> Batch:
    """A file with an id, an earlier and a later text on each line.

    Raises:
        UnusableBatch: a line is none of that form, or the file is no text or too large.
    """
    return _read(path, texts=2, tabs=-1)


def _read(path: Path, *, texts: int, tabs: int) -> Batch:
    """The file, of whose lines as many tabs part cells as given; -1: all."""
    with path.open("rb") as file:
        text, remarks = read_text(str(path), file)
    cells = [(number, line.split("\t", tabs)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for number, of_line in cells:
        if len(of_line) != 1 + texts:
            raise UnusableBatch(
                saying(
                    "%(file)s line %(line)s has too few or too many tabs: write an id and its text, or an id, the "
                    "earlier and the later text, with a tab between.",
                    file=str(path),
                    line=str(number),
                )
            )
    long = [number for number, (_, *of_line) in cells if any(len(text) > MOST_CHARACTERS for text in of_line)]
    if long:
        remarks.append(
            saying(
                "%(file)s: only the first %(most)s characters were read of lines %(lines)s.",
                file=str(path),
                most=MOST_CHARACTERS,
                lines=", ".join(map(str, long)),
            )
        )
    return Batch([(name, *(text[:MOST_CHARACTERS] for text in of_line)) for _, (name, *of_line) in cells], remarks)


def read_text(name: str, file: BinaryIO) -> tuple[str, list[Message]]:
    """The text of a file, and what its reader should know of how it was read.

    Raises:
        UnusableBatch: it is no text, or too large.
    """
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnusableBatch(too_large(name, MOST_BYTES))
    text, encoding = decoded(content) or ("", None)
    if encoding is None:
        raise UnusableBatch(saying("%(name)s is no text that is read: give text in UTF-8.", name=name))
    if encoding != WINDOWS:
        return text, []
    return text, [
        saying(
            "%(name)s is not in UTF-8 and was read as Windows-1252: where letters are wrong, give it in UTF-8.",
            name=name,
        )
    ]
