"""Documents made to keep their reader busy: one sentence, in seconds."""

import time
from pathlib import Path

import pytest

from indexer.sources.document import read_document
from models.errors import UnreadableDocument
from models.reviews.states import StateTable

STATES = StateTable.built_in()
COVER = """A/HRC/28/15/Add.1
Distr.: General
10 March 2015
Original: English
Human Rights Council
Report of the Working Group on the Universal Periodic Review
Slovenia
Addendum
Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under review
1. Slovenia accepts recommendations 115.1 and 115.2.
"""
PROSE = "The delegation thanked all the States for their words and said that the roads would be mended."
UNITS = {
    "digits": "1",
    "numbers": "115.1, ",
    "ranges": "115.1-115.9, ",
    "symbols": "A/HRC/28/15/Add.1 ",
    "States": "Slovenia, ",
    "answers": "accepts recommendation 115.1; ",
    "letters in brackets": "(a) ",
    "spaces": " ",
}


def hostile(path: Path, unit: str, length: int) -> Path:
    """A short addendum with a paragraph of one thing."""
    path.write_text(COVER + f"2. {unit * (length // len(unit))}x\n" + f"{PROSE}\n" * 30, encoding="utf-8")
    return path


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_paragraph_longer_than_any_is_refused(tmp_path: Path, unit: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableDocument, match="is damaged"):
        read_document(hostile(tmp_path / "x.txt", f"{unit}y", 4_000_000), "x.txt", STATES)
    assert time.process_time() - started < 5


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_beside_one_just_not_too_long_all_is_read(tmp_path: Path, unit: str) -> None:
    answers = read_document(hostile(tmp_path / "x.txt", unit, 45_000), "x.txt", STATES).answers
    assert answers is not None
    assert {"115.1", "115.2"} <= {response.answers for response in answers.responses}
