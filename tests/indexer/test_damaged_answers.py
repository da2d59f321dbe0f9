"""Damaged documents give a result or an error of ours, never anything else."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.read.pdf import read_pdf
from indexer.sources.document import extract_responses
from models.errors import UprError
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.records.records import StatedAnswers
from models.reviews.states import StateTable
from tests.indexer.extract.responses.test_addendum import SHAPES, Shape
from tests.indexer.invented_addenda import write_addendum

STATES = StateTable.built_in()
KINDS = (DocumentKind.ADDENDUM, DocumentKind.WORKING_GROUP_REPORT, DocumentKind.HRC_SESSION_REPORT)
EDGES = st.floats(allow_nan=True, allow_infinity=True, width=32)
WORDS = st.text(alphabet="No.Position Comment accept 61.12-(a)Rec\n•", max_size=30)
LINES = st.builds(
    Line,
    text=WORDS,
    page=st.integers(1, 3),
    left=EDGES,
    right=EDGES,
    top=EDGES,
    size=EDGES,
    bold=st.booleans(),
    italic=st.booleans(),
    cells=st.lists(st.tuples(EDGES, EDGES, WORDS), max_size=4).map(tuple),
)


def extract(lines: tuple[Line, ...], kind: DocumentKind) -> StatedAnswers:
    document = ReadDocument("damaged.pdf", "0" * 64, lines, 3)
    return extract_responses(document, DocumentIdentity("A/HRC/900/1/Add.1", kind, "en", "SVN", 20), STATES)


@given(lines=st.lists(LINES, max_size=25).map(tuple), kind=st.sampled_from(KINDS))
def test_any_lines_are_read(lines: tuple[Line, ...], kind: DocumentKind) -> None:
    assert isinstance(extract(lines, kind), StatedAnswers)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_lines_that_are_lost_or_moved_do_no_harm(shape: Shape, tmp_path: Path) -> None:
    lines = list(read_pdf(write_addendum(tmp_path / "addendum.pdf", shape.rows)).lines)
    chance = random.Random(7)  # noqa: S311
    for _ in range(5):
        kept = [line for line in lines if chance.random() < 0.8]
        chance.shuffle(kept)
        cut = tuple(replace(line, text=line.text[: chance.randrange(1, 60)]) for line in kept)
        for kind in KINDS:
            assert isinstance(extract(cut, kind), StatedAnswers)


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_bytes_changed_gives_a_result_or_an_error_of_ours(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311
    path = write_addendum(tmp_path / "addendum.pdf", SHAPES["a table with every column"].rows)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 200)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(bytes(data[: chance.randrange(len(data) // 2, len(data) + 1)]))
    try:
        document = read_pdf(path)
    except UprError as error:
        assert str(error)
    else:
        assert isinstance(extract(document.lines, DocumentKind.ADDENDUM), StatedAnswers)
