"""A disk that is full, for reading only or failing: one sentence, the old index serves, and what was begun is gone."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.write.check import problems_of
from models.errors import IndexFolderError
from models.index_folder.catalogue_schema import MIGRATIONS
from models.index_folder.folder import current_snapshot
from tests.indexer.conftest import Workshop
from tests.indexer.test_interrupted_build import STAGES, add_a_document, assert_nothing_is_left_over
from tests.paths import REPOSITORY
from web.command_line import main

pytestmark = pytest.mark.slow


KEEPING = "indexer.write.cache.Cache.keep_extract"
FOR_READING_ONLY = OSError(errno.EROFS, os.strerror(errno.EROFS)), "Read-only file system"
FULL = sqlite3.OperationalError("database or disk is full"), "database or disk is full"


@pytest.mark.parametrize(
    ("stage", "refusal"),
    [*((stage, FOR_READING_ONLY) for stage in (*STAGES, KEEPING)), *((stage, FULL) for stage in (STAGES[1], KEEPING))],
)
def test_a_write_refused_at_each_stage(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, stage: str, refusal: tuple[Exception, str]
) -> None:
    error, words = refusal

    def refuse(*_arguments: object, **_named: object) -> None:
        raise error

    workshop.run()
    before = current_snapshot(workshop.index)
    add_a_document(workshop)
    with monkeypatch.context() as patch, pytest.raises(IndexFolderError) as raised:
        patch.setattr(stage, refuse)
        workshop.run()
    assert str(raised.value).startswith(f"The index in {workshop.index} cannot be written ({words}): ")
    assert str(raised.value).endswith("What is there still serves.")
    assert current_snapshot(workshop.index) == before
    assert list(problems_of(before)) == []
    assert not list(workshop.index.glob("building-*"))
    assert workshop.run().recommendations == 5
    assert_nothing_is_left_over(workshop.index)


@contextmanager
def files_no_larger_than(limit: int) -> Iterator[None]:
    """The system refuses whatever makes a file larger, as a full disk does."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    writes_none, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # compiled code would be cut off, and stay
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = writes_none


@pytest.mark.slow
@pytest.mark.parametrize("limit", [0, 1, 100, 1_000, 4_096, 8_192, 12_288, 20_000, 40_000, 60_000, 100_000, 150_000])
@pytest.mark.parametrize("has_index", [True, False], ids=["an index is there", "a new index"])
def test_no_room_for_files(workshop: Workshop, limit: int, has_index: bool) -> None:
    if has_index:
        workshop.run()
    before = current_snapshot(workshop.index) if has_index else None
    add_a_document(workshop)
    words = r"cannot be written \((File too large|database or disk is full|disk I/O error)\)"
    with files_no_larger_than(limit), pytest.raises(IndexFolderError, match=words):
        workshop.run()
    assert not list(workshop.index.glob("building-*"))
    if before:
        assert current_snapshot(workshop.index) == before
        assert list(problems_of(before)) == []
    else:
        assert not (workshop.index / "CURRENT").exists()
    assert workshop.run().recommendations == 5


@pytest.mark.usefixtures("stand_in_reader")
def test_the_command_says_it_in_one_line(workshop: Workshop) -> None:
    with files_no_larger_than(1_000):
        arguments = ["index", str(workshop.documents), "--to", str(workshop.index), "--encoder", "letters"]
        result = CliRunner().invoke(main, [*arguments, "--jobs", "1"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: The index in ")
    assert line.endswith("then run the same command again. What is there still serves.")


def test_work_done_before_is_kept_where_the_disk_is_full(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("indexer.runs.build_index.problems_of", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        workshop.run()
    with monkeypatch.context() as patch, pytest.raises(IndexFolderError):
        larger = "CREATE TABLE more (x); INSERT INTO more VALUES (zeroblob(9e5));"
        patch.setattr("indexer.write.cache.MIGRATIONS", (*MIGRATIONS, larger))
        with files_no_larger_than(100_000):
            workshop.run()
    assert workshop.run().read == 0


@pytest.mark.processes
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_report_that_cannot_be_printed(workshop: Workshop) -> None:
    workshop.run()
    command = [sys.executable, "-c", "from web.command_line import main; main()", "info", str(workshop.index)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=REPOSITORY, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Error: No space left on device: check the disk")


INTERRUPTED = """
    import sys
    from functools import partial
    from indexer.gather import gather_documents
    from tests.indexer.stand_in_reader import read_requests
    from web.command_line import main

    if __name__ == "__main__":
        gather_documents.Sources = partial(gather_documents.Sources, read=read_requests)
        main(["index", sys.argv[1], "--to", sys.argv[2], "--encoder", "letters", "--jobs", "2"])
"""


def documents_read(unfinished: Path) -> int:
    """How many documents a run has read; less than none before it reads."""
    try:
        with closing(sqlite3.connect(f"{unfinished.as_uri()}?mode=ro", uri=True)) as catalogue:
            return int(catalogue.execute("SELECT count(*) FROM document_extract").fetchone()[0])
    except sqlite3.OperationalError:
        return -1


@pytest.mark.processes
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no groups of processes")
@pytest.mark.parametrize("read", [0, 2], ids=["while processes start", "while they read"])
def test_ctrl_c_ends_all_processes_without_a_word_of_theirs(workshop: Workshop, tmp_path: Path, read: int) -> None:
    workshop.write("hang.txt", "hang")
    script = tmp_path / "interrupted.py"
    script.write_text(textwrap.dedent(INTERRUPTED), encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, str(script), str(workshop.documents), str(workshop.index)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while documents_read(workshop.index / "unfinished.sqlite") < read:
        time.sleep(0.05)
    time.sleep(0.3)
    os.killpg(run.pid, signal.SIGINT)
    # All processes have this end of the pipe: it is closed when the last of them has ended.
    _, printed = run.communicate(timeout=60)
    assert printed.strip() == "Aborted!"
    assert run.returncode == 130
    assert not list(workshop.index.glob("building-*"))
