"""The watch over system calls sees what it is there to see."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.system_calls import needs_strace, reached_for, watched, written

pytestmark = [pytest.mark.service, needs_strace]


def notes_of(code: str, folder: Path) -> Path:
    """What was noted of a Python program; it sends nothing but to the name server of the machine."""
    notes = folder / "notes"
    subprocess.run(watched([sys.executable, "-c", code], notes), cwd=folder, check=True)
    return notes


@pytest.mark.parametrize(
    "code",
    [
        "import socket\ntry: socket.getaddrinfo('nowhere.invalid', 443)\nexcept OSError: pass",
        "import subprocess, sys\n"
        "lookup = 'import socket; socket.gethostbyname(\"nowhere.invalid\")'\n"
        "subprocess.run([sys.executable, '-c', lookup], stderr=subprocess.DEVNULL)",
        "import threading, socket\n"
        "def reach(): socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 443))\n"
        "thread = threading.Thread(target=reach); thread.start(); thread.join()",
        "import socket\n"
        "try: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).connect(('2001:db8::1', 443))\n"
        "except OSError: pass",
    ],
    ids=["a name", "a name, by another program", "an address, in a thread", "an address of version 6"],
)
def test_what_reaches_for_another_machine_is_seen(code: str, tmp_path: Path) -> None:
    assert reached_for(notes_of(code, tmp_path))


def test_this_machine_may_be_reached(tmp_path: Path) -> None:
    code = (
        "import socket\n"
        "listener = socket.socket(); listener.bind(('127.0.0.1', 0)); listener.listen()\n"
        "socket.create_connection(listener.getsockname()).sendall(b'a')\n"
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).connect(('::ffff:127.0.0.1', 8000))\n"
    )
    assert reached_for(notes_of(code, tmp_path)) == []


def test_files_that_are_written_are_seen(tmp_path: Path) -> None:
    code = (
        "import os, sqlite3\n"
        "os.mkdir('folder')\n"
        "at = os.open('folder', os.O_RDONLY)\n"
        "os.close(os.open('number', os.O_WRONLY | os.O_CREAT, dir_fd=at))\n"
        "os.rename('folder/number', 'folder/renamed')\n"
        "sqlite3.connect('of_a_library.sqlite').execute('create table a (b)')\n"
        "open(os.devnull, 'w').close()\n"
        "open('/etc/hostname').close()\n"
    )
    names = {Path(path).relative_to(tmp_path).as_posix() for path in written(notes_of(code, tmp_path), tmp_path)}
    assert names == {
        "folder", "folder/number", "folder/renamed", "of_a_library.sqlite", "of_a_library.sqlite-journal",
    }  # fmt: skip
