"""What search needs of wherever a snapshot is kept: the contract that a folder and a database both keep.

Filters, counts, scores, the own State's list and groups are computed from what comes through it, and by the same code,
so that both give the same answers. What every entry can be filtered and counted by is held in memory by whoever
answers (models.index_folder.entry_columns): counts are exact and need no further question.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from models.index_folder.entry_columns import EntryColumns
from models.index_folder.folder import Manifest
from search.catalogue.connection import CatalogueConnection
from search.lexical.stored_words import StoredWords
from search.semantic.vectors import TextVectors


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """One snapshot, which is never changed."""

    name: str
    manifest: Manifest
    """What it is made of."""
    catalogue: CatalogueConnection
    """Records by id and number."""
    columns: EntryColumns
    """What every entry can be filtered and counted by."""
    words: StoredWords
    """Candidates by words."""
    vectors: TextVectors
    """Candidates by meaning."""
    check: Callable[[], None] | None = None
    """Compares what was not compared when it was opened, and raises IndexFolderError where it is damaged; None where
    all that it holds was known then to be as it was written."""


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
