"""What search needs of wherever a snapshot is kept: the contract that a folder and a database both keep.

Filters, counts, scores, the own State's list and groups are computed from what comes through it, and by the same code,
so that both give the same answers. What every entry can be filtered and counted by is held in memory by whoever
answers (models.index_folder.entry_columns): counts are exact and need no further question.
"""

from pathlib import Path
from typing import Protocol

from models.index_database.address import DatabaseAddress, IndexPlace
from models.index_folder.entry_columns import EntryColumns
from models.index_folder.folder import Manifest
from search.catalogue.connection import CatalogueConnection
from search.lexical.stored_words import StoredWords
from search.semantic.vectors import TextVectors
from search.store.folder import FolderAddress


class Store(Protocol):
    """One snapshot, which is never changed."""

    @property
    def name(self) -> str:
        """Of the snapshot."""
        ...

    @property
    def manifest(self) -> Manifest:
        """What it is made of."""
        ...

    @property
    def checked(self) -> bool:
        """Whether all that it holds was known to be as it was written when it was opened."""
        ...

    @property
    def catalogue(self) -> CatalogueConnection:
        """Records by id and number."""
        ...

    @property
    def columns(self) -> EntryColumns:
        """What every entry can be filtered and counted by."""
        ...

    @property
    def words(self) -> StoredWords:
        """Candidates by words."""
        ...

    @property
    def vectors(self) -> TextVectors:
        """Candidates by meaning."""
        ...

    def check(self) -> None:
        """Compare what was not compared when it was opened.

        Raises:
            IndexFolderError: it is damaged.
        """
        ...


class IndexAddress(Protocol):
    """Where an index is, whose snapshot in use changes when it is built anew."""

    def __str__(self) -> str:
        """How sentences name it; without any password."""
        ...

    def current_name(self) -> str:
        """The name of the snapshot in use.

        Raises:
            IndexFolderError: there is no index, or it cannot be reached.
        """
        ...

    def open(self, *, large_unchecked: bool = False) -> Store:
        """Open the snapshot in use; with `large_unchecked`, what takes long to compare is left to `Store.check`.

        Raises:
            IndexFolderError: there is no index, or it is damaged or of another format.
        """
        ...

    def rebuild(self) -> str:
        """The next step for an index that cannot be used."""
        ...


def index_at(place: IndexPlace | IndexAddress) -> IndexAddress:
    """How the index of a place is opened; what a database needs is imported for one alone."""
    if isinstance(place, Path):
        return FolderAddress(place)
    if isinstance(place, DatabaseAddress):
        from search.store.database import DatabaseIndex

        return DatabaseIndex(place)
    return place
