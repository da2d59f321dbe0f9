"""What is not done again, by digests: the snapshot before, and over it what a run keeps before it ends."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.datamodel.document_extract import DocumentExtract, extract_from_text
from indexer.runs.build_index import index_extracts
from indexer.write.cache import Cache, open_cache
from indexer.write.previous_snapshot import open_previous
from models.encoders.load_encoder import load_encoder
from models.files.digests import sha256_of_text
from models.index_folder.folder import CATALOGUE, current_snapshot
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Place, Response, StatedAnswers
from models.reviews.states import StateTable
from tests.forged_manifest import vouch_for_files
from tests.invented_records import TODAY, documents_of, recommendation

SPACE = load_encoder("letters").space
TREES, HUTS = "Plant trees", "Mend huts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of two texts and of a session's report that answers two reviews."""
    index_extracts(
        [*documents_of([recommendation(TREES), recommendation(HUTS, "100.2")]), council_report("SVN-20", "CHL-18")],
        tmp_path,
        "letters",
        StateTable.built_in(),
        TODAY,
    )
    return tmp_path


def council_report(*reviews: str) -> DocumentExtract:
    """What a session's report answers to the reviews of which it is read to speak."""
    identity = DocumentIdentity("A/HRC/900/2", DocumentKind.HRC_SESSION_REPORT, "en")
    place = Place("A/HRC/900/2", "5", 2)
    answers = tuple(Response(place, review, "100.1", Position.NOTED, "noted") for review in reviews)
    return DocumentExtract("council.pdf", "f" * 64, identity, answers=StatedAnswers(answers))


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], Cache]]:
    """Opens the cache of the folder, until the end of the test."""
    with ExitStack() as stack:

        def open_it() -> Cache:
            previous = stack.enter_context(open_previous(folder, even_if_damaged=False))
            return stack.enter_context(open_cache(folder, previous))

        yield open_it


def known(cache: Cache, *texts: str, language: str = "en") -> set[str]:
    """Those of the texts whose vectors are there."""
    digests = {sha256_of_text(text): text for text in texts}
    return {digests[digest] for digest in cache.vectors(SPACE, language, list(digests))}


def test_what_is_read_now_takes_the_place_of_all_that_was_read_of_a_file(opened: Callable[[], Cache]) -> None:
    cache = opened()
    before, other = council_report("SVN-20", "CHL-18"), replace(council_report("SVN-20"), digest="e" * 64)
    assert [row["subject"] for row in cache.extracts([before.digest])] == ["", "CHL-18", "SVN-20"]
    cache.keep_extract(council_report("SVN-20"), "new code")
    cache.keep_extract(other, "new code")
    rows = list(cache.extracts([before.digest]))
    assert [row["subject"] for row in rows] == ["", "SVN-20"]
    assert [len(extract_from_text(str(row["parts"])).answers.responses) for row in rows] == [0, 1]
    assert {cache.readers()[digest] for digest in (before.digest, other.digest)} == {"new code"}


def test_vectors_of_before_and_of_now_are_known(opened: Callable[[], Cache]) -> None:
    cache = opened()
    assert known(cache, TREES, HUTS, "Build bridges") == {TREES, HUTS}
    assert known(cache, TREES, language="fr") == set()
    (made,) = load_encoder("letters").encode(["Build bridges"])
    cache.keep_vectors(SPACE, [sha256_of_text("Build bridges")], made[np.newaxis])
    (found,) = cache.vectors(SPACE, "en", [sha256_of_text("Build bridges")]).values()
    assert found.tolist() == made.tolist()
    assert known(cache, TREES, HUTS, "Build bridges") == {TREES, HUTS, "Build bridges"}
    assert cache.vectors(replace(SPACE, id="another"), "en", [sha256_of_text(TREES)]) == {}


@pytest.mark.parametrize("row", ["9", "-1", "'x'"])
def test_a_row_that_the_vectors_do_not_have_is_none(folder: Path, opened: Callable[[], Cache], row: str) -> None:
    with closing(sqlite3.connect(current_snapshot(folder) / CATALOGUE)) as catalogue, catalogue:
        catalogue.execute(f"UPDATE text_vector SET row = {row} WHERE text_sha256 = ?", [sha256_of_text(TREES)])  # noqa: S608
    vouch_for_files(current_snapshot(folder))
    assert known(opened(), TREES, HUTS) == {HUTS}


def test_a_vector_of_another_length_is_none(opened: Callable[[], Cache]) -> None:
    cache = opened()
    cache.keep_vectors(SPACE, [sha256_of_text("Build bridges")], np.ones((1, 3), np.float32))
    assert known(cache, "Build bridges") == set()
