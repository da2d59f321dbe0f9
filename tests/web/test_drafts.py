"""A draft is called one wherever its recommendations are shown, and followed to the final report."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from flask.testing import FlaskClient

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.gathered_documents import GatheredDocuments
from indexer.report.report import IndexReport
from indexer.runs.build_index import index_extracts, index_run, write_snapshot
from indexer.sources.document import read_document
from models.reviews.states import StateTable
from search import open_index
from tests.indexer.invented_word import COVER, word_file
from tests.web.conftest import site_over
from tests.web.inspect_page import words_of
from tests.web.own_forms import send
from tests.web.plans.plan_site import made
from web.command_line import main
from web.site.settings import Settings

STATES = StateTable.built_in()
TODAY = date(2026, 11, 1)
SUPPORTED = "The following recommendations enjoy the support of Chile:"
MARK = "draft of 12 May 2026; numbers may change in the final report"
ID = "CHL-52-6.2-1"
DRAFT = (
    *COVER,
    f"6. {SUPPORTED}",
    "6.1 Mend the ferries of all islands (Peru);",
    "6.2 Paint the ferries before the winter comes (Fiji); (Chad);",
    "6.3 Light the quay at night (Togo).",
)
FINAL = (
    *(words for words in COVER if not words.startswith("[")),
    "GE.26-01234 (E)",
    f"6. {SUPPORTED}",
    "6.1 Mend the ferries of all islands (Peru);",
    "6.2 Light the quay at night (Togo);",
    "6.3 Paint the ferries before winter comes (Fiji); (Chad).",
)


def read(folder: Path, paragraphs: tuple[str, ...], name: str) -> DocumentExtract:
    return read_file(word_file(folder, paragraphs, name=name))


def read_file(path: Path) -> DocumentExtract:
    extract = read_document(path, path.name, STATES)
    assert isinstance(extract, DocumentExtract)
    return extract


def site(folder: Path) -> FlaskClient:
    return site_over(open_index(folder / "index"), Settings(plans=str(folder / "plans.sqlite"))).test_client()


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A site over the draft alone."""
    index_extracts([read(tmp_path, DRAFT, "draft")], tmp_path / "index", "letters", STATES, TODAY)
    return site(tmp_path)


def with_final(folder: Path) -> tuple[FlaskClient, IndexReport]:
    """A site over the index once it was given the final report as well, and what the run says."""
    extracts = [read_file(folder / "draft.docx"), read(folder, FINAL, "final")]
    return indexed(folder, *extracts)


def indexed(folder: Path, *extracts: DocumentExtract) -> tuple[FlaskClient, IndexReport]:
    """The same with any documents."""
    with index_run(folder / "index", "letters", STATES, today=TODAY) as run:
        for extract in extracts:
            run.cache.keep_extract(extract, reader="")
        given = {extract.digest: extract.name for extract in extracts}
        written = write_snapshot(run, GatheredDocuments(reader="", given=given))
    return site(folder), written


def test_pages_say_that_it_is_a_draft(client: FlaskClient) -> None:
    record = words_of(client.get(f"/recommendation/{ID}"))
    assert f"Document A/HRC/910/7 ({MARK}), paragraph 6.2" in record
    assert f"Position recorded in A/HRC/910/7 ({MARK}), paragraph 6" in record
    assert f"A/HRC/910/7 ({MARK}), paragraph 6.2" in words_of(client.post("/find", data={"text": "ferries"}))
    assert f"A/HRC/910/7 ({MARK})" in words_of(client.get("/state/CHL"))
    not_final = "The final report of 2026 is not here: its recommendations are those of the draft of 12 May 2026"
    assert not_final in words_of(client.get("/state/CHL"))


def test_the_mark_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    assert "projet du 12 mai 2026 ; les numéros peuvent changer" in words_of(client.get(f"/fr/recommendation/{ID}"))


def test_files_say_that_it_is_a_draft(client: FlaskClient) -> None:
    def file(extension: str) -> bytes:
        return client.post("/find/download", data={"text": "ferries", "format": extension}).data

    assert f"A/HRC/910/7 ({MARK})" in file("csv").decode()
    sheet = openpyxl.load_workbook(BytesIO(file("xlsx"))).worksheets[0]
    assert f"A/HRC/910/7 ({MARK})" in [cell.value for row in sheet.iter_rows() for cell in row]
    document = docx.Document(BytesIO(file("docx")))
    assert any(MARK in paragraph.text for paragraph in document.paragraphs)


def test_json_says_that_it_is_a_draft(client: FlaskClient) -> None:
    draft = {"date": "2026-05-12", "is_printed": True}
    assert client.get(f"/api/v1/recommendation/{ID}").json["draft"] == draft
    (document,) = client.get("/api/v1/info?state=CHL").json["states"][0]["coverage"]["reviews"][-1]["documents"]
    assert document["draft"] == draft
    row = client.get("/api/v1/export?state=CHL&format=csv").get_data(as_text=True)
    assert ',"2026-05-12",' in row


