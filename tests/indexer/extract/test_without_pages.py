"""Word files, web pages and plain text have no pages: their records are cited by paragraph alone."""

from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from indexer.extract.without_pages import without_pages
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Commitment, Place, StatedAnswers
from models.records.reported import Contributor, ReportedParagraph
from tests.invented_records import recommendation

REPORT = "A/HRC/920/1"


def test_every_place_loses_its_page_and_nothing_else() -> None:
    record = replace(
        recommendation("Mend the ferries", "115.1"),
        place=Place(REPORT, "115.1", 1),
        position_source=Place(REPORT, "115", 1),
    )
    extract = DocumentExtract(
        "report.txt",
        "0" * 64,
        DocumentIdentity(REPORT, DocumentKind.WORKING_GROUP_REPORT, "en", "XAA", 20),
        recommendations=(record,),
        reported=(
            ReportedParagraph(
                Place(REPORT, "7", 1),
                "Ferries were mended.",
                ("Transport",),
                contributors=(Contributor("JS1", "Crews"),),
            ),
        ),
        answers=StatedAnswers(warnings=("a warning",)),
    )
    found = without_pages(extract)
    (kept,) = found.recommendations
    assert (kept.place, kept.position_source) == (Place(REPORT, "115.1", None), Place(REPORT, "115", None))
    assert (kept.text, kept.position, kept.id) == (record.text, record.position, record.id)
    assert found.reported[0].place == Place(REPORT, "7", None)
    assert [stakeholder.name for stakeholder in found.reported[0].contributors] == ["Crews"]
    assert (found.identity, found.answers) == (extract.identity, extract.answers)


def test_a_pledge_without_a_page_is_not_taken_for_one_of_a_table() -> None:
    pledge = Commitment("XAA", 20, Place(REPORT, "113", 1), 2, "Mend the ferries")
    assert without_pages(pledge).id == pledge.id == "XAA-20-c-A.HRC.920.1-113-2"
    table = Commitment("XAA", 20, Place("UPR Info", None, None), 1, "Mend the ferries")
    assert table.id.startswith("XAA-20-ct")
