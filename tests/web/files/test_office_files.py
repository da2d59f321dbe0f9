"""Cells of tables as text: none is a formula, in whatever program and country it is opened."""

import csv
from io import StringIO

import pytest

from web.files.office_files import as_attachment, csv_file


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="begins"),
        pytest.param("  =1+1", "  '=1+1", id="behind spaces"),
        pytest.param("\x00=1+1", "'=1+1", id="behind what is not shown"),
        pytest.param("＝1+1", "'＝1+1", id="full width"),
        *(pytest.param(f"{sign}1", f"'{sign}1", id=sign) for sign in "+-@"),
        pytest.param("Protect children;=1+1", "Protect children;'=1+1", id="semicolon, as Excel parts cells in French"),
        pytest.param("Protect children; @SUM(A1)", "Protect children; '@SUM(A1)", id="semicolon and a space"),
        pytest.param("Protect\t-1", "Protect\t'-1", id="tab"),
        pytest.param("Protect\n+1\n=1", "Protect\n'+1\n'=1", id="line breaks"),
        *(pytest.param(f"{blank}=1", f"'{blank}'=1", id=f"begins with {blank!r}") for blank in "\t\n"),
        pytest.param("\r=1", "'=1", id="begins with a break of old"),
        pytest.param("Ratify; adopt - and keep = all", "Ratify; adopt - and keep = all", id="no formula"),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    text = csv_file(["heading"], [(cell,)]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text, newline=""))) == [["heading"], [written]]


def test_all_cells_are_quoted() -> None:
    assert csv_file(["a", "b"], [("x", None)]).decode("utf-8-sig") == '"a","b"\r\n"x",""\r\n'


def test_a_calendar_says_its_character_set_once() -> None:
    assert as_attachment(b"", "ics", "plan").headers["Content-Type"] == "text/calendar; charset=utf-8"
