"""An index folder as a store: SQLite, posting lists and vectors mapped into memory."""

import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from models.index_folder.entry_columns import COLUMNS, open_entry_columns, read_entry_columns
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    ROUNDED_VECTORS,
    ROUNDING_FACTORS,
    VECTORS,
    Manifest,
    check_before_opening,
    check_files,
    current_snapshot,
    damaged_index,
    read_manifest,
    rebuild,
)
from models.index_folder.lexical_folder import open_lexical
from models.index_folder.stored_arrays import stored_array
from models.messages.spoken import why_it_failed
from search.catalogue.connection import CatalogueFile
from search.lexical.stored_words import StoredWords
from search.semantic.vectors_being_made import VectorsBeingMade
from search.semantic.vectors_in_folder import RoundedVectors, VectorsInFolder
from search.store.store import Store

LARGE = 500_000_000
"""Bytes of an index whose digests take longer than who starts a site should wait: a second or two, and from a slow disk
a minute."""


@dataclass(frozen=True, slots=True)
class FolderAddress:
    """An index folder."""

    folder: Path

    def __str__(self) -> str:
        return str(self.folder)

    def current_name(self) -> str:
        """The name of the snapshot that CURRENT names; raises IndexFolderError where it names none."""
        return current_snapshot(self.folder).name

    def open(self, *, large_unchecked: bool = False) -> Store:
        """Open that snapshot after checking its files; with `large_unchecked`, most files of a large one are left.

        Raises:
            IndexFolderError: there is no index in the folder, or it is damaged or of another format.
        """
        path = current_snapshot(self.folder)
        manifest = read_manifest(path)
        checked = not large_unchecked or sum(record.size for record in manifest.files.values()) < LARGE
        check_before_opening(path, manifest, every_digest=checked)
        try:
            catalogue = CatalogueFile(path / CATALOGUE)
            return Store(
                name=path.name,
                manifest=manifest,
                catalogue=catalogue,
                columns=open_entry_columns(path / COLUMNS) or read_entry_columns(catalogue.parts),
                words=StoredWords(open_lexical(path / LEXICAL)),
                vectors=_vectors(path, manifest),
                check=None if checked else partial(check_files, path, manifest),
            )
        except (sqlite3.DatabaseError, ValueError) as error:
            raise damaged_index(str(self), why_it_failed(error), self.rebuild()) from error

    def rebuild(self) -> str:
        """The next step for an index that cannot be used."""
        return rebuild(self.folder)


def _vectors(path: Path, manifest: Manifest) -> VectorsInFolder | VectorsBeingMade:
    """Raises ValueError where they do not fit together."""
    if not manifest.has_vectors:
        return VectorsBeingMade(path.parent, manifest.counts["text_rows"])
    each = (manifest.vector_space.dimension,)
    vectors = stored_array(path / VECTORS, np.float32, each)
    numbers = stored_array(path / ROUNDED_VECTORS, np.int8, each)
    factors = stored_array(path / ROUNDING_FACTORS, np.float32)
    if not len(vectors) == len(numbers) == len(factors):
        raise ValueError(f"there are {len(vectors)} vectors, and {len(numbers)} of them rounded")
    return VectorsInFolder(vectors, RoundedVectors(numbers, factors))
