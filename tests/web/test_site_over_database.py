"""The site over a database with a replica: one fails, one is promoted, all are down, one is restored from a dump."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.database.copy_to_database import copy_to_database
from models.index_database.address import DatabaseAddress
from search import IssueQuestion, KeywordQuestion, open_index
from tests.database_server import DatabaseServer, as_server_user, database_server, programs
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build
from tests.web.server_process import Server

pytestmark = pytest.mark.service
OWN_WORDS = "girls Tarnbridge"
UNREACHABLE = "This site cannot reach its database at the moment. Try again in a minute."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served") / "index", REQUESTS)


@pytest.fixture
def pair(folder: Path) -> Iterator[tuple[DatabaseServer, DatabaseServer]]:
    """A server with an index, and a replica."""
    if programs() is None:
        pytest.skip("PostgreSQL 16 or later with pgvector is not installed (Debian: postgresql-17-pgvector)")
    with database_server() as primary:
        copy_to_database(folder, DatabaseAddress(primary.new_database("upr")))
        with primary.copy() as replica:
            yield primary, replica


def in_time(ask: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if ask():
            return True
        time.sleep(0.25)
    return False


def token(server: Server, path: str) -> str:
    return re.search(r'name="token" value="([^"]+)"', server.ask("GET", path).text)[1]


def save_title(server: Server, plan: str, title: str) -> str:
    page = f"{plan}/settings"
    form = {"token": token(server, page), "title_before": OWN_WORDS, "title": title}
    return server.ask("POST", page, form).text


def test_servers_that_fail_are_gone_round_and_taken_back(pair: tuple[DatabaseServer, DatabaseServer]) -> None:
    primary, replica = pair
    both = primary.address().replace(f":{primary.port}/", f":{primary.port},127.0.0.1:{replica.port}/")
    environment = {
        "UPR_DATABASE_URL": f"{both}?target_session_attrs=read-write",
        "UPR_READ_URLS": replica.address(),
        "UPR_PLANS": "postgresql://",
    }
    server = Server("serve", "--index", "postgresql://", module="tests.web.upr", **environment)
    try:
        kept = server.ask("POST", "/match", {"text": OWN_WORDS})
        assert (kept.status, OWN_WORDS in kept.text) == (200, True)
        plan = server.ask("POST", "/plan", {"token": token(server, "/list"), "title": OWN_WORDS}).key
        assert in_time(lambda: replica.run("SELECT count(*) FROM upr.plan_version", "upr") == "1"), "it follows"

        primary.stop()
        assert server.ask("POST", "/match", {"text": OWN_WORDS}).status == 200, "kept by this machine"
        assert [server.ask("GET", path).status for path in ("/browse?under_review=XAA", "/healthz")] == [200, 200]
        assert OWN_WORDS in server.ask("GET", plan).text, "read from the replica"
        assert UNREACHABLE in save_title(server, plan, "Later")
        lost = server.ask("GET", f"/results/{kept.key}")
        assert (lost.status, lost.getheader("Retry-After"), UNREACHABLE in lost.text) == (503, "5", True)

        replica.promote()
        assert in_time(lambda: "Schools" in save_title(server, plan, "Schools"))

        def kept_by_the_new_one() -> bool:
            server.ask("POST", "/match", {"text": OWN_WORDS})
            return replica.run("SELECT count(*) > 0 FROM upr.kept_question", "upr") == "t"

        assert in_time(kept_by_the_new_one)

        replica.stop()
        page = server.ask("GET", "/browse?under_review=XAA")
        assert (page.status, page.getheader("Retry-After"), UNREACHABLE in page.text) == (503, "5", True)
        assert server.ask("GET", "/healthz").status == 503
        answer = server.ask("GET", "/api/v1/recommendation/XAA-20-1.1-1")
        assert (answer.status, answer.getheader("Retry-After")) == (503, "5")
        assert json.loads(answer.text)["error"]["message"] == UNREACHABLE

        replica.start()
        assert in_time(lambda: server.ask("GET", "/browse?under_review=XAA").status == 200)
    finally:
        code, printed = server.end()
    assert code == 0
    for words in ("Tarnbridge", "an0ther-secret", "Traceback", plan):
        assert words not in printed


def test_several_processes_whose_connections_are_lost(postgresql: DatabaseServer, folder: Path) -> None:
    address = postgresql.new_database("processes")
    copy_to_database(folder, DatabaseAddress(address))
    options = ("serve", "--index", address, "--processes", "2")
    server = Server(*options, module="tests.web.upr", UPR_DATABASE_URL=address)
    try:
        for _ in range(3):
            postgresql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'upr'")
            keys = [server.ask("POST", "/match", {"text": OWN_WORDS}).key for _ in range(2)]
            for key in keys:
                assert OWN_WORDS in server.ask("GET", f"/results/{key}").text
        assert postgresql.run("SELECT count(*) FROM upr.kept_question", "processes") == "6"
    finally:
        code, _ = server.end()
    assert code == 0


def test_what_is_restored_from_a_dump_gives_the_same_answers(postgresql: DatabaseServer, folder: Path) -> None:
    address = DatabaseAddress(postgresql.new_database("dumped"))
    copy_to_database(folder, address)
    postgresql.run("CREATE DATABASE restored OWNER upr_owner")
    dump = postgresql.folder / "dump"
    place = ("-h", postgresql.folder, "-p", str(postgresql.port), "-U", "admin")
    dumped = subprocess.run(
        [postgresql.programs / "pg_dump", *place, "-Fc", "--no-unlogged-table-data", "-d", "dumped"],
        check=True,
        stdout=subprocess.PIPE,
    )
    dump.write_bytes(dumped.stdout)
    dump.chmod(0o644)
    as_server_user([postgresql.programs / "pg_restore", *place, "-d", "restored", str(dump)])
    restored = open_index(DatabaseAddress(postgresql.address("restored")))
    before = open_index(address)
    assert restored.overview() == before.overview()
    for issue in ("Girls are married off before they are eighteen.", "prisons"):
        assert restored.match(IssueQuestion(issue, own_state="XAA")) == before.match(
            IssueQuestion(issue, own_state="XAA")
        )
    assert restored.find(KeywordQuestion("prisons")).total > 0
