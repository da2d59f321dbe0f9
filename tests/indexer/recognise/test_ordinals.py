"""Ordinal numbers as documents print them."""

import pytest

from indexer.recognise.ordinals import ordinal_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("thirty-ninth", 39),
        ("forty first", 41),
        ("fiftieth", 50),
        ("54th", 54),
        ("regular", None),
        ("twentyth", None),
        ("première", 1),
        ("Neuvième", 9),
        ("dix-huitième", 18),
        ("vingt et unième", 21),
        ("vingt-et-unième", 21),
        ("trentième", 30),
        ("quarante-quatrième", 44),
        ("cinquantième", 50),
        ("1re", 1),
        ("34e", 34),
        ("primer", 1),
        ("séptimo", 7),
        ("decimoctavo", 18),
        ("vigésimo primer", 21),
        ("vigesimoquinto", 25),
        ("cuadragésimo", 40),
        ("21er", 21),
        ("20º", 20),
        ("34.º", 34),
        ("ordinario", None),
    ],
)
def test_ordinal_numbers(word: str, number: int | None) -> None:
    assert ordinal_number(word) == number
