"""The headings and first sentences by which reports in each language are cut."""

import pytest

from indexer.languages.read_languages import READ_LANGUAGES, words_of


def test_the_languages_that_are_read_the_main_one_first() -> None:
    assert list(READ_LANGUAGES) == ["en", "fr", "es"]
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
