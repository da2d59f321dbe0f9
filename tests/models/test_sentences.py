"""Where sentences end: not behind "No.", titles and initials."""

import pytest

from models.sentences import sentence_spans, sentences_of


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
