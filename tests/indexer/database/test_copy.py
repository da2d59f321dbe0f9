"""An index copied into a database and back, and what is told of databases that cannot be used."""

import json
import os
import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

import numpy as np
import pytest

from indexer.database.check_database import problems_of_database
from indexer.database.copy_to_database import copy_to_database
from indexer.database.copy_to_folder import copy_to_folder
from indexer.progress import Advance, silent
from indexer.write.check import problems_of
from models.errors import IndexDatabaseError, IndexFolderBusy, IndexFolderError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_folder.folder import CATALOGUE, MANIFEST, VECTORS, current_snapshot
from search import IssueQuestion, KeywordQuestion, open_index
from search.store.database import DatabaseIndex
from tests.database_server import DatabaseServer
from tests.search.conftest import REQUESTS
from tests.search.invented_index import Request, build
from tests.web.api.full_index import build_full_index

pytestmark = pytest.mark.service


@pytest.fixture
def address(postgresql: DatabaseServer, request: pytest.FixtureRequest) -> DatabaseAddress:
    """Of an empty database."""
    name = f"copy_{abs(hash(request.node.name)) % 10**9}_{os.getpid()}"
    return DatabaseAddress(postgresql.new_database(name))


def rows_of(catalogue: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(catalogue)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(database.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def test_what_comes_back_is_what_was_copied(tmp_path: Path, address: DatabaseAddress) -> None:
    folder, back, steps = build_full_index(tmp_path / "index"), tmp_path / "back", []

    def progress(what: str, count: int) -> AbstractContextManager[Advance]:
        steps.append(what)
        return silent(what, count)

    copy_to_database(folder, address, progress)
    assert steps == ["Copying records", "Copying words", "Making indexes"]
    assert list(problems_of_database(address)) == []
    copy_to_folder(address, back)
    first, second = current_snapshot(folder), current_snapshot(back)
    assert list(problems_of(second)) == []
    assert rows_of(first / CATALOGUE) == rows_of(second / CATALOGUE)
    assert np.array_equal(np.load(first / VECTORS), np.load(second / VECTORS))
    manifests = [json.loads((snapshot / MANIFEST).read_text(encoding="utf-8")) for snapshot in (first, second)]
    for manifest in manifests:
        del manifest["files"]
    assert manifests[0] == manifests[1]
    assert (back / "CURRENT").read_text(encoding="utf-8").split()[0] == second.name


def test_a_folder_with_an_index_is_not_written_over(tmp_path: Path, address: DatabaseAddress) -> None:
    folder = build(tmp_path / "index", REQUESTS)
    copy_to_database(folder, address)
    with pytest.raises(IndexFolderError, match=r"There is an index in .* already"):
        copy_to_folder(address, folder)


def test_readers_go_over_to_the_new_record_when_it_is_complete(
    tmp_path: Path, address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.store.database_servers.SECONDS_BETWEEN_LOOKS", 0)
    folder = tmp_path / "index"
    copy_to_database(build(folder, REQUESTS[:3]), address)
    reader = open_index(DatabaseIndex(address))
    assert reader.overview().recommendations == 3
    build(folder, REQUESTS[:5])
    with monkeypatch.context() as during:

        def fails(*_arguments: object) -> None:
            assert open_index(DatabaseIndex(address)).overview().recommendations == 3, "before it is committed"
            raise RuntimeError

        during.setattr("indexer.database.copy_to_database.manifest_as_text", fails)
        with pytest.raises(RuntimeError):
            copy_to_database(folder, address)
    assert reader.overview().recommendations == 3
    copy_to_database(folder, address)
    assert reader.overview().recommendations == 5
    assert reader.match(IssueQuestion("girls")).total == open_index(folder).match(IssueQuestion("girls")).total


def schemas(address: DatabaseAddress) -> list[str]:
    with connected(address) as connection:
        found = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'snapshot%' ORDER BY 1")
        return [str(name) for (name,) in found]


def test_the_snapshot_before_stays_for_those_who_read_it(tmp_path: Path, address: DatabaseAddress) -> None:
    folder, names = tmp_path / "index", []
    for count in (2, 3, 4):
        names.append(copy_to_database(build(folder, REQUESTS[:count]), address))
    of_last = [f"snapshot_{name.lower().replace('-', '_')}" for name in names[1:]]
    assert schemas(address) == sorted(of_last)
    copy_to_database(folder, address)
    assert schemas(address) == sorted(of_last), "nothing is copied that is there"


def test_a_second_writer_is_told_so(tmp_path: Path, address: DatabaseAddress) -> None:
    folder = build(tmp_path / "index", REQUESTS[:2])
    copy_to_database(folder, address)
    build(folder, REQUESTS[:3])
    with connected(address) as other:
        other.execute("SELECT pg_advisory_lock(5591122)")  # "UPR" in hexadecimal
        with pytest.raises(IndexFolderBusy, match="Another run is writing"):
            copy_to_database(folder, address)


def test_group_roles_read_the_record_and_nothing_else(
    tmp_path: Path, postgresql: DatabaseServer, address: DatabaseAddress
) -> None:
    for group, user in (("upr_reader", "some_reader"), ("upr_site", "some_site")):
        if not postgresql.run(f"SELECT 1 FROM pg_roles WHERE rolname = '{group}'"):  # noqa: S608
            postgresql.run(f"CREATE ROLE {group}")
            postgresql.run(f"CREATE ROLE {user} LOGIN PASSWORD 'secret of {user}' IN ROLE {group}")
    copy_to_database(build(tmp_path / "index", REQUESTS), address)
    database = address.url.rpartition("/")[2]
    for user, may_keep_plans in (("some_reader", False), ("some_site", True)):
        as_user = DatabaseAddress(postgresql.address(database, user, f"secret%20of%20{user}"))
        assert open_index(DatabaseIndex(as_user)).find(KeywordQuestion("prisons")).total > 0
        table = f"{schemas(address)[0]}.entry"
        insert = "INSERT INTO upr.plan_version VALUES ('x', 1, 'y')"
        for statement in (
            "DELETE FROM upr.snapshot",
            f"DELETE FROM {table}",  # noqa: S608
            "CREATE TABLE upr.mine (x int)",
            *([] if may_keep_plans else [insert]),
        ):
            with pytest.raises(IndexDatabaseError, match="permission denied"), connected(as_user) as connection:
                connection.execute(statement.encode())
        if may_keep_plans:
            with connected(as_user) as connection:
                connection.execute(insert.encode())
                connection.execute("DELETE FROM upr.plan_version")


DAMAGES = {
    "DELETE FROM document": "0 documents, the manifest says",
    "UPDATE text_vector SET vector = (vector + vector) WHERE row = 2": "1 vectors are not of unit length",
    "UPDATE word_file SET content = set_byte(content, length(content) - 1, 255) WHERE name = 'stems_counts.npy'": (
        "is not found by its words"
    ),
    "UPDATE word_file SET content = set_byte(content, length(content) - 1, 255) WHERE name = 'sequence.npy'": (
        "lexical is damaged (the words of sequence.npy are not those of stems.txt"
    ),
    "DELETE FROM word_file WHERE name = 'stems.txt'": "lexical is damaged",
}


@pytest.mark.parametrize(("statement", "told"), DAMAGES.items(), ids=range(len(DAMAGES)))
def test_damage_is_told(tmp_path: Path, address: DatabaseAddress, statement: str, told: str) -> None:
    copy_to_database(build(tmp_path / "index", REQUESTS), address)
    with connected(address) as connection:
        connection.execute(f"SET search_path TO {schemas(address)[0]}, public".encode())
        if statement.startswith("DELETE FROM document"):
            connection.execute("DELETE FROM document_review")
        connection.execute(statement.encode())
    assert any(told in problem for problem in problems_of_database(address))


def test_words_that_are_damaged_or_gone_are_told(tmp_path: Path, address: DatabaseAddress) -> None:
    copy_to_database(build(tmp_path / "index", REQUESTS), address)
    table = f"{schemas(address)[0]}.word_file"
    with connected(address) as connection:
        connection.execute(f"DELETE FROM {table} WHERE name = 'forms.txt'".encode())  # noqa: S608 - ours
    with pytest.raises(IndexDatabaseError, match="upr check"):
        open_index(DatabaseIndex(address))
    with connected(address) as connection:
        connection.execute(f"DROP TABLE {table}".encode())
    with pytest.raises(IndexDatabaseError, match="upr copy INDEX ADDRESS"):
        open_index(DatabaseIndex(address))


def test_words_of_several_parts_come_back_whole(
    tmp_path: Path, address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.index_database.tables.PART_BYTES", 100)
    folder = build(tmp_path / "index", REQUESTS)
    copy_to_database(folder, address)
    with connected(address) as connection:
        ((parts,),) = connection.execute(f"SELECT max(part) FROM {schemas(address)[0]}.word_file".encode()).fetchall()  # noqa: S608
    assert parts > 1
    assert list(problems_of_database(address)) == []


def test_addresses_that_lead_nowhere_are_told_without_the_password(
    tmp_path: Path, postgresql: DatabaseServer, address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.index_database.connection.CONNECT_SECONDS", 1)
    folder = build(tmp_path / "index", REQUESTS[:2])
    elsewhere = {
        postgresql.address("upr", password="wr0ng-secret"): "password authentication failed",  # noqa: S106
        postgresql.address("no_such_database"): "does not exist",
        "postgresql://upr_owner:an0ther-secret@127.0.0.1:1/upr": "cannot be used",
        "postgresql://upr_owner:an0ther-secret@/upr?host=/nowhere": "cannot be used",
    }
    for url, told in elsewhere.items():
        where = DatabaseAddress(url)
        asked = (
            lambda where=where: copy_to_database(folder, where),
            lambda where=where: open_index(DatabaseIndex(where)),
            lambda where=where: list(problems_of_database(where)),
        )
        for ask in asked:
            with pytest.raises(IndexDatabaseError) as error:
                ask()
            whole = f"{error.value} {error.value!r} {error.value.__context__ or ''} {where!r} {where}"
            assert "secret" not in whole
        assert told in str(error.value) or "cannot be used" in str(error.value)
    with pytest.raises(IndexDatabaseError, match=r"There is no index in postgresql://127.*upr copy"):
        open_index(DatabaseIndex(address))


def test_a_database_without_pgvector_is_told(tmp_path: Path, postgresql: DatabaseServer) -> None:
    postgresql.run("CREATE DATABASE without_pgvector OWNER upr_owner")
    address = DatabaseAddress(postgresql.address("without_pgvector"))
    with pytest.raises(IndexDatabaseError, match="CREATE EXTENSION vector"):
        copy_to_database(build(tmp_path / "index", [Request("Plant oaks")]), address)


def test_a_later_version_of_the_tables_is_told(tmp_path: Path, address: DatabaseAddress) -> None:
    folder = build(tmp_path / "index", [Request("Plant oaks")])
    copy_to_database(folder, address)
    with connected(address) as connection:
        connection.execute("UPDATE upr.alembic_version SET version_num = '9999'")
    build(folder, REQUESTS[:2])
    with pytest.raises(IndexDatabaseError, match="of a later version of this program"):
        copy_to_database(folder, address)
