"""Each write, flush and renaming of a run is refused once, by the system itself: strace puts the error in its place.

Whatever is refused, the index that is there serves, or the new one does, and the next run makes what was asked for.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from indexer.write.check import problems_of
from models.errors import IndexFolderError
from models.index_folder.folder import current_snapshot
from tests.indexer.conftest import Workshop
from tests.indexer.test_interrupted_build import add_a_document
from tests.system_calls import needs_strace

pytestmark = [pytest.mark.long, needs_strace]
CALLS = {
    "write": ("write,pwrite64,writev", "ENOSPC"),
    "flush": ("fsync,fdatasync", "EIO"),
    "rename": ("rename,renameat,renameat2", "EIO"),
}
MOST_REFUSED = 30
"""Of one kind, spread over the run: it writes some hundred times."""


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it printed."""

    status: int
    printed: str


def run(workshop: Workshop, printed: Path, *options: str) -> Ended:
    """A run in a process of its own: a fork of this one, which has loaded all modules. strace watches what it does."""
    if not (child := os.fork()):
        _run_watched(workshop, printed)
    os.waitpid(child, os.WUNTRACED)
    with subprocess.Popen(["strace", "-f", "-qq", "-y", *options, "-p", str(child)]) as strace:
        while re.search(r"^TracerPid:\t0$", Path(f"/proc/{child}/status").read_text(encoding="ascii"), re.MULTILINE):
            assert strace.poll() is None, "strace cannot watch this process"
            time.sleep(0.005)
        os.kill(child, signal.SIGCONT)
        _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), printed.read_text(encoding="utf-8"))


def _run_watched(workshop: Workshop, printed: Path) -> NoReturn:
    """Run and end this process, whatever happens; begin when told to go on."""
    status = 1
    try:
        sys.stderr = printed.open("w", encoding="utf-8")
        sys.unraisablehook, threading.excepthook = sys.__unraisablehook__, threading.__excepthook__
        os.kill(os.getpid(), signal.SIGSTOP)
        workshop.run()
        status = 0
    except IndexFolderError:
        pass
    except BaseException:
        sys.stderr.write(traceback.format_exc())
        sys.stderr.flush()
    finally:
        os._exit(status)


def calls_of_a_run(workshop: Workshop, calls: str, notes: Path) -> list[int]:
    """Of a run's calls of a kind, numbered from 1, those that are on the index folder."""
    assert run(workshop, notes.with_suffix(".printed"), "-o", str(notes), "-e", f"trace={calls}").status == 0
    lines = [line for line in notes.read_text(errors="replace").splitlines() if re.match(r"\d+ +\w+\(", line)]
    return [number for number, line in enumerate(lines, 1) if str(workshop.index) in line]


@pytest.mark.parametrize("kind", CALLS)
def test_a_refused_call_leaves_an_index_that_serves(workshop: Workshop, tmp_path: Path, kind: str) -> None:
    calls, error = CALLS[kind]
    workshop.run()
    old, kept = workshop.texts(), tmp_path / "kept"
    add_a_document(workshop)
    new = old | {"ARM-8-3.1-1": "Plant trees along the rivers"}
    shutil.copytree(workshop.index, kept)
    numbers = calls_of_a_run(workshop, calls, tmp_path / "notes")
    refused = numbers[:: max(1, len(numbers) // MOST_REFUSED)]
    assert refused, "a run makes some"
    ended = set()
    for number in refused:
        shutil.rmtree(workshop.index)
        shutil.copytree(kept, workshop.index)
        done = run(
            workshop, tmp_path / "printed", "-o", "/dev/null", "-e", f"inject={calls}:error={error}:when={number}"
        )
        what = f"{kind} {number} of {len(numbers)}: {done.printed}"
        assert "Traceback" not in done.printed, what
        assert list(problems_of(current_snapshot(workshop.index))) == [], what
        # A notice may be lost, and a file that keeps work for the next run; nothing else.
        assert workshop.texts() == (new if done.status == 0 else old), what
        ended.add(done.status)
        workshop.run()
        assert workshop.texts() == new, what
    assert 1 in ended, "some of them end a run"
