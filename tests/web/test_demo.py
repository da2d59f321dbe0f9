"""`upr demo`: says early what is wrong, and nothing that is for other people."""

import re
import shutil
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.paths import REPOSITORY
from web import commands
from web.command_line import main


def test_a_taken_port_is_told_before_anything_is_indexed(monkeypatch, tmp_path):
    monkeypatch.setattr(commands, "user_cache_path", lambda name: tmp_path)
    monkeypatch.setattr(commands, "_index_samples", lambda folder: pytest.fail("it was indexed first"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["demo", "--port", str(port)])
    assert result.exit_code == 1
    assert f"Cannot listen on 127.0.0.1, port {port}" in result.stderr


@pytest.mark.processes
@pytest.mark.slow
def test_the_report_of_the_index_is_not_printed(capfd, monkeypatch, tmp_path):
    """Of two of the sample documents."""
    monkeypatch.setenv("UPR_ENCODER", "letters")
    (tmp_path / "documents").mkdir()
    for name in ("states.csv", "documents/A_HRC_947_3.pdf", "documents/A_HRC_947_3_Add.1.pdf"):
        shutil.copy(commands.SAMPLES / name, tmp_path / name)
    monkeypatch.setattr(commands, "SAMPLES", tmp_path)
    commands._index_samples(tmp_path / "index")
    printed, said = capfd.readouterr()
    assert printed == ""
    assert said.startswith("Reading the invented sample documents")
    assert "check:" not in said
    assert (tmp_path / "index" / "CURRENT").exists()


@pytest.mark.parametrize("target", ["demo", "light"])
def test_make_takes_a_port(target):
    done = subprocess.run(
        ["make", "--dry-run", target, "PORT=8001"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert re.search(r"/upr demo --port 8001$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("ignored", [False, True])
def test_ctrl_c_ends_a_command_with_the_status_of_shells(ignored):
    """Where a shell began this run with SIGINT ignored, too: tests/conftest.py."""
    script = (
        "import os, signal, time\n"
        "from click.testing import CliRunner\n"
        "from search.cli import commands\n"
        "from web.command_line import main\n"
        "import click\n"
        "@click.command()\n"
        "def find(): os.kill(os.getpid(), signal.SIGINT); time.sleep(5)\n"
        "commands.find = find\n"
        "main(['find'])\n"
    )
    prefix = "trap '' INT; " if ignored else ""
    restored = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n" if ignored else ""
    command = ["sh", "-c", f'{prefix}exec "$@"', "sh", sys.executable, "-c", restored + script]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.strip()) == (130, "Aborted!")
