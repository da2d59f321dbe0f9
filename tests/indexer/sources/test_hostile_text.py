"""Documents of 5 MB made to keep their reader busy: one sentence, in seconds."""

import time
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import SkippedFile
from indexer.gather.source_files import SourceFile, find_source_files
from indexer.gather.workers import read_documents
from indexer.sources.document import read_document
from models.errors import UnreadableDocument
from models.files.unreadable import too_much_work
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
    """A short addendum with paragraphs of one thing, each of `length` characters, and 4 MB of them in all."""
    paragraphs = [f"{number}. {unit * (length // len(unit))}x" for number in range(2, 2 + 4_000_000 // length)]
    path.write_text(COVER + "\n".join([*paragraphs, *[PROSE] * 300]), encoding="utf-8")
    return path


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_paragraph_longer_than_any_is_refused(tmp_path: Path, unit: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableDocument, match="is damaged"):
        read_document(hostile(tmp_path / "x.txt", f"{unit}y", 4_000_000), "x.txt", STATES)
    assert time.process_time() - started < 5


@pytest.mark.slow
@pytest.mark.processes
def test_many_long_paragraphs_are_read_or_given_up(tmp_path: Path) -> None:
    for number, unit in enumerate(UNITS.values()):
        hostile(tmp_path / f"{number}.txt", unit, 49_000)
    files = [file for file in find_source_files([tmp_path]) if isinstance(file, SourceFile)]
    outcomes = list(read_documents(files, None, 2, seconds_per_file=600, processor_seconds=0.2))
    assert len(outcomes) == len(UNITS)
    given_up = {str(outcome.reason).partition(" ")[2] for outcome in outcomes if isinstance(outcome, SkippedFile)}
    assert given_up <= {too_much_work("").strip()}
