"""Texts that name what a query names."""

from pathlib import Path

import numpy as np
import pytest

from search.lexical_index import LexicalIndex
from search.named_texts import OTHER_NAME, named_shares
from tests.search.invented_index import Ask, build
from tests.search.test_lexical_scores import lexical_of

TEXTS = [
    "Ratify OP-CAT without delay",
    "Accede to the Optional Protocol to the Convention against Torture",
    "Apply article 14 of the covenant in every court",
    "Amend article 9 of the law and its 14 annexes",
    "Ratify the Convention on the Rights of the Child",
    "Bring the penal code into line with CRC",
    "Plant trees along the river",
]


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = build(tmp_path_factory.mktemp("named") / "index", [Ask(text) for text in TEXTS])
    return lexical_of(folder)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("OPCAT", {0: OTHER_NAME, 1: OTHER_NAME}, id="abbreviation and full title"),
        pytest.param("Optional Protocol to the Convention against Torture", {0: 0.9, 1: 0.9}, id="long title"),
        pytest.param("article 14", {2: 1.0}, id="words together, not apart"),
        pytest.param("Has our State ratified the CRC?", {4: OTHER_NAME, 5: OTHER_NAME}, id="a name in a sentence"),
        pytest.param("penal code", {5: 1.0}, id="two words together"),
        pytest.param("river", {}, id="one word is no phrase"),
        pytest.param("of the", {}, id="stop words are no phrase"),
        pytest.param("Istanbul Protocol", {}, id="nothing names it"),
    ],
)
def test_named_shares(lexical: LexicalIndex, query: str, named: dict[int, float]) -> None:
    expected = np.zeros(len(TEXTS), dtype=np.float32)
    expected[list(named)] = list(named.values())
    np.testing.assert_allclose(named_shares(lexical, query), expected)
