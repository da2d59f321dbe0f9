"""An index folder is trusted only as far as its manifest vouches for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.encoders.text_encoder import VectorSpace
from models.errors import IndexFolderError, LaterFormat
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import (
    FileRecord,
    Manifest,
    check_before_opening,
    check_files,
    current_snapshot,
    file_records,
    manifest_as_text,
    read_manifest,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index folder with one small snapshot of made-up files."""
    snapshot = tmp_path / "20260101T000000Z-abcdef"
    (snapshot / "lexical").mkdir(parents=True)
    (snapshot / "catalogue.sqlite").write_bytes(b"records")
    (snapshot / "lexical" / "_MAIN_1.toc").write_bytes(b"words")
    (snapshot / "manifest.json").write_text(manifest_as_text(manifest_of(snapshot)), encoding="utf-8")
    (tmp_path / "CURRENT").write_text(snapshot.name + "\n", encoding="utf-8")
    return tmp_path


def manifest_of(snapshot: Path) -> Manifest:
    space = VectorSpace("letters", (("letters", "00"),), 256)
    built = "2026-01-01T00:00:00+00:00"
    return Manifest(FORMAT_VERSION, built, "letters", space, {"texts": 1}, {}, file_records(snapshot))


def test_manifest_is_read_as_it_was_written(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    assert manifest == manifest_of(snapshot)
    assert manifest.files["catalogue.sqlite"] == FileRecord(7, file_records(snapshot)["catalogue.sqlite"].sha256)
    check_before_opening(snapshot, manifest)
    check_files(snapshot, manifest)


@pytest.mark.parametrize(
    "current", ["", "gone", "..", "../elsewhere", "/", "\x00"], ids=["empty", "gone", "up", "out", "root", "nul"]
)
def test_current_must_name_a_snapshot_of_the_folder(folder: Path, current: str) -> None:
    (folder / "CURRENT").write_text(current, encoding="utf-8")
    with pytest.raises(IndexFolderError, match="CURRENT is missing, added or changed"):
        current_snapshot(folder)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", "null", f'{{"format_version": {FORMAT_VERSION}}}', "\ud800", "[" * 100_000], ids=range(7)
)
def test_damaged_manifest(folder: Path, text: str) -> None:
    snapshot = current_snapshot(folder)
    (snapshot / "manifest.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(IndexFolderError, match=r"manifest\.json is missing, added or changed"):
        read_manifest(snapshot)


@pytest.mark.parametrize(
    ("version", "kind", "message"),
    [
        pytest.param(
            7, IndexFolderError, "format 7, this program reads format 11.*--fresh", id="of an older program: built anew"
        ),
        pytest.param(999, LaterFormat, "newer version.*format 999.*left as it is", id="of a newer program: kept"),
    ],
)
def test_another_format_says_which(folder: Path, version: int, kind: type[IndexFolderError], message: str) -> None:
    snapshot = current_snapshot(folder)
    other = replace(read_manifest(snapshot), format_version=version)
    (snapshot / "manifest.json").write_text(manifest_as_text(other), encoding="utf-8")
    with pytest.raises(IndexFolderError, match=message) as raised:
        read_manifest(snapshot)
    assert raised.type is kind
    assert ("--fresh" in str(raised.value)) == (kind is IndexFolderError)


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        pytest.param(
            "lexical/_MAIN_1.toc", b"WORDS", "is missing, added or changed", id="changed word index, same size"
        ),
        pytest.param(
            "lexical/_MAIN_2.toc", b"evil", "is missing, added or changed", id="foreign file beside the word index"
        ),
        pytest.param("catalogue.sqlite", b"rec", "is missing, added or changed", id="catalogue cut short"),
        pytest.param("catalogue.sqlite", b"recordz", "is missing, added or changed", id="changed catalogue, same size"),
        pytest.param("catalogue.sqlite", None, "is missing, added or changed", id="no catalogue"),
    ],
)
def test_damage_is_found_before_opening(folder: Path, path: str, data: bytes | None, message: str) -> None:
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    (snapshot / path).unlink() if data is None else (snapshot / path).write_bytes(data)
    with pytest.raises(IndexFolderError, match=message):
        check_before_opening(snapshot, manifest)


def test_digests_of_a_large_index_can_be_left_for_later_but_for_its_words(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    (snapshot / "catalogue.sqlite").write_bytes(b"recordz")
    check_before_opening(snapshot, manifest, every_digest=False)
    (snapshot / "lexical" / "_MAIN_1.toc").write_bytes(b"WORDS")
    with pytest.raises(IndexFolderError, match=r"_MAIN_1\.toc is missing, added or changed"):
        check_before_opening(snapshot, manifest, every_digest=False)


def test_a_file_that_the_disk_does_not_give_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("models.index_folder.folder.sha256_of_file", fail)
    snapshot = current_snapshot(folder)
    with pytest.raises(IndexFolderError, match=r"catalogue\.sqlite is missing, added or changed"):
        check_before_opening(snapshot, read_manifest(snapshot))


def test_thorough_check_finds_a_changed_byte(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    (snapshot / "catalogue.sqlite").write_bytes(b"recordz")
    with pytest.raises(IndexFolderError, match="is missing, added or changed"):
        check_files(snapshot, manifest)
