"""The address of a database, and what is shown of it."""

from pathlib import Path

import pytest

from models.index_database.address import DatabaseAddress, index_place


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://anna:s3cret@db.example.org:5433/upr", "postgresql://db.example.org:5433/upr"),
        ("postgres://anna:s3cr@t@db/upr?sslmode=require", "postgresql://db/upr"),
        ("postgresql://a:s3cret@one:1,two:2/upr", "postgresql://one:1,two:2/upr"),
        ("postgresql:///upr?host=/run/postgresql&password=s3cret", "postgresql:///run/postgresql/upr"),
        ("postgresql://", "postgresql://"),
    ],
)
def test_no_password_is_shown(url: str, shown: str) -> None:
    address = DatabaseAddress(url)
    assert str(address) == shown
    assert "s3c" not in repr(address) + f"{address}"


def test_what_is_no_address_of_a_database_is_a_folder() -> None:
    assert index_place("index/2026") == Path("index/2026")
    assert index_place("postgres://db/upr") == DatabaseAddress("postgres://db/upr")


def test_the_address_alone_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPR_DATABASE_URL", "postgresql://anna:s3cret@db/upr")
    assert index_place("postgresql://") == DatabaseAddress("postgresql://anna:s3cret@db/upr")
    monkeypatch.delenv("UPR_DATABASE_URL")
    assert index_place("postgresql://") == DatabaseAddress("postgresql://"), "which libpq reads its own variables for"
