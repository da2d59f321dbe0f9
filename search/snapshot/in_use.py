"""The snapshot of a folder that questions are answered from: it changes when CURRENT names another one."""

import logging
from dataclasses import replace
from pathlib import Path
from threading import Lock

from models.encoders.text_encoder import TextEncoder
from models.errors import UprError
from models.index_folder.folder import current_snapshot
from search.snapshot.snapshot import Snapshot, open_snapshot

_log = logging.getLogger(__name__)


class SnapshotInUse:
    """Safe to share between threads: one opens the new snapshot, the others go on with the old one meanwhile."""

    def __init__(self, folder: Path, encoder: TextEncoder | None) -> None:
        """Open the snapshot that CURRENT names; raises what `open_snapshot` does."""
        self._folder = folder
        self._given_encoder = encoder
        self._opening = Lock()
        self._snapshot = open_snapshot(folder, encoder)

    def current(self) -> Snapshot:
        """The newest snapshot that can be used."""
        try:
            self.refresh()
        except UprError as error:
            _log.warning("The old snapshot stays in use: %s", error)
        return self._snapshot

    def refresh(self) -> bool:
        """Open the snapshot that CURRENT names now; False where it is open already or is being opened.

        Raises:
            IndexFolderError: it cannot be used; the old one stays in use.
            VectorSpaceMismatch: the encoder given does not map into its vectors.
        """
        if current_snapshot(self._folder).name == self._snapshot.name or not self._opening.acquire(blocking=False):
            return False
        try:
            opened = open_snapshot(self._folder, self._given_encoder)
            same_space = opened.manifest.vector_space == self._snapshot.manifest.vector_space
            # A loaded encoder is kept: loading it again would take seconds.
            self._snapshot = replace(opened, encoder=self._snapshot.encoder) if same_space else opened
        finally:
            self._opening.release()
        return True
