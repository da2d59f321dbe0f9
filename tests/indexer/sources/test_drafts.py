"""Draft reports in Word, whole and cut out as lists alone, and what is asked of the user of these."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.told import Told
from indexer.sources.document import read_document
from models.errors import UnrecognisedDocument
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.indexer.invented_word import COVER, word_file
from tests.paths import SHARED

STATES = StateTable.built_in()
ITEMS = ("6.1 Mend the ferries (Peru);", "6.2 Paint the ferries (Fiji); (Chad);", "6.3 Light the quay (Togo);")
TOLD = Told("CHL", 52)


def read(path: Path, told: Told | None = None) -> DocumentExtract:
    extract = read_document(path, path.name, STATES, told)
    assert isinstance(extract, DocumentExtract)
    return extract


def rows(extract: DocumentExtract) -> list[tuple[str, str, str]]:
    return [
        (record.id, record.position.value, " ".join(sponsor.state for sponsor in record.sponsors))
        for record in extract.recommendations
    ]


def test_a_whole_draft(tmp_path: Path) -> None:
    intro = "6. The following recommendations enjoy the support of Chile:"
    last = ("7. The following recommendations will be examined by Chile, which will respond:", "7.1 Sail (Cuba).")
    path = word_file(tmp_path, [*COVER, intro, *ITEMS, *last])
    extract = read(path)
    assert read(path, TOLD).warnings == extract.warnings == (), "it says itself of which review it is"
    assert (extract.identity.symbol, extract.identity.session, extract.identity.is_draft) == ("A/HRC/910/7", 52, True)
    assert rows(extract) == [
        ("CHL-52-6.1-1", "supported", "PER"),
        ("CHL-52-6.2-1", "supported", "FJI TCD"),
        ("CHL-52-6.3-1", "supported", "TGO"),
        ("CHL-52-7.1-1", "pending", "CUB"),
    ]


def test_a_list_alone_has_positions_that_it_does_not_state(tmp_path: Path) -> None:
    extract = read(word_file(tmp_path, [*ITEMS, "7.1 Sail (Cuba);", "8.1 Row (Mali)."], header="A/HRC/910/7"), TOLD)
    assert extract.identity.is_draft
    assert rows(extract) == [
        ("CHL-52-6.1-1", "unknown", "PER"),
        ("CHL-52-6.2-1", "unknown", "FJI TCD"),
        ("CHL-52-6.3-1", "unknown", "TGO"),
        ("CHL-52-7.1-1", "unknown", "CUB"),
        ("CHL-52-8.1-1", "unknown", "MLI"),
    ]
    assert {(record.place.symbol, record.place.page, record.position_source) for record in extract.recommendations} == {
        ("A/HRC/910/7", None, None)
    }
    assert extract.warnings == (
        "list.docx: of which review it is stands nowhere in it; it was read as CHL-52, as you gave.",
    )


def test_between_lists_alone_any_number_of_paragraphs_is_missing(tmp_path: Path) -> None:
    """As where the answers of a State stand between its lists, and were cut away."""
    extract = read(word_file(tmp_path, [*ITEMS, "12.1 Sail (Cuba);", "12.2 Row (Mali).", "40.1 Swim (Fiji)."]), TOLD)
    numbers = [record.place.paragraph for record in extract.recommendations]
    assert numbers == ["6.1", "6.2", "6.3", "12.1", "12.2", "40.1"]


def test_a_list_alone_with_an_introduction_has_its_position(tmp_path: Path) -> None:
    extract = read(word_file(tmp_path, ["The recommendations below enjoy the support of Chile:", *ITEMS]), TOLD)
    assert {record.position for record in extract.recommendations} == {Position.SUPPORTED}


def test_a_part_of_a_list_begins_with_any_number(tmp_path: Path) -> None:
    items = ["135.98 Mend it (Peru);", "135.99 Paint it (Fiji);", "135.100 Light it (Togo)."]
    numbers = [record.place.paragraph for record in read(word_file(tmp_path, items), TOLD).recommendations]
    assert numbers == ["135.98", "135.99", "135.100"]


def test_sub_headings_are_no_part_of_recommendations(tmp_path: Path) -> None:
    extract = read(word_file(tmp_path, ["Ferries", *ITEMS[:2], "Quays and harbours", *ITEMS[2:]]), TOLD)
    assert [record.quoted for record in extract.recommendations] == [item.partition(" ")[2] for item in ITEMS]


@pytest.mark.parametrize(
    ("header", "title", "symbol"),
    [
        ("A/HRC/910/7", "", "A/HRC/910/7"),
        ("", "A/HRC/910/8", "A/HRC/910/8"),
        ("Chile, A/HRC/910/7 (draft)", "A/HRC/910/8", "A/HRC/910/7"),
        ("", "", "CHL-52/draft report"),
    ],
)
def test_the_symbol_stands_in_the_header_or_is_the_title(tmp_path: Path, header: str, title: str, symbol: str) -> None:
    assert read(word_file(tmp_path, ITEMS, header=header, title=title), TOLD).identity.symbol == symbol


@pytest.mark.parametrize(
    ("name", "question"),
    [
        (
            "Chile - Draft report circulated on 8 May 2026",
            "review of Chile in session 52? Then give --review CHL-52,",
        ),
        ("Guinea-Bissau_list", "Is this the review of Guinea-Bissau in session 49? Then give --review GNB-49,"),
        ("recommendations", "Say it with --review, as in --review SOM-52,"),
    ],
)
def test_what_a_name_says_is_only_asked(tmp_path: Path, name: str, question: str) -> None:
    path = word_file(tmp_path, ITEMS, header="A/HRC/910/7", name=name)
    with pytest.raises(UnrecognisedDocument) as refused:
        read(path)
    assert "does not say which State and session" in str(refused.value)
    assert question in str(refused.value)


def test_a_list_alone_as_pdf_is_not_of_the_state_that_ends_a_line_of_it(tmp_path: Path) -> None:
    """Where a line is broken before the sponsor, that stands alone, as the State does on a cover."""
    rows = [
        "6.1 Mend the ferries that serve the islands",
        "(Peru);",
        "6.2 Paint them",
        "Fiji",
        "6.3 Light the quay (Togo).",
    ]
    canvas = Canvas(str(tmp_path / "list.pdf"), pagesize=A4, invariant=True)
    canvas.drawString(70, 800, "A/HRC/910/7")
    for number, words in enumerate(rows):
        canvas.drawString(70, 760 - 14 * number, words)
    canvas.save()
    identity = read(tmp_path / "list.pdf", TOLD).identity
    assert (identity.state_under_review, identity.is_draft) == ("CHL", True)


def test_what_a_document_says_is_not_overruled(tmp_path: Path) -> None:
    path = word_file(tmp_path, [*COVER, "6. The following enjoy the support of Chile:", *ITEMS])
    with pytest.raises(UnrecognisedDocument, match="says itself that it is of CHL-52, not of PER-52"):
        read(path, Told("PER", 52))


def test_a_code_of_no_state_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnrecognisedDocument, match="code of no State"):
        read(word_file(tmp_path, ITEMS), Told("ZZX", 52))


def test_a_report_with_the_number_of_its_print_job_is_no_draft(tmp_path: Path) -> None:
    cover = [words for words in COVER if not words.startswith("[")]
    path = word_file(tmp_path, [*cover, "GE.26-01234 (E)", "6. The following enjoy the support of Chile:", *ITEMS])
    assert not read(path).identity.is_draft


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "state", "positions"),
    [
        ("Somalia", None, {"supported": 259, "noted": 26, "pending": 3}),
        ("Mozambique", None, {"pending": 292}),
        ("Belgium", "BEL", {"unknown": 300}),
        ("Latvia", "LVA", {"unknown": 243}),
        ("Namibia", "NAM", {"unknown": 290}),
        ("Palau", "PLW", {"unknown": 185}),
        ("Estonia", "EST", {"unknown": 273}),
    ],
)
def test_real_drafts(name: str, state: str | None, positions: dict[str, int]) -> None:
    paths: Sequence[Path] = sorted((SHARED / "drafts_2026").glob(f"{name} *.docx"))
    if not paths:
        pytest.skip("the real drafts are not there")
    extract = read(paths[0], Told(state, 52) if state else None)
    numbers = {record.place.paragraph: record.position.value for record in extract.recommendations}
    assert {position: list(numbers.values()).count(position) for position in numbers.values()} == positions


@pytest.mark.real_data
@pytest.mark.office
@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_real_drafts_made_into_pdf_give_the_same_records_but_for_the_page(tmp_path: Path) -> None:
    drafts = sorted((SHARED / "drafts_2026").glob("*.docx"))
    if not drafts:
        pytest.skip("the real drafts are not there")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *drafts]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    codes = {"Belgium": "BEL", "Estonia": "EST", "Latvia": "LVA", "Namibia": "NAM", "Palau": "PLW"}
    for draft in drafts:
        code = codes.get(draft.name.partition(" ")[0])
        told = Told(code, 52) if code else None
        word, pdf = read(draft, told), read(tmp_path / f"{draft.stem}.pdf", told)
        assert without_page(word) == without_page(pdf)
        assert {record.place.page for record in word.recommendations} == {None}
        assert all(record.place.page for record in pdf.recommendations)
        assert word.identity.is_draft == pdf.identity.is_draft


def without_page(extract: DocumentExtract) -> list[Recommendation]:
    return [
        replace(record, place=replace(record.place, page=None), position_source=None)
        for record in extract.recommendations
    ]
