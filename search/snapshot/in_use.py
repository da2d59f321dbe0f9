"""The snapshot of a folder that questions are answered from: it changes when CURRENT names another one."""

import logging
import time
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

from models.encoders.text_encoder import TextEncoder
from models.errors import IndexFolderError, UprError
from models.index_folder.folder import check_files, current_snapshot
from search.snapshot.snapshot import Snapshot, open_snapshot

_log = logging.getLogger(__name__)


SECONDS_BETWEEN_TRIES = 10
"""After which a new snapshot that could not be used is tried again: its files may have been on their way."""


class SnapshotInUse:
    """Safe to share between threads: one opens the new snapshot, the others go on with the old one meanwhile."""

    def __init__(self, folder: Path, encoder: TextEncoder | None, *, large_unchecked: bool = False) -> None:
        """Open the snapshot that CURRENT names; raises what `open_snapshot` does.

        With `large_unchecked`, the files of a large one are checked in a thread while questions are answered.
        """
        self._folder = folder
        self._given_encoder = encoder
        self._opening = Lock()
        self._next_try = 0.0
        self._snapshot = open_snapshot(folder, encoder, large_unchecked=large_unchecked)
        self._damage: IndexFolderError | None = None
        """Of the snapshot that was opened unchecked."""
        self._check = Thread(target=self._find_damage, args=[self._snapshot], daemon=True)
        if not self._snapshot.checked:
            self._check.start()

    @property
    def unchecked(self) -> bool:
        """Whether the files of the snapshot in use are still being checked."""
        return not self._snapshot.checked and self._check.is_alive()

    def current(self) -> Snapshot:
        """The newest snapshot that can be used.

        Raises:
            IndexFolderError: the check of its files found damage, and no other snapshot can be used.
        """
        if time.monotonic() >= self._next_try:
            try:
                self.refresh()
            except UprError as error:
                self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
                _log.warning("The old snapshot stays in use: %s", error)
        snapshot = self._snapshot
        if self._damage and not snapshot.checked:
            raise IndexFolderError(str(self._damage))
        return snapshot

    def refresh(self) -> bool:
        """Check and open the snapshot that CURRENT names now; False where it is open already or is being opened.

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

    def _find_damage(self, unchecked: Snapshot) -> None:
        try:
            check_files(self._folder / unchecked.name, unchecked.manifest)
        except IndexFolderError as error:
            self._damage = error
            _log.error("Nothing is answered from this index: %s", error)
