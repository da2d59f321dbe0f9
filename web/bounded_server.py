"""Waitress, with bounds on what clients can take up.

Waitress receives requests and sends answers in one thread, however slowly; its other threads only answer requests
that are complete, so that slow and idle clients hold none. What it does not bound is bounded here: how long a request
may take to arrive, how long an answer may lie unread, idle connections, and how many requests wait for a thread.
Answers that take long have threads and a queue of their own. No word of a client goes to its log.
"""

import copy
import logging
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any, ClassVar
from weakref import WeakSet

from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import FixedStreamReceiver
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher, WSGITask

from web.site.allowed_hosts import LOCAL_ADDRESS, plain_address
from web.site.long_answers import brings_file, takes_long
from web.site.refuse_when_busy import REFUSED, SLOW_READER

MOST_CONNECTIONS = 200
"""Of one process. macOS gives a process 256 files, and Windows can wait for 512 sockets."""
CROWD = 150
"""Connections; of those beyond, the ones that have kept the server waiting for longest are closed."""
MOST_WAITING = 64
"""Requests that wait for a thread, in each of three queues; those beyond are told to come back later."""
MOST_HEADER_BYTES = 16_384
SECONDS_FOR_REQUEST = 20
"""From the first byte of a request to its last."""
SECONDS_IDLE = 10
"""Without a request."""
SECONDS_UNREAD = 30
"""In which a client takes nothing of its answer."""
MOST_FILE_BYTES = 10_100_000
"""Of a request that brings a file."""
MOST_FILES = 4
"""Such requests at once, of one process: each stays in memory."""
MOST_PASSED_OVER = 64_000_000
"""Bytes of a request that is refused which are taken and forgotten: browsers show no answer before they sent all."""
MOST_UNREAD_BYTES = 4_000_000
"""Of an answer that is made while it is sent (web/api/bulk.py)."""
SECONDS_FOR_FILE = 240
"""From the first byte of such a request to its last: 10 MB at 42 KB a second."""

WSGIApplication = Callable[..., Iterable[bytes]]


class _SiteTask(WSGITask):  # type: ignore[misc] # waitress has no types
    """Tells the application what only the server knows."""

    def get_environment(self) -> dict[str, Any]:
        channel, bounds = self.channel, self.channel.server.adj
        environ: dict[str, Any] = super().get_environment()
        environ[LOCAL_ADDRESS] = plain_address(channel.socket.getsockname()[0])
        channel.adj = bounds
        # From then on the thread of this request holds no more than a bit of what follows, and waits for the client.
        environ[SLOW_READER] = partial(setattr, channel, "adj", bounds.for_slow_readers)
        environ[REFUSED] = self.request.refused
        if self.request.refused:
            self.set_close_on_finish()
        return environ


class _Forgetting(OverflowableBuffer):  # type: ignore[misc]
    """Takes the body of a request that is refused, and keeps nothing of it."""

    def append(self, data: bytes) -> None:
        pass


