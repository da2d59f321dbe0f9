"""Serving the site: one process, or several that listen on the same socket."""

import gc
import os
import signal
import socket
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from flask import Flask
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from models.encoders.load_encoder import usual_encoder
from models.errors import DatabaseUnreachable, UprError
from models.files.memory import call_of_glibc
from models.index_folder.folder import current_snapshot, read_manifest
from models.messages.spoken import saying, system_words
from search import load_readers
from web.application import create_app, use_memory
from web.bounded_server import serve_on
from web.plans.plan_store import place_for_plans
from web.shared_store import SharedMemory, forgetting, shared
from web.site.allowed_hosts import own_names
from web.site.kept_in_database import SECONDS_BETWEEN_TRIES
from web.site.log import log_to_stderr
from web.site.served_index import INDEX
from web.site.settings import Settings
from web.site.site_memory import SiteMemory

TRIES_TO_REACH = 12
"""Of a database that restarts: it is back within a minute."""
BODIES_TAKEN = 4
"""Requests are received up to so many times their largest size, that the page on a text too long is read."""


def serve(settings: Settings, host: str, port: int, processes: int, ready: Callable[[], None]) -> None:
    """Serve the site until the process is told to end (SIGINT, SIGTERM); `ready` is called before.

    Raises:
        IndexFolderError: there is no usable index where the settings say.
        EncoderError: its encoder cannot be used on this machine.
        IndexDatabaseError: the database cannot be reached, or was not made by this program.
        UprError: the address cannot be listened on, or one of several processes ended.
    """
    _begin()
    signal.signal(signal.SIGINT, _end)
    if isinstance(settings.index, Path):
        read_manifest(current_snapshot(settings.index))
    plans = settings.plans or place_for_plans(host)
    settings = replace(settings, hosts=(*settings.hosts, *own_names(host)), plans=plans)
    with ExitStack() as serving:
        listener = serving.enter_context(listening(host, port))
        others = serving.enter_context(_further_processes(settings, listener, processes - 1)) if processes > 1 else ()
        memory = SiteMemory.of_this_process(60 * settings.keep_minutes)
        if settings.database:
            memory = memory.with_database(settings.database, 60 * settings.keep_minutes)
        if others:
            given = serving.enter_context(shared(memory))
            for other in others:
                other.send(given)
        serving.enter_context(forgetting(memory.questions.forget_unused, memory.lists.forget_unused))
        app = prepared_app(settings)
        ready()
        _serve_app(app, memory, settings, listener)


def _begin() -> None:
    """End this process in order when it is told to; let its threads take memory from two arenas.

    By itself glibc gives each thread one of its own, and each keeps what its largest question took (mallopt(3)).
    """
    signal.signal(signal.SIGTERM, _end)
    call_of_glibc("mallopt", -8, 2)  # M_ARENA_MAX of malloc.h
    log_to_stderr()


def _end(*_: object) -> None:
    """End this process in order."""
    _let_end()
    sys.exit(0)


def _let_end() -> None:
    """Let this process end undisturbed: told to end again, it would break off what it does to end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


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
    return app


def _load_readers(settings: Settings, *, other_languages: bool = False) -> None:
    """Load what issues are read with before the index is open: a folder says at once which encoder it has."""
    place = settings.index_place
    of_folder = read_manifest(current_snapshot(place)).vector_space.id if isinstance(place, Path) else None
    load_readers(of_folder or usual_encoder(), other_languages=other_languages)


def _serve_app(app: Flask, memory: SiteMemory, settings: Settings, listener: socket.socket) -> None:
    """Serve the site in this process until it is told to end.

    Words of questions that another process was told to forget are let go of here within half a minute.
    """
    use_memory(app, memory)
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
    gc.freeze()  # looking for garbage would write to what they share, and so copy it
    new_process = get_context("fork").Process if sys.platform == "linux" else get_context("spawn").Process
    pipes = [Pipe(duplex=False) for _ in range(number)]
    workers = [new_process(target=_serve_beside, args=(settings, listener, *pipe), daemon=True) for pipe in pipes]
    # Ctrl+C in a terminal reaches all processes: they leave it to this one from their first line on.
    of_this_process = signal.signal(signal.SIGINT, signal.SIG_IGN)
    for worker in workers:
        worker.start()
    signal.signal(signal.SIGINT, of_this_process)
    _end_after(*workers)
    try:
        with suppress(SystemExit):  # so this process is told to end
            yield [giving for _, giving in pipes]
        failed = any(worker.exitcode not in (None, 0, -signal.SIGTERM) for worker in workers)
    finally:
        _let_end()  # with the first of them that ends this process would be told to end, too
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


def _serve_beside(settings: Settings, listener: socket.socket, given: Connection, giving: Connection) -> None:
    """Serve beside the first process, which opens the same index, and says why where it cannot be used."""
    _begin()
    giving.close()  # without it here, the first process is known to have ended
    try:
        memory: SharedMemory = given.recv()
        if first := parent_process():
            _end_after(first)
        # The first process serves already: a database that was lost meanwhile is waited for.
        once_reached = Retrying(
            retry=retry_if_exception_type(DatabaseUnreachable),
            stop=stop_after_attempt(TRIES_TO_REACH),
            wait=wait_fixed(SECONDS_BETWEEN_TRIES),
            reraise=True,
        )
        app = once_reached(prepared_app, settings)
    except (EOFError, UprError):
        sys.exit(1)
    _serve_app(app, memory.connected(), settings, listener)


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
