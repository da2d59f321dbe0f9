"""Queries as SQLite and as PostgreSQL read them."""

import pytest

from models.index_database.dialect import as_postgresql


@pytest.mark.parametrize(
    ("query", "rewritten"),
    [
        ("SELECT 1 FROM entry WHERE id = ? AND kind = ?", "SELECT 1 FROM entry WHERE id = %s AND kind = %s"),
        ("WHERE number IN (SELECT value FROM json_each(?))", "WHERE number = ANY(%s)"),
        ("FROM review CROSS JOIN label ON a = b", "FROM review JOIN label ON a = b"),
        ("WHERE name LIKE '5%'", "WHERE name LIKE '5%%'"),
    ],
)
def test_what_the_two_write_otherwise_is_rewritten(query: str, rewritten: str) -> None:
    assert as_postgresql(query) == rewritten
