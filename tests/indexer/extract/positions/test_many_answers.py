"""A hundred ways in which States answer, in three languages: as a sentence on a number, and under a number.

The phrases were written before the tables. Halves by the first byte of each text's sha256: the tables were fitted on
the even one (112 answers, all right); of the odd one 84 of 88 were right at the first try, all since.
"""

import csv
import re
from pathlib import Path

import pytest

from indexer.extract.positions.prose import read_prose
from indexer.extract.responses.addendum_item import read_item
from models.languages.read_languages import words_of
from models.records.enums import Position
from models.reviews.states import StateTable

PHRASES = Path(__file__).with_name("phrases.tsv")
UNDER_A_NUMBER = {"en": ("recommendation", "this"), "fr": ("recommandation", "cette"), "es": ("recomendación", "esta")}


def phrases() -> list[tuple[str, str, str]]:
    with PHRASES.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["language"], row["expected"], row["text"]) for row in rows]


def under_a_number(text: str, language: str) -> str:
    noun, this = UNDER_A_NUMBER[language]
    return re.sub(rf"(?:\bla )?\b{noun} \{{n\}}", f"{this} {noun}", text, flags=re.I)


@pytest.mark.parametrize(("language", "expected", "text"), phrases())
def test_position(language: str, expected: str, text: str) -> None:
    (answer,) = {a.answer for a in read_prose(text.format(n="122.7"), (), language).answers}
    item = read_item(under_a_number(text, language), StateTable.built_in(), language=words_of(language)).answer
    assert item is not None
    noted = {Position.NOTED, Position.PENDING}
    for position in (answer.position, item.position):
        assert (position in noted) == (expected == "noted")
