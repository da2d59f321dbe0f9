"""Titles in other languages than English, told from other words."""

import pytest
from babel.messages.pofile import read_po

from models.files.package_tables import table_rows
from models.vocabularies.instruments import instruments
from models.vocabularies.titles_in_languages import LANGUAGES, english_names
from models.vocabularies.treaty_bodies import TREATY_BODIES
from tests.paths import REPOSITORY

ROWS = table_rows("models.vocabularies", "titles_in_languages.csv")
OF_CHILDREN = ("Convention on the Rights of the Child", "CRC")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("Convention relative aux droits de l’enfant", OF_CHILDREN, id="French"),
        pytest.param(
            "la convention relative aux droits de l'enfant", OF_CHILDREN, id="with its article, in small letters"
        ),
        pytest.param("Convencion sobre derechos del nino", OF_CHILDREN, id="Spanish without accents"),
        pytest.param("اتفاقيّة حقوق الطفل", OF_CHILDREN, id="Arabic with a vowel sign"),
        pytest.param("Конвенцию о правах ребёнка", OF_CHILDREN, id="Russian, declined"),
        pytest.param("《儿童权利公约》", OF_CHILDREN, id="Chinese in its quotation marks"),
        pytest.param("Comité contra la Tortura", ("Committee against Torture",), id="a committee"),
        pytest.param("Convention relative aux droits", (), id="not whole"),
        pytest.param("Convention relative aux droits de l’enfant et autres", (), id="more than it"),
        pytest.param("droits de la mer", (), id="other words"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_what_a_title_is_called_in_english(typed: str, names: tuple[str, ...]) -> None:
    assert english_names(typed) == names


def test_each_instrument_and_committee_has_one_row() -> None:
    committees = [str(body.name) for body in TREATY_BODIES.values()]
    assert [row["english"] for row in ROWS] == [*instruments(), *committees]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_is_that_of_two(language: str) -> None:
    titles = [title for row in ROWS for title in row[language].split("|") if title]
    assert len(titles) == len(set(titles)) > 20
    named = {english_names(title) for row in ROWS if row[language] for title in row[language].split("|")[:1]}
    assert len(named) == sum(bool(row[language]) for row in ROWS)


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_first_is_what_pages_call_it(language: str) -> None:
    with (REPOSITORY / "web" / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file)
    known = instruments()
    for row in ROWS:
        english = known[row["english"]].title if row["english"] in known else row["english"]
        assert row[language].split("|")[0] == catalogue[english].string