class _SiteParser(HTTPRequestParser):  # type: ignore[misc]
    """A request while it comes in: it may be larger where the site takes files, and nowhere else.

    Why it is `refused` the application says, in the reader's language.
    """

    with_files: ClassVar[WeakSet["_SiteParser"]] = WeakSet()
    """The requests with files that are coming in, wait or are answered: all whose bodies are in memory."""
    brings_file = False
    refused: HTTPStatus | None = None
    headers: dict[str, str]
    path: str | None = None
    content_length: int
    expect_continue: bool

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.began = time.time()
        """When its first byte came, be it a request that dribbles."""

    def received(self, data: bytes) -> int:
        """Take what came in."""
        came = self.header_plus + data
        taken = super().received(data)
        if self.chunked and self.body_bytes_received > self._most_bytes:
            self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if self.error:
            # What is not known of HTTP (501) is malformed to this site too.
            self.refuse(HTTPStatus(self.error.code) if self.error.code < 500 else HTTPStatus.BAD_REQUEST, came)
        return int(taken)

    def parse_header(self, header_plus: bytes) -> None:
        """Choose the bounds by the first line, before anything of the body is taken.

        Raises:
            ParsingError: it is malformed; or it has Transfer-Encoding with Content-Length, or in HTTP/1.0, which does
                not know it. A server in front may see its end elsewhere: it is answered with 400, and its connection
                is closed, so that what follows is no request of its own (RFC 9112, sections 6.1 and 6.3).
        """
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # which waitress lets pass: of an address "http://[", or a length of 5,000 digits
            raise ParsingError("Address or length is invalid") from error
        # Of HTTP/1.1 waitress has taken the header Transfer-Encoding out.
        if (self.chunked and "CONTENT_LENGTH" in self.headers) or "TRANSFER_ENCODING" in self.headers:
            raise ParsingError("Content-Length and Transfer-Encoding do not go together")
        self.brings_file = brings_file(self.command, self.path or "")
        if self.content_length >= self._most_bytes:
            self._pass_over(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        elif self.brings_file and len(self.with_files) >= MOST_FILES:
            self._pass_over(HTTPStatus.SERVICE_UNAVAILABLE)
        elif self.brings_file:
            self.with_files.add(self)

    @property
    def _most_bytes(self) -> int:
        """Of its body."""
        return max(MOST_FILE_BYTES, self.adj.most_body_bytes) if self.brings_file else int(self.adj.most_body_bytes)

    def _pass_over(self, status: HTTPStatus) -> None:
        """Refuse a request once its body has come in, where that is not too much and the client does not ask first."""
        if self.expect_continue or self.chunked or self.content_length == 0:
            self.refuse(status)
        else:
            self.refused = status
            self.body_rcv = FixedStreamReceiver(self.content_length, _Forgetting(sys.maxsize))
            del self.headers["CONTENT_LENGTH"]

    def refuse(self, status: HTTPStatus, came: bytes = b"") -> None:
        """Give up a request; of a header that cannot be used, `came` says which page was asked for."""
        if self.path is None or status == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            first, *lines = came[:MOST_HEADER_BYTES].split(b"\r\n")
            host = [line for line in lines[:-1] if line.lower().startswith(b"host:")]
            self.headers = {}
            for header in (b"GET / HTTP/1.0\r\n", b"\r\n".join([first, *host, b""])):
                with suppress(ParsingError, ValueError):
                    super().parse_header(header)
        self.refused, self.error, self.completed, self.body_rcv = status, None, True, None
        self.expect_continue = False
        self.headers.pop("CONTENT_LENGTH", None)


class _BoundedChannel(HTTPChannel):  # type: ignore[misc]
    """One connection."""

    task_class, parser_class = _SiteTask, _SiteParser
    request: _SiteParser | None

    def keeps_waiting(self) -> bool:
        """Whether the server waits for this client: none of its requests is answered, or it takes an answer slowly."""
        is_streaming = self.adj is self.server.adj.for_slow_readers and self.total_outbufs_len > 0
        return not self.requests or is_streaming

    def waited(self) -> tuple[float, float]:
        """Since when the client has kept the server waiting, in seconds of the clock, and for how many it may."""
        if self.total_outbufs_len:
            return self.last_activity, SECONDS_UNREAD
        if self.request is None:
            return self.last_activity, SECONDS_IDLE
        return self.request.began, SECONDS_FOR_FILE if self.request.brings_file else SECONDS_FOR_REQUEST

    def give_up(self) -> None:
        """Say that a request did not arrive in time, or close a connection from which none is to come."""
        with self.requests_lock:
            request, self.request = self.request, None
            if request is None or self.requests or self.total_outbufs_len:
                self.hang_up()
                return
            request.refuse(HTTPStatus.REQUEST_TIMEOUT, request.header_plus)
            self.requests.append(request)
        self.last_activity = time.time()
        self.server.add_task(self)

    def hang_up(self) -> None:
        """Close the connection; that it is shut down wakes the loop, even where the client reads nothing."""
        self.will_close = True
        with suppress(OSError):  # the client has gone
            self.socket.shutdown(socket.SHUT_RDWR)


class _Queues:
    """Where requests wait for a thread.

    Short and long answers share the processors: more threads for long ones would let all others crawl beside them. One
    more is for the file of everything (web/api/bulk.py), which waits for its client. One thread waits for the one
    process that reads files: what is handed in takes no more than one processor. One does nothing but refuse.
    """

    def __init__(self, threads: int) -> None:
        self._short, self._long = _queue(max(1, threads // 2)), _queue(threads - threads // 2 + 1)
        self._files, self._refusals = _queue(1), _queue(1)

    def add_task(self, channel: _BoundedChannel) -> None:
        """Have a request answered, or refused."""
        request = channel.requests[0]
        long = self._files if request.brings_file else self._long
        queue = long if request.brings_file or takes_long(request.path) else self._short
        if not request.refused and len(queue.queue) >= MOST_WAITING:
            request.refused = HTTPStatus.SERVICE_UNAVAILABLE
        (self._refusals if request.refused else queue).add_task(channel)

    def shutdown(self) -> None:
        """End all threads: none may wake the server's loop once what wakes it is closed."""
        for queue in (self._short, self._long, self._files, self._refusals):
            queue.shutdown()


def _queue(threads: int) -> ThreadedTaskDispatcher:
    queue = ThreadedTaskDispatcher()
    queue.set_thread_count(threads)
    return queue


class _BoundedServer(TcpWSGIServer):  # type: ignore[misc]
    """What listens."""

    channel_class = _BoundedChannel

    def maintenance(self, now: float) -> None:
        """Each second: close what has waited too long, and in a crowd what has waited for longest."""
        waiting = filter(_BoundedChannel.keeps_waiting, self.active_channels.values())
        too_many = len(self.active_channels) - CROWD
        for place, channel in enumerate(sorted(waiting, key=_BoundedChannel.waited)):
            since, patience = channel.waited()
            if place < too_many:
                channel.hang_up()
            elif now - since > patience:
                channel.give_up()


class _NoWordsOfClients(logging.Filter):
    """Of what waitress logs, keeps where it happened: its messages quote requests and name addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            kind, _, where = record.exc_info
            record.msg, record.args = "%s in:\n%s", (kind.__name__, "".join(traceback.format_tb(where)))
        else:
            record.msg = "Waitress warns in line %d of its %s; the words are left out, for they may be a client's."
            record.args = (record.lineno, record.filename)
        record.exc_info = record.exc_text = None
        return record.levelno >= logging.WARNING


def serve_on(listener: socket.socket, application: WSGIApplication, threads: int, most_body_bytes: int) -> None:
    """Serve an application on a listening socket until SystemExit or KeyboardInterrupt; return then."""
    logging.getLogger("waitress").addFilter(_NoWordsOfClients())
    logging.getLogger("waitress.queue").disabled = True
    bounds: Any = Adjustments(
        connection_limit=MOST_CONNECTIONS,  # counts what the server itself listens to as well
        cleanup_interval=1,
        max_request_header_size=MOST_HEADER_BYTES,
        max_request_body_size=MOST_PASSED_OVER,
        # Beyond these sizes waitress would write requests and answers to temporary files.
        inbuf_overflow=sys.maxsize,
        outbuf_overflow=sys.maxsize,
        # A thread never waits for a client that does not read.
        outbuf_high_watermark=sys.maxsize,
        asyncore_use_poll=True,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=False,  # the application does not look at them, but by a setting
        ident=None,
    )
    bounds.most_body_bytes = most_body_bytes
    bounds.for_slow_readers = copy.copy(bounds)
    bounds.for_slow_readers.outbuf_high_watermark = MOST_UNREAD_BYTES
    place = (listener.family, listener.type, listener.proto, listener.getsockname())
    queues = _Queues(threads)
    _BoundedServer(application, _sock=listener, dispatcher=queues, adj=bounds, sockinfo=place, bind_socket=False).run()
