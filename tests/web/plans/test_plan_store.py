"""Plans that the site keeps in a file or a database: two editors, other processes, deletion that leaves nothing."""

import os
import random
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import PlanChanged, PlanNotKept, PlanStoreError, UnusablePlan
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_database.migrate import migrate_database
from models.plans.plan import Plan, PlanItem
from tests.database_server import DatabaseServer
from web.plans.plan_store import PlanStore
from web.plans.plans_in_database import PlansInDatabase

ITEM = PlanItem(
    id="AVA-3-101.4-1", kind="recommendation", state="AVA", citation="A/HRC/91/5", quoted="Open all schools"
)
PLAN = Plan(title="Girls’ schools", state="AVA", items=(ITEM,))
Plans = PlanStore | PlansInDatabase


@pytest.fixture
def store(tmp_path: Path) -> PlanStore:
    return PlanStore(tmp_path / "kept" / "plans.sqlite")


def test_plan_is_found_under_its_key_by_another_process(store: PlanStore, tmp_path: Path) -> None:
    key = store.create(PLAN)
    kept = PlanStore(tmp_path / "kept" / "plans.sqlite").get(key)
    assert (kept.plan, kept.version) == (PLAN, 1)


@pytest.fixture(scope="module")
def address(postgresql: DatabaseServer) -> DatabaseAddress:
    """A database for plans."""
    address = DatabaseAddress(postgresql.new_database("plans"))
    with connected(address) as connection:
        migrate_database(address, connection)
    return address


@pytest.fixture
def in_database(address: DatabaseAddress) -> PlansInDatabase:
    return PlansInDatabase(address)


@pytest.fixture(params=["file", pytest.param("database", marks=pytest.mark.service)])
def plans(request: pytest.FixtureRequest) -> Plans:
    """Either store: what both do alike."""
    if request.param == "file":
        return request.getfixturevalue("store")
    return request.getfixturevalue("in_database")


def test_keys_are_long_and_never_alike(store: PlanStore) -> None:
    first, second = store.create(PLAN), store.create(PLAN)
    assert first != second
    assert len(first) == 43


def test_change_counts_and_the_version_before_is_kept(plans: Plans) -> None:
    key = plans.create(PLAN)
    changed = replace(PLAN, title="Schools")
    assert plans.save(key, changed, 1) == 2
    assert plans.get(key).plan == changed
    assert plans.version(key, 1) == PLAN


def test_who_saves_second_is_told(plans: Plans) -> None:
    key = plans.create(PLAN)
    plans.save(key, replace(PLAN, title="first"), 1)
    with pytest.raises(PlanChanged):
        plans.save(key, replace(PLAN, title="second"), 1)
    assert plans.get(key).plan.title == "first"


def test_a_deleted_plan_is_found_no_more(plans: Plans) -> None:
    key = plans.create(PLAN)
    plans.delete(key)
    with pytest.raises(PlanNotKept):
        plans.get(key)


def test_of_many_who_save_at_once_one_is_first(plans: Plans) -> None:
    key = plans.create(PLAN)

    def save(number: int) -> bool:
        try:
            plans.save(key, replace(PLAN, title=f"by {number}"), 1)
        except PlanChanged:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(save, range(8))) == 1
    assert plans.get(key).version == 2


def test_twenty_versions_are_kept(plans: Plans) -> None:
    key = plans.create(PLAN)
    for version in range(1, 25):
        plans.save(key, replace(PLAN, title=str(version)), version)
    assert plans.version(key, 6).title == "5"
    with pytest.raises(PlanNotKept):
        plans.version(key, 5)


@pytest.mark.parametrize("key", ["", "x", "A" * 43, "ä/../%00"])
def test_other_keys_open_nothing(plans: Plans, key: str) -> None:
    plans.create(PLAN)
    for use in (plans.get, plans.delete, lambda key: plans.version(key, 1), lambda key: plans.save(key, PLAN, 1)):
        with pytest.raises(PlanNotKept):
            use(key)


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_file_holds_no_word_of_a_plan(store: PlanStore, tmp_path: Path) -> None:
    key = store.create(PLAN)
    written = bytes_on_disk(tmp_path)
    assert b"schools" not in written
    assert key.encode() not in written


