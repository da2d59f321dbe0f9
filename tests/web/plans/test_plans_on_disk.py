"""What the disk holds of plans: every write is watched, and a process is killed while it writes."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.paths import REPOSITORY
from tests.web.plans.change_plans import plan
from web.plans.plan_store import PlanStore

pytestmark = [pytest.mark.slow, pytest.mark.processes]

CHANGE_PLANS = [sys.executable, "-m", "tests.web.plans.change_plans"]
CALLS = "openat,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,truncate,unlink,unlinkat"
CALLS += ",rename,renameat,renameat2"
HEX = re.compile(r"<([\\x0-9a-f]+)>")
CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)\) += (-?\d+)")
FRAGMENT = 24


@dataclass
class WatchedDisk:
    """The files of a folder as calls of a process left them, and what it gave back to the disk without overwriting."""

    folder: str
    files: dict[str, bytearray] = field(default_factory=dict)
    given_back: list[bytes] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)

    def replay(self, lines: Iterable[str]) -> None:
        for line in lines:
            call = CALL.match(line)
            if call and int(call[3]) >= 0 and self._path(call[2]).startswith(self.folder):
                self._call(call[1], call[2], int(call[3]))

    def _call(self, name: str, arguments: str, result: int) -> None:
        path, strings, numbers = self._path(arguments), strings_of(arguments), arguments.rsplit(", ", 1)
        match name:
            case "pwrite64":
                self._write(path, strings[0], int(numbers[1]))
            case "write":
                self._write(path, strings[0], self.positions.get(path, 0))
                self.positions[path] = self.positions.get(path, 0) + result
            case "openat":
                self.positions[path] = 0
            case "lseek":
                self.positions[path] = result
            case "ftruncate":
                size = int(numbers[1])
                held = self.files.setdefault(path, bytearray())
                self.given_back.append(bytes(held[size:]))
                self.files[path] = held[:size].ljust(size, b"\0")
            case "unlink" | "unlinkat":
                self.given_back.append(bytes(self.files.pop(path, b"")))
            case _:
                raise AssertionError(f"a call that this test does not follow: {name}({arguments[:80]}")

    def _path(self, arguments: str) -> str:
        """Of a descriptor (3</folder/file>), or as it is named."""
        of_descriptor = re.match(r"\d+<([^>]*)>", arguments)
        return of_descriptor[1] if of_descriptor else strings_of(arguments)[0].decode()

    def _write(self, path: str, data: bytes, at: int) -> None:
        held = self.files.setdefault(path, bytearray())
        held.extend(bytes(max(0, at + len(data) - len(held))))
        held[at : at + len(data)] = data

    def holds(self) -> bytes:
        """All that can be read on it, in files or by whoever gets its blocks."""
        return b"|".join([*self.given_back, *map(bytes, self.files.values())])


def path_of(found: re.Match[str]) -> str:
    return f"<{bytes.fromhex(found[1].replace(chr(92) + 'x', '')).decode()}>"


def strings_of(arguments: str) -> list[bytes]:
    return [bytes.fromhex(text.replace("\\x", "")) for text in re.findall(r'"([\\x0-9a-f]*)"', arguments)]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_nothing_of_a_deleted_plan_is_left_on_the_disk(tmp_path: Path) -> None:
    """In files, or in blocks that were given back with what they held: journals that are removed or truncated."""
    file, log = tmp_path / "kept" / "plans.sqlite", tmp_path / "calls"
    watched = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    done = subprocess.run(
        [*watched, *CHANGE_PLANS, str(file), "lifetimes"], cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    kept = done.stdout.split()
    assert len(kept) > 15
    calls = [HEX.sub(path_of, line) for line in log.read_text(encoding="ascii").splitlines()]
    disk = WatchedDisk(str(file.parent))
    disk.replay(calls)
    assert {Path(path).name: len(content) for path, content in disk.files.items()} == {
        each.name: each.stat().st_size for each in file.parent.iterdir()
    }
    written = b"".join(text for line in calls if "pwrite64" in line for text in strings_of(line))
    fragments = [text.encode()[at : at + FRAGMENT] for text in kept for at in range(0, len(text) - FRAGMENT, 400)]
    assert all(fragment in written for fragment in fragments[:: len(fragments) // 20])
    held = disk.holds()
    assert sum(fragment in held for fragment in fragments) == 0
    # and nowhere else: temporary files have other paths
    elsewhere = [line for line in calls if str(file.parent) not in line and re.search(r"write\w*\(\d+</", line)]
    assert not [line for line in elsewhere if any(fragment in b"".join(strings_of(line)) for fragment in fragments)]


def test_a_process_that_is_killed_loses_no_plan_and_leaves_nothing_of_a_deleted_one(tmp_path: Path) -> None:
    file = tmp_path / "plans.sqlite"
    store = PlanStore(file)
    key = store.create(plan(1))
    gone = store.create(plan(2))
    with sqlite3.connect(file) as database:
        ciphertext = max(database.execute("SELECT rowid, ciphertext FROM plan_version"))[1]
    store.delete(gone)
    counted = 1
    for number in range(4):
        writers = [
            subprocess.Popen([*CHANGE_PLANS, str(file), "save", key], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            counted = max(counted, int(writer.stdout.readline()))
        time.sleep(0.037 * number)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            rest, _ = writer.communicate()
            counted = max([counted, *map(int, rest.split())])
        kept = PlanStore(file).get(key)
        assert kept.version >= counted
        assert kept.plan == plan(kept.version - 1)
        with sqlite3.connect(file) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (tmp_path / "plans.sqlite-journal").read_bytes() == b""
    assert ciphertext[40:64] not in file.read_bytes()


def test_a_journal_that_a_killed_process_left_is_overwritten_when_the_site_starts(tmp_path: Path) -> None:
    file, journal = tmp_path / "plans.sqlite", tmp_path / "plans.sqlite-journal"
    PlanStore(file).create(plan(1))
    journal.write_bytes(bytes(28) + b"pages as they were" * 1_000)  # without a header it is not needed
    PlanStore(file)
    assert journal.read_bytes() == b""


def test_a_journal_that_is_needed_after_a_crash_is_rolled_back_first(tmp_path: Path) -> None:
    """A copy of the files as they are in the middle of a change: what a power cut leaves."""
    file, copy = tmp_path / "plans.sqlite", tmp_path / "copy"
    copy.mkdir()
    store = PlanStore(file)
    key = store.create(plan(1))
    with sqlite3.connect(file, isolation_level=None) as database:
        database.execute("PRAGMA journal_mode = PERSIST")
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE plan_version SET ciphertext = zeroblob(200000)")
        database.execute("UPDATE plan_version SET version = 9")  # the small cache lets half of it go to the file
        for each in tmp_path.glob("plans.sqlite*"):
            shutil.copy(each, copy / each.name)
        database.execute("ROLLBACK")
    assert (copy / "plans.sqlite-journal").read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")
    assert PlanStore(copy / "plans.sqlite").get(key).plan == plan(1)
    assert (copy / "plans.sqlite-journal").read_bytes() == b""
