"""`upr index … --to postgresql://…`, `upr copy` and `upr check` on databases."""

import json
import shutil
from pathlib import Path

import pytest

from indexer.database import index_into_database
from models.encoders.text_encoder import TEST_ENCODER
from models.index_database.address import DatabaseAddress
from search import open_index
from tests.database_server import DatabaseServer
from tests.indexer.conftest import upr
from tests.paths import REPOSITORY

pytestmark = pytest.mark.service

DOCUMENTS = sorted((REPOSITORY / "samples" / "documents").glob("A_HRC_910_1*.pdf"))
STATES = ["--states", str(REPOSITORY / "samples" / "states.csv"), "--encoder", TEST_ENCODER, "--jobs", "1"]


@pytest.fixture
def address(
    postgresql: DatabaseServer, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Of an empty database; folders beside databases lie in `tmp_path`."""
    monkeypatch.setattr(index_into_database, "user_cache_path", lambda _name: tmp_path / "cache")
    return postgresql.new_database(f"indexed_{request.node.name}"[:60].lower())


def recommendations(address: str) -> int:
    return open_index(DatabaseAddress(address)).overview().recommendations


def test_documents_are_added_and_unchanged_ones_not_read_again(address: str) -> None:
    first = upr("index", DOCUMENTS[0], "--to", address, *STATES)
    assert first.exit_code == 0, first.output
    assert "1 read" in first.output
    count = recommendations(address)
    assert count > 0
    second = upr("index", *DOCUMENTS, "--to", address, *STATES)
    assert f"{len(DOCUMENTS) - 1} read" in second.output
    assert upr("check", address).output == "The index is sound.\n"
    assert recommendations(address) >= count


def test_another_machine_goes_on_from_what_the_database_holds(address: str, tmp_path: Path) -> None:
    upr("index", DOCUMENTS[0], "--to", address, *STATES)
    shutil.rmtree(tmp_path / "cache")
    again = upr("index", DOCUMENTS[0], "--to", address, *STATES)
    assert "0 read" in again.output, "the folder was made from the database"


def test_a_run_that_ends_before_the_copy_leaves_the_old_record_and_goes_on(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upr("index", DOCUMENTS[0], "--to", address, *STATES)
    before = recommendations(address)
    with monkeypatch.context() as during:

        def fails(*_arguments: object) -> str:
            raise KeyboardInterrupt

        during.setattr(index_into_database, "copy_to_database", fails)
        upr("index", *DOCUMENTS, "--to", address, *STATES)
    assert recommendations(address) == before
    after = upr("index", *DOCUMENTS, "--to", address, *STATES)
    assert "0 read" in after.output
    assert upr("check", address).exit_code == 0


def test_an_index_is_copied_there_and_back(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPR_DATABASE_URL", address)
    upr("index", *DOCUMENTS, "--to", tmp_path / "index", *STATES)
    copied = upr("copy", tmp_path / "index", "postgresql://")
    assert copied.exit_code == 0, copied.output
    assert "secret" not in copied.output
    assert upr("copy", "postgresql://", tmp_path / "back").exit_code == 0
    assert upr("check", tmp_path / "back").output == "The index is sound.\n"
    found = [upr("find", "girls", "--json", "--index", place).output for place in (tmp_path / "back", "postgresql://")]
    assert found[0] == found[1]
    facts = [json.loads(upr("info", place, "--json").output) for place in (tmp_path / "index", "postgresql://")]
    assert {**facts[0], "bytes": 0} == {**facts[1], "bytes": 0, "manifest_sha256": facts[0]["manifest_sha256"]}
    assert facts[1]["bytes"] > 100_000
    assert "0 read" in upr("index", *DOCUMENTS, "--to", tmp_path / "back", *STATES).output


def test_a_folder_is_not_copied_to_a_folder(tmp_path: Path) -> None:
    told = upr("copy", tmp_path / "a", tmp_path / "b")
    assert told.exit_code == 2
    assert "copy its files" in told.output
