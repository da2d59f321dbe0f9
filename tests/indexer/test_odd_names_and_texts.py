"""Names and texts that cannot be written as UTF-8, or that speak to the terminal: one file never ends a run."""

import json
import os
from pathlib import Path

import pytest

from indexer.gather.source_files import SourceFile, find_source_files
from indexer.sources.uhri_file import read_uhri_file
from models.reviews.states import StateTable
from tests.indexer.conftest import Workshop, upr
from tests.indexer.invented_uhri import json_export, observed

CLEARS_THE_SCREEN = "\x1b[2J"
STATES = StateTable.built_in()


@pytest.mark.skipif(os.name == "nt", reason="file names of Windows are not bytes")
@pytest.mark.usefixtures("stand_in_reader")
def test_a_name_that_is_not_utf_8_is_indexed_and_shown(workshop: Workshop) -> None:
    name = os.fsencode(workshop.documents) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_text("ARM 8 2010-07-06\n3.1 FRA supported Plant trees", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    report = workshop.run()
    assert (report.read, report.skipped) == (3, ())
    assert ("caf\ufffd.txt",) in workshop.rows("SELECT name FROM document")
    broken = Path(os.fsdecode(os.fsencode(workshop.documents) + b"/\xff.txt"))
    broken.write_text("damaged", encoding="utf-8")
    result = upr("index", workshop.documents, "--to", workshop.index, "--jobs", 1)
    assert result.exit_code == 0
    assert "skipped: \ufffd.txt is damaged: get it again." in result.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.usefixtures("stand_in_reader")
def test_a_name_with_control_characters_is_one_line_and_shown(workshop: Workshop) -> None:
    workshop.write(f"a{CLEARS_THE_SCREEN}\n\u202eb.txt", "damaged")
    result = upr("index", workshop.documents, "--to", workshop.index, "--encoder", "letters", "--jobs", 1)
    line = "skipped: a\\x1b[2J\\x0a\\u202eb.txt is damaged: get it again."
    assert line in result.stdout.splitlines()
    for arguments in (["info"], ["info", "--json"], ["check"]):
        printed = upr(*arguments, workshop.index).output
        assert not set(printed) & {"\x1b", "\u202e", "\r"}
    assert line in upr("info", workshop.index).stdout.splitlines()
    assert json.loads(upr("info", "--json", workshop.index).stdout)["skipped"] == [line.removeprefix("skipped: ")]


def test_a_name_in_a_message_of_a_reader_is_shown(tmp_path: Path) -> None:
    path = tmp_path / f"a{CLEARS_THE_SCREEN}\nb.pdf"
    path.write_bytes(b"no document")
    result = upr("extract", path, "--jobs", 1)
    assert result.exit_code == 1
    assert result.stderr == (
        "a\\x1b[2J\\x0ab.pdf has no UN symbol on its cover or in its headers; index the version that the UN published, "
        "with a symbol such as A/HRC/28/15.\n"
    )


def test_a_name_that_is_not_there_is_shown(tmp_path: Path) -> None:
    result = upr("index", tmp_path / f"{CLEARS_THE_SCREEN}.pdf", "--to", tmp_path / "index")
    assert result.exit_code == 2
    assert CLEARS_THE_SCREEN not in result.stderr


def test_a_folder_in_a_message_is_shown(tmp_path: Path) -> None:
    for command in (["info"], ["check"], ["find", "water", "--index"]):
        result = upr(*command, tmp_path / f"no{CLEARS_THE_SCREEN}index")
        assert result.exit_code == 1
        folder = f"{tmp_path}/no\\x1b[2Jindex"
        assert result.stderr.startswith(f"Error: There is no index in {folder}: build one with")
        assert CLEARS_THE_SCREEN not in result.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open everything")
def test_a_file_in_a_folder_that_may_not_be_entered_is_said(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "a.pdf").write_text("x")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "closed" / "a.pdf")
    (tmp_path / "closed").chmod(0)
    (found,) = find_source_files([tmp_path / "link.pdf"])
    (tmp_path / "closed").chmod(0o700)
    assert not isinstance(found, SourceFile)
    assert "cannot be opened (Permission denied)" in found.reason


HALF = "\\ud83d"
ODD_TEXTS = {
    "half a character": f"The Committee recommends{HALF} that wells be dug.",
    "entity of thousands of digits": f"The Committee recommends &#{'9' * 5_000}; that wells be dug.",
    "the same, hexadecimal": f"The Committee recommends &#x{'9' * 5_000}; that wells be dug.",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
@pytest.mark.parametrize("as_html", [False, True], ids=["in the text", "in a value"])
def test_one_odd_record_does_not_discard_an_export(tmp_path: Path, text: str, as_html: bool) -> None:
    marked = "The Committee is concerned at wells." if as_html else "ODD"
    records = [
        observed("The Committee recommends that roads be mended."),
        observed(marked, **({"Themes": ["ODD"]} if as_html else {})),
        observed("The Committee recommends that trees be planted."),
    ]
    path = json_export(tmp_path / "export.json", records)
    path.write_text(path.read_text(encoding="utf-8").replace("ODD", text), encoding="utf-8")
    extract = read_uhri_file(path, path.name, "", STATES).whole()
    assert len(extract.observations) == 3
    assert all(record.text.encode() for record in extract.observations)


def test_a_number_of_thousands_of_digits_in_an_export(tmp_path: Path) -> None:
    records = [observed(), observed("Wells should be dug.", UprSession="ODD")]
    path = json_export(tmp_path / "export.json", records)
    path.write_text(path.read_text(encoding="utf-8").replace('"ODD"', "1" * 5_000), encoding="utf-8")
    assert len(read_uhri_file(path, path.name, "", STATES).whole().observations) == 2


def test_a_record_that_nobody_foresaw_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = json_export(tmp_path / "export.json", [observed(), observed(Symbol="ODD/1")])

    def fails(printed: str) -> None:
        if printed == "ODD/1":
            raise IndexError
        return

    monkeypatch.setattr("indexer.sources.uhri_records.parse_symbol", fails)
    extract = read_uhri_file(path, path.name, "", STATES).whole()
    assert len(extract.observations) == 1
    assert "export.json: 1 of 2 records left out, because they cannot be read." in extract.warnings


def test_extract_prints_json_whatever_the_texts_hold(tmp_path: Path) -> None:
    path = json_export(tmp_path / "export.json", [observed("ODD")])
    odd = f"The Committee recommends {HALF} \\u001b[2J\\u009b \\u202e that wells be dug."
    path.write_text(path.read_text(encoding="utf-8").replace("ODD", odd), encoding="utf-8")
    result = upr("extract", path, "--json", "--jobs", 1)
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert not set(line) & {"\x1b", "\x9b", "\u202e"}
    assert "\ufffd" in json.loads(line)["text"]
    shown = upr("extract", path, "--jobs", 1).stdout
    assert not set(shown) & {"\x1b", "\x9b", "\u202e"}
    assert "\\x1b[2J\\x9b" in shown


def test_a_document_that_cannot_be_stored_costs_one_line(workshop: Workshop) -> None:
    workshop.write("odd.txt", "surrogate")
    report = workshop.run()
    assert report.read == 2
    (skipped,) = report.skipped
    assert skipped.reason.startswith("odd.txt could not be read (UnicodeEncodeError: ")
