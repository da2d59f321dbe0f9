"""How many documents an index holds and how many are given, to ask before the others are left out of it."""

from collections.abc import Sequence
from pathlib import Path

from indexer.gather.source_files import find_source_files
from models.errors import DatabaseUnreachable, IndexFolderError, LaterFormat
from models.index_database.address import DatabaseAddress, IndexPlace
from models.index_database.snapshots import snapshot_in_use
from models.index_folder.folder import Manifest, current_snapshot, has_index, read_manifest


def held_and_given(place: IndexPlace, paths: Sequence[Path]) -> tuple[int, int]:
    """Documents of the index at a place, 0 where it cannot be read, and files at the paths.

    Raises:
        LaterFormat: a newer version of this program made the index.
        DatabaseUnreachable: the database cannot be reached.
    """
    manifest = _manifest_at(place)
    held = len(manifest.sources) if manifest else 0
    leave_out = place if isinstance(place, Path) else None
    return held, sum(1 for _ in find_source_files(paths, leave_out)) if held else 0


def _manifest_at(place: IndexPlace) -> Manifest | None:
    try:
        if isinstance(place, DatabaseAddress):
            with snapshot_in_use(place) as snapshot:
                return snapshot.manifest
        return read_manifest(current_snapshot(place), oldest=1) if has_index(place) else None
    except IndexFolderError as error:
        if isinstance(error, LaterFormat | DatabaseUnreachable):
            raise
        return None  # there is none, or none that could be counted: nothing of it is lost by replacing it
