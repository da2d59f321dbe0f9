"""One store of kept questions for all processes of the site: in the memory of the first, which the others ask.

They ask through a socket of the same machine and user, with a secret that only they have; what passes it is ciphertext.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.managers import BaseManager
from threading import Event, Thread
from typing import Any

from web.site.kept_questions import CiphertextStore, MemoryStore

SECONDS_BETWEEN_SWEEPS = 30.0


class _Manager(BaseManager):
    """The connection to the process that has the store."""


@dataclass(frozen=True, slots=True)
class SharedStore:
    """Where the store is, to be given to another process."""

    address: Any
    secret: bytes

    def connected(self) -> CiphertextStore:
        """The store, for a process that does not have it."""
        _Manager.register("store")
        manager = _Manager(self.address, self.secret)
        manager.connect()
        store: CiphertextStore = manager.store()  # type: ignore[attr-defined] # registered above
        return store


@contextmanager
def shared(store: MemoryStore) -> Iterator[SharedStore]:
    """Within, other processes can use a store of this one."""
    _Manager.register("store", callable=lambda: store, exposed=("put", "get", "delete"))
    secret = secrets.token_bytes(32)
    server = _Manager(authkey=secret).get_server()

    def serve() -> None:
        with suppress(SystemExit):  # with which it ends
            server.serve_forever()

    Thread(target=serve, daemon=True).start()
    try:
        yield SharedStore(server.address, secret)
    finally:
        server.stop_event.set()  # type: ignore[attr-defined] # which `serve_forever` waits for


@contextmanager
def forgetting(store: MemoryStore, seconds: float = SECONDS_BETWEEN_SWEEPS) -> Iterator[None]:
    """Within, what nobody uses is forgotten in time, though nobody asks anything."""
    ended = Event()

    def sweep() -> None:
        while not ended.wait(seconds):
            store.forget_unused()

    Thread(target=sweep, daemon=True).start()
    try:
        yield
    finally:
        ended.set()
