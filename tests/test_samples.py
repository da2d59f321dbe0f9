"""The invented sample: it says what it is, its files are those that its content gives, and the indexer reads it."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from indexer.extract.commitments import extract_commitments
from indexer.read.pdf import read_pdf
from indexer.recognise.document import recognise
from indexer.sources.document import extract_responses, read_document
from models.records.as_json import Recommendation
from models.reviews.states import StateTable
from samples.make_documents import write_documents
from tests.paths import REPOSITORY

pytestmark = pytest.mark.slow

SAMPLES = REPOSITORY / "samples"
DOCUMENTS = sorted((SAMPLES / "documents").glob("*.pdf"))
EXPECTED = sorted((SAMPLES / "expected").glob("*.jsonl"))
REPORTS = [path for path in EXPECTED if re.fullmatch(r"A_HRC_\d+_\d+", path.stem)]
ADDENDA = [path for path in EXPECTED if path.stem.endswith("_Add.1")]
DECIDED_BY_THE_REPORT = (
    "symbol",
    "paragraph",
    "printed_number",
    "clause",
    "page",
    "text",
    "quoted",
    "composed",
    "state_under_review",
    "recommending_states",
    "interim_position",
    "session",
    "cycle",
    "language",
)


def records_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def drawing_operations(path: Path) -> list[bytes]:
    """What each page draws; compressed bytes may differ between builds of zlib."""
    with path.open("rb") as file:
        pages = PDFPage.create_pages(PDFDocument(PDFParser(file)))
        return [b"".join(resolve1(content).get_data() for content in page.contents) for page in pages]


@pytest.fixture(scope="module")
def states() -> StateTable:
    return StateTable.built_in().extended(SAMPLES / "states.csv")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    write_documents(folder)
    return folder


def test_twenty_five_states_in_five_groups(states: StateTable) -> None:
    invented = [state for state in states if state.invented]

    assert Counter(Counter(state.regional_group for state in invented).values()) == {5: 5}
    assert all(re.fullmatch(r"X[A-E][A-E]", state.code) for state in invented)


def test_no_invented_state_can_be_taken_for_a_real_one(states: StateTable) -> None:
    real = StateTable.built_in()

    for state in states:
        if state.invented:
            assert real.get(state.code) is None
            assert real.find(state.name) is None
            assert real.find_misspelt(state.name) is None


def test_the_generator_gives_the_committed_files(generated: Path) -> None:
    assert sorted(path.name for path in (generated / "documents").iterdir()) == [path.name for path in DOCUMENTS]
    for path in DOCUMENTS:
        assert drawing_operations(generated / "documents" / path.name) == drawing_operations(path), path.name
    for path in EXPECTED:
        assert records_of(generated / "expected" / path.name) == records_of(path), path.name


def test_a_second_run_gives_the_same_bytes(generated: Path, tmp_path: Path) -> None:
    write_documents(tmp_path)

    for path in sorted((generated / "documents").iterdir()):
        assert (tmp_path / "documents" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_page_says_that_it_is_invented(path: Path) -> None:
    pages = drawing_operations(path)

    assert all(b"INVENTED SAMPLE" in page for page in pages)
    assert path.stat().st_size < 60_000


def test_no_symbol_can_exist() -> None:
    """The Human Rights Council is hundreds of sessions away from its nine hundredth; XBA is no State's code."""
    symbols = {record["symbol"] for path in EXPECTED for record in records_of(path)}

    assert len(symbols) == len(DOCUMENTS)
    assert all(re.match(r"A/HRC/9\d\d/\d(/Add\.1)?$|A/HRC/WG\.6/\d+/X[A-E][A-E]/1$", symbol) for symbol in symbols)


def test_the_sample_holds_what_the_site_has_to_show() -> None:
    records = [record for path in REPORTS for record in records_of(path)]

    assert len(records) >= 300
    assert {record["position"] for record in records} == {"supported", "noted", "unknown"}
    assert {record["cycle"] for record in records} == {1, 2, 3}
    assert len({record["state_under_review"] for record in records}) == 3


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_indexer_finds_the_expected_recommendations(path: Path, states: StateTable) -> None:
    document = SAMPLES / "documents" / f"{path.stem}.pdf"

    found = {r.id: Recommendation.as_json(r) for r in read_document(document, document.name, states).recommendations}

    expected = {record["id"]: record for record in records_of(path)}
    assert set(found) == set(expected)
    for name, record in expected.items():
        assert {field: found[name][field] for field in DECIDED_BY_THE_REPORT} == {
            field: record[field] for field in DECIDED_BY_THE_REPORT
        }


def test_the_indexer_finds_the_expected_commitments(states: StateTable) -> None:
    expected = records_of(SAMPLES / "expected" / "A_HRC_WG.6_34_XBA_1.jsonl")
    document = read_pdf(SAMPLES / "documents" / "A_HRC_WG.6_34_XBA_1.pdf")

    found = extract_commitments(document, recognise(document, states), states)

    assert [(c.place.symbol, c.place.paragraph, c.place.page, c.text) for c in found] == [
        (record["symbol"], record["paragraph"], record["page"], record["text"]) for record in expected
    ]
    assert {(c.state_under_review, c.session) for c in found} == {("XBA", 34)}


@pytest.mark.parametrize("path", ADDENDA, ids=lambda path: path.stem)
def test_the_indexer_finds_the_expected_answers(path: Path, states: StateTable) -> None:
    expected = {item_of(record["answers"]): record for record in records_of(path)}
    document = read_pdf(SAMPLES / "documents" / f"{path.stem}.pdf")

    stated = extract_responses(document, recognise(document, states), states)

    assert stated.warnings == ()
    assert sorted(item_of(response.answers) for response in stated.responses) == sorted(expected)
    for response in stated.responses:
        record = expected[item_of(response.answers)]
        assert (response.position, response.comment or response.list_comment) == (record["position"], record["comment"])
        assert (response.place.symbol, response.place.page) == (record["symbol"], record["page"])
        assert record["paragraph"] in (None, response.place.paragraph)


def item_of(number: str) -> str:
    """The item of a number: addenda print "21.3", "21.3." or a bare "3", and here each answers one list alone."""
    return number.split(".")[-1]
