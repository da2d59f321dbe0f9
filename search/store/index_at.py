"""Which store a place has."""

from pathlib import Path

from models.index_database.address import DatabaseAddress, IndexPlace
from search.store.folder import FolderAddress
from search.store.store import IndexAddress


def index_at(place: IndexPlace | IndexAddress) -> IndexAddress:
    """How the index of a place is opened; what a database needs is imported for one alone."""
    if isinstance(place, Path):
        return FolderAddress(place)
    if isinstance(place, DatabaseAddress):
        from search.store.database import DatabaseIndex

        return DatabaseIndex(place)
    return place
