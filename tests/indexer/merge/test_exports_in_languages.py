"""The Universal Human Rights Index in Spanish beside the English export: second wordings, no second records."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.packed_extract import PackedExtract
from indexer.merge.observations import merge_observations
from indexer.merge.review import merge_documents
from indexer.sources.document import read_document
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.indexer.invented_uhri import asked, json_export, observed
from tests.invented_records import documents_of, recommendation

STATES = StateTable.built_in()
ENGLISH = "Plant trees along every road of the mountains before the winter"
SPANISH = "Plantar árboles a lo largo de todas las carreteras de las montañas antes del invierno"
IN_SPANISH = {"Countries": ["- Eslovenia"], "UprRecommendingCountry": ["- Francia"], "UprPositions": ["- Apoyada"]}


def export(folder: Path, name: str, *records: dict[str, Any]) -> DocumentExtract:
    path = json_export(folder / f"{name}.json", records)
    extract = read_document(path, path.name, STATES)
    return extract.whole() if isinstance(extract, PackedExtract) else extract


def merged(*documents: DocumentExtract) -> tuple[Recommendation, ...]:
    return merge_documents(documents, date(2026, 1, 1)).recommendations


@pytest.fixture
def english(tmp_path: Path) -> DocumentExtract:
    return export(tmp_path, "en", asked(f"100.1 {ENGLISH} (France);"))


@pytest.fixture
def spanish(tmp_path: Path) -> DocumentExtract:
    return export(tmp_path, "es", asked(f"100.1 {SPANISH} (Francia);", **IN_SPANISH))


def test_the_spanish_export_gives_a_second_wording(english: DocumentExtract, spanish: DocumentExtract) -> None:
    for documents in ((english, spanish), (spanish, english)):
        (record,) = merged(*documents)
        assert (record.language, record.text, record.position.value) == ("en", ENGLISH, "supported")
        assert [(wording.language, wording.text) for wording in record.wordings] == [("es", SPANISH)]
        assert {wording.place.symbol for wording in record.wordings} == {"Universal Human Rights Index"}


def test_it_is_one_of_the_record_of_a_report(english: DocumentExtract, spanish: DocumentExtract) -> None:
    report = documents_of([recommendation(ENGLISH)])
    (record,) = merged(*report, english, spanish)
    assert record.place.paragraph == "100.1"
    assert [wording.text for wording in record.wordings] == [SPANISH]


def test_the_spanish_export_alone_is_read(spanish: DocumentExtract) -> None:
    (record,) = merged(spanish)
    assert (record.state_under_review, record.language, record.text) == ("SVN", "es", SPANISH)
    assert [sponsor.state for sponsor in record.sponsors] == ["FRA"]


def test_another_annotation_is_another_record(tmp_path: Path, english: DocumentExtract) -> None:
    other = asked(f"100.2 {SPANISH} (Francia);", **IN_SPANISH, AnnotationId="0a0c9531-0000-4000-8000-000000000002")
    assert len(merged(english, export(tmp_path, "es", other))) == 2


def test_of_a_paragraph_of_a_treaty_body_the_english_words_stay(tmp_path: Path) -> None:
    in_english = export(tmp_path, "en", observed())
    said = "<p>7.El Estado parte debería abrir todas las cabañas de las montañas a los caminantes.</p>"
    in_spanish = export(tmp_path, "es", observed(said, Countries=["- Eslovenia"]))
    for documents in ((in_english, in_spanish), (in_spanish, in_english)):
        (record,) = merge_observations(documents)
        assert (record.language, record.text) == ("en", "The State party should open all huts.")
