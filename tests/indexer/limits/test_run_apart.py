"""What is handed in is read in a process of its own, which may end, go on for ever or be left alone."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.limits import run_apart as reading
from indexer.limits.run_apart import run_apart
from indexer.read.submission import submission_paragraphs
from models.errors import UnreadableDocument
from tests.paths import REPOSITORY

pytestmark = [pytest.mark.processes, pytest.mark.slow]


def ends(content: bytes) -> tuple[str, ...]:
    os._exit(3)


def never_ends(content: bytes) -> tuple[str, ...]:
    while True:
        time.sleep(0.1)


def takes_all_memory(content: bytes) -> int:
    return len([bytearray(1 << 24) for _ in range(1_000)])


def nests_for_ever(content: bytes) -> int:
    return nests_for_ever(content)


def holds_the_interpreter(note: str) -> None:
    """As a pattern that goes back to each place does: no thread of Python runs meanwhile."""
    Path(note).write_text(str(os.getpid()), encoding="ascii")
    re.match(r"(?:a|a)*b", "a" * 60)


def test_what_was_read_comes_back() -> None:
    assert run_apart("ours.txt", submission_paragraphs, "ours.txt", b"Open shelters.") == ("Open shelters.",)


def test_why_it_cannot_be_read_comes_back() -> None:
    with pytest.raises(UnreadableDocument, match="is damaged"):
        run_apart("ours.docx", submission_paragraphs, "ours.docx", b"PK\x03\x04")


@pytest.mark.parametrize("read", [ends, takes_all_memory, nests_for_ever])
def test_a_process_that_ends_is_told(read) -> None:
    with pytest.raises(UnreadableDocument, match=r"ours\.pdf takes more time"):
        run_apart("ours.pdf", read, b"%PDF-")


def test_a_process_that_goes_on_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", 2.0)
    with pytest.raises(UnreadableDocument, match="more time or memory"):
        run_apart("ours.pdf", never_ends, b"%PDF-")


READ_FOR_EVER = """
from indexer.limits.run_apart import run_apart
from tests.indexer.limits.test_run_apart import holds_the_interpreter
if __name__ == "__main__":
    run_apart("ours", holds_the_interpreter, {note!r})
"""


def test_no_reader_outlives_its_parent(tmp_path: Path) -> None:
    note, program = tmp_path / "reader", tmp_path / "program.py"
    program.write_text(READ_FOR_EVER.format(note=str(note)), encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(program)], env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, cwd=tmp_path
    )
    _wait_until(lambda: note.exists() and note.read_text(encoding="ascii"), 60)
    reader = int(note.read_text(encoding="ascii"))
    parent.kill()
    parent.wait()
    try:
        _wait_until(lambda: not _runs(reader), 10)
    finally:
        if _runs(reader):
            os.kill(reader, signal.SIGKILL)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(holds, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_reader_that_nobody_watches_is_ended_by_the_system(tmp_path: Path) -> None:
    note = tmp_path / "reader"
    program = (
        "from indexer.limits import process as limits; from tests.indexer.limits.test_run_apart import *;"
        f"limits.limit_processor(1); holds_the_interpreter({str(note)!r})"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, timeout=60, check=False)
    assert ended.returncode == -signal.SIGXCPU
