"""What a user says of files that do not say of which review they are."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.extract import extract
from indexer.datamodel.document_extract import SkippedFile
from indexer.datamodel.told import Told, told_in
from indexer.gather.gather_documents import Sources
from indexer.gather.source_files import SourceFile, find_source_files
from indexer.report.report import IndexReport
from indexer.runs.build_index import build_index
from models.index_folder.folder import CATALOGUE, current_snapshot
from tests.indexer.invented_word import word_file

ITEMS = ("6.1 Mend the ferries (Peru);", "6.2 Paint the ferries (Fiji);", "6.3 Light the quay (Togo);")


def table(folder: Path, *rows: str, head: str = "file,state,session,kind") -> Path:
    path = folder / "documents.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def found(folder: Path) -> tuple[dict[str, Told | None], list[str]]:
    """What is said of each file, and what in tables cannot be used."""
    files = list(find_source_files([folder]))
    told = {file.name: file.told for file in files if isinstance(file, SourceFile)}
    return told, [file.reason for file in files if isinstance(file, SkippedFile)]


def test_a_table_speaks_of_the_files_beside_it(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx", "c.docx"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    table(tmp_path, "a.docx,Chile,52,draft", "b.docx,xaa,7,report")
    assert found(tmp_path) == (
        {"a.docx": Told("CHL", 52, True), "b.docx": Told("XAA", 7, False), "c.docx": None},
        [],
    )


def test_a_file_given_alone_has_the_table_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_text("a", encoding="utf-8")
    table(tmp_path, "a.docx,CHL,52,")
    (given,) = find_source_files([file])
    assert isinstance(given, SourceFile)
    assert given.told == Told("CHL", 52)


@pytest.mark.parametrize("mark", [";", "\t"], ids=["semicolons", "tabs"])
def test_a_table_is_read_as_spreadsheets_of_any_country_save_it(tmp_path: Path, mark: str) -> None:
    name = "Liste définitive  2.docx"
    (tmp_path / name).write_text("a", encoding="utf-8")
    rows = (("file", "state", "session", "kind"), (name, "Chile", "52", "draft"))
    (tmp_path / "documents.csv").write_text("\r\n".join(map(mark.join, rows)), encoding="cp1252")
    assert found(tmp_path) == ({name: Told("CHL", 52, True)}, [])


@pytest.mark.parametrize(
    "row",
    ["a.docx,Nowhere,52,draft", "a.docx,Chile,99,draft", "a.docx,Chile,52,letter", "b.docx,Chile,52,draft"],
)
def test_a_row_that_cannot_be_used_is_told_once(tmp_path: Path, row: str) -> None:
    for name in ("a.docx", "c.docx"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    table(tmp_path, row)
    told, reasons = found(tmp_path)
    assert told == {"a.docx": None, "c.docx": None}
    assert reasons == [
        "documents.csv, line 2 is not used: give a file beside it, a State by name or code, the number of a session, "
        "and draft, report or nothing."
    ]


def test_another_table_of_that_name_is_a_file_as_any(tmp_path: Path) -> None:
    table(tmp_path, "Chile,Peru", head="To,From")
    assert found(tmp_path) == ({"documents.csv": None}, [])


@pytest.mark.parametrize("told", [Told("CHL", 52), Told("CHL", 7, True), Told("CHL", 52, False)])
def test_what_was_said_is_kept_as_text(told: Told) -> None:
    assert told_in(told.as_text) == told


@pytest.mark.parametrize("value", ["CHL", "CHL-99", "52-CHL", "CHL-52 draft"])
def test_a_review_that_is_none_is_refused(tmp_path: Path, value: str) -> None:
    result = CliRunner().invoke(extract, [str(word_file(tmp_path, ITEMS)), "--review", value])
    assert (result.exit_code, "as in SOM-52" in result.output) == (2, True)


def test_a_review_is_not_said_of_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(tmp_path), "--review", "CHL-52"])
    assert (result.exit_code, "documents.csv" in result.output) == (2, True)


def indexed(*paths: Path, to: Path, told: Told | None = None) -> tuple[IndexReport, list[str]]:
    """The report of a run, and the ids that the index holds then."""
    report = build_index(Sources(paths, None, 1, told=told), to, "letters")
    with sqlite3.connect(current_snapshot(to) / CATALOGUE) as catalogue:
        return report, [record for (record,) in catalogue.execute("SELECT id FROM entry ORDER BY number")]


def test_what_was_said_of_a_file_holds_until_something_else_is_said(tmp_path: Path) -> None:
    documents, index = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    file = word_file(documents, ITEMS, header="A/HRC/910/7")
    ids = ["CHL-52-6.1-1", "CHL-52-6.2-1", "CHL-52-6.3-1"]
    assert indexed(file, to=index, told=Told("CHL", 52))[1] == ids
    again, held = indexed(documents, to=index)
    assert (again.read, again.skipped, held) == (0, (), ids)
    table(documents, f"{file.name},Peru,52,draft")
    assert indexed(documents, to=index)[1] == [name.replace("CHL", "PER") for name in ids]


def test_a_row_that_was_mended_is_told_no_longer(tmp_path: Path) -> None:
    documents, index = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    file = word_file(documents, ITEMS, header="A/HRC/910/7")
    other = word_file(documents, ITEMS, header="A/HRC/910/8", name="b")
    table(documents, f"{file.name},Chile,52,draft", f"{other.name},Peru,52,letter")
    told, _ = indexed(documents, to=index)
    assert "documents.csv" in [skipped.name for skipped in told.skipped]
    table(documents, f"{file.name},Chile,52,draft", f"{other.name},Peru,52,draft")
    assert indexed(documents, to=index)[0].skipped == ()


def test_a_file_that_was_refused_is_read_once_its_review_is_said(tmp_path: Path) -> None:
    documents, index = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    file = word_file(documents, ITEMS, header="A/HRC/910/7")
    other = word_file(documents, ITEMS, header="A/HRC/910/8", name="b")
    indexed(other, to=index, told=Told("ECU", 52))
    refused, _ = indexed(documents, to=index)
    assert [skipped.name for skipped in refused.skipped] == [file.name]
    read, ids = indexed(file, to=index, told=Told("CHL", 52))
    assert (read.skipped, "CHL-52-6.1-1" in ids) == ((), True)
