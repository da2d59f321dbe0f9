"""Documents, index and plans are backed up and brought back by the lines of the guide, as they stand there."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.plans.plan import Plan
from search import open_index
from tests.paths import REPOSITORY
from tests.web.api.full_index import RECOMMENDATION, build_full_index
from web.command_line import main
from web.plans.plan_store import PlanStore

GUIDE = REPOSITORY / "docs" / "guides" / "updates-and-backups.md"
PLAN = Plan(title="Girls' schools")


def lines_below(heading: str) -> str:
    """The commands of the guide in a section."""
    section = GUIDE.read_text(encoding="utf-8").partition(f"\n{heading}\n")[2].partition("\n#")[0]
    return "\n".join(re.findall(r"^    (.+)", section, re.MULTILINE))


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs lines of a shell in a folder, in which `upr` is the command."""
    programs = tmp_path / "programs"
    programs.mkdir()
    upr = programs / "upr"
    upr.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tests.web.upr "$@"\n', encoding="utf-8")
    upr.chmod(0o755)

    def run(lines: str, folder: Path) -> None:
        environment: Mapping[str, str] = {
            **os.environ,
            "PATH": f"{programs}:{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
            "XDG_DATA_HOME": str(folder / "data"),
            "UPR_PLANS": str(folder / "plans.sqlite"),
        }
        done = subprocess.run(
            ["sh", "-euc", lines], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    return run


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.slow
def test_what_is_backed_up_comes_back_on_another_machine(tmp_path, run):
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "upr-documents").mkdir(parents=True)
    (old / "upr-documents" / "report.txt").write_text("Invented.", encoding="utf-8")
    build_full_index(old / "index")
    key = PlanStore(old / "plans.sqlite").create(PLAN)

    os.umask(os.umask(0o022))  # whatever the umask is, the guide sets its own
    run(lines_below("## Backups"), old)
    backup = old / "backup"
    for path in [backup, *backup.rglob("*")]:
        assert mode_of(path) & 0o077 == 0, f"{path} can be read by others"
    assert mode_of(backup / "plans.sqlite") == 0o600

    new.mkdir()
    (old / "backup").rename(new / "backup")
    run(lines_below("### Bringing it back"), new)
    assert (new / "upr-documents" / "report.txt").read_text(encoding="utf-8") == "Invented."
    assert open_index(new / "index").record(RECOMMENDATION).id == RECOMMENDATION
    assert PlanStore(new / "plans.sqlite").get(key).plan == PLAN
    assert mode_of(new / "plans.sqlite") == 0o600


@pytest.fixture
def kept(tmp_path):
    """A file of plans, and the keys of two in it."""
    store = PlanStore(tmp_path / "plans.sqlite")
    return tmp_path / "plans.sqlite", store.create(PLAN), store.create(Plan(title="Prisons"))


def back_up(kept: Path, target: Path):
    return CliRunner().invoke(main, ["plan", "backup", str(target), "--plans", str(kept)])


def test_a_copy_of_plans_is_for_its_owner_alone_whatever_the_umask(tmp_path, kept):
    before = os.umask(0)
    try:
        assert back_up(kept[0], tmp_path / "copy.sqlite").exit_code == 0
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "copy.sqlite") == 0o600
    assert PlanStore(tmp_path / "copy.sqlite").get(kept[1]).plan == PLAN


def test_a_copy_of_plans_has_nothing_of_a_deleted_one(tmp_path, kept):
    file, key, other = kept
    back_up(file, tmp_path / "before.sqlite")
    PlanStore(file).delete(key)
    back_up(file, tmp_path / "after.sqlite")
    assert PlanStore(tmp_path / "after.sqlite").get(other).plan.title == "Prisons"
    assert (tmp_path / "after.sqlite").stat().st_size <= (tmp_path / "before.sqlite").stat().st_size
    with pytest.raises(Exception, match="No plan is kept"):
        PlanStore(tmp_path / "after.sqlite").get(key)


def test_a_copy_of_plans_replaces_nothing(tmp_path, kept):
    there = tmp_path / "there.sqlite"
    there.write_text("of somebody", encoding="utf-8")
    refused = back_up(kept[0], there)
    assert refused.exit_code == 1
    assert "there.sqlite is there already" in refused.output
    assert there.read_text(encoding="utf-8") == "of somebody"


@pytest.mark.parametrize(
    ("plans", "words"), [("nowhere.sqlite", "No plans are kept in"), ("postgresql://db/upr", "pg_dump")]
)
def test_plans_that_are_not_there_are_not_made(tmp_path, plans, words):
    place = plans if ":" in plans else str(tmp_path / plans)
    refused = CliRunner().invoke(main, ["plan", "backup", str(tmp_path / "copy.sqlite"), "--plans", place])
    assert (refused.exit_code, words in refused.output) == (2, True)
    assert list(tmp_path.iterdir()) == []
