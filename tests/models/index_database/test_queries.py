"""Queries as SQLite and as PostgreSQL read them."""

import pytest

from models.errors import UnstorableValue
from models.index_database.queries import as_postgresql, check_query


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


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1 FROM entry WHERE id = ?1",  # SQLite's alone: by number
        "SELECT 1 FROM entry WHERE id = :id",
        "SELECT 1 FROM entry WHERE id = @id",
        "SELECT 1 FROM entry WHERE id = $1",  # the server's alone
        "SELECT 1 FROM entry WHERE id = '?' OR id = ?",  # within quotation marks it would be rewritten too
        'SELECT "?" FROM entry WHERE id = ?',
        "SELECT 1 FROM entry WHERE id = ? -- of the record",
        "SELECT 1 FROM entry WHERE id = ? AND kind = ?",  # one is given
        "SELECT 1 FROM entry",
    ],
)
def test_what_one_of_the_two_does_not_read_is_refused_before_either_is_asked(query: str) -> None:
    with pytest.raises(ValueError, match=r"[Pp]arameters"):
        check_query(query, ["x"])


@pytest.mark.parametrize(
    "value", ["\0", "XAA\0", "\ud800", "\udfff", ["a", "b\0"], 2**63, -(2**63) - 1, [1, 2**70]], ids=repr
)
def test_values_that_one_of_the_two_cannot_hold_are_refused(value: object) -> None:
    with pytest.raises(UnstorableValue, match=r"type it anew|too large"):
        check_query("SELECT 1 FROM entry WHERE id = ?", [value])


@pytest.mark.parametrize("value", ["", "\uffff", "\U0010ffff", "%s ?", 2**63 - 1, -(2**63), ["a", "b"], 0.5, None])
def test_what_both_hold_is_taken(value: object) -> None:
    check_query("SELECT ':x' FROM entry WHERE id = ?", [value])
