"""An index folder made to attack, its manifest forged too: no program in it runs, and it may be replaced.

Whoosh pickles its schema in a table of contents; numpy pickles arrays of objects. Each attack is a program that leaves
a file behind, and is shown to work where the folder is opened by Whoosh or numpy without care.
"""

import pickle
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from click.testing import Result
from whoosh import index as whoosh_index
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from models.errors import IndexFolderError
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    MANIFEST,
    current_snapshot,
)
from tests.forged_manifest import forge_manifest, vouch_for_files
from tests.indexer.conftest import Workshop, invented_workshop, upr
from web.application import create_app
from web.site.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("stand_in_reader")]

IDS = {"SVN-20-100.1-1", "SVN-20-100.1-2", "SVN-20-100.2-1", "BGD-16-50.3-1"}


class Attack:
    """Unpickled, it leaves a file behind."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.marker,)


class AttackingSchema(Schema):
    marker: Path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.marker,)


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    return tmp_path / "ran"


def in_table_of_contents(lexical: Path, marker: Path) -> None:
    """An index that Whoosh wrote, and that runs a program where Whoosh opens it."""
    whoosh_index.create_in(lexical, Schema(text=TEXT))
    storage = FileStorage(str(lexical))
    contents = TOC.read(storage, "MAIN")
    contents.schema = AttackingSchema(text=TEXT)
    contents.schema.marker = marker
    (lexical / "_MAIN_0.toc").unlink()
    contents.write(storage, "MAIN")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of two documents."""
    workshop = invented_workshop(tmp_path_factory.mktemp("made once"))
    workshop.run()
    return workshop.index


@pytest.fixture
def workshop(made_once: Path, tmp_path: Path) -> Workshop:
    """The same documents, and a copy of the index."""
    shutil.copytree(made_once, tmp_path / "index")
    return invented_workshop(tmp_path)


def add_a_document(workshop: Workshop, *more: str) -> Result:
    document = workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Plant trees along the rivers")
    return upr("index", document, "--to", workshop.index, "--encoder", "letters", "--jobs", 1, *more)


def test_a_whoosh_index_in_the_folder_is_never_read(workshop: Workshop, marker: Path) -> None:
    snapshot = current_snapshot(workshop.index)
    in_table_of_contents(snapshot / LEXICAL, marker)
    vouch_for_files(snapshot)
    with suppress(Exception):
        whoosh_index.open_dir(snapshot / LEXICAL)
    assert marker.exists(), "the attack does not work"
    marker.unlink()

    assert upr("check", workshop.index).output == "The index is sound.\n"
    assert "Abolish the death penalty" in upr("find", "death", "--index", workshop.index).output
    assert "Open more schools" in upr("match", "schools in the mountains", "--index", workshop.index).output
    assert create_app(Settings(index=workshop.index)).test_client().get("/").status_code == 200
    assert upr("info", workshop.index).exit_code == 0
    assert add_a_document(workshop).exit_code == 0
    assert set(workshop.texts()) == {*IDS, "ARM-8-3.1-1"}
    assert upr("check", workshop.index).output == "The index is sound.\n"
    assert add_a_document(workshop, "--fresh", "--yes").exit_code == 0
    assert set(workshop.texts()) == {"ARM-8-3.1-1"}
    assert not marker.exists()


def array_of_objects(marker: Path) -> bytes:
    stream = BytesIO()
    np.save(stream, np.array([Attack(marker)], dtype=object), allow_pickle=True)
    return stream.getvalue()


def pickled(marker: Path) -> bytes:
    return pickle.dumps(Attack(marker))


ARRAYS = [
    "vectors.npy",
    "lexical/sequence.npy",
    *(f"lexical/{field}_{part}.npy" for field in ("stems", "forms") for part in ("ends", "rows", "counts")),
]
TEXTS = ["lexical/stems.txt", "lexical/forms.txt"]


FILES = [*((name, array_of_objects) for name in ARRAYS), *((name, pickled) for name in (*ARRAYS[:2], *TEXTS))]


@pytest.mark.parametrize(("name", "content"), FILES, ids=lambda value: getattr(value, "__name__", value))
def test_arrays_and_words_are_never_unpickled(
    workshop: Workshop, marker: Path, name: str, content: Callable[[Path], bytes]
) -> None:
    snapshot = current_snapshot(workshop.index)
    (snapshot / name).write_bytes(content(marker))
    vouch_for_files(snapshot)
    np.load(snapshot / name, allow_pickle=True)
    assert marker.exists(), "the attack does not work"
    marker.unlink()

    refused = [
        upr("check", workshop.index),
        upr("find", "death", "--index", workshop.index),
        upr("match", "schools in the mountains", "--index", workshop.index),
    ]
    with pytest.raises(IndexFolderError, match=r"damaged.*--fresh"):
        create_app(Settings(index=workshop.index))
    added = add_a_document(workshop)
    if name == "vectors.npy":
        refused.append(added)
    else:  # words are made anew in each run
        assert set(workshop.texts()) == {*IDS, "ARM-8-3.1-1"}
        assert upr("check", workshop.index).output == "The index is sound.\n"
    for result in refused:
        (sentence,) = result.stderr.splitlines()
        assert "damaged" in sentence
        assert (result.exit_code, result.stdout) == (1, "")
    assert not marker.exists()


