"""Libraries are told to send and fetch nothing, and what one noted of the user before is removed."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.encoders.quiet_libraries import remove_notes
from tests.paths import REPOSITORY

CHILD = "import os; print(*(os.environ.get(name) for name in os.environ['NAMES'].split()))"
NAMES = "ORT_DISABLE_TELEMETRY HF_HUB_DISABLE_TELEMETRY HF_HUB_OFFLINE TRANSFORMERS_OFFLINE"


@pytest.mark.slow
@pytest.mark.parametrize(
    "module",
    ["models.encoders.network", "models.encoders.unit_vectors", "web.application", "benches.retrieval"],
)
def test_whatever_leads_to_an_encoder_tells_this_process_and_its_children(module: str) -> None:
    """Whatever the user's own environment says."""
    code = (
        f"import sys, subprocess; import {module}\n"
        "assert 'onnxruntime' not in sys.modules\n"
        f"subprocess.run([sys.executable, '-c', {CHILD!r}], check=True)"
    )
    environment = {"PYTHONPATH": str(REPOSITORY), "NAMES": NAMES, "ORT_DISABLE_TELEMETRY": "0", "HF_HUB_OFFLINE": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1 1 1 1\n", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where ONNX Runtime keeps its notes on Linux."""
    monkeypatch.setattr("models.encoders.quiet_libraries.user_cache_path", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", "linux")
    notes = tmp_path / "Microsoft" / "DeveloperTools" / ".onnxruntime"
    notes.mkdir(parents=True)
    (notes / "deviceid").write_text("29b1")
    (notes / "onnxruntime.db").write_text("")
    (notes / "onnxruntime.db-wal").write_text("")
    return notes


def test_the_number_of_the_device_and_the_database_are_removed(folder: Path, tmp_path: Path) -> None:
    remove_notes()
    assert list(tmp_path.iterdir()) == []
    remove_notes()


def test_what_others_keep_beside_them_stays(folder: Path, tmp_path: Path) -> None:
    (folder.parent / "editor.json").write_text("{}")
    remove_notes()
    assert [path.name for path in folder.parent.iterdir()] == ["editor.json"]


def test_a_home_that_cannot_be_written_is_left_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", refuse)
    remove_notes()
    assert (folder / "deviceid").exists()
