"""The wheel: it holds all that the program reads, and the documents of the demonstration."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.paths import REPOSITORY

TOP = ("models", "indexer", "search", "web", "samples")
FOR_TRANSLATORS = {"web/translations/messages.pot", "web/translations/commands.pot"}


@pytest.mark.slow
def test_it_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for top in TOP:
        shutil.copytree(REPOSITORY / top, source / top, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY.md", "upr_start.py"):
        shutil.copy(REPOSITORY / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        held = set(archive.namelist())
    wanted = {"samples/states.csv", "upr_start.py"} | {
        path.relative_to(source).as_posix()
        for top in (*TOP[:-1], "samples/documents")
        for path in (source / top).rglob("*")
        if path.is_file()
    }
    assert wanted - held == FOR_TRANSLATORS
    assert {name.rpartition("/")[2] for name in held if "/licenses/" in name} == {"LICENSE", "THIRD_PARTY.md"}
