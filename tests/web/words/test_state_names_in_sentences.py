"""Names of States within sentences."""

import pytest
from flask import Flask

from web.site.language import prepare_language
from web.site.language_prefix import LANGUAGE
from web.words.state_names import begun, in_sentence


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask("names")
    prepare_language(app)
    return app


@pytest.mark.parametrize(
    ("language", "code", "in_english", "expected"),
    [
        ("en", "NLD", "Netherlands", "the Netherlands"),
        ("en", "NLD", "The Netherlands", "the Netherlands"),
        ("en", "NLD", "Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"),
        ("en", "IRN", "Iran (Islamic Republic of)", "the Islamic Republic of Iran"),
        ("en", "CZE", "Czech Republic", "the Czech Republic"),
        ("en", "GBR", "United Kingdom", "the United Kingdom"),
        ("en", "NOR", "Norway", "Norway"),
        ("en", "NGA", "Nigeria", "Nigeria"),  # not the Niger
        ("en", "SSD", "South Sudan", "South Sudan"),
        ("fr", "NOR", "Norway", "la Norvège"),
        ("fr", "AUT", "Austria", "l'Autriche"),
        ("fr", "USA", "United States of America", "les États-Unis d'Amérique"),
        ("fr", "IRN", "Iran (Islamic Republic of)", "la République islamique d'Iran"),
        ("fr", "NLD", "Netherlands (Kingdom of the)", "le Royaume des Pays-Bas"),
        ("es", "NOR", "Norway", "Noruega"),
        ("es", "BRA", "Brazil", "el Brasil"),
        ("es", "BOL", "Bolivia (Plurinational State of)", "el Estado Plurinacional de Bolivia"),
    ],
)
def test_a_name_takes_its_article_and_loses_its_parentheses(
    app: Flask, language: str, code: str, in_english: str, expected: str
) -> None:
    environ = {} if language == "en" else {LANGUAGE: language}
    with app.test_request_context(environ_overrides=environ):
        assert in_sentence(code, in_english).replace("’", "'") == expected


def test_a_sentence_begins_with_a_capital() -> None:
    assert begun("the Netherlands noted it.") == "The Netherlands noted it."
    assert begun("") == ""
