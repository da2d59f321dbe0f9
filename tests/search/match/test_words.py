"""Texts that name what a query names."""

from pathlib import Path

import numpy as np
import pytest

from search.lexical.index import LexicalIndex
from search.match.words import rows_naming_treaty, rows_with_most, with_names
from search.query.discriminative_terms import CutText
from tests.search.invented_index import Request, build
from tests.search.lexical.test_bm25 import lexical_of

TEXTS = [
    "Ratify OP-CAT without delay",
    "Accede to the Optional Protocol to the Convention against Torture",
    "Apply article 14 of the covenant in every court",
    "Amend article 9 of the law and its 14 annexes",
    "Ratify the Convention on the Rights of the Child",
    "Bring the penal code into line with CRC",
    "Ratify ILO Convention No. 169",
    "Plant 169 trees along the river",
    "Outlaw FGM in the provinces",
    "Outlaw female genital mutilation",
    "Do what the Committee on the Rights of the Child recommended",
    "Let the committee of a village speak on rights of each child",
]


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = build(tmp_path_factory.mktemp("named") / "index", [Request(text) for text in TEXTS])
    return lexical_of(folder)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("OPCAT", {0, 1}, id="abbreviation and full title"),
        pytest.param("Optional Protocol to the Convention against Torture", {0, 1}, id="long title"),
        pytest.param("Has our State ratified the CRC?", {4, 5, 10}, id="what abbreviates its committee too"),
        pytest.param("Convention on the Rights of the Child", {4, 5}, id="a title, which no committee has"),
        pytest.param("ILO Convention 169", {6}, id="a convention by its number"),
        pytest.param("Rome Statute", set(), id="a treaty that no text names"),
        pytest.param("article 14", None, id="no treaty"),
        pytest.param("", None, id="no words"),
    ],
)
def test_rows_that_name_the_treaty(lexical: LexicalIndex, query: str, named: set[int] | None) -> None:
    rows = rows_naming_treaty(lexical, CutText.of(query))
    assert (None if rows is None else set(np.flatnonzero(rows).tolist())) == named


@pytest.mark.parametrize(
    ("query", "together"),
    [
        pytest.param("article 14", {2}, id="words together, not apart"),
        pytest.param("penal code", {5}, id="two words"),
        pytest.param("river", set(), id="one word is no phrase"),
        pytest.param("of the", set(), id="stop words are no phrase"),
    ],
)
def test_words_that_stand_together_count_fully(lexical: LexicalIndex, query: str, together: set[int]) -> None:
    shares = with_names(lexical, CutText.of(query), np.full(len(TEXTS), 0.25, dtype=np.float32), 0.0)
    assert set(np.flatnonzero(shares == 1).tolist()) == together
    assert (shares[shares != 1] == 0.25).all()


@pytest.mark.parametrize("of_name", [0.0, 0.5, 1.0])
def test_texts_gain_by_the_treaty_or_lose_by_another_as_far_as_the_query_is_a_name(
    lexical: LexicalIndex, of_name: float
) -> None:
    shares = with_names(lexical, CutText.of("OPCAT"), np.full(len(TEXTS), 0.5, dtype=np.float32), of_name)
    np.testing.assert_allclose(shares[:2], max(0.5, 0.9 * of_name))
    np.testing.assert_allclose(shares[2:], 0.5 - 1.5 * of_name)


@pytest.mark.parametrize(
    ("stems", "rows"),
    [
        pytest.param(["ilo", "169"], {6}, id="all words"),
        pytest.param(["law", "annex", "river"], {3}, id="the most of them, where no text holds all"),
        pytest.param(["zanzibar", "convent"], set(), id="what is rare is missing everywhere"),
    ],
)
def test_texts_that_hold_the_most_of_a_name(lexical: LexicalIndex, stems: list[str], rows: set[int]) -> None:
    assert set(np.flatnonzero(rows_with_most(lexical, stems)).tolist()) == rows


@pytest.mark.parametrize("of_name", [0.0, 0.5, 1.0])
def test_a_part_of_a_name_says_less_the_more_the_query_is_a_name(lexical: LexicalIndex, of_name: float) -> None:
    shares = with_names(lexical, CutText.of("Penal Law"), np.full(len(TEXTS), 0.5, dtype=np.float32), of_name)
    np.testing.assert_allclose(np.delete(shares, [3, 5]), 0.5 * (1 - of_name**2))


@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("female genital mutilation", {8, 9}, id="a term under all its names"),
        pytest.param("end female genital mutilation", set(), id="beside other words it is no name"),
    ],
)
def test_texts_that_name_the_term_count_fully(lexical: LexicalIndex, query: str, named: set[int]) -> None:
    shares = with_names(lexical, CutText.of(query), np.full(len(TEXTS), 0.25, dtype=np.float32), 0.0)
    assert set(np.flatnonzero(shares == 1).tolist()) == named
