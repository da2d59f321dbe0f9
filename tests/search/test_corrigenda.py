"""A recommendation that a corrigendum corrects is found where its report prints it, and where the corrigendum does."""

from dataclasses import replace

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.requests import Correction, Request
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Place
from search import KeywordQuestion, open_index
from search.catalogue.chosen import ids_at
from search.search_index import SearchIndex
from tests.invented_records import recommendation
from tests.search.invented_index import build

FERRIES, BRIDGES = recommendation("Mend the old ferries", "6.1"), recommendation("Paint the bridges", "6.2")
REPORT, CORRIGENDUM = FERRIES.place.symbol, f"{FERRIES.place.symbol}/Corr.1"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    words = Request("Mend the young ferries", FERRIES.sponsors)
    correction = Correction(Place(CORRIGENDUM, "6.1", 1), "Mend the young ferries (FRA);", requests=(words,))
    identity = DocumentIdentity(CORRIGENDUM, DocumentKind.ADDENDUM, "en", "SVN")
    corrigendum = DocumentExtract("corrigendum.pdf", "c" * 64, identity, corrections=(correction,))
    return open_index(build(tmp_path_factory.mktemp("corrigenda"), [FERRIES, BRIDGES, corrigendum]))


def test_its_record_has_the_new_words_and_names_the_corrigendum(index: SearchIndex) -> None:
    record = index.record(FERRIES.id)
    assert record == replace(
        FERRIES,
        place=Place(CORRIGENDUM, "6.1", 1),
        text="Mend the young ferries",
        quoted="Mend the young ferries (FRA);",
    )


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (f'symbol:"{REPORT}"', {FERRIES.id, BRIDGES.id}),
        (f'symbol:"{REPORT}" paragraph:"6.1"', {FERRIES.id}),
        (f'symbol:"{CORRIGENDUM}"', {FERRIES.id}),
        ("young", {FERRIES.id}),
        ("old", set()),
    ],
)
def test_keywords_find_it(index: SearchIndex, query: str, ids: set[str]) -> None:
    assert {hit.record.id for hit in index.find(KeywordQuestion(query)).hits} == ids


@pytest.mark.parametrize(("symbol", "paragraph"), [(REPORT, "6.1"), (CORRIGENDUM.lower(), "6.1."), (REPORT, "6.2")])
def test_its_place_gives_it(index: SearchIndex, symbol: str, paragraph: str) -> None:
    assert ids_at(index.snapshot.connection, symbol, paragraph) == ((FERRIES if "1" in paragraph[2:] else BRIDGES).id,)
