"""What a database needs is imported when one is named, and asked for by name where it is missing."""

import subprocess
import sys

import pytest

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told


def test_without_the_extra_its_libraries_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told = r'postgresql://db/upr.*-m pip install .*"psycopg'
    with pytest.raises(IndexDatabaseError, match=told), connected(DatabaseAddress("postgresql://anna:s3cret@db/upr")):
        pass


def test_an_index_folder_needs_none_of_it() -> None:
    imports = "import sys, search, indexer.cli.index, web.application; "
    named = "print({'psycopg', 'psycopg_pool', 'alembic', 'sqlalchemy'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", imports + named], text=True) == "set()\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            'connection failed: connection to server at "10.0.0.7", port 5432 failed: Connection refused\n\tSo?',
            "its server refuses connections",
        ),
        ("failed to resolve host 'db': [Errno -2] Name or service not known", "no machine of that name is known"),
        ('FATAL:  password authentication failed for user "anna"', "the password is wrong or missing"),
        ("fe_sendauth: no password supplied", "the password is wrong or missing"),
        ('FATAL:  role "anna" does not exist', "the server has no such role"),
        ('FATAL:  database "upr" does not exist', "the server has no such database"),
        ('no pg_hba.conf entry for host "10.0.0.9"', "the server does not let this role in from this machine"),
        ("couldn't get a connection after 3.00 sec", "the server does not answer in time"),
        ("FATAL:  sorry, too many clients already", "too many are connected to the server"),
        ("terminating connection due to administrator command", "the server has ended it"),
        ("FEHLER:  unbekannt\nDETAIL:  mehr", "FEHLER:  unbekannt"),
    ],
)
def test_what_a_server_refuses_is_told_in_our_words(words: str, told: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    with pytest.raises(IndexDatabaseError) as raised, failures_told(DatabaseAddress("postgresql://anna:s3cret@db/upr")):
        raise psycopg.OperationalError(words)
    assert str(raised.value) == (
        f"postgresql://db/upr cannot be used ({told}): see that its server runs, and that address and role fit."
    )
