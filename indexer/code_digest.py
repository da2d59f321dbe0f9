"""A digest over some of our own code and tables: what was worked out by other code is worked out anew."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

_NOUNS = (
    "models.digests",
    "models.errors",
    "models.kept_sentences",
    "models.messages",
    "models.package_tables",
    "models.printable",
    "models.spoken",
    "models.words",
    "models.sentences",
    "models.ranges",
    "models.records",
    "models.languages",
    "models.numbers",
    "models.reviews",
    "models.vocabularies",
)
READING = (
    *_NOUNS,
    "models.office_archive",
    "models.text_encodings",
    "indexer.datamodel",
    "indexer.text",
    "indexer.read",
    "indexer.recognise",
    "indexer.extract",
    "indexer.sources",
)
"""Modules and packages, with all that lies in them, that decide what a file gives."""
MERGING = (
    *_NOUNS,
    "models.index_folder",
    "indexer.datamodel",
    "indexer.text",
    "indexer.sources",
    "indexer.merge",
    "indexer.write",
    "indexer.runs",
)
"""Those that decide which rows of the catalogue the extracts of one review become."""


@cache
def code_digest(modules: tuple[str, ...], *libraries: str) -> str:
    """sha256 over code (.py) and tables (.csv) of modules and over the versions of the libraries named, hexadecimal."""
    whole = hashlib.sha256(" ".join(map(metadata.version, libraries)).encode())
    for module in modules:
        package, _, name = module.rpartition(".")
        for path, file in sorted(_files(resources.files(package), name)):
            whole.update(path.encode() + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _files(folder: Traversable, name: str, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Code and tables of a module or package in a folder, with their paths in it."""
    for entry in folder.iterdir():
        if entry.is_dir() and (not name or entry.name == name):
            yield from _files(entry, "", f"{path}{entry.name}/")
        elif entry.name.endswith((".py", ".csv")) and (not name or entry.name == f"{name}.py"):
            yield path + entry.name, entry
