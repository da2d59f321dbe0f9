"""Which server questions are put to: copies that are well, a lost connection once more, a new snapshot."""

import gc
import time
from pathlib import Path

import pytest

from indexer.database.copy_to_database import copy_to_database
from models.errors import DatabaseUnreachable
from models.index_database.address import DatabaseAddress
from search import IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.store import database_servers
from search.store.database_servers import DatabaseServers
from tests.database_server import DatabaseServer
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build

pytestmark = pytest.mark.service
NOWHERE = DatabaseAddress("postgresql://127.0.0.1:1/upr")


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_servers, "SECONDS_BETWEEN_LOOKS", 0)


@pytest.fixture
def two(postgresql: DatabaseServer, request: pytest.FixtureRequest) -> tuple[DatabaseAddress, DatabaseAddress]:
    """Two databases that stand for a server and a copy that follows it, when it is told to."""
    name = f"servers_{abs(hash(request.node.name)) % 10**9}"
    return (
        DatabaseAddress(postgresql.new_database(f"{name}_a")),
        DatabaseAddress(postgresql.new_database(f"{name}_b")),
    )


def asked(servers: DatabaseServers) -> set[str]:
    """The addresses of those that get questions."""
    return {servers.in_turn().address.url for _ in range(4)}


def with_copies(address: DatabaseAddress, *copies: DatabaseAddress) -> DatabaseAddress:
    return DatabaseAddress(address.url, copies)


def test_a_copy_that_has_another_snapshot_is_left_out_until_it_follows(
    tmp_path: Path, two: tuple[DatabaseAddress, DatabaseAddress]
) -> None:
    first, copy = two
    folder = build(tmp_path / "index", REQUESTS[:3])
    for each in two:
        copy_to_database(folder, each)
    servers = DatabaseServers(with_copies(first, copy))
    before = servers.current_name()
    assert asked(servers) == {copy.url}
    build(folder, REQUESTS[:5])
    copy_to_database(folder, first)
    assert servers.current_name() != before
    assert asked(servers) == {first.url}
    copy_to_database(folder, copy)
    for _ in range(100):
        if asked(servers) == {copy.url}:
            break
        time.sleep(0.05)
    assert asked(servers) == {copy.url}


def test_a_copy_that_is_down_holds_up_nobody(tmp_path: Path, two: tuple[DatabaseAddress, DatabaseAddress]) -> None:
    first, copy = two
    folder = build(tmp_path / "index", REQUESTS)
    for each in two:
        copy_to_database(folder, each)
    assert open_index(with_copies(first, NOWHERE)).find(KeywordQuestion("prisons")).total > 0
    assert open_index(with_copies(NOWHERE, copy)).find(KeywordQuestion("prisons")).total > 0
    assert asked(DatabaseServers(with_copies(first, NOWHERE, copy))) == {copy.url}
    began = time.monotonic()
    with pytest.raises(DatabaseUnreachable):
        open_index(with_copies(NOWHERE, NOWHERE))
    assert time.monotonic() - began < 1


def lose_connections(server: DatabaseServer) -> None:
    server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'upr'")


def test_a_question_is_put_once_more_where_the_connection_was_lost(
    tmp_path: Path, postgresql: DatabaseServer, two: tuple[DatabaseAddress, DatabaseAddress]
) -> None:
    folder = build(tmp_path / "index", REQUESTS)
    copy_to_database(folder, two[0])
    index, in_folder = open_index(two[0]), open_index(folder)
    for issue in ("girls", "prisons", "torture"):
        lose_connections(postgresql)
        assert index.match(IssueQuestion(issue, own_state="XAA")) == in_folder.match(
            IssueQuestion(issue, own_state="XAA")
        )


def test_a_question_that_a_copy_breaks_off_is_put_to_another(
    tmp_path: Path, two: tuple[DatabaseAddress, DatabaseAddress], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_servers, "SECONDS_BETWEEN_LOOKS", 3600)
    first, copy = two
    folder = build(tmp_path / "index", REQUESTS[:3])
    for each in two:
        copy_to_database(folder, each)
    servers = DatabaseServers(with_copies(first, copy))
    assert asked(servers) == {copy.url}
    name = copy.url.rpartition("/")[2]
    breaks_off = "SELECT CASE current_database() WHEN %s THEN pg_terminate_backend(pg_backend_pid()) ELSE TRUE END"
    assert servers.rows("public", breaks_off, (name,), binary=False) == [(True,)]
    assert asked(servers) == {first.url}


def connections(server: DatabaseServer, address: DatabaseAddress) -> int:
    database = address.url.rpartition("/")[2]
    return int(server.run(f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}'"))  # noqa: S608


def used(index: SearchIndex) -> int:
    return index.find(KeywordQuestion("prisons OR girls")).total


def test_connections_to_a_snapshot_before_are_closed(
    tmp_path: Path, postgresql: DatabaseServer, two: tuple[DatabaseAddress, DatabaseAddress]
) -> None:
    folder = build(tmp_path / "index", REQUESTS[:3])
    copy_to_database(folder, two[0])
    index = open_index(two[0])
    used(index)
    before = connections(postgresql, two[0])
    assert before >= 1
    for count in (4, 5, 6):
        build(folder, REQUESTS[:count])
        copy_to_database(folder, two[0])
        assert index.overview().recommendations == count
        used(index)
    gc.collect()
    for _ in range(60):
        if connections(postgresql, two[0]) <= before:
            break
        time.sleep(0.05)
    assert connections(postgresql, two[0]) <= before
