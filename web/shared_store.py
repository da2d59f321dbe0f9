"""One memory for all processes of the site: that of the first, which the others ask.

They ask through a socket of the same machine and user, with a secret that only they have; what passes it is ciphertext.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.managers import BaseManager
from threading import Event, Thread
from typing import Any

from web.site.site_memory import SiteMemory

SECONDS_BETWEEN_SWEEPS = 30.0


class _Manager(BaseManager):
    """The connection to the process that has the stores."""


@dataclass(frozen=True, slots=True)
class SharedMemory:
    """Where the memory is, to be given to another process."""

    address: Any
    secret: bytes
    form_secret: bytes

    def connected(self) -> SiteMemory:
        """The memory, for a process that does not have it."""
        for name in ("questions", "lists"):
            _Manager.register(name)
        manager: Any = _Manager(self.address, self.secret)
        manager.connect()
        return SiteMemory(manager.questions(), manager.lists(), self.form_secret)


@contextmanager
def shared(memory: SiteMemory) -> Iterator[SharedMemory]:
    """Within, other processes can use the memory of this one."""
    for name, store in (("questions", memory.questions), ("lists", memory.lists)):
        _Manager.register(name, callable=lambda store=store: store, exposed=("put", "get", "delete"))
    secret = secrets.token_bytes(32)
    server = _Manager(authkey=secret).get_server()

    def serve() -> None:
        with suppress(SystemExit):  # with which it ends
            server.serve_forever()

    Thread(target=serve, daemon=True).start()
    try:
        yield SharedMemory(server.address, secret, memory.form_secret)
    finally:
        server.stop_event.set()  # type: ignore[attr-defined] # which `serve_forever` waits for


@contextmanager
def forgetting(*forget: Callable[[], None], seconds: float = SECONDS_BETWEEN_SWEEPS) -> Iterator[None]:
    """Within, what nobody uses is forgotten in time, though nobody asks anything: each of these is called now and
    then."""
    ended = Event()

    def sweep() -> None:
        while not ended.wait(seconds):
            for forget_one in forget:
                forget_one()

    Thread(target=sweep, daemon=True).start()
    try:
        yield
    finally:
        ended.set()
