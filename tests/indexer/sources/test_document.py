"""What is read from the documents before a review."""

import json
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.sources.document import read_document
from models.errors import DocumentError
from models.records.documents import DocumentKind
from models.records.records import Place
from models.reviews.states import StateTable
from tests.paths import REPOSITORY

STATES = StateTable.built_in().extended(REPOSITORY / "samples" / "states.csv")
SAMPLE = REPOSITORY / "samples" / "documents" / "A_HRC_910_1_Add.1.pdf"
COVER = """A/HRC/WG.6/40/CHL/2

Human Rights Council
Working Group on the Universal Periodic Review
Fortieth session

Compilation on Chile

I. Background
"""
PARAGRAPH = "\n1. The old ferries were mended, thus implementing recommendation 77.1.\n"


def read(folder: Path, text: str) -> DocumentExtract:
    path = folder / "compilation.txt"
    path.write_text(text, encoding="utf-8")
    extract = read_document(path, path.name, StateTable.built_in())
    assert isinstance(extract, DocumentExtract)
    return extract


def test_a_compilation_gives_what_it_reports(tmp_path: Path) -> None:
    extract = read(tmp_path, COVER + PARAGRAPH)
    assert extract.identity.kind is DocumentKind.COMPILATION
    (paragraph,) = extract.reported
    assert paragraph.id == "A.HRC.WG.6.40.CHL.2-1"
    assert [reference.numbers for reference in paragraph.references] == [("77.1",)]
    assert (paragraph.place.paragraph, paragraph.place.page) == ("1", None), "a text has no pages"
    assert extract.warnings == ()


def test_a_line_of_words_that_is_printed_again_stays(tmp_path: Path) -> None:
    lines = [
        f"{number}. Boat {number} was mended,\nthus implementing\nrecommendation 77.{number}." for number in (1, 2)
    ]
    reported = read(tmp_path, COVER + "\n" + "\n\n".join(lines)).reported
    assert [paragraph.text for paragraph in reported] == [
        f"Boat {number} was mended, thus implementing recommendation 77.{number}." for number in (1, 2)
    ]


def test_of_a_corrigendum_it_is_said_what_is_not_understood(tmp_path: Path) -> None:
    extract = read_corrigendum(tmp_path, "1. Paragraph 121.48\nDelete the paragraph\n")
    assert (
        "corrigendum.txt (A/HRC/943/15/Corr.1) is a corrigendum of which not all was understood: compare the "
        "paragraphs that it corrects before you quote them."
    ) in extract.warnings


def test_a_new_wording_in_a_corrigendum_is_a_correction_and_no_answer(tmp_path: Path) -> None:
    extract = read_corrigendum(tmp_path, "1. Paragraph 121.48 should read\n121.48 Accept the ferries (Peru);\n")
    (correction,) = extract.corrections
    assert correction.place == Place("A/HRC/943/15/Corr.1", "121.48", None)
    assert (extract.answers.responses, extract.warnings) == ((), ())


def read_corrigendum(tmp_path: Path, words: str) -> DocumentExtract:
    path = tmp_path / "corrigendum.txt"
    path.write_text(
        "A/HRC/943/15/Corr.1\n\nHuman Rights Council\nUniversal periodic review\n"
        f"Report of the Working Group on the Universal Periodic Review\nChile\nCorrigendum\n\n{words}",
        encoding="utf-8",
    )
    extract = read_document(path, path.name, StateTable.built_in())
    assert isinstance(extract, DocumentExtract)
    return extract


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".csv", ".json", ".html", ".xlsx", ".zip", ""])
def test_a_pdf_of_any_suffix_is_read(tmp_path: Path, suffix: str) -> None:
    path = shutil.copy(SAMPLE, tmp_path / f"report{suffix}")
    assert read_document(path, path.name, STATES).identity.symbol == "A/HRC/910/1/Add.1"


def test_a_page_that_a_server_sent_in_a_documents_place_is_called_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "A_HRC_910_1.pdf"
    path.write_text("<!DOCTYPE html><html><body><h1>404</h1><p>Not found</p></body></html>", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"A_HRC_910_1\.pdf is no document but a web page"):
        read_document(path, path.name, STATES)


