"""How wide a gap is between two columns, or two cells of a table, in ems of the type."""

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from indexer.read.pdf import read_pdf
from models.records.documents import Line
from tests.indexer.drawn_pdf import text, write_pdf

LEFT = "The plan was ready"
RIGHT = ["The law on mines", "was passed in May", "and is in force"]
SIZE = 10.0


def lines(folder: Path, ems: float) -> list[Line]:
    """Three lines, each in two parts so far apart; the parts on the right come last in the file."""
    left, right = 113.0, 113.0 + stringWidth(LEFT, "Times-Roman", SIZE) + ems * SIZE
    page = [text(left, 700 - 12 * row, LEFT, SIZE) for row in range(3)]
    page += [text(right, 700 - 12 * row, words, SIZE) for row, words in enumerate(RIGHT)]
    return list(read_pdf(write_pdf(folder / "drawn.pdf", [page])).lines)


@pytest.mark.parametrize(("ems", "are_columns"), [(1.7, False), (1.9, True), (3.0, True)])
def test_columns_are_more_than_1_8_ems_apart(tmp_path: Path, ems: float, are_columns: bool) -> None:
    by_row = [f"{LEFT} {words}" for words in RIGHT]
    assert [line.text for line in lines(tmp_path, ems)] == ([LEFT] * 3 + RIGHT if are_columns else by_row)


@pytest.mark.parametrize(("ems", "cells"), [(0.8, 0), (1.0, 2)])
def test_cells_are_more_than_nine_tenths_of_an_em_apart(tmp_path: Path, ems: float, cells: int) -> None:
    assert [len(line.cells) for line in lines(tmp_path, ems)] == [cells] * 3
