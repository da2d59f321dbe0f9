"""Opening an index folder, following it to new snapshots, and sharing it between threads."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from models.encoders.text_encoder import VectorSpace, load_encoder
from models.errors import IndexFolderError, VectorSpaceMismatch
from models.index_folder.folder import CATALOGUE, CURRENT, LEXICAL, VECTORS, current_snapshot
from search import open_index
from search.datamodel.question import Filters
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


@pytest.mark.parametrize("part", ["lexical", "catalogue", "vectors", "current"])
def test_a_damaged_index_is_refused(tmp_path: Path, part: str) -> None:
    snapshot = current_snapshot(build(tmp_path, REQUESTS))
    lexical = max((snapshot / LEXICAL).iterdir(), key=lambda path: path.stat().st_size)
    damaged = {
        "lexical": lexical,
        "catalogue": snapshot / CATALOGUE,
        "vectors": snapshot / VECTORS,
        "current": tmp_path / CURRENT,
    }[part]
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2 :] = b"x" * 3
    damaged.write_bytes(content)
    with pytest.raises(IndexFolderError, match="damaged"):
        open_index(tmp_path)


def test_an_encoder_of_another_space_is_refused_with_the_command_that_repairs_it(index_folder: Path) -> None:
    with pytest.raises(VectorSpaceMismatch, match=r"upr index PATH --to .* --encoder other"):
        open_index(index_folder, OtherEncoder())


def test_the_given_encoder_is_used(index_folder: Path) -> None:
    index = open_index(index_folder, load_encoder("letters"))
    assert index.match("child marriage").total > 0


def test_finding_words_needs_no_encoder(index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr("search.semantic.encoder.load_encoder", refuse)
    index = open_index(index_folder)
    assert index.find("marriage").total > 0
    with pytest.raises(AssertionError, match="letters"):
        index.prepare()


def test_a_new_snapshot_is_followed(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, REQUESTS))
    assert not index.refresh()
    assert index.find("zebras").total == 0
    build(tmp_path, [*REQUESTS, Request("Count the zebras", state="XBA", session=33)])
    assert index.find("zebras").total == 1
    assert index.match("Count the zebras").hits[0].record.text == "Count the zebras"


def test_a_new_snapshot_that_is_damaged_leaves_the_old_one_in_use(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, REQUESTS))
    build(tmp_path, [*REQUESTS, Request("Count the zebras")])
    (current_snapshot(tmp_path) / VECTORS).write_bytes(b"")
    assert index.find("marriage").total > 0
    with pytest.raises(IndexFolderError):
        index.refresh()


def test_threads_get_the_answers_that_one_gets(index_folder: Path) -> None:
    index = open_index(index_folder)
    questions = ["child marriage", "prisons", "nomads in schools", "OPCAT", "quarries"] * 8
    alone = [index.match(text, "XAA") for text in questions]
    found_alone = [index.find(f'"{text}" OR {text}*', Filters(cycle=(1, 2, 3))) for text in questions]
    shared = open_index(index_folder)
    start = threading.Barrier(4)

    def ask(text: str) -> tuple[object, object]:
        return shared.match(text, "XAA"), shared.find(f'"{text}" OR {text}*', Filters(cycle=(1, 2, 3)))

    with ThreadPoolExecutor(4, initializer=start.wait) as pool:
        answers = list(pool.map(ask, questions))
    assert answers == list(zip(alone, found_alone, strict=True))