def test_papers_say_that_it_is_a_draft(client: FlaskClient) -> None:
    plan = made(client, ID, state="CHL")
    paper = docx.Document(BytesIO(client.get(f"{plan}/paper/matrix.docx").data))
    said = [text.text for text in paper.element.body.iter(qn("w:t"))]
    assert f"(A/HRC/910/7 ({MARK}), paragraph 6.2)" in said
    assert f"A/HRC/910/7 ({MARK})" in said


def test_the_final_report_takes_its_place(client: FlaskClient, tmp_path: Path) -> None:
    plan = made(client, ID, state="CHL")
    chosen = client.get("/list")
    there, written = with_final(tmp_path)
    assert written.changes == (
        "CHL-52: final.docx replaces the draft of 12 May 2026 (draft.docx). Of its 3 recommendations 2 changed in "
        "number, words, States or position and 0 are gone; 0 are new. `upr draft CHL-52` says which became which.",
    )
    moved = there.get(f"/recommendation/{ID}")
    assert (moved.status_code, moved.location) == (301, "/recommendation/CHL-52-6.3-2")
    record = words_of(there.get("/recommendation/CHL-52-6.3-2"))
    assert "before winter comes" in record
    assert "draft" not in record
    news = words_of(there.get(f"{plan}?news=1"))
    assert "It is called CHL-52-6.3-2 now, before CHL-52-6.2-1." in news
    assert "What your plan has otherwise: Words: Paint the ferries before the winter comes (Fiji); (Chad)" in news
    assert (
        f"What your plan has otherwise: Source: Chile, UPR 2026 (session 52), A/HRC/910/7 ({MARK}), paragraph 6.2"
        in news
    )
    send(there, "/list", {"add": ID})
    assert "It is called CHL-52-6.3-2 now, before CHL-52-6.2-1." in words_of(there.get("/list"))
    assert chosen.status_code == 200


def test_a_number_given_to_another_never_leads_to_it(client: FlaskClient, tmp_path: Path) -> None:
    """6.3 of the draft is 6.2 now; 6.3 is another request."""
    there, _ = with_final(tmp_path)
    assert there.get("/recommendation/CHL-52-6.3-1").location == "/recommendation/CHL-52-6.2-2"


def test_a_table_says_which_became_which(client: FlaskClient, tmp_path: Path) -> None:
    became = "Which recommendation of the draft became which"
    assert became not in words_of(client.get("/state/CHL/review/52"))
    there, _ = with_final(tmp_path)
    assert became in words_of(there.get("/state/CHL"))
    table = words_of(there.get("/state/CHL/review/52"))
    assert "A/HRC/910/7 replaces the draft of 12 May 2026 File of the draft: draft.docx" in table
    assert "6.1 6.1 nothing Mend" in table
    assert "6.2 6.3 Paragraph, Words Paint" in table
    assert "6.3 6.2 Paragraph Light" in table
    requests = there.get("/api/v1/drafts?review=CHL-52").json["requests"]
    assert [(each["old_paragraph"], each["paragraph"], each["changed"]) for each in requests] == [
        ("6.1", "6.1", []),
        ("6.2", "6.3", ["number", "words"]),
        ("6.3", "6.2", ["number"]),
    ]


def test_the_command_says_which_became_which(client: FlaskClient, tmp_path: Path) -> None:
    with_final(tmp_path)
    command = ["draft", "CHL-52", "--index", str(tmp_path / "index")]
    said = CliRunner().invoke(main, command).output.splitlines()
    assert said[0] == "A/HRC/910/7 replaces the draft of 12 May 2026 (draft.docx)."
    assert said[2] == "6.2 → 6.3 (other words)  Paint the ferries before the winter comes"
    lines = map(json.loads, CliRunner().invoke(main, [*command, "--json"]).output.splitlines())
    assert [line["old_text"] for line in lines] == [
        "Mend the ferries of all islands",
        "Paint the ferries before the winter comes",
        "Light the quay at night",
    ]


def test_the_draft_stays_known_in_later_runs(client: FlaskClient, tmp_path: Path) -> None:
    with_final(tmp_path)
    there, written = indexed(tmp_path, read_file(tmp_path / "draft.docx"), read_file(tmp_path / "final.docx"))
    assert written.changes == ()
    assert "6.2 6.3 Paragraph, Words" in words_of(there.get("/state/CHL/review/52"))


def test_an_amended_draft_that_changes_nothing_is_told(client: FlaskClient, tmp_path: Path) -> None:
    """Its paragraphs on the dialogue are others, its recommendations are not."""
    amended = tuple(words.replace("104 delegations", "105 delegations") for words in DRAFT)
    _, written = indexed(tmp_path, read_file(tmp_path / "draft.docx"), read(tmp_path, amended, "amended"))
    (skipped,) = written.skipped
    assert "docx adds nothing to " in skipped.reason
