"""Whenever a run ends before its time, the old snapshot serves, and the next run goes on from there."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.report.report import IndexReport
from indexer.write.cache import Cache
from indexer.write.check import problems_of
from indexer.write.vectors import VectorsMade
from models.encoders.load_encoder import load_encoder
from models.errors import VectorsNotMade
from models.index_folder.folder import current_snapshot
from search.datamodel.lobbying import LobbyingQuestion
from search.datamodel.question import IssueQuestion, KeywordQuestion
from search.search_index import SearchIndex, open_index
from tests.indexer.conftest import Workshop

STAGES = [
    "indexer.gather.gather_documents.find_source_files",
    "indexer.runs.build_index.fill_catalogue",
    "indexer.runs.fill_catalogue.pair_ids",
    "indexer.runs.build_index.write_words",
    "indexer.runs.build_index.write_vectors",
    "indexer.runs.build_index.classify_catalogue",
    "indexer.runs.build_index.file_records",
    "indexer.runs.build_index.problems_of",
    "indexer.runs.build_index.publish_snapshot",
    "indexer.write.snapshot._to_disk",
    "indexer.write.snapshot.sha256_of_file",
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

    keep = Cache.keep_vectors
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Cache, "keep_vectors", save_twice)
        workshop.run()
    assert workshop.run().embedded == 2


def test_unfinished_work_that_is_damaged_costs_only_time(workshop: Workshop) -> None:
    workshop.index.mkdir()
    (workshop.index / "unfinished.sqlite").write_bytes(b"no database at all" * 100)
    report: IndexReport = workshop.run()
    assert (report.read, report.recommendations) == (2, 4)


@pytest.fixture
def long_first_run(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A first run that was interrupted after two of its four texts were embedded, where two are many."""
    monkeypatch.setattr("indexer.runs.build_index.MANY_TEXTS", 2)
    monkeypatch.setattr("indexer.write.vectors.TEXTS_PER_SAVE", 2)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("indexer.write.vectors.VectorsMade.add", _add_once(VectorsMade.add))
        workshop.run()
    return workshop


def _add_once(add: Callable[[VectorsMade, int], None]) -> Callable[[VectorsMade, int], None]:
    """Count what was there and the first texts embedded, then stop."""

    def added(made: VectorsMade, count: int) -> None:
        add(made, count)
        if count:
            raise KeyboardInterrupt

    return added


def test_words_can_be_searched_while_the_first_vectors_are_made(long_first_run: Workshop) -> None:
    index = open_index(long_first_run.index)
    assert [hit.record.id for hit in index.find(KeywordQuestion("schools")).hits] == ["SVN-20-100.2-1"]
    assert index.record("BGD-16-50.3-1").position == "supported"
    assert "2 of 4 are done" in str(index.vectors_being_made)


@pytest.mark.parametrize(
    "ask",
    [
        lambda index: index.match(IssueQuestion("Schools in the mountains", own_state="SVN")),
        lambda index: index.similar("SVN-20-100.2-1"),
        lambda index: index.lobby(LobbyingQuestion("SVN", "Schools in the mountains")),
    ],
    ids=["match", "similar", "lobby"],
)
def test_nothing_is_compared_while_the_first_vectors_are_made(
    long_first_run: Workshop, ask: Callable[[SearchIndex], object]
) -> None:
    with pytest.raises(VectorsNotMade, match="2 of 4 are done"):
        ask(open_index(long_first_run.index, load_encoder("letters")))


def test_the_first_run_goes_on_and_its_index_is_complete(long_first_run: Workshop) -> None:
    assert list(problems_of(current_snapshot(long_first_run.index))) == []
    open_all_along = open_index(long_first_run.index, load_encoder("letters"))
    report = long_first_run.run()
    assert (report.read, report.embedded, report.recommendations) == (0, 2, 4)
    assert_nothing_is_left_over(long_first_run.index)
    assert open_all_along.vectors_being_made is None
    assert open_all_along.match(IssueQuestion("Schools in the mountains", own_state="SVN")).hits


def test_documents_can_be_added_to_an_index_without_vectors(long_first_run: Workshop) -> None:
    add_a_document(long_first_run)
    assert long_first_run.run().embedded == 3
    assert_nothing_is_left_over(long_first_run.index)


def test_an_index_that_answers_by_meaning_is_not_replaced_by_one_that_does_not(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.run()
    before = current_snapshot(workshop.index)
    monkeypatch.setattr("indexer.runs.build_index.MANY_TEXTS", 1)
    add_a_document(workshop)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("indexer.runs.build_index.write_vectors", interrupt)
        workshop.run()
    assert current_snapshot(workshop.index) == before


def kill_while_embedding(workshop: Workshop) -> None:
    """Run the indexer in a fork of this process, which is killed as soon as one text is embedded and saved."""
    keep = Cache.keep_vectors

    def keep_and_die(*arguments: object) -> None:
        keep(*arguments)  # type: ignore[arg-type]
        os.kill(os.getpid(), signal.SIGKILL)

    if not (child := os.fork()):
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("indexer.write.vectors.TEXTS_PER_SAVE", 1)
                patch.setattr("indexer.runs.build_index.MANY_TEXTS", 2)
                patch.setattr(Cache, "keep_vectors", keep_and_die)
                workshop.run()
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_killed_run_leaves_no_lock_and_no_harm_and_keeps_what_it_embedded(workshop: Workshop) -> None:
    workshop.run()
    before = current_snapshot(workshop.index)
    workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Plant trees", "3.2 FRA noted Mend all bridges")
    kill_while_embedding(workshop)
    assert current_snapshot(workshop.index) == before
    assert any(path.name.startswith("building-") for path in workshop.index.iterdir())
    report = workshop.run()
    # One of the new texts was embedded and saved before the end.
    assert (report.read, report.embedded) == (0, 1)
    assert_nothing_is_left_over(workshop.index)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_killed_first_run_can_be_searched_by_words_and_goes_on(workshop: Workshop) -> None:
    kill_while_embedding(workshop)
    index = open_index(workshop.index)
    assert [hit.record.id for hit in index.find(KeywordQuestion("schools")).hits] == ["SVN-20-100.2-1"]
    assert index.vectors_being_made is not None
    report = workshop.run()
    assert (report.read, report.embedded) == (0, 3)
    assert_nothing_is_left_over(workshop.index)
    assert index.vectors_being_made is None
