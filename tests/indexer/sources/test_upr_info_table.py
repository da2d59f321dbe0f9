"""Tables of UPR Info: what is read from them, what is left out and why, and which files are refused."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from indexer.datamodel.source_entries import TableEntry
from indexer.sources.upr_info_table import RowLeftOut, group_table_rows, read_upr_info_table
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.records.enums import Position
from models.records.records import Sponsor
from models.reviews.states import StateTable
from tests.paths import SHARED

STATES = StateTable.built_in()
HEADER = ["To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session"]
UPR_INFO = SHARED / "upr_info"

Cells = Sequence[object]


def unknown(words: str) -> str:
    return f"“{words}” is no State, session, response or text that is known"


def row(
    text: object = "Plant trees along every road",
    *,
    to: str = "Slovenia",
    sender: str = "France",
    response: str = "Accepted",
    action: object = "5",
    issue: str = "Environment,Development",
    session: object = "20",
) -> list[object]:
    return [to, "EEG", "EU", text, sender, "WEOG", "", response, action, issue, session]


def csv_table(
    path: Path, rows: Sequence[Cells], header: Cells = HEADER, *, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows([header, *rows])
    path.write_bytes(lines.getvalue().encode(encoding))
    return path


def xlsx_table(path: Path, rows: Sequence[Cells], header: Cells = HEADER) -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.append(list(header))
    for cells in rows:
        workbook.active.append(list(cells))
    workbook.save(path)
    return path


def read(path: Path) -> list[TableEntry | RowLeftOut]:
    return list(read_upr_info_table(path, STATES))


def the_one_row(path: Path) -> TableEntry:
    (only,) = read(path)
    assert isinstance(only, TableEntry)
    return only


@pytest.mark.parametrize("write", [csv_table, xlsx_table], ids=["csv", "xlsx"])
def test_a_row_is_read_the_same_from_both_kinds_of_file(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write(tmp_path / f"table.{'csv' if write is csv_table else 'xlsx'}", [row()])
    assert the_one_row(path) == TableEntry(
        state_under_review="SVN",
        session=20,
        text="Plant trees along every road",
        sponsors=(Sponsor("FRA", "France"),),
        response="Accepted",
        position=Position.SUPPORTED,
        action_category=5,
        labels=("Environment", "Development"),
    )


@pytest.mark.parametrize(
    ("response", "position"),
    [
        pytest.param("Accepted", Position.SUPPORTED, id="until 2014"),
        pytest.param("Supported", Position.SUPPORTED, id="since"),
        pytest.param("Noted", Position.NOTED, id="noted"),
        pytest.param("Not Supported", Position.NOTED, id="not supported is noted"),
        pytest.param("Pending", Position.PENDING, id="no answer yet"),
        pytest.param("Voluntary Pledge", None, id="a pledge has no position"),
    ],
)
def test_responses(tmp_path: Path, response: str, position: Position | None) -> None:
    assert the_one_row(csv_table(tmp_path / "t.csv", [row(response=response)])).position is position


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        pytest.param(row(to="Atlantis"), unknown("Atlantis"), id="State under review"),
        pytest.param(row(sender="Atlantis"), unknown("Atlantis"), id="recommending State"),
        pytest.param(row(session="twenty"), unknown("twenty"), id="session in words"),
        pytest.param(row(session="99"), unknown("99"), id="no such session"),
        pytest.param(row(""), unknown(""), id="no text"),
        pytest.param(row("…"), unknown("…"), id="a text without letters"),
        pytest.param(row(response="Maybe"), unknown("maybe"), id="response"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(tmp_path: Path, cells: Cells, reason: str) -> None:
    assert read(csv_table(tmp_path / "t.csv", [cells, row()]))[0] == RowLeftOut(reason)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Macedonia FYR", "MKD"),
        ("DPR Korea", "PRK"),
        ("St Kitts & Nevis", "KNA"),
        ("Cote d'Ivoire", "CIV"),
        ("Viet Nam", "VNM"),
        ("Holy See", "VAT"),
    ],
)
def test_names_of_states_as_upr_info_writes_them(tmp_path: Path, name: str, code: str) -> None:
    assert the_one_row(csv_table(tmp_path / "t.csv", [row(sender=name)])).sponsors == (Sponsor(code, name),)


def test_an_unknown_recommending_state_leaves_a_record_without_sponsor(tmp_path: Path) -> None:
    assert the_one_row(csv_table(tmp_path / "t.csv", [row(sender="(Unknown)")])).sponsors == ()


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [
        pytest.param(";", "utf-8-sig", id="semicolons, mark of UTF-8"),
        pytest.param("\t", "utf-16", id="tabs, as Excel saves Unicode text"),
        pytest.param(",", "cp1252", id="Windows-1252"),
        pytest.param("|", "utf-8", id="bars"),
    ],
)
def test_ways_to_save_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = csv_table(tmp_path / "t.csv", [row("Plant “café” trees")], delimiter=delimiter, encoding=encoding)
    assert the_one_row(path).text == "Plant “café” trees"


def test_a_title_may_stand_above_the_column_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    table = csv_table(tmp_path / "plain.csv", [row()], delimiter=";").read_text(encoding="utf-8")
    path.write_text(f"Export, made today\n\n{table}", encoding="utf-8")
    assert the_one_row(path).session == 20


@pytest.mark.parametrize("session", [20, 20.0, " 20 "], ids=["number", "number with decimals", "text"])
def test_kinds_of_cells_for_a_session(tmp_path: Path, session: object) -> None:
    assert the_one_row(xlsx_table(tmp_path / "t.xlsx", [row(session=session)])).session == 20


@pytest.mark.parametrize("action", ["", "none", 7, None], ids=["empty", "a word", "no category", "no cell"])
def test_a_missing_action_category_is_no_reason_to_lose_a_row(tmp_path: Path, action: object) -> None:
    assert the_one_row(xlsx_table(tmp_path / "t.xlsx", [row(action=action)])).action_category is None


def test_optional_columns_may_be_missing_and_further_ones_are_left_out(tmp_path: Path) -> None:
    header = ["Remark", "Session", "TO", "text", "From", "Response"]
    path = csv_table(tmp_path / "t.csv", [["x", 20, "Slovenia", "Plant trees", "France", "Noted"]], header)
    only = the_one_row(path)
    assert (only.labels, only.action_category, only.position) == ((), None, Position.NOTED)


def test_a_formula_without_a_calculated_value_is_an_empty_cell(tmp_path: Path) -> None:
    path = xlsx_table(tmp_path / "t.xlsx", [row('=CONCATENATE("Plant"," trees")')])
    assert read(path) == [RowLeftOut(unknown(""))]


def test_the_table_may_stand_on_a_later_sheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["About this file"])
    sheet = workbook.create_sheet("Data")
    sheet.append(HEADER)
    sheet.append(row())
    workbook.save(tmp_path / "t.xlsx")
    assert the_one_row(tmp_path / "t.xlsx").session == 20


@pytest.mark.parametrize("write", [csv_table, xlsx_table], ids=["csv", "xlsx"])
def test_missing_columns_are_named(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write(tmp_path / f"t.{'csv' if write is csv_table else 'xlsx'}", [["x", "y"]], ["To", "Text"])
    with pytest.raises(UnrecognisedDocument, match="from, response, session, text, to"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("t.csv", b"To,Text\x00\xff\xfe", "of a kind that is not read", id="bytes that are no text"),
        pytest.param("t.csv", b'To,Text,From,Response,Session\nA,"b', "quotation mark", id="a quotation mark is open"),
        pytest.param("t.xlsx", b"PK\x03\x04 and no more", "damaged", id="half an archive"),
        pytest.param("t.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "password", id="old or encrypted"),
    ],
)
def test_files_that_cannot_be_read_say_what_to_do(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=message):
        read(path)


def test_rows_of_one_text_and_response_are_one_entry_with_several_sponsors(tmp_path: Path) -> None:
    rows = [
        row(sender="France", issue="Environment"),
        row("Plant trees along every road.", sender="Spain", issue="Development", action="4"),
        row("Open more schools", sender="Spain"),
        row(response="Noted", sender="Chile"),
        row(to="Chile", sender="France"),
        row(to="Atlantis"),
    ]
    table = group_table_rows(read_upr_info_table(csv_table(tmp_path / "t.csv", rows), STATES))
    assert table.rows == 6
    assert table.left_out == {unknown("Atlantis"): 1}
    reviews = [(entry.state_under_review, entry.session) for entry in table.entries]
    assert reviews == [("SVN", 20), ("SVN", 20), ("SVN", 20), ("CHL", 20)]
    assert table.entries[0] == TableEntry(
        "SVN",
        20,
        "Plant trees along every road",
        "Accepted",
        Position.SUPPORTED,
        (Sponsor("FRA", "France"), Sponsor("ESP", "Spain")),
        None,  # the two rows do not agree on the category
        ("Environment", "Development"),
    )


def test_each_entry_has_the_language_of_its_text(tmp_path: Path) -> None:
    rows = [row("Plantar árboles a lo largo de todos los caminos"), row("Ratify CEDAW")]
    table = group_table_rows(read_upr_info_table(csv_table(tmp_path / "t.csv", rows), STATES))
    assert [entry.language for entry in table.entries] == ["es", "en"]


@pytest.mark.real_data
@pytest.mark.skipif(not UPR_INFO.is_dir(), reason="the real tables are not beside this checkout")
@pytest.mark.parametrize(
    ("name", "rows", "positions"),
    [
        ("recommendations.csv", 32_447, {Position.SUPPORTED: 24_236, Position.NOTED: 8_211}),
        ("voluntary_commitments.csv", 945, {None: 945}),
    ],
)
def test_the_real_tables_are_read_to_the_last_row(name: str, rows: int, positions: dict[Position | None, int]) -> None:
    read = list(read_upr_info_table(UPR_INFO / name, STATES))
    table = group_table_rows(read)
    assert {entry.language for entry in table.entries} == {"en"}
    assert (table.rows, table.left_out) == (rows, {})
    assert Counter(row.position for row in read if isinstance(row, TableEntry)) == positions
