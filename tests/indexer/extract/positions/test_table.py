"""Every example of the tables, read as a label, an item, a sentence, a table cell and a heading."""

from collections.abc import Callable

import pytest

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.prose import read_prose
from indexer.extract.responses.addendum_item import read_item
from models.languages.positions import IT, Role, Row
from models.languages.read_languages import READ_LANGUAGES, words_of
from models.languages.words import LanguageWords
from models.records.answers import Answer
from models.reviews.states import StateTable

STATES = StateTable.built_in()
READS = {
    "SUPPORT": ("supported", None),
    "SUPPORT_NOUN": ("supported", None),
    "UNQUALIFIED": ("supported", None),
    "ALREADY_DONE": ("supported", None),
    "REFUSAL": ("noted", None),
    "NOTE": ("noted", None),
    "UNDECIDED": ("noted", None),
    "DENIAL": ("noted", None),
    "LATER": ("pending", None),
    "OPEN": ("pending", None),
    "HEDGE": ("pending", None),
    "SHARED": ("noted", "spirit"),
    "PART": ("noted", "part"),
    "SPIRIT": ("noted", "spirit"),
    "CONDITION": ("noted", "condition"),
    "EXCEPTION": ("noted", "exception"),
}
"""What each role makes of an answer."""
LABELS = {"en": "Response", "fr": "Réponse", "es": "Respuesta"}


def as_label(text: str, language: str) -> Answer | None:
    return read_item(f"{LABELS[language]}: {text}", STATES, language=words_of(language)).answer


def as_item(text: str, language: str) -> Answer | None:
    return read_item(f"{text} Bridges are built.", STATES, language=words_of(language)).answer


def as_cell(text: str, language: str) -> Answer | None:
    return read_item("Bridges are built.", STATES, text, words_of(language)).answer


def as_heading(text: str, language: str) -> Answer | None:
    return read_answer(f"II. {text.rstrip('.')}", language)


def as_sentence(text: str, language: str) -> Answer | None:
    answers = [answer for answer in read_prose(text, (), language).answers if answer.reference]
    assert len(answers) <= 1
    return answers[0].answer if answers else None


SHAPES = (as_label, as_item, as_cell, as_heading, as_sentence)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("language", "row"),
    [
        pytest.param(language, row, id=f"{language.code}-{row.example}")
        for language in READ_LANGUAGES.values()
        for row in language.positions.rows
    ],
)
def test_each_example_reads_as_its_role_says(
    language: LanguageWords, row: Row, shape: Callable[[str, str], Answer | None]
) -> None:
    numbered = language.positions.grammar.it_numbered.format(number="61.1")
    text = row.example.replace(IT, numbered if shape is as_sentence else language.positions.grammar.it)
    answer = shape(text, language.code)
    assert answer is not None
    assert (answer.position.value, answer.qualified and answer.qualified.value) == READS[row.role.name]


@pytest.mark.parametrize("language", READ_LANGUAGES.values(), ids=lambda language: language.code)
def test_each_language_has_words_for_every_role(language: LanguageWords) -> None:
    assert {row.role for row in language.positions.rows} == set(Role)
