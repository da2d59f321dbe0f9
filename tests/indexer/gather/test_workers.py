"""Whatever a file does to the process that reads it, the run goes on and says why the file was left out."""

import re
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.gather.source_files import SourceFile, find_source_files
from indexer.gather.workers import read_documents, reader_digest, workers_and_memory
from tests.indexer.stand_in_reader import read_requests

GOOD = "SVN 20 2015-01-01\n100.1 FRA supported Abolish the death penalty\n"


def files_in(folder: Path) -> list[SourceFile]:
    return [file for file in find_source_files([folder]) if isinstance(file, SourceFile)]


@pytest.mark.processes
def test_each_bad_file_is_skipped_with_its_reason(tmp_path: Path) -> None:
    for how in ("damaged", "crash", "exit", "bug", "huge", "deep", "short of memory", "bad disk", ""):
        (tmp_path / f"{how or 'blank'}.txt").write_text(how or "\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    outcomes = {outcome.name: outcome for outcome in read_documents(files_in(tmp_path), None, 2, read=read_requests)}
    good = outcomes.pop("good.txt")
    assert isinstance(good, DocumentExtract)
    assert [record.id for record in good.recommendations] == ["SVN-20-100.1-1"]
    reasons = {name: outcome.reason for name, outcome in outcomes.items() if isinstance(outcome, SkippedFile)}
    assert {name: reason.split(": ")[0].split(" to read")[0] for name, reason in reasons.items()} == {
        "damaged.txt": "damaged.txt is damaged",
        "crash.txt": "crash.txt takes more time or memory",
        "exit.txt": "exit.txt takes more time or memory",
        "bug.txt": "bug.txt could not be read (KeyError",
        "huge.txt": "huge.txt takes more time or memory",
        "deep.txt": "deep.txt could not be read (RecursionError",
        "short of memory.txt": "short of memory.txt takes more time or memory",
        "bad disk.txt": "bad disk.txt cannot be opened.",
        "blank.txt": "blank.txt could not be read (ValueError",
    }
    lasting = {name for name, outcome in outcomes.items() if isinstance(outcome, SkippedFile) and outcome.lasting}
    assert lasting == {"damaged.txt", "bug.txt", "deep.txt", "blank.txt"}


@pytest.mark.processes
def test_a_file_that_takes_too_long_is_tried_again_in_a_later_run(tmp_path: Path) -> None:
    (tmp_path / "hang.txt").write_text("hang", encoding="utf-8")
    (outcome,) = read_documents(files_in(tmp_path), None, 1, seconds_per_file=0.5, read=read_requests)
    assert isinstance(outcome, SkippedFile)
    assert str(outcome.reason).startswith("hang.txt takes more time")
    assert not outcome.lasting


def never_ends(*_arguments: object) -> DocumentExtract:
    """No thread of Python runs meanwhile."""
    re.match(r"(?:a|a)*b", "a" * 60)
    raise AssertionError


@pytest.mark.processes
def test_a_file_that_takes_too_long_of_the_processor_is_not_tried_again(tmp_path: Path) -> None:
    (tmp_path / "busy.txt").write_text(GOOD, encoding="utf-8")
    (outcome,) = read_documents(
        files_in(tmp_path), None, 1, seconds_per_file=600, processor_seconds=0.1, read=never_ends
    )
    assert isinstance(outcome, SkippedFile)
    assert str(outcome.reason).startswith("busy.txt takes more time")
    assert outcome.lasting


@pytest.mark.processes
def test_a_run_that_is_given_up_ends_its_processes(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "2.txt").write_text("hang", encoding="utf-8")
    outcomes = read_documents(files_in(tmp_path), None, 2, seconds_per_file=500, read=read_requests)
    assert next(outcomes).name == "1.txt"
    outcomes.close()  # type: ignore[attr-defined]


def test_another_table_of_states_is_another_reader(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text("code,name,regional_group,names\n", encoding="utf-8")
    assert reader_digest(None) == reader_digest(None) != reader_digest(table)


GIB = 2**30


@pytest.mark.parametrize(
    ("jobs", "machine", "expected"),
    [
        pytest.param(2, 64 * GIB, (2, 3 * GIB), id="no process needs more than 3 GiB"),
        pytest.param(8, 8 * GIB, (6, 1 * GIB), id="fewer processes than wanted"),
        pytest.param(4, 8 * GIB, (4, 3 * GIB // 2), id="less for each"),
        pytest.param(4, GIB, (1, 3 * GIB // 4), id="a small machine"),
        pytest.param(4, None, (4, 3 * GIB), id="a machine that does not say"),
    ],
)
def test_processes_share_the_memory_of_the_machine(jobs: int, machine: int | None, expected: tuple[int, int]) -> None:
    assert workers_and_memory(jobs, machine) == expected


@pytest.mark.processes
@pytest.mark.parametrize("jobs", [1, 3])
def test_no_files_at_all(jobs: int) -> None:
    assert list(read_documents([], None, jobs, read=read_requests)) == []
