"""The site's server in a process of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.paths import REPOSITORY
from tests.system_calls import watched
from tests.web.invented_index import InventedIndex


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def environment_of_small_site() -> dict[str, str]:
    """What tests.web.small_site needs."""
    return {"INVENTED_INDEX": str(InventedIndex().folder)}


class Server:
    """A server process, what it printed, and ways to talk to it."""

    def __init__(
        self,
        *arguments: str,
        module: str = "tests.web.small_site",
        folder: Path = REPOSITORY,
        noted_in: Path | None = None,
        **environment: str,
    ) -> None:
        """With `noted_in`, strace notes its calls there."""
        self.port = free_port()
        command = [sys.executable, "-m", module, *arguments, "--port", str(self.port)]
        self.process = subprocess.Popen(
            watched(command, noted_in) if noted_in else command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment_of_small_site(), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            text=True,
        )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        for _ in range(300):
            assert self.process.poll() is None, self.process.communicate()[0]
            try:
                self.ask("GET", "/healthz")
                return
            except OSError:
                time.sleep(0.1)
        pytest.fail("the server did not answer")

    def ask(
        self, method: str, path: str, data: dict[str, str] | None = None, host: str | None = None, at: str = "127.0.0.1"
    ) -> http.client.HTTPResponse:
        """An answer, its body read into `text`; that to which a posted form leads, as browsers follow it."""
        connection = http.client.HTTPConnection(at, self.port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if data else {}
        headers |= {"Sec-Fetch-Site": "same-origin"} if method == "POST" else {}
        headers |= {"Host": host} if host else {}
        connection.request(method, path, urlencode(data) if data else None, headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode(errors="replace")
        connection.close()
        if method == "POST" and answer.status == 303:
            address = answer.headers["Location"]
            answer = self.ask("GET", address, host=host, at=at)
            answer.key = address.removeprefix("/results/")
        return answer

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def send(self, sent: bytes, seconds: float = 3) -> bytes:
        """What comes back for these bytes until the server closes, or says nothing for so many seconds."""
        with self.connect() as connection:
            connection.sendall(sent)
            connection.settimeout(seconds)
            received = b""
            try:
                while more := connection.recv(65536):
                    received += more
            except OSError:
                pass
            return received

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to end; its exit code and all that it printed."""
        self.process.send_signal(number)
        printed, _ = self.process.communicate(timeout=20)
        return self.process.returncode, printed


@pytest.fixture
def started() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*arguments: str, **more: Any) -> Server:
        servers.append(Server(*arguments, **more))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            os.killpg(server.process.pid, signal.SIGKILL)
