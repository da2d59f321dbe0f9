"""A database that a stranger filled: what it says of itself runs no program and ends no command without a sentence."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.database.copy_to_database import copy_to_database
from indexer.database.copy_to_folder import copy_to_folder
from models.errors import UprError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from search import IssueQuestion, open_index
from search.store.database import DatabaseIndex
from tests.database_server import DatabaseServer
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build

pytestmark = pytest.mark.service


@pytest.fixture
def address(postgresql: DatabaseServer, request: pytest.FixtureRequest) -> DatabaseAddress:
    """Of an empty database."""
    return DatabaseAddress(postgresql.new_database(f"foreign_{abs(hash(request.node.name)) % 10**9}_{os.getpid()}"))


def with_manifest(address: DatabaseAddress, folder: Path, change: Callable[[str], str]) -> None:
    """An index in a database, whose manifest somebody changed."""
    copy_to_database(build(folder, REQUESTS), address)
    with connected(address) as database:
        (text,) = database.execute("SELECT manifest FROM upr.snapshot").fetchone()
        database.execute("UPDATE upr.snapshot SET manifest = %s", [change(text)])
        database.commit()


HOSTILE = {
    "no JSON": lambda text: "{",
    "without end": lambda text: "[" * 100_000,
    "another kind": lambda text: "[]",
    "a number for a name": lambda text: json.dumps(json.loads(text) | {"encoder": 5}),
    "infinite counts": lambda text: json.dumps(json.loads(text) | {"counts": {"text": float("inf")}}),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_manifest_made_to_do_harm_is_refused_with_a_sentence(
    tmp_path: Path,
    address: DatabaseAddress,
    change: Callable[[str], str],
) -> None:
    with_manifest(address, tmp_path / "index", change)
    with pytest.raises(UprError):
        copy_to_folder(address, tmp_path / "back")
    with pytest.raises(UprError):
        open_index(DatabaseIndex(address)).overview()
    assert not (tmp_path / "back" / "CURRENT").exists()


def test_an_encoder_by_path_is_not_loaded(tmp_path: Path, address: DatabaseAddress) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "evil.Module"}]))
    with_manifest(address, tmp_path / "index", lambda text: json.dumps(json.loads(text) | {"encoder": str(model)}))
    with pytest.raises(UprError):
        open_index(DatabaseIndex(address)).match(IssueQuestion("child marriage"))