def test_deleted_plan_leaves_no_bytes(store: PlanStore, tmp_path: Path) -> None:
    key = store.create(PLAN)
    large = replace(
        PLAN, items=tuple(replace(ITEM, id=f"AVA-3-{number}-1", notes=f"{number:x}" * 900) for number in range(99))
    )
    store.save(key, large, 1)
    file = tmp_path / "kept" / "plans.sqlite"
    with sqlite3.connect(file) as database:
        kept = [ciphertext for (ciphertext,) in database.execute("SELECT ciphertext FROM plan_version")]
    pieces = [text[start : start + 24] for text in kept for start in range(0, len(text) - 24, 500)]
    assert all(piece in bytes_on_disk(tmp_path) for piece in (pieces[0], pieces[-1]))
    store.delete(key)
    left = bytes_on_disk(tmp_path)
    assert [piece for piece in pieces if piece in left] == []
    assert (file.parent / "plans.sqlite-journal").read_bytes() == b""
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "plans.sqlite",
        "plans.sqlite-journal",
        "plans.sqlite-room",
    ]


def test_there_is_no_file_before_the_first_plan(store: PlanStore, tmp_path: Path) -> None:
    with pytest.raises(PlanNotKept):
        store.get("x")
    with pytest.raises(PlanNotKept):
        store.delete("x")
    assert list(tmp_path.iterdir()) == []


def test_file_is_for_its_owner_alone(store: PlanStore, tmp_path: Path) -> None:
    store.create(PLAN)
    assert stat.S_IMODE((tmp_path / "kept" / "plans.sqlite").stat().st_mode) == 0o600


def test_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "plans.sqlite"
    file.touch(0o644)
    PlanStore(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_no_store_is_said_and_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.sqlite"
    text.write_text("Mine. " * 1000)
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE mine (x)")
    for file in (text, other, tmp_path):
        with pytest.raises(PlanStoreError, match="name another file in UPR_PLANS"):
            PlanStore(file)
    assert text.read_text() == "Mine. " * 1000


def test_damaged_plan_is_said(store: PlanStore, tmp_path: Path) -> None:
    key = store.create(PLAN)
    with sqlite3.connect(tmp_path / "kept" / "plans.sqlite") as database:
        database.execute("UPDATE plan_version SET ciphertext = x'00'")
    with pytest.raises(PlanStoreError, match="backup"):
        store.get(key)


def test_store_says_when_it_is_full(plans: Plans, monkeypatch: pytest.MonkeyPatch) -> None:
    plans.create(PLAN)
    monkeypatch.setattr("web.plans.plan_store.MOST_PLANS", 1)
    with pytest.raises(PlanStoreError, match="no more room"):
        plans.create(PLAN)


def test_the_file_is_bounded_and_what_goes_beyond_is_undone(store: PlanStore, monkeypatch: pytest.MonkeyPatch) -> None:
    key = store.create(PLAN)
    monkeypatch.setattr("web.plans.plan_store.MOST_STORED_BYTES", 60_000)
    large = replace(PLAN, items=tuple(replace(ITEM, id=str(number), notes=noise(number)) for number in range(20)))
    with pytest.raises(PlanStoreError, match="no more room"):
        store.save(key, large, 1)
    with pytest.raises(PlanStoreError, match="no more room"):
        store.create(large)
    assert (store.get(key).plan, store.get(key).version) == (PLAN, 1)
    # What is deleted makes room again.
    others = [store.create(replace(PLAN, items=(replace(ITEM, notes=noise(1)),))) for _ in range(8)]
    with pytest.raises(PlanStoreError):
        for number in range(8):
            store.create(replace(PLAN, items=(replace(ITEM, notes=noise(number)),)))
    for each in others:
        store.delete(each)
    assert store.save(key, replace(PLAN, title="Schools"), 1) == 2


def noise(seed: int) -> str:
    """4,000 characters that pack to half."""
    return random.Random(seed).randbytes(2_000).hex()  # noqa: S311 - no secret


def test_a_plan_that_could_not_be_opened_again_is_not_kept(store: PlanStore, monkeypatch: pytest.MonkeyPatch) -> None:
    key = store.create(PLAN)
    monkeypatch.setattr("web.plans.plan_store.MOST_BYTES", 5_000)
    with pytest.raises(UnusablePlan, match="larger than 10 MB"):
        store.save(key, replace(PLAN, items=(replace(ITEM, notes="x" * 5_000),)), 1)
    assert store.get(key).plan == PLAN


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(folder)]
    if os.name != "posix" or os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def large_plan(seed: int, characters: int) -> Plan:
    """One that no program makes much smaller."""
    quoted = "".join(random.Random(seed).choices("abcdefgh", k=characters))  # noqa: S311
    return Plan(title="Girls", items=(replace(ITEM, quoted=quoted),))


