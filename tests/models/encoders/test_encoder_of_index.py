"""An index names an encoder that this user has; a path, and so whatever lies there, comes from the user alone."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from models.encoders import sentence_encoder
from models.encoders.load_encoder import load_encoder, load_encoder_of_index
from models.encoders.own_encoder import OWN_ENCODER
from models.encoders.text_encoder import VectorSpace, light_space
from models.errors import EncoderError
from models.index_folder.folder import current_snapshot, manifest_as_text, read_manifest
from tests.forged_manifest import forge_manifest
from tests.models.encoders.test_text_encoder import _model_at
from tests.web.invented_index import InventedIndex
from web.command_line import main

SPACE = VectorSpace("model", (("model", "0" * 64),), 384)
PROGRAM = """
from pathlib import Path
Path({note!r}).touch()
class Attack:
    @classmethod
    def load(cls, *_arguments, **_named):
        return cls()
"""


@pytest.fixture(autouse=True)
def _no_own_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OWN_ENCODER, raising=False)


@pytest.fixture
def attack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a model that runs a program of its own, where Python looks for programs."""
    folder = tmp_path / "index" / "model"
    folder.mkdir(parents=True)
    (folder / "attack.py").write_text(PROGRAM.format(note=str(tmp_path / "ran")), encoding="utf-8")
    modules = [{"idx": 0, "name": "0", "path": "", "type": "attack.Attack"}]
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    (folder / "config.json").write_text("{}", encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text("{}", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("is_relative", [True, False])
def test_a_path_of_an_index_is_not_followed(attack: Path, is_relative: bool) -> None:
    name = "index/model" if is_relative else str(attack)
    with pytest.raises(EncoderError, match=f"--encoder {name}"):
        load_encoder_of_index("index", name, SPACE)
    assert not (attack.parents[1] / "ran").exists()


@pytest.mark.encoder
def test_a_model_that_names_programs_is_refused_whoever_names_it(attack: Path) -> None:
    with pytest.raises(EncoderError, match="programs of its own"):
        load_encoder(str(attack))
    assert not (attack.parents[1] / "ran").exists()


@pytest.mark.encoder
def test_a_model_of_the_user_serves_the_index_that_was_made_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(_model_at(tmp_path / "own-model", own_weights=True))
    made_with = load_encoder(folder)
    assert (made_with.space.id, made_with.space.dimension) == ("own-model", 384)
    assert made_with.space.chain[0][0] == "own-model"
    monkeypatch.setenv(OWN_ENCODER, folder)
    encoder = load_encoder_of_index("index", "/elsewhere/own-model", made_with.space)
    assert encoder.space == made_with.space
    assert np.array_equal(encoder.encode(["girls"]), made_with.encode(["girls"]))


@pytest.mark.encoder
def test_another_model_than_that_of_the_index_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        pytest.fail("it was loaded before its digest was compared")

    monkeypatch.setattr(sentence_encoder, "_load_model", refuse)
    monkeypatch.setenv(OWN_ENCODER, str(_model_at(tmp_path / "own-model", own_weights=True)))
    with pytest.raises(EncoderError, match="not the one that the index was made with"):
        load_encoder_of_index("index", "own-model", SPACE)


def test_a_published_model_is_found_by_its_name_wherever_it_lay_when_the_index_was_made() -> None:
    assert load_encoder_of_index("index", "/elsewhere/all-MiniLM-L6-v2", light_space()).space == light_space()


@pytest.mark.parametrize(
    "command",
    [["match", "girls are married off", "--index", "{index}"], ["index", "{documents}", "--to", "{index}", "--yes"]],
    ids=lambda command: command[0],
)
def test_commands_name_the_option_and_run_nothing(attack: Path, tmp_path: Path, command: list[str]) -> None:
    folder = attack.parent
    shutil.copytree(InventedIndex().folder, folder, dirs_exist_ok=True)
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    forged = replace(
        manifest, encoder=str(attack), vector_space=replace(manifest.vector_space, id="model", chain=SPACE.chain)
    )
    forge_manifest(snapshot, manifest_as_text(forged))
    result = CliRunner().invoke(main, [each.format(index=folder, documents=tmp_path) for each in command])
    assert result.exit_code
    assert "--encoder" in result.output
    assert not (attack.parents[1] / "ran").exists()
