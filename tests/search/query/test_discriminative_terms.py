"""Which words of a query say what it is about."""

import pytest

from search.query.discriminative_terms import content_stems, discriminative_stems

CONTENT = {
    "stop words go, order stays": ("the end of child marriage", ("end", "child", "marriag")),
    "repeated words count once": ("prisons, prison", ("prison",)),
    "numbers stay, single letters go": ("section 9 b", ("section", "9")),
    "an optional protocol is one word": ("Ratify OP-CAT", ("ratifi", "opcat")),
}


@pytest.mark.parametrize(("text", "stems"), CONTENT.values(), ids=CONTENT)
def test_content_stems(text: str, stems: tuple[str, ...]) -> None:
    assert content_stems(text) == stems


def test_a_long_query_loses_words_that_many_texts_hold() -> None:
    stems = ("ensur", "right", "quarri", "dust", "lung", "miner")
    frequency = {"ensur": 60, "right": 50}
    assert discriminative_stems(stems, lambda stem: frequency.get(stem, 1), 100) == ("quarri", "dust", "lung", "miner")


def test_a_short_query_keeps_all_its_words() -> None:
    assert discriminative_stems(("women", "right"), lambda stem: 80, 100) == ("women", "right")


def test_a_long_query_of_frequent_words_keeps_them() -> None:
    stems = ("a1", "b1", "c1", "d1", "e1", "f1")
    assert discriminative_stems(stems, lambda stem: 80, 100) == stems
