"""What a database needs is imported when one is named, and asked for by name where it is missing."""

import subprocess
import sys

import pytest

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected


def test_without_the_extra_its_libraries_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told = r'postgresql://db/upr.*-m pip install .*"psycopg'
    with pytest.raises(IndexDatabaseError, match=told), connected(DatabaseAddress("postgresql://anna:s3cret@db/upr")):
        pass


def test_an_index_folder_needs_none_of_it() -> None:
    imports = "import sys, search, indexer.cli.index, web.application; "
    named = "print({'psycopg', 'psycopg_pool', 'alembic', 'sqlalchemy'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", imports + named], text=True) == "set()\n"
