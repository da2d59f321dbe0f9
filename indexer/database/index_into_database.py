"""Build or update the index of a database: in a folder beside it, which is then copied in one transaction.

The folder is this machine's own and stays: a run that was interrupted goes on from it, and the next one reads only
documents that changed. Where another machine has written the database since, the folder is made anew from it.
"""

import shutil
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from indexer.database.copy_to_database import copy_to_database
from indexer.database.copy_to_folder import copy_to_folder
from indexer.gather.gather_documents import Sources
from indexer.progress import Progress, silent
from indexer.report.report import IndexReport
from indexer.runs.build_index import build_index
from models.encoders.calibration import Calibration
from models.errors import IndexFolderError, LaterFormat
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_database.snapshots import IN_USE


def index_into_database(
    sources: Sources,
    address: DatabaseAddress,
    encoder_name: str | None = None,
    *,
    fresh: bool = False,
    calibration: Calibration | None = None,
    device: str | None = None,
    progress: Progress = silent,
) -> IndexReport:
    """Build or update the index of a database; what it answered from before serves until the end.

    Raises: what `build_index` and `copy_to_database` do.
    """
    workshop = folder_beside(address)
    folder, copied = workshop / "index", workshop / "copied"
    in_use = name_in_use(address)
    if in_use is not None and _name_in(copied) != in_use:
        shutil.rmtree(folder, ignore_errors=True)
        try:
            copy_to_folder(address, folder, progress)
        except IndexFolderError as error:
            # `fresh` is for an index that cannot be read any more, too: then nothing of it is taken over.
            if not fresh or isinstance(error, LaterFormat):
                raise
        copied.write_text(in_use, encoding="utf-8")
    report = build_index(
        sources, folder, encoder_name, fresh=fresh, calibration=calibration, device=device, progress=progress
    )
    if report.holds["entries"]:
        copied.write_text(copy_to_database(folder, address, progress), encoding="utf-8")
    return report


def folder_beside(address: DatabaseAddress) -> Path:
    """The folder of this machine in which the index of a database is built, made if it is not there."""
    folder = user_cache_path("upr-follow-up") / f"database-{sha256(str(address).encode()).hexdigest()[:16]}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def name_in_use(address: DatabaseAddress) -> str | None:
    """The name of the snapshot in use, of whatever format; None where there is no index yet.

    Raises:
        IndexDatabaseError: the database cannot be reached.
    """
    with connected(address) as connection:
        if connection.execute("SELECT to_regclass('upr.snapshot')").fetchone() == (None,):
            return None
        found = connection.execute(IN_USE).fetchone()
        return str(found[0]) if found else None


def _name_in(copied: Path) -> str:
    try:
        return copied.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
