"""Serving the site: one process, or several that listen on the same socket."""

import gc
import os
import signal
import socket
import sys
import time
from _thread import interrupt_main
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from ctypes import CDLL
from dataclasses import replace
from ipaddress import ip_address
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import Any, NoReturn

from flask import Flask

from models.encoders.load_encoder import usual_encoder
from models.errors import DatabaseUnreachable, UprError
from models.index_folder.folder import current_snapshot, read_manifest
from models.spoken import saying, system_words
from search import load_readers
from web.application import create_app, use_memory
from web.bounded_server import serve_on
from web.plans.plan_store import file_of_user
from web.shared_store import SharedMemory, forgetting, shared
from web.site.allowed_hosts import own_names
from web.site.kept_in_database import SECONDS_BETWEEN_TRIES
from web.site.log import log_to_stderr
from web.site.served_index import INDEX
from web.site.settings import PLANS_OFF, Settings
from web.site.site_memory import SiteMemory

_M_ARENA_MAX = -8
"""Of malloc.h."""
TRIES_TO_REACH = 12
"""Of a database that restarts: it is back within a minute."""
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
    log_to_stderr()
    if isinstance(settings.index, Path):
        read_manifest(current_snapshot(settings.index))
    settings = replace(settings, hosts=(*settings.hosts, *own_names(host)), plans=settings.plans or plans_of_user(host))
    with ExitStack() as serving:
        serving.enter_context(_signal_handled(signal.SIGTERM, _end))
        listener = serving.enter_context(listening(host, port))
        others = serving.enter_context(_further_processes(settings, listener, processes - 1)) if processes > 1 else ()
        memory = memory_of(settings)
        if others:
            given = serving.enter_context(shared(memory))
            for other in others:
                other.send(given)
        serving.enter_context(forgetting(memory.questions.forget_unused, memory.lists.forget_unused))
        app = prepared_app(settings)
        use_memory(app, memory)
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
    """Where a site that only this machine reaches keeps plans."""
    try:
        only_here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        only_here = False
    return str(file_of_user()) if only_here else PLANS_OFF


def prepared_app(settings: Settings) -> Flask:
    """The site with its encoder loaded, so that nobody waits for that at the first question.

    Raises:
        UprError: the index or its encoder cannot be used on this machine.
    """
    with ThreadPoolExecutor(1) as meanwhile:
        loading = meanwhile.submit(_load_readers, settings)
        app = create_app(settings)
        loading.result()
    app.extensions[INDEX].prepare()
    _give_back_memory()
    return app


def _load_readers(settings: Settings, *, other_languages: bool = False) -> None:
    """Load what issues are read with before the index is open: a folder says at once which encoder it has."""
    place = settings.index_place
    of_folder = read_manifest(current_snapshot(place)).vector_space.id if isinstance(place, Path) else None
    load_readers(of_folder or usual_encoder(), other_languages=other_languages)


def serve_app(app: Flask, settings: Settings, listener: socket.socket) -> None:
    """Serve the site in this process until it is told to end.

    Words of questions that another process was told to forget are let go of here within half a minute.
    """
    with forgetting(app.extensions[INDEX].forget_words):
        serve_on(listener, app, settings.threads, BODIES_TAKEN * settings.max_request_bytes)


@contextmanager
def _further_processes(settings: Settings, listener: socket.socket, number: int) -> Iterator[Sequence[Connection]]:
    """Within, so many more processes serve on the same socket once each was sent the site's memory to use; where one
    ends, all end, to be started anew.

    On Linux they are forked when this one has loaded its modules and encoders, and share their pages with it; those for
    other languages too, which each would else load for itself with the first issue in one of them. Each opens the index
    itself: the catalogue's connection does not survive a fork, and no thread may run yet.

    Raises:
        EncoderError: the default encoder cannot be used on this machine.
        UprError: one of them did not end in order.
    """
    _load_readers(settings, other_languages=sys.platform == "linux")
    _give_back_memory()
    gc.freeze()  # looking for garbage would write to what they share, and so copy it
    new_process = get_context("fork").Process if sys.platform == "linux" else get_context("spawn").Process
    pipes = [Pipe(duplex=False) for _ in range(number)]
    workers = [new_process(target=_serve_in_process, args=(settings, listener, *pipe), daemon=True) for pipe in pipes]
    # Ctrl+C in a terminal reaches all processes: they leave it to this one from their first line on.
    with _signal_handled(signal.SIGINT, signal.SIG_IGN):
        for worker in workers:
            worker.start()
    _end_after(*workers)
    failed = False
    try:
        try:
            yield [giving for _, giving in pipes]
        except SystemExit:
            if not _any_failed(workers):
                raise
        failed = _any_failed(workers)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()
    if failed:
        raise UprError(
            saying(
                "A process of the site ended, perhaps for want of memory: start the site again, with fewer "
                "--processes (WEB_CONCURRENCY) if it happens again."
            )
        )


def _any_failed(workers: Sequence[BaseProcess]) -> bool:
    """Whether one ended otherwise than it was told to."""
    return any(worker.exitcode not in (None, 0, -signal.SIGTERM) for worker in workers)


def _serve_in_process(settings: Settings, listener: socket.socket, given: Connection, giving: Connection) -> None:
    _keep_few_arenas()
    log_to_stderr()
    giving.close()  # without it here, the first process is known to have ended
    with _signal_handled(signal.SIGTERM, _end):
        try:
            memory: SharedMemory = given.recv()
            if first := parent_process():
                _end_after(first)
            app = _prepared_once_reached(settings)
        except (EOFError, UprError):
            sys.exit(1)  # the first process opens the same index, and says why it cannot
        use_memory(app, memory.connected())
        serve_app(app, settings, listener)


def _prepared_once_reached(settings: Settings) -> Flask:
    """The site prepared, beside a first process that serves: a database lost meanwhile is waited for.

    Raises:
        UprError: the index or its encoder cannot be used, or the database was out of reach each time.
    """
    for _ in range(TRIES_TO_REACH - 1):
        with suppress(DatabaseUnreachable):
            return prepared_app(settings)
        time.sleep(SECONDS_BETWEEN_TRIES)
    return prepared_app(settings)


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
        reason = system_words(os.strerror(number)) if number > 0 else saying("no such address")
        raise UprError(
            saying(
                "Cannot listen on %(host)s, port %(port)s (%(reason)s): give another host or port.",
                host=host,
                port=str(port),
                reason=reason,
            )
        ) from error
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
