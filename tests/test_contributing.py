"""The worked examples of CONTRIBUTING.md in a copy of the program: the test of each fails without it, passes with it.

An example is a section "Add a …": blocks of changes as `git diff` prints them, without line numbers, and the commands
that its reader runs then.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

FOLDERS = ("models", "indexer", "search", "web", "tests", "tools", "samples", "docs")
FILES = ("README.md", "Makefile", "babel.cfg", "commands.cfg", "pyproject.toml")
SECTION = re.compile(r"^## (Add a .+)\n((?:(?!## ).*\n)*)", re.MULTILINE)
BLOCK = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^--- (?:a/|/dev/null)(.*)\n\+\+\+ b/(.+)\n", re.MULTILINE)
PROGRAMS = Path(sys.executable).parent


@dataclass(frozen=True)
class Change:
    """Lines of a file and what they become; a new file where there are none before."""

    path: str
    before: str
    after: str

    def make(self, folder: Path) -> None:
        """Make it in a copy of the repository."""
        file = folder / self.path
        text = file.read_text(encoding="utf-8") if self.before else ""
        assert self.before or not file.exists(), f"{self.path} is there already"
        assert not self.before or text.count(self.before) == 1, f"not once in {self.path}:\n{self.before}"
        file.write_text(text.replace(self.before, self.after) if self.before else self.after, encoding="utf-8")


def changes_of(section: str) -> list[Change]:
    changes = []
    for block in BLOCK.findall(section):
        _, *files = FILE.split(block)
        for path, lines in zip(files[1::3], files[2::3], strict=True):
            changes += [change_of(path, part.splitlines()) for part in lines.split("@@\n")]
    return changes


def change_of(path: str, lines: list[str]) -> Change:
    def lines_marked(marks: str) -> str:
        return "".join(f"{line[1:]}\n" for line in lines if line[:1] in marks)

    return Change(path, lines_marked(" -"), lines_marked(" +"))


def commands_of(section: str) -> list[str]:
    outside_of_blocks = BLOCK.sub("", section)
    return [line.strip() for line in outside_of_blocks.splitlines() if line.startswith("    ")]


EXAMPLES = dict(SECTION.findall((REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program and its tests, in a folder that may be changed."""
    for name in (*FOLDERS, *FILES):
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tmp_path / name)
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the page with the programs of this environment."""
    program, *arguments = shlex.split(command)
    if program == "make":
        # Nothing is installed anew.
        words = ["make", "--old-file=.venv/tools.stamp", f"BIN={PROGRAMS}", *arguments]
    else:
        words = [sys.executable, "-m", program.removeprefix(".venv/bin/"), *arguments]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False)


def test_there_is_an_example_of_each() -> None:
    assert list(EXAMPLES) == [
        "Add a document layout",
        "Add a kind of document",
        "Add a filter",
        "Add a label scheme, or a column of the Universal Human Rights Index",
        "Add a paper",
        "Add a page",
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_changes_of_an_example_fit_the_files_as_they_are(name: str, tmp_path: Path) -> None:
    for change in changes_of(EXAMPLES[name]):
        (tmp_path / change.path).parent.mkdir(parents=True, exist_ok=True)
        if change.before and not (tmp_path / change.path).exists():
            shutil.copy2(REPOSITORY / change.path, tmp_path / change.path)
        change.make(tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_test_of_an_example_fails_without_it_and_passes_with_it(name: str, copy: Path) -> None:
    changes = changes_of(EXAMPLES[name])
    (new_test,) = (change for change in changes if change.path.startswith("tests/") and not change.before)
    new_test.make(copy)
    without = run(f".venv/bin/pytest {new_test.path}", copy)
    assert without.returncode == 1, without.stdout + without.stderr
    for change in changes:
        if change is not new_test:
            change.make(copy)
    paths = " ".join(dict.fromkeys(change.path for change in changes if change.path.endswith(".py")))
    style = [f".venv/bin/ruff check {paths}", f".venv/bin/ruff format --check {paths}"]
    for command in [*commands_of(EXAMPLES[name]), *style]:
        outcome = run(command, copy)
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
