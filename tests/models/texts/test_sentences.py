"""Where sentences end: not behind "No.", titles and initials."""

import re

import pytest

from models.texts.sentences import ABBREVIATED, NOT_ABBREVIATED, sentence_spans, sentences_of


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Ferries run. Boats rest.", ["Ferries run.", "Boats rest."]),
        ("In decision No. U-7 the court spoke. Boats rest.", ["In decision No. U-7 the court spoke.", "Boats rest."]),
        ("Mr. Osel and Dr. B. Marn left.", ["Mr. Osel and Dr. B. Marn left."]),
        ("The U.S. Navy sailed to St. Elm.", ["The U.S. Navy sailed to St. Elm."]),
        ("They mended harbours and art. Boats rest.", ["They mended harbours and art.", "Boats rest."]),
        ("It stands in Part V. The boats rest.", ["It stands in Part V.", "The boats rest."]),
        ("The answer is no. Boats rest.", ["The answer is no.", "Boats rest."]),
    ],
)
def test_where_sentences_end(text: str, ends: list[str]) -> None:
    assert sentences_of(text) == ends
    assert [text[start:end] for start, end in sentence_spans(text)] == ends


def test_a_semicolon_before_a_capital_ends_a_sentence_if_wanted() -> None:
    text = "Vellania swims; Meridel sails. Boats rest"
    assert sentences_of(text) == ["Vellania swims;", "Meridel sails.", "Boats rest"]
    assert sentences_of(text, at_semicolons=False) == ["Vellania swims; Meridel sails.", "Boats rest"]


@pytest.mark.parametrize("word", ["No", "no", "rec", "Nos", "núm"])
def test_abbreviations_before_numbers_are_known_in_small_letters_too(word: str) -> None:
    assert re.search(rf"{ABBREVIATED}\.", f"see {word}. 5") and not re.search(rf"{NOT_ABBREVIATED}\.", f"see {word}. 5")
    assert re.search(rf"{NOT_ABBREVIATED}\.", "see piano. 5") and not re.search(rf"{ABBREVIATED}\.", "see piano. 5")
