"""The command begins under a name of its own, and says when another package stands in the way of ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.extras import line_to_add
from tests.paths import REPOSITORY
from upr_start import PACKAGES, foreign_packages

# As installed from a wheel: what an editable install adds finds our modules within a package of others.
START = (
    "import sys; "
    "sys.meta_path[:] = [one for one in sys.meta_path if '__editable__' not in getattr(one, '__module__', '')]; "
    "from upr_start import main; main()"
)
EXTRAS = [("postgresql", "psycopg[binary,pool]"), ("mcp", "mcp"), ("full", "torch")]
COMMANDS = {name: ["find", "prisons", "--index", "nowhere"] for name in PACKAGES}
COMMANDS["indexer"] = ["index", "nowhere", "--to", "nowhere"]


@pytest.mark.parametrize(("name", "shape"), [*((name, "package") for name in PACKAGES), ("web", "module")])
def test_a_foreign_package_is_told_in_one_sentence(tmp_path: Path, name: str, shape: str) -> None:
    foreign = tmp_path / f"{name}.py" if shape == "module" else tmp_path / name / "__init__.py"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("template = 'of another framework'\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(REPOSITORY)])}
    command = [sys.executable, "-c", START, *COMMANDS[name]]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Error: Another package called “{name}” (in {tmp_path}")
    assert "environment of its own" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_nothing_is_said_where_all_packages_are_ours() -> None:
    assert foreign_packages() is None


@pytest.mark.parametrize(("extra", "library"), EXTRAS)
def test_missing_libraries_are_added_by_their_own_names(extra: str, library: str) -> None:
    line = line_to_add(extra)
    assert line.startswith(f'{sys.executable} -m pip install "')
    assert f'"{library}' in line
    assert "upr" not in line.removeprefix(sys.executable)
