"""CURRENT names the digest of the manifest, and the manifest those of all files: whoever changes one is noticed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.errors import IndexFolderError
from models.index_folder.folder import (
    CURRENT,
    MANIFEST,
    current_snapshot,
    manifest_as_text,
    named_in_current,
    read_manifest,
)
from search import open_index
from tests.web.invented_index import InventedIndex
from web.command_line import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(InventedIndex().folder, tmp_path / "index"))


def checked(folder: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", str(folder)])
    return result.exit_code, result.output


def test_a_manifest_that_was_changed_is_not_opened(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    changed = replace(read_manifest(snapshot), built="2020-01-01T00:00:00Z")
    (snapshot / MANIFEST).write_text(manifest_as_text(changed), encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"manifest\.json is missing, added or changed"):
        open_index(folder)
    code, output = checked(folder)
    assert code == 1
    assert "manifest.json is missing, added or changed" in output


def test_an_index_of_an_earlier_version_opens_and_its_check_says_what_it_lacks(folder: Path) -> None:
    assert checked(folder) == (0, "The index is sound.\n")
    name, digest = named_in_current(folder)
    assert len(digest) == 64
    (folder / CURRENT).write_text(f"{name}\n", encoding="utf-8")
    open_index(folder)
    code, output = checked(folder)
    assert code == 0
    assert "CURRENT does not name the digest" in output


def test_what_does_not_belong_into_the_folder_is_an_error_of_its_check(folder: Path) -> None:
    (folder / "model").mkdir()
    assert checked(folder) == (1, "model does not belong to the index: remove it.\n")
