"""Names weigh their letters, sentences their meaning."""

import pytest

from search.query.discriminative_terms import CutText
from search.query.shape import lexical_weight

NAMES = {
    "abbreviation": "OPCAT",
    "convention with its number": "ILO Convention No. 169",
    "two capitalised words": "Rome Statute",
    "number in small letters": "article 14",
    "quoted phrase in small letters": '"child marriage"',
    "quoted with typographic marks": "“child marriage”",
    "a court": "International Criminal Court",
}
SENTENCES = {
    "narrated issue": "In our rural districts girls of thirteen are still married off by their families",
    "short, with a full stop": "Rape in marriage is not a crime.",
    "first word is a name that looks like any first word": "Roma families are evicted and offered nothing else",
    "typed in capitals": "GIRLS ARE CUT AND NO ONE WAS EVER PROSECUTED FOR IT",
}
TOPICS = {"two words": "child marriage", "one word": "torture", "small letters of a name": "istanbul protocol"}


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_a_name_is_looked_for_by_its_letters(text: str) -> None:
    assert lexical_weight(CutText.of(text)) == pytest.approx(1.0)


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_looked_for_by_its_meaning(text: str) -> None:
    assert lexical_weight(CutText.of(text)) == pytest.approx(0.2)


@pytest.mark.parametrize("text", TOPICS.values(), ids=TOPICS)
def test_a_topic_stands_between(text: str) -> None:
    assert lexical_weight(CutText.of(text)) == pytest.approx(0.5)


def test_a_name_within_a_sentence_weighs_a_little_more_than_the_sentence() -> None:
    named = lexical_weight(
        CutText.of("Our government has still not ratified OPCAT, and torture goes on in police stations")
    )
    assert 0.2 < named < 0.5


@pytest.mark.parametrize("text", ["", " ", "!@#", "the of and"], ids=["empty", "blank", "marks", "stop words"])
def test_a_text_without_content_words_has_the_least_weight(text: str) -> None:
    assert lexical_weight(CutText.of(text)) == 0.2
