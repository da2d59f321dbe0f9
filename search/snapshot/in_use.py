"""The snapshot that questions are answered from: it changes when the index names another one as in use."""

import logging
import time
from collections.abc import Callable
from threading import Lock, Thread

from models.encoders.text_encoder import TextEncoder
from models.errors import IndexFolderError, UprError
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.store.store import IndexAddress

_log = logging.getLogger(__name__)


SECONDS_BETWEEN_TRIES = 10
"""After which a new snapshot that could not be used is tried again: its files may have been on their way."""


class SnapshotInUse:
    """Safe to share between threads: one opens the new snapshot, the others go on with the old one meanwhile."""

    def __init__(self, address: IndexAddress, encoder: TextEncoder | None, *, large_unchecked: bool = False) -> None:
        """Open the snapshot in use; raises what `open_snapshot` does.

        With `large_unchecked`, a large one is checked in a thread while questions are answered.
        """
        self._address = address
        self._given_encoder = encoder
        self._opening = Lock()
        self._next_try = 0.0
        self._snapshot = open_snapshot(address, encoder, large_unchecked=large_unchecked)
        self._damage: IndexFolderError | None = None
        """Of the snapshot that was opened unchecked."""
        self._check: Thread | None = None
        check = self._snapshot.store.check
        if check:
            # A thread that is never started would hold the snapshot for good.
            self._check = Thread(target=self._find_damage, args=[check], daemon=True)
            self._check.start()

    @property
    def unchecked(self) -> bool:
        """Whether the snapshot in use is still being checked."""
        return bool(self._snapshot.store.check) and self._check is not None and self._check.is_alive()

    def current(self) -> Snapshot:
        """The newest snapshot that can be used.

        Raises:
            IndexFolderError: its check found damage, and no other snapshot can be used.
        """
        if time.monotonic() >= self._next_try:
            try:
                self._follow()
            except UprError as error:
                self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
                _log.warning("The old snapshot stays in use: %s", error)
        snapshot = self._snapshot
        if self._damage and snapshot.store.check:
            raise IndexFolderError(str(self._damage))
        return snapshot

    def _follow(self) -> None:
        """Check and open the snapshot that is in use now, where that is another one and nobody else is opening it."""
        if self._address.current_name() == self._snapshot.name or not self._opening.acquire(blocking=False):
            return
        try:
            self._snapshot = open_snapshot(self._address, self._given_encoder)
        finally:
            self._opening.release()

    def _find_damage(self, check: Callable[[], None]) -> None:
        try:
            check()
        except IndexFolderError as error:
            self._damage = error
            _log.error("Nothing is answered from this index: %s", error)
