"""Issues in other languages, by the glossary of rights terms."""

import pytest

from search.rights_glossary import GLOSSARY_LANGUAGES, english_terms, language_of


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("fr", "Dans les villages, les grèves sont interdites et les syndicats dissous.", "trade unions strike"),
        ("es", "En los cuarteles se obliga a los niños soldados a llevar armas.", "child soldiers"),
        ("ar", "يُمنع العمال من تكوين نقابات مستقلة", "trade unions strike"),
        ("ru", "Пожилых людей выгоняют из домов, и они остаются без пенсии.", "older persons"),
        ("zh", "工会被禁止，罢工者被解雇。", "trade unions strike"),
    ],
    ids=GLOSSARY_LANGUAGES,
)
def test_terms_in_english(language: str, text: str, term: str) -> None:
    assert language_of(text) == language
    assert term in english_terms(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Hague Convention adoption",
        "OPCAT",
        "A-status Paris Principles",
        "Rape in marriage is not a crime.",
        "",
        "!?",
        "12",
    ],
)
def test_english_and_what_cannot_be_told_is_read_as_it_stands(text: str) -> None:
    assert language_of(text) == "en"
    assert english_terms(text, "en") == ""


def test_a_text_without_a_known_term_is_read_as_it_stands() -> None:
    assert english_terms("Bonjour tout le monde", "fr") == ""


def test_arabic_vowel_signs_change_nothing() -> None:
    assert english_terms("التَّعذيب", "ar") == english_terms("التعذيب", "ar") == "torture"


@pytest.mark.parametrize("text", ["Meurtres", "roman"], ids=["inside a word", "another word"])
def test_a_term_begins_a_word(text: str) -> None:
    assert "HIV" not in english_terms(text, "fr")
