"""How an issue is read: its language, and the words that are looked for."""

from dataclasses import dataclass

import pytest

from search.read_issue import IssueReading, read_issue


@dataclass(frozen=True)
class Texts:
    """Texts that hold some words."""

    stems: frozenset[str]
    text_count: int = 10_000

    def frequency(self, stem: str) -> int:
        return int(stem in self.stems)


TEXTS = Texts(frozenset({"convention", "law", "girl", "boy"}))


def test_an_english_issue_is_read_as_it_stands() -> None:
    text = "Girls are married before they finish school."
    assert read_issue(text, TEXTS) == IssueReading(text, "en", "", text)


@dataclass(frozen=True)
class Counted:
    """Texts in which each of some words is frequent, and one name rare."""

    text_count: int = 10_000

    def frequency(self, stem: str) -> int:
        return {"kampala": 3}.get(stem, 500)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Child Marriage", "child marriage", id="a topic as a heading"),
        pytest.param("Violence Against Women and Girls", "violence against women and girls", id="stop words aside"),
        pytest.param("Women's Rights", "women's rights", id="a possessive"),
        pytest.param("Kampala Convention", "Kampala Convention", id="a name: one word is rare"),
        pytest.param("Rome Statute", "Rome Statute", id="a treaty"),
        pytest.param("Child marriage", "Child marriage", id="a sentence begins so"),
        pytest.param("Marriage", "Marriage", id="one word"),
        pytest.param("HIV Prevention", "HIV Prevention", id="an abbreviation"),
    ],
)
def test_a_heading_is_looked_for_as_if_in_small_letters(text: str, words: str) -> None:
    assert read_issue(text, Counted(), written_in="en").words == words


def test_terms_and_names_of_another_language() -> None:
    reading = read_issue("Les syndicats demandent que la Convention CEDAW et la loi 12 soient appliquées.", TEXTS)
    assert reading.language == "fr"
    assert "trade unions" in reading.terms
    assert reading.words == reading.terms  # the texts hold neither "CEDAW" nor "12"


def test_names_that_the_texts_hold_are_kept() -> None:
    texts = Texts(frozenset({"cedaw", "169"}))
    words = read_issue("Personne ne respecte la CEDAW ni la convention 169 chez nous", texts).words
    assert words.split(", ")[:2] == ["CEDAW", "169"]


@pytest.mark.parametrize(
    ("text", "language", "is_translated", "words"),
    [
        ("Fischer dürfen nicht mehr aufs Meer hinaus.", "de", True, ""),
        ("Wavuvi hawaruhusiwi kwenda baharini.", "sw", False, "Wavuvi hawaruhusiwi kwenda baharini."),
        ("Boys are beaten.", "en", False, "Boys are beaten."),
    ],
)
def test_words_of_a_language_that_is_read_are_not_looked_for_among_english_ones(
    text: str, language: str, is_translated: bool, words: str
) -> None:
    reading = read_issue(text, TEXTS)
    assert (reading.language, reading.words, reading.is_translated) == (language, words, is_translated)


def test_the_user_knows_better() -> None:
    assert read_issue("tortura", TEXTS).language == "en"
    reading = read_issue("tortura", TEXTS, written_in="es")
    assert (reading.language, reading.words) == ("es", "torture")
    assert read_issue("Fischer dürfen nicht mehr aufs Meer hinaus.", TEXTS, written_in="en").language == "en"
