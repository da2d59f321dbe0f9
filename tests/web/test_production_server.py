import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.paths import REPOSITORY

PROCFILE = REPOSITORY / "Procfile"
OWN_WORDS = "Tarnbridge"

pytest.importorskip("gunicorn", reason="gunicorn is not installed")

pytestmark = pytest.mark.service


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[str]]:
    """What the Procfile runs, over the small index, with the access log on."""
    command = PROCFILE.read_text(encoding="utf-8").removeprefix("web: gunicorn ").split()
    arguments = [word.replace("web.wsgi:app", "tests.web.small_site:app") for word in command]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *arguments, "--bind", f"127.0.0.1:{port}", "--access-logfile", "-"],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()


def fetch(port: int, path: str, data: dict[str, str] | None = None) -> int:
    for _ in range(100):
        try:
            body = urlencode(data).encode() if data else None
            return int(urlopen(f"http://127.0.0.1:{port}{path}", body, timeout=10).status)
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")


def test_access_log_holds_no_word_of_a_user(server: subprocess.Popen[str], port: int) -> None:
    assert fetch(port, f"/find?text={OWN_WORDS}") == 200
    assert fetch(port, "/match", {"text": OWN_WORDS}) == 200
    server.terminate()
    log, _ = server.communicate(timeout=30)
    assert "GET /find 200" in log
    assert "POST /match 200" in log
    assert OWN_WORDS not in log
    assert "GET /find 200 0." in log, "nothing but method, path, status and seconds"
