"""Serving the site: one process, or several that listen on the same socket."""

import os
import signal
import socket
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from ctypes import CDLL
from dataclasses import replace
from ipaddress import ip_address
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import Any, NoReturn

from flask import Flask
from platformdirs import user_data_path

from models.errors import UprError
from models.index_folder.folder import current_snapshot, read_manifest
from web.application import create_app, use_memory
from web.bounded_server import serve_on
from web.shared_store import SharedMemory, forgetting, shared
from web.site.allowed_hosts import own_names
from web.site.served_index import INDEX
from web.site.settings import PLANS_OFF, Settings
from web.site.site_memory import SiteMemory

_M_ARENA_MAX = -8
"""Of malloc.h."""
BODIES_TAKEN = 4
"""Requests are received up to so many times their largest size, that the page on a text too long is read."""


def serve(settings: Settings, host: str, port: int, processes: int, ready: Callable[[], None]) -> None:
    """Serve the site until the process is told to end (SIGINT, SIGTERM); `ready` is called before.

    Raises:
        IndexFolderError: there is no usable index where the settings say.
        EncoderError: its encoder cannot be used on this machine.
        UprError: the address cannot be listened on, or one of several processes ended.
    """
    _keep_few_arenas()
    if isinstance(settings.index, Path):
        read_manifest(current_snapshot(settings.index))
    settings = replace(settings, hosts=(*settings.hosts, *own_names(host)), plans=settings.plans or plans_of_user(host))
    memory = memory_of(settings)
    with _signal_handled(signal.SIGTERM, _end), listening(host, port) as listener, forgetting(memory):
        app = prepared_app(settings)
        use_memory(app, memory)
        with _for_others(memory, processes) as given, _further_processes(settings, listener, given, processes - 1):
            ready()
            serve_app(app, settings, listener)


def memory_of(settings: Settings) -> SiteMemory:
    """What the site keeps for a while: in this process, or in a database for several machines.

    Raises:
        IndexDatabaseError: the database cannot be reached, or was not made by this program.
    """
    memory = SiteMemory.of_this_process(60 * settings.keep_minutes)
    return memory.with_database(settings.database, 60 * settings.keep_minutes) if settings.database else memory


def plans_of_user(host: str) -> str:
    """Where a site that only this machine reaches keeps plans: with the user's other data, away from index folders."""
    try:
        only_here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        only_here = False
    return str(user_data_path("upr-follow-up", appauthor=False) / "plans.sqlite") if only_here else PLANS_OFF


def prepared_app(settings: Settings) -> Flask:
    """The site with its encoder loaded, so that nobody waits for that at the first question.

    Raises:
        UprError: the index or its encoder cannot be used on this machine.
    """
    app = create_app(settings)
    app.extensions[INDEX].prepare()
    _give_back_memory()
    return app


def serve_app(app: Flask, settings: Settings, listener: socket.socket) -> None:
    """Serve the site in this process until it is told to end."""
    serve_on(listener, app, settings.threads, BODIES_TAKEN * settings.max_request_bytes)


def _for_others(memory: SiteMemory, processes: int) -> AbstractContextManager[SharedMemory | None]:
    """What further processes are given to keep things in the memory of this one."""
    return shared(memory) if processes > 1 else nullcontext()


@contextmanager
def _further_processes(
    settings: Settings, listener: socket.socket, memory: SharedMemory | None, number: int
) -> Iterator[None]:
    """Within, so many more processes serve on the same socket; where one ends, all end, to be started anew.

    Each opens the index itself: the catalogue's connection and the encoder's threads do not survive a fork, and the
    vectors are a mapped file, whose pages processes share all the same.

    Raises:
        UprError: one of them did not end in order.
    """
    new_process = get_context("spawn").Process
    workers = [
        new_process(target=_serve_in_process, args=(settings, listener, memory), daemon=True) for _ in range(number)
    ]
    # Ctrl+C in a terminal reaches all processes: they leave it to this one from their first line on.
    with _signal_handled(signal.SIGINT, signal.SIG_IGN):
        for worker in workers:
            worker.start()
    if workers:
        _end_after(*workers)
    try:
        yield
    finally:
        failed = any(worker.exitcode not in (None, 0, -signal.SIGTERM) for worker in workers)
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()
    if failed:
        raise UprError(
            "A process of the site ended, perhaps for want of memory: start the site again, with fewer --processes "
            "(WEB_CONCURRENCY) if it happens again."
        )


def _serve_in_process(settings: Settings, listener: socket.socket, memory: SharedMemory) -> None:
    _keep_few_arenas()
    with _signal_handled(signal.SIGTERM, _end):
        first = parent_process()
        if first:
            _end_after(first)
        app = prepared_app(settings)
        use_memory(app, memory.connected())
        serve_app(app, settings, listener)


def _end_after(*others: BaseProcess) -> None:
    """End this process in order once one of the others has ended."""

    def watch() -> None:
        if wait([other.sentinel for other in others]):
            interrupt_main(signal.SIGTERM)

    Thread(target=watch, daemon=True).start()


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens on an address: "::" is every address, of IPv4 too.

    Raises:
        UprError: the address is not this machine's, or in use.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    both = host == "::" and socket.has_dualstack_ipv6()
    try:
        listener = socket.create_server((host, port), family=family, dualstack_ipv6=both, backlog=1024)
    except (OSError, UnicodeError) as error:
        # What names no address has a number of its own below zero, or none.
        number = getattr(error, "errno", None) or -1
        reason = os.strerror(number) if number > 0 else "no such address"
        raise UprError(f"Cannot listen on {host}, port {port} ({reason}): give another host or port.") from error
    with listener:
        yield listener


@contextmanager
def _signal_handled(number: int, handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> Iterator[None]:
    """Within, a signal is handled otherwise."""
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    """End the process in order, without a traceback, as SIGINT does."""
    sys.exit(0)


def _keep_few_arenas() -> None:
    """Let all threads of this process take memory from two arenas: by itself glibc gives each thread one of its own,
    and each keeps what its largest question took (mallopt(3))."""
    if mallopt := _of_libc("mallopt"):
        mallopt(_M_ARENA_MAX, 2)


def _give_back_memory() -> None:
    """Give back what loading took: the weights of an encoder pass through memory several times (malloc_trim(3))."""
    if malloc_trim := _of_libc("malloc_trim"):
        malloc_trim(0)


def _of_libc(name: str) -> Callable[..., int] | None:
    """A function of glibc; None where another library allocates memory."""
    return getattr(CDLL(None), name, None) if sys.platform == "linux" else None
