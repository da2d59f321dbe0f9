"""A file that is made while it is sent: the server holds little of it, and waits for no client for ever."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.paths import REPOSITORY
from tests.web.server_process import free_port

SITE = """
import sys
import time
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web import bounded_server
from web.files import bulk
from web.production_server import listening
from web.site.settings import Settings

bounded_server.SECONDS_UNREAD = 2
index = InventedIndex()
bulk.records_one_by_one = lambda *_: ({"kind": "x", "text": "y" * 1000} for _ in range(200_000))
with listening("127.0.0.1", int(sys.argv[1])) as listener:
    print("ready", flush=True)
    bounded_server.serve_on(listener, site_over(index, Settings()), 2, 500_000)
"""
ASKED = b"GET /api/v1/export?format=jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n"
MOST_MEGABYTES = 100
"""That it may take more while 200 MB lie unread."""

pytestmark = pytest.mark.service


def megabytes_of(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


def status_of_another(port: int) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(ASKED)
        return connection.recv(12)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_client_that_reads_nothing_costs_little_and_is_hung_up_on() -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-c", SITE, str(port)], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert server.stdout.readline() == "ready\n"
            before = megabytes_of(server.pid)
            with socket.create_connection(("127.0.0.1", port), timeout=60) as unread:
                unread.sendall(ASKED)
                assert unread.recv(12) == b"HTTP/1.1 200"
                assert status_of_another(port) == b"HTTP/1.1 503", "one file at a time"
                assert megabytes_of(server.pid) < before + MOST_MEGABYTES
                for _ in range(60):
                    if status_of_another(port) == b"HTTP/1.1 200":
                        break
                    time.sleep(0.5)
                else:
                    pytest.fail("the thread waits for the client that reads nothing")
        finally:
            os.kill(server.pid, signal.SIGKILL)