def test_a_document_in_html_under_another_suffix_is_told_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text(
        "<!DOCTYPE html><html><body><p>A/HRC/943/15</p><p>Human Rights Council</p>"
        "<p>Report of the Working Group on the Universal Periodic Review</p><p>1. Text.</p></body></html>",
        encoding="utf-8",
    )
    with pytest.raises(DocumentError, match=r"\(A/HRC/943/15\) does not say which State and session") as raised:
        read_document(path, path.name, StateTable.built_in())
    assert "web page" not in str(raised.value)


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".pdf", ".docx", ""])
def test_a_text_and_a_table_of_any_suffix_are_read(tmp_path: Path, suffix: str) -> None:
    text, table = tmp_path / f"text{suffix}", tmp_path / f"table{suffix}"
    text.write_text(COVER + PARAGRAPH, encoding="utf-8")
    table.write_text("To,From,Text,Response,Session\nChile,Peru,Mend ferries,Noted,18\n", encoding="utf-8")
    kinds = [read_document(path, path.name, StateTable.built_in()).identity.kind for path in (text, table)]
    assert kinds == [DocumentKind.COMPILATION, DocumentKind.RECOMMENDATION_TABLE]


def test_a_workbook_of_another_suffix_is_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (("To", "From", "Text", "Response", "Session"), ("Chile", "Peru", "Mend ferries", "Noted", 18)):
        workbook.active.append(row)
    workbook.save(tmp_path / "table.xlsx")
    path = (tmp_path / "table.xlsx").rename(tmp_path / "table.pdf")
    extract = read_document(path, path.name, StateTable.built_in())
    assert extract.identity.kind is DocumentKind.RECOMMENDATION_TABLE


def test_one_without_numbered_paragraphs_says_that_nothing_can_be_shown(tmp_path: Path) -> None:
    extract = read(tmp_path, COVER)
    assert extract.reported == ()
    (sentence,) = extract.warnings
    assert sentence.startswith("compilation.txt: nothing that it reports can be shown: no State, session or numbered")


def test_a_copy_in_json_is_read_like_a_text_file_whatever_its_other_fields_say(tmp_path: Path) -> None:
    path = tmp_path / "copy.json"
    copy = {"symbol": "A/HRC/WG.6/12/XYZ/1", "session": 12, "text": COVER + PARAGRAPH}
    path.write_text(json.dumps(copy), encoding="utf-8")
    extract = read_document(path, path.name, StateTable.built_in())
    assert isinstance(extract, DocumentExtract)
    assert (extract.identity.symbol, extract.identity.session) == ("A/HRC/WG.6/40/CHL/2", 40)
    assert [paragraph.id for paragraph in extract.reported] == ["A.HRC.WG.6.40.CHL.2-1"]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param('{"text": "I. Aims', id="cut off"),
        pytest.param("{" + '"a":{' * 5_000, id="nested"),
        pytest.param('{"text": 12}', id="no words"),
        pytest.param('{"text": ""}', id="empty"),
        pytest.param('{"a": ' + "9" * 5_000 + "}", id="a long number"),
    ],
)
def test_another_json_file_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "copy.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"copy\.json"):
        read_document(path, path.name, StateTable.built_in())


def test_a_mid_term_report_in_word_is_read_with_the_rows_of_its_matrix(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Universal Periodic Review", "Mid-term report", "Republic of Chile", "Introduction"):
        document.add_paragraph(text)
    document.add_paragraph("1. The review on 28 January 2014 led to this report.")
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("No.", "Recommendation", "Measures taken"),
        ("88.1", "Mend the old ferries (Peru)", "Two ferries were mended."),
        ("88.2", "Build piers (Fiji)", "One pier is begun."),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    extract = read_document(path, path.name, StateTable.built_in())
    assert isinstance(extract, DocumentExtract)
    assert extract.identity.kind is DocumentKind.MID_TERM_REPORT
    assert [
        (paragraph.id, paragraph.text, [reference.numbers for reference in paragraph.references])
        for paragraph in extract.reported
    ] == [
        ("CHL-18.mid-term-1", "Two ferries were mended.", [("88.1",)]),
        ("CHL-18.mid-term-2", "One pier is begun.", [("88.2",)]),
    ]


def test_one_whose_numbers_have_gaps_says_which_were_not_found(tmp_path: Path) -> None:
    extract = read(tmp_path, f"{COVER}{PARAGRAPH}\n2. Piers stand.\n\n5. Boats float.\n")
    assert [paragraph.place.paragraph for paragraph in extract.reported] == ["1", "2", "5"]
    (sentence,) = extract.warnings
    assert sentence == "compilation.txt (A/HRC/WG.6/40/CHL/2): no paragraph 3, 4 was found; see the document."
