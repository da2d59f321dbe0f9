"""Write the Whoosh index of a snapshot: one document per text row."""

import os
import shutil
from collections.abc import Iterable
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

from whoosh import index

from indexer.progress import Advance
from models.lexical_schema import ROW_FIELD, TEXT_FIELD, lexical_schema

MEGABYTES_PER_SEGMENT = 256
_LOCK = "MAIN_WRITELOCK"


def analysis_digest() -> str:
    """One digest over what cuts texts into words: a lexical folder of another one is written anew."""
    code = resources.files("models").joinpath("lexical_schema.py").read_bytes()
    versions = f"{metadata.version('whoosh-reloaded')} {metadata.version('PyStemmer')}"
    return sha256(code + versions.encode()).hexdigest()


def write_lexical(folder: Path, texts: Iterable[tuple[int, str]], carried_over: Path | None, advance: Advance) -> None:
    """Write (row, text) documents into a new folder, after those of `carried_over` if it is given."""
    folder.mkdir()
    if carried_over is None:
        lexical = index.create_in(folder, lexical_schema())
    else:
        _link_files(carried_over, folder)
        lexical = index.open_dir(folder)
    writer = lexical.writer(limitmb=MEGABYTES_PER_SEGMENT)
    try:
        for row, text in texts:
            writer.add_document(**{ROW_FIELD: row, TEXT_FIELD: text})
            advance(1)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    lexical.close()
    (folder / _LOCK).unlink(missing_ok=True)


def _link_files(source: Path, target: Path) -> None:
    """Give the files a second name: Whoosh never changes a file, it writes new ones and removes old names."""
    for file in source.iterdir():
        link_or_copy(file, target / file.name)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never changed a second name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
