"""Damaged and hostile lists and tables: a result, or an error of ours with the next step; never anything else."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.sources.thematic_list import read_thematic_list
from indexer.sources.upr_info_table import read_upr_info_table
from models.errors import DocumentError, UnreadableDocument
from models.files.office_archive import check_office_file
from models.reviews.states import StateTable
from tests.indexer.sources.test_thematic_list import word_file
from tests.indexer.sources.test_upr_info_table import csv_table, row, xlsx_table

pytestmark = pytest.mark.slow

STATES = StateTable.built_in()
RELAXED = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

Read = Callable[[Path], object]


def read_table(path: Path) -> object:
    return list(read_upr_info_table(path, STATES))


def read_list(path: Path) -> object:
    return read_thematic_list(path, STATES)


@pytest.fixture(params=["csv", "xlsx", "docx"])
def sound(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Read]:
    """A file that can be read, and its reader."""
    rows = [row(), row("Mend “all” bridges", sender="Chile", session=21)]
    if request.param == "csv":
        return csv_table(tmp_path / "sound.csv", rows), read_table
    if request.param == "xlsx":
        return xlsx_table(tmp_path / "sound.xlsx", rows), read_table
    return word_file(tmp_path / "sound.docx", [["97.1 Plant trees", "Noted", "- Forests", ""]]), read_list


def read_or_refuse(read: Read, path: Path) -> None:
    """Foreign errors pass through and fail the test."""
    try:
        read(path)
    except DocumentError as error:
        assert path.name in str(error)
        assert str(error).endswith((".", "”."))


@given(st.data())
@RELAXED
def test_bytes_changed_anywhere(sound: tuple[Path, Read], data: st.DataObject) -> None:
    path, read = sound
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = path.with_stem("damaged")
    damaged.write_bytes(content)
    read_or_refuse(read, damaged)


@given(st.data())
@RELAXED
def test_files_cut_off(sound: tuple[Path, Read], data: st.DataObject) -> None:
    path, read = sound
    damaged = path.with_stem("damaged")
    damaged.write_bytes(path.read_bytes()[: data.draw(st.integers(0, path.stat().st_size - 1))])
    read_or_refuse(read, damaged)


@given(st.data())
@RELAXED
def test_parts_of_an_archive_changed_under_a_right_checksum(sound: tuple[Path, Read], data: st.DataObject) -> None:
    """What a checksum would have caught before the XML is read."""
    path, read = sound
    if path.suffix == ".csv":
        return
    damaged = path.with_stem("damaged")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(damaged, "w") as target:
        names = source.namelist()
        chosen = data.draw(st.sampled_from(names))
        for name in names:
            content = bytearray(source.read(name))
            if name == chosen and content:
                start = data.draw(st.integers(0, len(content) - 1))
                content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
            target.writestr(name, bytes(content))
    read_or_refuse(read, damaged)


@given(st.binary(max_size=600))
@RELAXED
@pytest.mark.parametrize(("name", "read"), [("x.csv", read_table), ("x.xlsx", read_table), ("x.docx", read_list)])
def test_any_bytes_at_all(tmp_path: Path, name: str, read: Read, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    read_or_refuse(read, path)


@given(st.lists(st.lists(st.text(max_size=30), max_size=13), max_size=6))
@RELAXED
def test_any_cells_at_all(tmp_path: Path, rows: list[list[str]]) -> None:
    printable = [[cell.encode("utf-8", "ignore").decode().replace("\0", "") for cell in cells] for cells in rows]
    read_or_refuse(read_table, csv_table(tmp_path / "x.csv", printable))


def archive(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def with_part(sound_file: Path, target: Path, part: str, content: str) -> Path:
    """A copy of an office file with another content of one part."""
    with zipfile.ZipFile(sound_file) as source:
        parts = {name: source.read(name).decode("utf-8", "replace") for name in source.namelist()}
    return archive(target, parts | {part: content})


def test_a_small_archive_that_unpacks_to_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.xlsx", {"xl/workbook.xml": "0" * 3_000_000})
    assert path.stat().st_size < 10_000
    with pytest.raises(UnreadableDocument, match="larger than 2 MB"):
        check_office_file(path, "xl/workbook.xml", 2_000_000)


def test_an_archive_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "many.docx", {f"part{number}": "" for number in range(10_001)})
    with pytest.raises(UnreadableDocument):
        read_list(path)


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>'
CELLS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_entities_that_multiply_are_not_expanded(tmp_path: Path) -> None:
    sheet = (
        f'{LAUGHS}<worksheet xmlns="{CELLS}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e11;</t></is></c>'
    )
    table = xlsx_table(tmp_path / "sound.xlsx", [row()])
    hostile = with_part(
        table, tmp_path / "x.xlsx", "xl/worksheets/sheet1.xml", f"{sheet}</row></sheetData></worksheet>"
    )
    with pytest.raises(DocumentError):
        read_table(hostile)
    listed = word_file(tmp_path / "sound.docx", [])
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'{LAUGHS}<w:document xmlns:w="{words}"><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>'
    with pytest.raises(DocumentError):
        read_list(with_part(listed, tmp_path / "x.docx", "word/document.xml", body))


def test_a_cell_far_out_does_not_make_wide_rows(tmp_path: Path) -> None:
    far = '<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>'
    rows = "".join(far.format(number) for number in range(1, 3_000))
    sheet = f'<worksheet xmlns="{CELLS}"><sheetData>{rows}<row r="999999999"/></sheetData></worksheet>'
    table = xlsx_table(tmp_path / "sound.xlsx", [row()])
    with pytest.raises(DocumentError, match="no row of column names"):
        read_table(with_part(table, tmp_path / "x.xlsx", "xl/worksheets/sheet1.xml", sheet))


SHARED = f'<sst xmlns="{CELLS}">{{}}</sst>'


def test_a_million_texts_in_a_small_file_are_refused_before_one_is_read(tmp_path: Path) -> None:
    table = xlsx_table(tmp_path / "sound.xlsx", [row()])
    hostile = with_part(table, tmp_path / "x.xlsx", "xl/sharedStrings.xml", SHARED.format("<si/>" * 9_000_000))
    assert hostile.stat().st_size < 1_000_000
    with pytest.raises(UnreadableDocument, match="more time or memory"):
        read_table(hostile)


def test_a_part_that_packs_to_nothing_is_refused(tmp_path: Path) -> None:
    table = xlsx_table(tmp_path / "sound.xlsx", [row()])
    hostile = with_part(table, tmp_path / "x.xlsx", "xl/sharedStrings.xml", SHARED.format(" " * 30_000_000))
    with pytest.raises(UnreadableDocument, match="more time or memory"):
        read_table(hostile)


@pytest.mark.parametrize("part", ["xl/styles.xml", "word/styles.xml"])
def test_a_part_that_is_held_whole_has_few_tags(tmp_path: Path, part: str) -> None:
    # Each tag has a number of its own, so that it packs to a tenth as other XML does.
    tags = "".join(f"<a{number:x}/>" for number in range(2_000_001))
    if part.startswith("xl"):
        sound, read, name = xlsx_table(tmp_path / "sound.xlsx", [row()]), read_table, "x.xlsx"
    else:
        sound, read, name = word_file(tmp_path / "sound.docx", []), read_list, "x.docx"
    with pytest.raises(UnreadableDocument, match="more time or memory"):
        read(with_part(sound, tmp_path / name, part, f"<x>{tags}</x>"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("," * 10_000_001, id="a line of ten million cells"),
        pytest.param('"\n",' * 10_001, id="a row of ten thousand lines"),
    ],
)
def test_a_row_that_would_fill_the_memory_is_refused(tmp_path: Path, text: str) -> None:
    path = csv_table(tmp_path / "x.csv", [row()])
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
    with pytest.raises(UnreadableDocument, match="quotation mark without its partner"):
        read_table(path)


def test_a_very_long_cell_is_cut_or_refused(tmp_path: Path) -> None:
    table = csv_table(tmp_path / "x.csv", [row("Plant trees " * 20_000)])
    with pytest.raises(UnreadableDocument, match="damaged near line 2"):
        read_table(table)


def test_a_table_with_an_endless_quotation_says_where(tmp_path: Path) -> None:
    path = csv_table(tmp_path / "x.csv", [row()])
    lines = io.StringIO(path.read_text(encoding="utf-8")).readlines()
    path.write_text(f'{lines[0]}{lines[1].strip()}"and more\n{lines[1]}', encoding="utf-8")
    read_or_refuse(read_table, path)
    path.write_text(f'{lines[0]}"{lines[1]}{lines[1]}', encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="quotation mark"):
        read_table(path)
