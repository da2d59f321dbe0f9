"""A result as a file: each recommendation with its citation, nothing that acts, the question only if it is wanted."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from models.records.enums import Position
from models.records.records import Label, Origin, Place, Sponsor, Wording
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from tests.web.words_in_files import WORDS_OF, rows_of_csv, words_of_docx
from web.files.office_files import SHADES
from web.results.files import DOWNLOADS

KINDS = ("csv", "xlsx", "docx")
FORMULA = '=HYPERLINK("x")'
WANTED = {"with_question": "1"}
SHELTERS = recommendation(
    text="Open shelters for girls",
    quoted="Plant oaks (Brenmark); Open shelters for girls (Tamurin);",
    sponsors=(Sponsor("XBA", "Tamurin"),),
    comment="Two shelters\nare open",
    comment_source=Place("A/HRC/920/1/Add.1", "12", 5),
    labels=(
        Label("upr-info", "Detention", Origin.SOURCE),
        Label("upr-info", "Women", Origin.SOURCE),
        Label("upr-info", "Torture", Origin.CLASSIFIER, 0.8),
        Label("uhri-sdg", "16", Origin.SOURCE),
    ),
)
COMPOSED = recommendation(
    paragraph="115.2",
    text="Consider opening shelters for girls",
    quoted="Consider closing/opening shelters for girls (Brenmark);",
    composed=True,
    position=Position.UNKNOWN,
    position_source=None,
)

Fetch = Callable[..., bytes]


@pytest.fixture
def fetch() -> Fetch:
    def fetch(extension: str, *records: Any, path: str = "/match", **data: str) -> bytes:
        client = site_over(InventedIndex(list(records) or None)).test_client()
        response = client.post(f"{path}/download", data={"text": "girls", "format": extension} | data)
        assert response.status_code == 200
        own = f"-{data['state']}" if "state" in data else ""
        assert response.headers["Content-Disposition"] == f"attachment; filename=recommendations{own}.{extension}"
        assert response.headers["Cache-Control"] == "no-store"
        return response.data

    return fetch


def entries_of(content: bytes) -> list[dict[str, str]]:
    """The lines of a table, without what is said beneath it."""
    return [row for row in rows_of_csv(content) if row["Record"] is not None]


def test_each_row_has_what_a_citation_needs(fetch: Fetch) -> None:
    (row,) = entries_of(fetch("csv", SHELTERS))
    assert row == {
        "Order": "1",
        "State under review": "Vellania",
        "ISO code": "XAA",
        "Kind": "Recommendation",
        "Session": "20",
        "Cycle": "2",
        "Recommending States": "Tamurin",
        "As printed": SHELTERS.quoted,
        "Request found in it": "Open shelters for girls (Tamurin)",
        "In other languages": "",
        "Position": "supported",
        "Formula used": "",
        "Position recorded in": "A/HRC/920/1/Add.1, paragraph 3, page 2",
        "To check": "",
        "The State’s comment": "Two shelters\nare open",
        "Comment recorded in": "A/HRC/920/1/Add.1, paragraph 12, page 5",
        "The State’s comment on a list of recommendations that has this one": "",
        "Comment on the list recorded in": "",
        "Comments it refers to": "",
        "Document": "A/HRC/920/1",
        "Paragraph": "115.1",
        "Page of the file": "14",
        "Address": "",
        "UPR Info issues": "Detention; Women",
        "Issues assigned automatically": "Torture",
        "Match": "On the issue",
        "Invented sample": "yes",
        "Record": "XAA-20-115.1-1",
    }


def test_what_the_document_says_in_other_languages_is_quoted_with_its_page(fetch: Fetch) -> None:
    wording = Wording("fr", "Ouvrir des foyers", "Ouvrir des foyers ;", False, Place("A/HRC/920/1", "115.1", 17))
    record = recommendation(text="girls", wordings=(wording,))
    (row,) = entries_of(fetch("csv", record))
    said = "French: “Ouvrir des foyers ;” (A/HRC/920/1, paragraph 115.1, page 17)"
    assert row["In other languages"] == said
    assert f"In other languages: {said}" in words_of_docx(fetch("docx", record))


def test_a_coding_is_said_to_be_one(fetch: Fetch) -> None:
    coded = recommendation(text="girls", position_source=Place("UPR Info", None, None), position_words="Accepted")
    (row,) = entries_of(fetch("csv", coded))
    assert (row["Formula used"], row["Position recorded in"]) == ("", "coded “Accepted” by UPR Info")
    assert any("supported (coded “Accepted” by UPR Info) ." in line for line in words_of_docx(fetch("docx", coded)))
    (row,) = entries_of(fetch("csv", recommendation(text="girls", position_words="enjoys the support")))
    assert (row["Formula used"], row["Position recorded in"]) == (
        "enjoys the support",
        "A/HRC/920/1/Add.1, paragraph 3, page 2",
    )


def test_a_comment_that_is_referred_to_stands_beneath(fetch: Fetch) -> None:
    there = recommendation(
        paragraph="115.2", text="boats", comment="Boats sail.", comment_source=Place("A/HRC/920/1/Add.1", "4", 2)
    )
    here = recommendation(paragraph="115.1", text="girls", comment="See recommendation 115.2.")
    (row,) = entries_of(fetch("csv", here, there))
    said = "Comment on paragraph 115.2, to which it refers: “Boats sail.” (A/HRC/920/1/Add.1, paragraph 4, page 2)"
    assert (row["The State’s comment"], row["Comments it refers to"]) == ("See recommendation 115.2.", said)
    words = words_of_docx(fetch("docx", here, there))
    (at,) = [place for place, line in enumerate(words) if "“See recommendation 115.2.”" in line]
    assert words[at + 1] == f"Comments it refers to: {said}"


def test_request_is_named_only_where_the_paragraph_holds_others(fetch: Fetch) -> None:
    (row,) = entries_of(fetch("csv", recommendation(text="Open shelters for girls")))
    assert row["Request found in it"] == ""


@pytest.mark.parametrize("path", ["/match", "/find"])
def test_all_entries_are_there_unfolded_whatever_the_page(fetch: Fetch, path: str) -> None:
    rows = entries_of(fetch("csv", path=path, text="girls marriage", page="2"))
    assert [int(row["Order"]) for row in rows] == list(range(1, 17))


def test_filters_count(fetch: Fetch) -> None:
    rows = entries_of(fetch("csv", text="girls marriage", position="noted"))
    assert {row["Position"] for row in rows} == {"noted"}


def test_own_state_comes_first(fetch: Fetch) -> None:
    rows = entries_of(fetch("csv", text="girls marriage", state="XBA"))
    is_own = [row["ISO code"] == "XBA" for row in rows]
    assert is_own[0]
    assert is_own == sorted(is_own, reverse=True)


def test_commitments_have_no_position(fetch: Fetch) -> None:
    (row,) = entries_of(fetch("csv", text="shelter", kind="commitment"))
    assert (row["Kind"], row["Position"], row["Recommending States"]) == ("Voluntary commitment", "", "")
    words = words_of_docx(fetch("docx", text="shelter", kind="commitment"))
    assert any(line.startswith("Voluntary commitment of Vellania, UPR 2010 (session 7), A/HRC/") for line in words)
    assert not any("supported" in line for line in words if line.startswith("Voluntary commitment of"))


@pytest.mark.parametrize("kind", KINDS)
def test_composed_words_are_never_written(fetch: Fetch, kind: str) -> None:
    words = "\n".join(WORDS_OF[kind](fetch(kind, COMPOSED)))
    assert COMPOSED.quoted in words
    assert COMPOSED.text not in words


@pytest.mark.parametrize("path", ["/match", "/find"])
def test_question_stands_in_a_file_only_where_it_is_wanted(fetch: Fetch, path: str) -> None:
    record = recommendation(text="Feed goats", quoted="Feed goats (Brenmark);")
    for kind in ("xlsx", "docx"):
        for wanted in ({}, WANTED):
            words = WORDS_OF[kind](fetch(kind, record, text="feed", path=path, **wanted))
            assert ("feed" in "".join(words)) == bool(wanted)


def test_words_in_common_are_words_of_the_question(fetch: Fetch) -> None:
    (row,) = entries_of(fetch("csv", SHELTERS))
    assert "Words in common" not in row
    (row,) = entries_of(fetch("csv", SHELTERS, **WANTED))
    assert row["Words in common"] == "girls"


def test_document_has_the_question_in_one_place(fetch: Fetch) -> None:
    content = fetch("docx", SHELTERS, text="girls of our village", state="XAA", **WANTED)
    document = Document(BytesIO(content))
    assert [each.text for each in document.paragraphs if each.style.name.startswith(("Heading", "Title"))] == [
        "Recommendations",
        "Vellania",
        "Vellania, paragraph 115.1, 2014 (session 20)",
    ]
    assert [each.text for each in document.paragraphs if "village" in each.text] == [
        "Issue or words looked for: girls of our village"
    ]
    properties = document.core_properties
    assert "village" not in f"{properties.title}{properties.subject}{properties.keywords}{properties.comments}"
    assert properties.author == ""


def test_document_is_on_a4_with_state_day_and_page_numbers(fetch: Fetch) -> None:
    (section,) = Document(BytesIO(fetch("docx", SHELTERS, state="XAA"))).sections
    assert (section.page_width.cm, section.page_height.cm) == (
        pytest.approx(21, abs=0.01),
        pytest.approx(29.7, abs=0.01),
    )
    assert section.header.paragraphs[0].text == (
        "Vellania | Universal Periodic Review | documents indexed on 24 November 2026"
    )
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    words = "".join(text.text for text in section.footer._element.iter(qn("w:t")))
    assert words == "Page 1 of 1"


def test_document_cites_in_one_line_with_position_and_comment(fetch: Fetch) -> None:
    words = words_of_docx(fetch("docx", SHELTERS, state="XAA"))
    assert "Vellania: its review of 2010 is not here." in words
    first = words.index("Vellania, paragraph 115.1, 2014 (session 20)") + 1
    assert words[first : first + 4] == [
        SHELTERS.quoted,
        "Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.1, page 14 (Tamurin).  supported  "
        "(A/HRC/920/1/Add.1, paragraph 3, page 2). Invented sample: no document of the United Nations",
        "Match: On the issue",
        "The State’s comment: “Two shelters\nare open” (A/HRC/920/1/Add.1, paragraph 12, page 5)",
    ]


def test_a_comment_in_a_document_is_in_no_language(fetch: Fetch) -> None:
    runs = [run for line in Document(BytesIO(fetch("docx", SHELTERS, state="XAA"))).paragraphs for run in line.runs]
    (run,) = (run for run in runs if "are open" in run.text)
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "x-none"


PAPERS = {
    Position.SUPPORTED: "E3EEFA",
    Position.NOTED: "FDEEDB",
    Position.PENDING: "F0F0F0",
    Position.UNKNOWN: "FFFFFF",
}


def test_positions_are_shaded_and_said(fetch: Fetch) -> None:
    sessions = {Position.PENDING: 50}  # of which no answer was due yet
    records = [
        recommendation(session=sessions.get(position, 20), paragraph=f"1.{number}", text="girls", position=position)
        for number, position in enumerate(PAPERS)
    ]
    runs = [run for line in Document(BytesIO(fetch("docx", *records))).paragraphs for run in line.runs]
    looks = {run.text.strip(): run.style for run in runs}
    sheet = load_workbook(BytesIO(fetch("xlsx", *records)))["Results"]
    fills = {cell.value: cell.fill.fgColor.rgb for row in sheet.iter_rows() for cell in row}
    for position, paper in PAPERS.items():
        look = looks[position.value]
        assert look.element.rPr.find(qn("w:shd")).get(qn("w:fill")) == paper
        assert (str(look.font.color.rgb), look.font.bold) == (SHADES[position].ink, True)
        assert fills[position.value] == f"FF{paper}"


def test_document_tells_the_request_that_was_found_from_the_others(fetch: Fetch) -> None:
    document = Document(BytesIO(fetch("docx", SHELTERS)))
    (quote,) = (each for each in document.paragraphs if each.text == SHELTERS.quoted)
    assert [(run.text, run.style.font.color.rgb is not None) for run in quote.runs] == [
        ("Plant oaks (Brenmark); ", True),
        ("Open shelters for girls (Tamurin)", False),
        (";", True),
    ]


def test_unknown_position_is_not_called_noted(fetch: Fetch) -> None:
    words = words_of_docx(fetch("docx", COMPOSED))
    assert any("unknown  (no answer in the documents indexed)." in line for line in words)


def test_document_says_what_was_filtered_left_out_and_not_found(fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DOWNLOADS, "docx", type(DOWNLOADS["docx"])(DOWNLOADS["docx"].write, 2))
    records = [recommendation("XAB", 7, f"1.{number}", f"Plant oaks for girls {number}") for number in range(3)]
    more = {"state": "XAA", "cycle": "1", "with_others": "1"}
    words = words_of_docx(fetch("docx", *records, recommendation(text="Dig"), **more))
    (found,) = (line for line in words if line.startswith("3 recommendations: 0 recommendations to Vellania. "))
    assert found.endswith(" This file holds the first 2 of them, in the order of the result.")
    assert "Filters: Cycle: Cycle 1" in words
    assert words[words.index("Vellania") + 1].startswith(
        "No recommendation on this found in the reviews of Vellania. Searched: 2014 (session 20). "
        "Only what has the filters chosen was searched."
    )
    assert sum(line.startswith("Brenmark, paragraph") for line in words) == 2


@pytest.mark.parametrize("extension", KINDS)
def test_others_are_in_a_file_only_where_they_are_chosen(fetch: Fetch, extension: str) -> None:
    records = [recommendation(text="Open shelters for girls"), recommendation("XAB", 7, "1.1", "Plant oaks for girls")]
    without = fetch(extension, *records, state="XAA")
    whole = fetch(extension, *records, state="XAA", with_others="1")
    words = WORDS_OF[extension]
    assert "Open shelters" in str(words(without))
    assert "Plant oaks" not in str(words(without))
    assert "Plant oaks" in str(words(whole))
    if extension != "csv":
        assert "1 to other States were found too; they are left out here." in str(words(without))
        assert "left out here" not in str(words(whole))


def test_right_to_left_question_and_text_are_set_so(fetch: Fetch) -> None:
    record = recommendation(text="girls", quoted="افتحوا الملاجئ girls", language="ar")
    document = Document(BytesIO(fetch("docx", record, text="الفتيات girls", **WANTED)))
    for text in ("الفتيات girls", record.quoted):
        (paragraph,) = (each for each in document.paragraphs if each.text.endswith(text))
        assert len(paragraph._p.pPr.findall(".//{*}bidi")) == 1
        assert any(run.font.rtl for run in paragraph.runs)


def test_what_looks_like_a_formula_stays_text(fetch: Fetch) -> None:
    record = recommendation(text="girls", quoted=f"{FORMULA} girls", comment=FORMULA)
    (row,) = entries_of(fetch("csv", record))
    assert (row["As printed"], row["The State’s comment"]) == (f"'{FORMULA} girls", f"'{FORMULA}")
    book = load_workbook(BytesIO(fetch("xlsx", record, text=f"{FORMULA} girls", **WANTED)))
    cells = [cell for sheet in book for row in sheet.rows for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert f"{FORMULA} girls" in [cell.value for cell in cells]


def test_workbook_has_a_table_to_filter_under_a_header_that_stays(fetch: Fetch) -> None:
    book = load_workbook(BytesIO(fetch("xlsx", SHELTERS, text="girls of our village")))
    assert book.sheetnames == ["Results", "About"]
    sheet = book["Results"]
    (header, row) = sheet.values
    assert (header[:3], len(header)) == (("Order", "State under review", "ISO code"), 28)
    assert type(row[0]) is int
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AB2")
    assert (sheet.print_title_rows, sheet.page_setup.paperSize) == ("$1:$1", 9)


def test_columns_are_as_wide_as_they_need_and_texts_are_wrapped(fetch: Fetch) -> None:
    long = recommendation(text="girls " * 100)
    sheet = load_workbook(BytesIO(fetch("xlsx", long)))["Results"]
    width = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert width["As printed"] == pytest.approx(60, abs=1)
    assert width["ISO code"] < 10
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in sheet[2])


def test_workbook_says_what_it_is(fetch: Fetch) -> None:
    book = load_workbook(BytesIO(fetch("xlsx", SHELTERS, state="XAA", cycle="2", **WANTED)))
    about = list(book["About"].values)
    assert about[:8] == [
        ("What it is", "Recommendations"),
        ("Invented sample", "Invented sample: no document of the United Nations"),
        ("Issue or words looked for", "girls"),
        ("State", "Vellania"),
        ("Found", "1 recommendation to Vellania. On the issue: 1."),
        ("Not indexed", "Vellania: its review of 2010 is not here."),
        ("Filters", "Cycle: Cycle 2"),
        ("Documents indexed on", "24 November 2026"),
    ]
    names = [name for name, _ in about]
    assert [name for name in names if name in ("Supported", "Noted", "Pending", "Unknown", "Coding")] == [
        "Supported",
        "Noted",
        "Pending",
        "Unknown",
        "Coding",
    ]
    assert names[-2:] == ["Source: A/HRC/920/1", "Source: A/HRC/920/1/Add.1"]


@pytest.mark.parametrize("kind", KINDS)
def test_characters_that_no_office_file_may_hold_are_left_out(fetch: Fetch, kind: str) -> None:
    record = recommendation(text="girls", quoted="girls \x0b \uffff \u202e")
    assert fetch(kind, record, text="girls \x0b \uffff")


def test_real_document_is_linked(fetch: Fetch) -> None:
    real = replace(SHELTERS, state_under_review="SVN")
    (row,) = entries_of(fetch("csv", real))
    assert row["Address"] == "https://undocs.org/A/HRC/920/1"
    document = Document(BytesIO(fetch("docx", real)))
    (source,) = (each for each in document.paragraphs if each.hyperlinks)
    assert source.text.endswith("(A/HRC/920/1/Add.1, paragraph 3, page 2). https://undocs.org/A/HRC/920/1")
    assert [link.address for link in source.hyperlinks] == ["https://undocs.org/A/HRC/920/1"]
    book = load_workbook(BytesIO(fetch("xlsx", real)))
    links = {cell.hyperlink.target for sheet in book for row in sheet.rows for cell in row if cell.hyperlink}
    assert links == {"https://undocs.org/A/HRC/920/1", "https://undocs.org/A/HRC/920/1/Add.1"}


def test_only_addresses_of_documents_become_links(fetch: Fetch) -> None:
    record = recommendation(
        text="girls", quoted="https://elsewhere.example girls", comment="mailto:a@elsewhere.example"
    )
    book = load_workbook(BytesIO(fetch("xlsx", record, text="https://elsewhere.example", **WANTED)))
    assert [cell for sheet in book for row in sheet.rows for cell in row if cell.hyperlink] == []


@pytest.mark.parametrize("path", ["/match", "/find"])
@pytest.mark.parametrize("data", [{"text": "girls", "format": "exe"}, {"text": "girls"}, {"format": "csv"}])
def test_what_cannot_be_written_is_refused(path: str, data: dict[str, str]) -> None:
    assert site_over(InventedIndex()).test_client().post(f"{path}/download", data=data).status_code == 400


@pytest.mark.parametrize(("path", "start"), [("/match", "/"), ("/find", "/find")])
def test_file_has_no_address_of_its_own(path: str, start: str) -> None:
    response = site_over(InventedIndex()).test_client().get(f"{path}/download")
    assert (response.status_code, response.location) == (303, start)


@pytest.mark.parametrize("path", ["/match", "/find"])
def test_page_offers_the_files(path: str) -> None:
    client = site_over(InventedIndex()).test_client()
    page = client.post(path, data={"text": "girls"}).get_data(as_text=True)
    assert page.count(f'formaction="{path}/download"') == 3
    assert page.count('name="with_question" value="1">') == 1  # and not ticked
    assert ": the first " not in page
    assert "download" not in client.post(path, data={"text": "zzz"}).get_data(as_text=True)


def test_page_says_what_a_file_leaves_out(client_over: Callable[..., Any]) -> None:
    records = [recommendation(paragraph=f"1.{number}") for number in range(201)]
    page = page_of(client_over(*records).post("/match", data={"text": "girls"}))
    assert "Download Document (DOCX): the first 200." in text_of(page)
