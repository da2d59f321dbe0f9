"""Whether slow clients stop the site: `python -m benches.slow_clients INDEX`, or `--port N` for a server that runs.

Fifty clients of each kind hold their connections, and another asks meanwhile: a page and an issue, in turn. Those that
send slowly send a byte each second; those that read slowly have asked for a large answer and read nothing of it.
"""

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

COMMAND = "from web.command_line import main; main()"
SLOW_CLIENTS = 50
QUESTIONS = 20
PATIENCE = 30.0
"""Seconds after which an answer is given up."""
FORM = urlencode({"text": "Girls of thirteen are married off by their families"}).encode()
HEADER = b"Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"

Connect = Callable[[int], socket.socket]


def _slow_header(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(b"GET / HTTP/1.1\r\n" + HEADER + b"X-Slow: ")
    return connection


def _slow_body(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(b"POST /match HTTP/1.1\r\n" + HEADER + b"Content-Length: 5000\r\n\r\ntext=")
    return connection


def _slow_reader(port: int) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    connection.connect(("127.0.0.1", port))
    connection.sendall((b"GET /static/style.css HTTP/1.1\r\n" + HEADER + b"\r\n") * 8)
    return connection


def _idle(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port))


ATTACKS: dict[str, Sequence[Connect]] = {
    "none": (),
    "50 send a header": (_slow_header,),
    "50 send a body": (_slow_body,),
    "50 do not read": (_slow_reader,),
    "50 are idle": (_idle,),
    "all 200": (_slow_header, _slow_body, _slow_reader, _idle),
}


@contextmanager
def _attacked(port: int, kinds: Sequence[Connect]) -> Iterator[None]:
    """Within, slow clients of these kinds hold their connections, and open new ones where they are closed."""
    ended = Event()

    def attack(connect: Connect) -> None:
        connection: socket.socket | None = None
        while not ended.wait(1):
            try:
                connection = connection or connect(port)
                if connect in (_slow_header, _slow_body):
                    connection.sendall(b"x")
            except OSError:
                connection = None
        if connection:
            connection.close()

    clients = [Thread(target=attack, args=(kind,), daemon=True) for kind in kinds for _ in range(SLOW_CLIENTS)]
    for client in clients:
        client.start()
    time.sleep(3)
    try:
        yield
    finally:
        ended.set()
        for client in clients:
            client.join()


def _seconds(port: int, path: str, form: bytes | None) -> float:
    """Seconds until an answer is read; infinite where there is none."""
    began = time.monotonic()
    try:
        urlopen(f"http://127.0.0.1:{port}{path}", form, timeout=PATIENCE).read()
    except (OSError, HTTPError):
        return float("inf")
    return time.monotonic() - began


def measure(port: int) -> None:
    """Print a table of how long others wait, in milliseconds."""
    for _ in range(3):
        _seconds(port, "/match", FORM)
    print("| slow clients | start page, median / longest, ms | issue, median / longest, ms |\n|---|---:|---:|")
    for name, kinds in ATTACKS.items():
        with _attacked(port, kinds):
            pages: list[float] = []
            issues: list[float] = []
            for _ in range(QUESTIONS):
                pages.append(_seconds(port, "/", None))
                issues.append(_seconds(port, "/match", FORM))
                if pages[-1] == float("inf"):
                    break
        cells = (f"{median(times) * 1000:.0f} / {max(times) * 1000:.0f}" for times in (pages, issues))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Serve the index, unless a server is given, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path, nargs="?", help="Index folder to serve.")
    parser.add_argument("--port", type=int, help="Port of a server that runs already.")
    given = parser.parse_args()
    with ExitStack() as stack:
        port = given.port or 8765
        if not given.port:
            command = [sys.executable, "-c", COMMAND, "serve", "--index", str(given.index), "--port", str(port)]
            server = stack.enter_context(subprocess.Popen(command))
            stack.callback(server.terminate)
            while _seconds(port, "/healthz", None) == float("inf"):
                time.sleep(0.5)
        measure(port)


if __name__ == "__main__":
    main()