def fill(folder: Path) -> None:
    with (folder / "filling").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_a_plan_is_deleted_on_a_full_disk(small_disk: Path) -> None:
    store = PlanStore(small_disk / "plans.sqlite")
    key = store.create(Plan(title="Girls"))
    for version in range(1, 10):
        store.save(key, large_plan(version, 200_000), version)
    fill(small_disk)
    with pytest.raises(PlanStoreError):
        store.create(large_plan(0, 500_000))
    store.delete(key)
    with pytest.raises(PlanNotKept):
        store.get(key)


def test_where_nothing_can_be_written_the_plan_is_said_to_be_there_still(small_disk: Path) -> None:
    store = PlanStore(small_disk / "plans.sqlite")
    key = store.create(Plan(title="Girls"))
    for journal in small_disk.glob("*-journal"):
        journal.unlink()
    (small_disk / "plans.sqlite-room").unlink()
    fill(small_disk)
    with pytest.raises(PlanStoreError, match="was not deleted"):
        store.delete(key)
    assert store.get(key).plan.title == "Girls"


@pytest.mark.service
def test_who_saves_second_waits_for_the_first(in_database: PlansInDatabase, address: DatabaseAddress) -> None:
    key = in_database.create(PLAN)
    with ThreadPoolExecutor(1) as threads:
        with connected(address) as first:
            first.execute("SELECT 1 FROM upr.plan_version FOR UPDATE")
            second = threads.submit(in_database.save, key, replace(PLAN, title="second"), 1)
            with pytest.raises(TimeoutError):
                second.result(timeout=0.5)
        assert second.result(timeout=10) == 2


@pytest.mark.service
def test_no_word_of_a_plan_is_in_the_database(in_database: PlansInDatabase, address: DatabaseAddress) -> None:
    key = in_database.create(PLAN)
    with connected(address) as connection:
        rows = repr(connection.execute("SELECT plan, ciphertext FROM upr.plan_version").fetchall())
    for word in ("schools", "AVA-3", key):
        assert word not in rows


@pytest.mark.service
def test_a_database_out_of_reach_is_told_without_the_password() -> None:
    plans = PlansInDatabase(DatabaseAddress("postgresql://anna:s3cret@127.0.0.1:1/upr"))
    for ask in (lambda: plans.get("x"), lambda: plans.create(Plan(title="", state=None))):
        with pytest.raises(PlanStoreError, match="cannot reach its database") as error:
            ask()
        assert "s3cret" not in str(error.value)


@pytest.mark.service
def test_the_table_is_bounded_too(in_database: PlansInDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    key = in_database.create(PLAN)
    monkeypatch.setattr("web.plans.plan_store.MOST_STORED_BYTES", 1)
    with pytest.raises(PlanStoreError, match="no more room for plans"):
        in_database.save(key, PLAN, 1)
    assert in_database.get(key).version == 1
