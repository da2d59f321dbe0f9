import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from models.index_folder.catalogue_schema import FORMAT_VERSION
from tests.paths import REPOSITORY
from web import commands, production_server
from web.command_line import main
from web.site.settings import Settings


@pytest.fixture
def served(monkeypatch):
    """What would be served, instead of serving it."""
    calls = []

    def serve(*arguments):
        *given, ready = arguments
        ready()
        calls.append(tuple(given))

    monkeypatch.setattr(production_server, "serve", serve)
    return calls


def test_serve_takes_the_index_from_its_option_before_the_environment(served, monkeypatch):
    monkeypatch.setenv("UPR_INDEX", "from-environment")
    assert CliRunner().invoke(main, ["serve"]).exit_code == 0
    assert CliRunner().invoke(main, ["serve", "--index", "given", "--port", "9000"]).exit_code == 0
    assert served == [
        (Settings(index=Path("from-environment")), "127.0.0.1", 8000, 1),
        (Settings(index=Path("given")), "127.0.0.1", 9000, 1),
    ]


def test_platform_says_how_many_processes_serve(served, monkeypatch):
    monkeypatch.setenv("WEB_CONCURRENCY", "3")
    assert CliRunner().invoke(main, ["serve"]).exit_code == 0
    assert CliRunner().invoke(main, ["serve", "--processes", "2"]).exit_code == 0
    assert [processes for *_, processes in served] == [3, 2]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104 - browsers on other systems cannot open 0.0.0.0
        ("::", "http://[::1]:8000"),
        ("fe80::1", "http://[fe80::1]:8000"),
        ("upr.example.org", "http://upr.example.org:8000"),
    ],
)
def test_address_printed_can_be_opened_on_this_machine(served, host, address):
    assert f"The site is at {address} (" in CliRunner().invoke(main, ["serve", "--host", host]).stderr


def test_serve_without_an_index_names_the_next_step(tmp_path):
    result = CliRunner().invoke(main, ["serve", "--index", str(tmp_path)])
    assert result.exit_code == 1
    assert "upr index PATH --to" in result.output
    assert "Traceback" not in result.output


def test_unusable_setting_is_one_sentence(monkeypatch):
    monkeypatch.setenv("UPR_THREADS", "many")
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 1
    assert "UPR_THREADS must be a whole number" in result.output


@pytest.mark.parametrize(("returned", "exit_code"), [(0, 0), (1, 1)], ids=["indexed", "failed"])
def test_demo_serves_once_the_samples_are_indexed(served, monkeypatch, tmp_path, returned, exit_code):
    """Indexed in a process of its own, whose memory the server does not keep."""
    run = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: run.append(command) or subprocess.CompletedProcess(command, returned)
    )
    monkeypatch.setattr(commands, "user_cache_path", lambda name: tmp_path / name)
    assert CliRunner().invoke(main, ["demo"]).exit_code == exit_code
    (command,) = run
    folder = tmp_path / "upr-follow-up" / f"sample-index-{FORMAT_VERSION}"
    assert [str(REPOSITORY / "samples" / "documents"), "--to", str(folder)] == command[4:7]
    assert served == ([] if returned else [(Settings(index=folder), "127.0.0.1", 8000, 1)])


@pytest.mark.service
@pytest.mark.encoder
def test_demo_in_a_clean_checkout_answers(tmp_path):
    """The README's first command, from documents to what is found by its meaning."""
    checkout = tmp_path / "checkout"
    for folder in ("models", "indexer", "search", "web", "samples"):
        shutil.copytree(Path(commands.__file__).parents[1] / folder, checkout / folder)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-c", "from web.command_line import main; main()", "demo", "--port", str(port)]
    server = subprocess.Popen(
        command,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        start_new_session=True,
    )
    try:
        issue = b"text=In+our+rural+north,+families+still+make+wives+of+thirteen-year-olds&state="
        page = answered(server, f"http://127.0.0.1:{port}/match", issue)
    finally:
        os.killpg(server.pid, signal.SIGKILL)
    assert "marri" in page.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert "Invented sample" in page


def answered(server, address, data):
    for _ in range(600):
        assert server.poll() is None, "the demonstration ended"
        try:
            return urlopen(address, data, timeout=30).read().decode()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.5)
    return pytest.fail("the demonstration did not answer")