@pytest.mark.parametrize("content", ["{", "null", "[" * 100_000, '{"place": 3}', '{"position": "rejected"}'])
def test_records_that_are_none_are_refused_in_a_sentence(workshop: Workshop, content: str) -> None:
    snapshot = current_snapshot(workshop.index)
    with closing(sqlite3.connect(snapshot / CATALOGUE)) as catalogue:
        catalogue.execute("UPDATE entry SET content = ?", (content,))
        catalogue.commit()
    vouch_for_files(snapshot)
    for result in (upr("check", workshop.index), upr("match", "schools in the mountains", "--index", workshop.index)):
        assert result.exit_code == 1
        assert "catalogue.sqlite is damaged (an entry cannot be read)" in result.output
        assert "--fresh" in result.output
    page = create_app(Settings(index=workshop.index)).test_client().get("/recommendation/SVN-20-100.1-1")
    assert page.status_code == 503
    assert add_a_document(workshop).exit_code == 0
    assert upr("check", workshop.index).output == "The index is sound.\n"


def change_catalogue(snapshot: Path, change: str) -> None:
    with closing(sqlite3.connect(snapshot / CATALOGUE)) as catalogue:
        catalogue.execute(change)
        catalogue.commit()
    vouch_for_files(snapshot)


def test_info_tells_that_a_record_cannot_be_read(workshop: Workshop) -> None:
    change_catalogue(current_snapshot(workshop.index), "UPDATE entry SET content = '{\"conflicts\": [3]}'")
    result = upr("info", workshop.index)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "catalogue.sqlite is damaged (an entry cannot be read)" in result.stderr


FACT = "INSERT INTO review_fact VALUES ('SVN-20', '{}', 1, 'A/HRC/1', NULL, NULL, 'poem')"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE document SET kind = 'poem'", "'poem' in SELECT DISTINCT kind FROM document"),
        ("UPDATE document SET date = 'poem'", "'poem' in SELECT DISTINCT date FROM document WHERE date IS NOT NULL"),
        ("UPDATE review SET session = 900", "900 in SELECT DISTINCT session FROM review"),
        ("UPDATE review SET reviewed = 'poem'", "'poem' in SELECT DISTINCT reviewed FROM review"),
        ("UPDATE entry SET kind = 'poem'", "'poem' in SELECT DISTINCT kind FROM entry"),
        ("UPDATE recommendation SET position = 'refused'", "'refused' in SELECT DISTINCT position FROM recommendation"),
        (FACT.format("draft"), "'poem' in SELECT words FROM review_fact WHERE role = 'draft'"),
        (FACT.format("answer due"), "'poem' in SELECT words FROM review_fact WHERE role = 'answer due'"),
        (FACT.format("delegations"), "'poem' in SELECT words FROM review_fact WHERE role = 'delegations'"),
        (
            "INSERT INTO discrepancy VALUES ('SVN-20', 1, 'A/HRC/1', NULL, NULL, 'refused', 1, 2, '[]', '', NULL)",
            "a discrepancy cannot be read",
        ),
    ],
)
def test_values_that_no_page_can_show_are_refused_in_a_sentence(workshop: Workshop, change: str, told: str) -> None:
    site = create_app(Settings(index=workshop.index)).test_client()
    assert add_a_document(workshop).exit_code == 0
    change_catalogue(current_snapshot(workshop.index), change)
    for command in (["info"], ["check"], ["find", "death", "--index"]):
        result = upr(*command, workshop.index)
        assert (result.exit_code, f"catalogue.sqlite is damaged ({told}" in result.output) == (1, True), result.output
    with pytest.raises(IndexFolderError, match="--fresh"):
        create_app(Settings(index=workshop.index))
    assert site.get("/state/SVN").status_code == 200, "a site that runs goes on with the index before"


@pytest.mark.parametrize("name", ["vectors.npy", "lexical/stems_rows.npy"])
def test_an_index_with_such_arrays_is_replaced(workshop: Workshop, marker: Path, name: str) -> None:
    snapshot = current_snapshot(workshop.index)
    (snapshot / name).write_bytes(array_of_objects(marker))
    vouch_for_files(snapshot)
    assert add_a_document(workshop, "--fresh", "--yes").exit_code == 0
    assert set(workshop.texts()) == {"ARM-8-3.1-1"}
    assert upr("check", workshop.index).output == "The index is sound.\n"
    assert not marker.exists()


def test_an_index_of_the_format_that_whoosh_read_is_refused_by_search_and_replaced(
    workshop: Workshop, marker: Path
) -> None:
    snapshot = current_snapshot(workshop.index)
    for path in (snapshot / LEXICAL).iterdir():
        path.unlink()
    in_table_of_contents(snapshot / LEXICAL, marker)
    vouch_for_files(snapshot)
    text = (snapshot / MANIFEST).read_text(encoding="utf-8")
    old = text.replace(f'"format_version": {FORMAT_VERSION}', '"format_version": 5')
    forge_manifest(snapshot, old)

    for command in (["check"], ["info"], ["find", "death", "--index"], ["match", "schools", "--index"]):
        result = upr(*command, workshop.index)
        (sentence,) = result.output.splitlines()
        assert "has format 5, this program reads format 11. Build it anew with `upr index" in sentence
        assert result.exit_code == 1
    with pytest.raises(IndexFolderError, match="format 5"):
        create_app(Settings(index=workshop.index))
    refused = add_a_document(workshop)
    assert (refused.exit_code, "has format 5" in refused.output) == (1, True)
    assert add_a_document(workshop, "--fresh", "--yes").exit_code == 0
    assert set(workshop.texts()) == {"ARM-8-3.1-1"}
    assert upr("check", workshop.index).output == "The index is sound.\n"
    assert not marker.exists()
