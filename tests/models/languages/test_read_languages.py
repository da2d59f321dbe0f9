"""The headings and first sentences by which reports in each language are cut."""

import re

import pytest

from models.languages.read_languages import (
    READ_LANGUAGES,
    any_language,
    first_match,
    word_of_any_language,
    words_of,
)
from models.languages.words import LanguageWords


def test_the_languages_that_are_read_the_main_one_first() -> None:
    assert [words_of(code).code for code in ("fr", "es", "pt")] == ["fr", "es", "en"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "II. Conclusions and/or recommendations"),
        ("fr", "II. Conclusions et/ou recommandations"),
        ("fr", "Conclusions et recommandations**"),
        ("es", "II. Conclusiones y/o recomendaciones"),
        ("es", "Conclusiones y recomendaciones"),
    ],
)
def test_heading_of_the_conclusions(language: str, heading: str) -> None:
    assert words_of(language).conclusions.fullmatch(heading)
    assert not words_of(language).conclusions.fullmatch(f"{heading} of the past")


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "Annexe"),
        ("fr", "III. Promesses et engagements volontaires"),
        ("fr", "Engagements exprimés par l’État examiné"),
        ("es", "Anexo"),
        ("es", "Compromisos voluntarios del Estado examinado"),
        ("es", "III. Promesas y compromisos voluntarios"),
    ],
)
def test_heading_behind_the_conclusions(language: str, heading: str) -> None:
    assert words_of(language).next_section.fullmatch(heading)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "80. Les recommandations formulées au cours du dialogue ont été examinées par la Slovénie."),
        ("fr", "80. Toutes les recommandations ci-après ont été examinées."),
        ("es", "80. Las recomendaciones formuladas durante el diálogo han sido examinadas por Eslovenia."),
        ("es", "80. Las siguientes recomendaciones serán examinadas por Eslovenia."),
    ],
)
def test_sentence_above_the_first_list(language: str, sentence: str) -> None:
    assert words_of(language).list_intro.match(sentence)


@pytest.mark.parametrize("language", READ_LANGUAGES.values(), ids=READ_LANGUAGES)
def test_each_language_counts_months_cycles_and_sessions(language: LanguageWords) -> None:
    assert len(set(language.cover.months)) == 12
    assert len(language.cover.cycles) == 4
    assert set(range(1, 55)) <= set(language.cover.ordinals.values())


def test_what_any_language_prints_is_found() -> None:
    pattern = re.compile(any_language(lambda words: words.layout.recommendation))
    assert [bool(pattern.fullmatch(word)) for word in ("recommendation", "recommandations", "recomendación")] == [
        True,
        True,
        True,
    ]
    assert not pattern.fullmatch("pont")
    assert any_language(lambda words: "bridge" if words.code == "en" else "") == "(?:bridge)"


def test_words_of_any_language_are_whole() -> None:
    pattern = re.compile(word_of_any_language(lambda words: words.layout.last_joining))
    assert pattern.findall("land and eau et agua y hay") == ["and", "et", "y"]


def test_the_place_found_first_counts_whatever_its_language() -> None:
    spanish, french = "vigésimo período de sesiones del Grupo de Trabajo", "vingtième session du Groupe de travail"
    for text, session in ((f"{spanish}; {french}", "vigésimo"), (f"{french}; {spanish}", "vingtième")):
        found = first_match(lambda words: words.cover.session_named, text)
        assert found is not None
        assert found["session"] == session
