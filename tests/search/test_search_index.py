"""Opening an index folder, following it to new snapshots, and sharing it between threads."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import VectorSpace
from models.errors import IndexFolderError, VectorSpaceMismatch
from models.index_folder.folder import CATALOGUE, CURRENT, LEXICAL, VECTORS, check_files, current_snapshot
from search import SearchIndex, open_index
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion
from tests.search.conftest import REQUESTS
from tests.search.invented_index import Request, build


class OtherEncoder:
    """An encoder into another space."""

    space = VectorSpace("other", (("other", "0" * 64),), 3)

    def encode(self, texts: Sequence[str], on_progress: object = None) -> np.ndarray:
        raise AssertionError("never asked: the space does not fit")


def test_a_folder_without_an_index_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(IndexFolderError, match="upr index PATH --to"):
        open_index(tmp_path / "nowhere")


@pytest.mark.parametrize("part", ["lexical", "current"])
def test_a_damaged_index_is_refused(tmp_path: Path, part: str) -> None:
    snapshot = current_snapshot(build(tmp_path, REQUESTS))
    lexical = max((snapshot / LEXICAL).iterdir(), key=lambda path: path.stat().st_size)
    damaged = {"lexical": lexical, "current": tmp_path / CURRENT}[part]
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2 :] = b"x" * 3
    damaged.write_bytes(content)
    with pytest.raises(IndexFolderError, match="damaged"):
        open_index(tmp_path)


def alter(folder: Path, name: str = CATALOGUE) -> None:
    """Change one word of an index and nothing of its form: every size stays."""
    path = current_snapshot(folder) / name
    content = path.read_bytes()
    position = content.index(b"girls") if name == CATALOGUE else len(content) - 1
    path.write_bytes(content[:position] + b"G" + content[position + 1 :])


@pytest.mark.parametrize("name", [CATALOGUE, VECTORS])
@pytest.mark.parametrize("large_unchecked", [False, True])
def test_an_altered_index_is_refused(tmp_path: Path, name: str, large_unchecked: bool) -> None:
    """It is no large one."""
    build(tmp_path, REQUESTS)
    alter(tmp_path, name)
    with pytest.raises(IndexFolderError, match=f"{name} is missing, added or changed.*--fresh"):
        open_index(tmp_path, large_unchecked=large_unchecked)


@pytest.fixture
def check_may_end(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Every index counts as large, and the check of one ends after this."""
    may_end = threading.Event()

    def check(*arguments: object) -> None:
        assert may_end.wait(10)
        check_files(*arguments)

    monkeypatch.setattr("search.store.folder.LARGE", 0)
    monkeypatch.setattr("search.store.folder.check_files", check)
    return may_end


def end_check(index: SearchIndex, may_end: threading.Event) -> None:
    may_end.set()
    index._snapshots._check.join()


def test_a_large_index_answers_while_it_is_checked(tmp_path: Path, check_may_end: threading.Event) -> None:
    index = open_index(build(tmp_path, REQUESTS), large_unchecked=True)
    assert index.unchecked
    assert index.find(KeywordQuestion("marriage")).total > 0
    end_check(index, check_may_end)
    assert not index.unchecked
    assert index.find(KeywordQuestion("marriage")).total > 0


def test_a_large_altered_index_stops_to_answer_until_there_is_a_sound_one(
    tmp_path: Path, check_may_end: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    build(tmp_path, REQUESTS)
    alter(tmp_path)
    index = open_index(tmp_path, large_unchecked=True)
    end_check(index, check_may_end)
    assert "Nothing is answered from this index" in caplog.text
    for ask in (
        index.overview,
        lambda: index.snapshot,
        lambda: index.match(IssueQuestion("girls")),
        lambda: index.record("XAA-20-100.1-1"),
    ):
        with pytest.raises(IndexFolderError, match="is missing, added or changed"):
            ask()
    (tmp_path / CURRENT).unlink()
    build(tmp_path, REQUESTS[:3])
    assert index.find(KeywordQuestion("marriage")).total == 2
    assert not index.unchecked


def test_a_new_snapshot_is_checked_before_anything_is_answered_be_it_large(
    tmp_path: Path, check_may_end: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    index = open_index(build(tmp_path, REQUESTS), large_unchecked=True)
    end_check(index, check_may_end)
    build(tmp_path, [*REQUESTS, Request("Count the zebras")])
    alter(tmp_path)
    assert index.find(KeywordQuestion("zebras")).total == 0
    assert "is missing, added or changed" in caplog.text


def test_an_altered_new_snapshot_is_not_read_again_for_each_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    index = open_index(build(tmp_path, REQUESTS))
    build(tmp_path, [*REQUESTS, Request("Count the zebras")])
    alter(tmp_path)
    for _ in range(3):
        assert index.find(KeywordQuestion("marriage")).total > 0
    assert caplog.text.count("The old snapshot stays in use") == 1
    now = time.monotonic()
    monkeypatch.setattr("search.snapshot.in_use.time.monotonic", lambda: now + 11)
    assert index.find(KeywordQuestion("zebras")).total == 0
    assert caplog.text.count("The old snapshot stays in use") == 2


def test_an_encoder_of_another_space_is_refused_with_the_command_that_repairs_it(index_folder: Path) -> None:
    with pytest.raises(VectorSpaceMismatch, match=r"upr index PATH --to .* --encoder other"):
        open_index(index_folder, OtherEncoder())


def test_the_given_encoder_is_used(index_folder: Path) -> None:
    index = open_index(index_folder, load_encoder("letters"))
    assert index.match(IssueQuestion("child marriage")).total > 0


def test_finding_words_needs_no_encoder(index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_index: Path, name: str, _space: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr("search.semantic.encoder.load_once", refuse)
    index = open_index(index_folder)
    assert index.find(KeywordQuestion("marriage")).total > 0
    with pytest.raises(AssertionError, match="letters"):
        index.prepare()


def test_a_new_snapshot_is_followed(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, REQUESTS))
    assert index.find(KeywordQuestion("zebras")).total == 0
    build(tmp_path, [*REQUESTS, Request("Count the zebras", state="XBA", session=33)])
    assert index.find(KeywordQuestion("zebras")).total == 1
    assert index.match(IssueQuestion("Count the zebras")).hits[0].record.text == "Count the zebras"


def test_threads_get_the_answers_that_one_gets(index_folder: Path) -> None:
    index = open_index(index_folder)
    questions = ["child marriage", "prisons", "nomads in schools", "OPCAT", "quarries"] * 8
    alone = [index.match(IssueQuestion(text, own_state="XAA")) for text in questions]
    found_alone = [
        index.find(KeywordQuestion(f'"{text}" OR {text}*', filters=Filters(cycle=(1, 2, 3)))) for text in questions
    ]
    shared = open_index(index_folder)
    start = threading.Barrier(4)

    def ask(text: str) -> tuple[object, object]:
        return shared.match(IssueQuestion(text, own_state="XAA")), shared.find(
            KeywordQuestion(f'"{text}" OR {text}*', filters=Filters(cycle=(1, 2, 3)))
        )

    with ThreadPoolExecutor(4, initializer=start.wait) as pool:
        answers = list(pool.map(ask, questions))
    assert answers == list(zip(alone, found_alone, strict=True))
