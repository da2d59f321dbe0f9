"""What `upr info` says of documents that answer a recommendation otherwise, and of files that differ from one used."""

from dataclasses import replace
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import ListedRecommendation
from indexer.describe.description import describe_index, description_as_text
from models.records.enums import Position
from models.records.records import Place, Response, StatedAnswers
from tests.indexer.test_index_all_sources import ADDENDUM, LIST, SYMBOL, Folder
from tests.invented_records import documents_of, recommendation

NUMBERS = [f"100.{number}" for number in range(1, 14)]
ANSWERS = f"{SYMBOL}/Add.1"


def addendum(name: str, position: Position, numbers: list[str]) -> DocumentExtract:
    place = Place(ANSWERS, "3", 2)
    answers = (Response(place, SYMBOL, number, position, f"{position}", None) for number in numbers)
    return replace(ADDENDUM, name=name, digest=name, answers=StatedAnswers(tuple(answers)))


def test_what_other_documents_and_other_files_say_is_told_with_the_numbers(tmp_path: Path) -> None:
    reports = documents_of(
        [recommendation(f"Plant tree {number}", number, position=Position.PENDING) for number in NUMBERS]
    )
    of_list = (ListedRecommendation(number, Position.NOTED, "Noted", "", ()) for number in NUMBERS)
    listed = replace(LIST, listed=tuple(of_list))
    full, scan = addendum("full.pdf", Position.SUPPORTED, NUMBERS), addendum("scan.pdf", Position.NOTED, NUMBERS[:2])
    Folder(tmp_path).index(*reports, listed, full, scan)
    lines = description_as_text(describe_index(tmp_path), tmp_path).splitlines()
    first_twelve = ", ".join(NUMBERS[:12])
    assert [line for line in lines if line.startswith(("check", "conflict"))] == [
        f"check scan.pdf: it has the symbol {ANSWERS} and differs from full.pdf, which is used",
        f"conflict SVN-20: OHCHR thematic list says otherwise of 13 supported, there noted ({first_twelve} and 1 more)",
        f"conflict SVN-20: scan.pdf ({ANSWERS}, as full.pdf, which is used) says otherwise of "
        "2 supported, there noted (100.1, 100.2)",
    ]
