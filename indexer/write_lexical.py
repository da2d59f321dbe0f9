"""Write the lexical folder of a snapshot: one document per text row, and the words of all rows in their order."""

import os
import shutil
from array import array
from collections.abc import Iterable
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

import numpy as np
from whoosh import index
from whoosh.codec.whoosh3 import W3Codec

from indexer.progress import Advance
from models.lexical_schema import SEQUENCE, lexical_schema, lexical_text

MEGABYTES_PER_SEGMENT = 256
POSTINGS_PER_BLOCK = 1024
"""Whoosh reads and unpacks so many at once; by itself it takes 128."""
_LOCK = "MAIN_WRITELOCK"


def analysis_digest() -> str:
    """One digest over what cuts texts into words: a lexical folder of another one is written anew."""
    code = resources.files("models").joinpath("lexical_schema.py").read_bytes()
    versions = f"{metadata.version('whoosh-reloaded')} {metadata.version('PyStemmer')}"
    return sha256(code + versions.encode()).hexdigest()


def write_lexical(folder: Path, texts: Iterable[tuple[int, str]], carried_over: Path | None, advance: Advance) -> None:
    """Write (row, text) pairs, in the order of their rows, into a new folder, after those of `carried_over`, if any."""
    folder.mkdir()
    if carried_over is None:
        lexical = index.create_in(folder, lexical_schema())
    else:
        _link_files(carried_over, folder)
        lexical = index.open_dir(folder)
    sequence = array("Q")
    writer = lexical.writer(limitmb=MEGABYTES_PER_SEGMENT, codec=W3Codec(blocklimit=POSTINGS_PER_BLOCK))
    try:
        for row, text in texts:
            cut = lexical_text(row, text)
            writer.add_document(**cut.document)
            sequence.extend(cut.codes)
            advance(1)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    lexical.close()
    (folder / _LOCK).unlink(missing_ok=True)
    _write_sequence(folder / SEQUENCE, sequence, carried_over)


def _write_sequence(path: Path, sequence: "array[int]", carried_over: Path | None) -> None:
    new = np.array(sequence, dtype=np.uint64)
    known = np.load(carried_over / SEQUENCE) if carried_over else new[:0]
    np.save(path, np.concatenate([known, new]))


def _link_files(source: Path, target: Path) -> None:
    """Give the files a second name: Whoosh never changes a file, it writes new ones and removes old names."""
    for file in source.iterdir():
        if file.name != SEQUENCE:
            link_or_copy(file, target / file.name)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never changed a second name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
