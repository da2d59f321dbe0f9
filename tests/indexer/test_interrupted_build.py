"""Whenever a run ends before its time, the old snapshot serves, and the next run goes on from there."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from indexer.runs.report import IndexReport
from indexer.write.check import problems_of
from models.index_folder.folder import current_snapshot
from tests.indexer.conftest import Workshop
from tests.paths import REPOSITORY

STAGES = [
    "indexer.runs.gather.find_source_files",
    "indexer.runs.build_index.fill_catalogue",
    "indexer.runs.reuse.EarlierMerges.reuse",
    "indexer.runs.fill_catalogue.pair_ids",
    "indexer.runs.build_index.write_lexical",
    "indexer.runs.build_index.write_vectors",
    "indexer.runs.build_index.classify_catalogue",
    "indexer.runs.build_index.file_records",
    "indexer.runs.build_index.problems_of",
    "indexer.runs.build_index.publish_snapshot",
    "indexer.write.snapshot._to_disk",
    "indexer.write.snapshot._name_in_current",
]


def interrupt(*_arguments: object, **_named: object) -> None:
    raise KeyboardInterrupt


def add_a_document(workshop: Workshop) -> None:
    workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Plant trees along the rivers")


@pytest.mark.parametrize("stage", STAGES)
def test_interruption_at_each_stage(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    workshop.run()
    before, texts = current_snapshot(workshop.index), workshop.texts()
    add_a_document(workshop)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(stage, interrupt)
        workshop.run()
    assert current_snapshot(workshop.index) == before
    assert workshop.texts() == texts
    assert list(problems_of(before)) == []
    report = workshop.run()
    assert "ARM-8-3.1-1" in workshop.texts()
    assert report.recommendations == len(texts) + 1
    assert_nothing_is_left_over(workshop.index)


def assert_nothing_is_left_over(folder: Path) -> None:
    files = {path.name for path in folder.iterdir() if path.is_file()}
    assert files == {"CURRENT", "writer.lock"}
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 2
    assert list(problems_of(current_snapshot(folder))) == []


def test_what_was_read_and_embedded_is_not_done_again(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("indexer.runs.build_index.problems_of", interrupt)
        workshop.run()
    report = workshop.run()
    assert (report.read, report.embedded) == (0, 0)
    assert report.recommendations == 4


def test_embedding_goes_on_where_it_was_interrupted(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.write.vectors.TEXTS_PER_SAVE", 1)
    saved = []

    def save_twice(self: object, space: object, digests: list[str], vectors: object) -> None:
        if len(saved) == 2:
            raise KeyboardInterrupt
        saved.append(digests)
        keep(self, space, digests, vectors)  # type: ignore[arg-type]

    from indexer.write.checkpoint import UnfinishedWork

    keep = UnfinishedWork.keep_vectors
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(UnfinishedWork, "keep_vectors", save_twice)
        workshop.run()
    assert workshop.run().embedded == 2


def test_unfinished_work_that_is_damaged_costs_only_time(workshop: Workshop) -> None:
    workshop.index.mkdir()
    (workshop.index / "unfinished.sqlite").write_bytes(b"no database at all" * 100)
    report: IndexReport = workshop.run()
    assert (report.read, report.recommendations) == (2, 4)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from tests.indexer.conftest import Workshop
    import indexer.write.vectors as stage
    from indexer.write.checkpoint import UnfinishedWork

    keep = UnfinishedWork.keep_vectors

    def keep_and_die(*arguments):
        keep(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)

    if __name__ == "__main__":
        stage.TEXTS_PER_SAVE = 1
        UnfinishedWork.keep_vectors = keep_and_die
        Workshop(Path(sys.argv[1]), Path(sys.argv[2])).run()
"""


@pytest.mark.processes
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_run_leaves_no_lock_and_no_harm_and_keeps_what_it_embedded(workshop: Workshop, tmp_path: Path) -> None:
    workshop.run()
    before = current_snapshot(workshop.index)
    workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Plant trees", "3.2 FRA noted Mend all bridges")
    script = tmp_path / "killed.py"
    script.write_text(textwrap.dedent(KILLED), encoding="utf-8")
    root = REPOSITORY
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, str(script), str(workshop.documents), str(workshop.index)]
    killed = subprocess.run(command, env=environment, cwd=root, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert current_snapshot(workshop.index) == before
    assert any(path.name.startswith("building-") for path in workshop.index.iterdir())
    report = workshop.run()
    # One of the new texts was embedded and saved before the end.
    assert (report.read, report.embedded) == (0, 1)
    assert_nothing_is_left_over(workshop.index)
