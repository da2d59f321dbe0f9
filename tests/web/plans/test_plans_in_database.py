"""Plans that the site keeps in a database: two editors, row locks, no word of a plan."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from models.errors import PlanChanged, PlanNotKept, PlanStoreError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_database.migrate import migrate_database
from models.plans.plan import Plan
from tests.database_server import DatabaseServer
from tests.web.plans.test_plan_store import PLAN
from web.plans import plan_store
from web.plans.plans_in_database import PlansInDatabase

pytestmark = pytest.mark.service


@pytest.fixture(scope="module")
def address(postgresql: DatabaseServer) -> DatabaseAddress:
    address = DatabaseAddress(postgresql.new_database("plans"))
    with connected(address) as connection:
        migrate_database(address, connection)
    return address


@pytest.fixture
def plans(address: DatabaseAddress) -> PlansInDatabase:
    return PlansInDatabase(address)


def test_a_plan_is_kept_changed_and_deleted(plans: PlansInDatabase) -> None:
    key = plans.create(PLAN)
    changed = replace(PLAN, title="Schools")
    assert plans.save(key, changed, 1) == 2
    assert (plans.get(key).plan, plans.get(key).version) == (changed, 2)
    assert plans.version(key, 1) == PLAN
    plans.delete(key)
    for ask in (plans.get, plans.delete, lambda key: plans.version(key, 1), lambda key: plans.save(key, PLAN, 2)):
        with pytest.raises(PlanNotKept):
            ask(key)


def test_of_many_who_save_at_once_one_is_first(plans: PlansInDatabase) -> None:
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


def test_who_saves_second_waits_for_the_first(plans: PlansInDatabase, address: DatabaseAddress) -> None:
    key = plans.create(PLAN)
    with ThreadPoolExecutor(1) as threads:
        with connected(address) as first:
            first.execute("SELECT 1 FROM upr.plan_version FOR UPDATE")
            second = threads.submit(plans.save, key, replace(PLAN, title="second"), 1)
            with pytest.raises(TimeoutError):
                second.result(timeout=0.5)
        assert second.result(timeout=10) == 2


def test_twenty_versions_are_kept(plans: PlansInDatabase) -> None:
    key = plans.create(PLAN)
    for version in range(1, 22):
        plans.save(key, PLAN, version)
    assert plans.version(key, 3)
    with pytest.raises(PlanNotKept):
        plans.version(key, 2)


def test_no_word_of_a_plan_is_in_the_database(plans: PlansInDatabase, address: DatabaseAddress) -> None:
    key = plans.create(PLAN)
    with connected(address) as connection:
        rows = repr(connection.execute("SELECT plan, ciphertext FROM upr.plan_version").fetchall())
    for word in ("schools", "AVA-3", key):
        assert word not in rows


def test_the_store_says_when_it_is_full(plans: PlansInDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    plans.create(PLAN)
    monkeypatch.setattr(plan_store, "MOST_PLANS", 1)
    with pytest.raises(PlanStoreError, match="no more room for plans"):
        plans.create(PLAN)


def test_a_database_out_of_reach_is_told_without_the_password() -> None:
    plans = PlansInDatabase(DatabaseAddress("postgresql://anna:s3cret@127.0.0.1:1/upr"))
    for ask in (lambda: plans.get("x"), lambda: plans.create(Plan(title="", state=None))):
        with pytest.raises(PlanStoreError, match="cannot reach its database") as error:
            ask()
        assert "s3cret" not in str(error.value)


def test_the_table_is_bounded_too(plans: PlansInDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    key = plans.create(PLAN)
    monkeypatch.setattr(plan_store, "MOST_STORED_BYTES", 1)
    with pytest.raises(PlanStoreError, match="no more room for plans"):
        plans.save(key, PLAN, 1)
    assert plans.get(key).version == 1
