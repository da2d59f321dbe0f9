"""Each write, flush and renaming of a run is refused once, by the system itself: strace puts the error in its place.

Whatever is refused, the index that is there serves, or the new one does, and the next run makes what was asked for.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.write.check import problems_of
from models.index_folder.folder import current_snapshot
from tests.indexer.conftest import Workshop
from tests.indexer.test_interrupted_build import add_a_document
from tests.paths import REPOSITORY
from tests.system_calls import needs_strace

pytestmark = [pytest.mark.long, needs_strace]
RUN = """
import sys
from pathlib import Path
from models.errors import IndexFolderError
from tests.indexer.conftest import Workshop
from tests.pool_in_this_process import PoolInThisProcess
import indexer.runs.workers
indexer.runs.workers.ProcessPool = PoolInThisProcess
try:
    Workshop(Path(sys.argv[1]), Path(sys.argv[2])).run()
except IndexFolderError as error:
    sys.exit(str(error))
"""
CALLS = {
    "write": ("write,pwrite64,writev", "ENOSPC"),
    "flush": ("fsync,fdatasync", "EIO"),
    "rename": ("rename,renameat,renameat2", "EIO"),
}
MOST_REFUSED = 30
"""Of one kind, spread over the run: it writes some hundred times."""


def run(workshop: Workshop, *options: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", RUN, str(workshop.documents), str(workshop.index)]
    command = ["strace", "-f", "-qq", "-y", *options, *program]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def calls_of_a_run(workshop: Workshop, calls: str, notes: Path) -> list[int]:
    """Of a run's calls of a kind, numbered from 1, those that are on the index folder."""
    assert run(workshop, "-o", str(notes), "-e", f"trace={calls}").returncode == 0
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
    for number in refused:
        shutil.rmtree(workshop.index)
        shutil.copytree(kept, workshop.index)
        done = run(workshop, "-o", "/dev/null", "-e", f"inject={calls}:error={error}:when={number}")
        what = f"{kind} {number} of {len(numbers)}: {done.stderr}"
        assert "Traceback" not in done.stderr, what
        assert list(problems_of(current_snapshot(workshop.index))) == [], what
        # A notice may be lost, and a file that keeps work for the next run; nothing else.
        assert workshop.texts() == (new if done.returncode == 0 else old), what
        workshop.run()
        assert workshop.texts() == new, what
