"""A State's comment that refers to others: papers quote it with all of these, and none in the place of another."""

from datetime import date
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import Plan
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Place, Recommendation, Response, StatedAnswers
from search import open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY, text_of
from tests.web.papers.paper_index import item
from web.papers.papers import make_paper

COMMENTS = {
    "Print school books": "Books are dear. On judges, see also recommendations 2 and 3.",
    "Let judges visit prisons": "Judges visit prisons each spring.",
    "Plant oaks": "Oaks stand along two roads.",
}
ADDENDUM = "A/HRC/920/54/Add.1"
PLAN = Plan(title="Rowers", state="XAA", items=(item("XAA-20-100.1-1", "Print school books"),))


def _answered(record: Recommendation, comment: str) -> Response:
    place = Place(ADDENDUM, "4", 2)
    paragraph = record.place.paragraph or ""
    return Response(place, record.place.symbol, paragraph, Position.NOTED, "notes", comment, place)


@pytest.mark.parametrize("name", ["written-statement", "submission", "public-summary"])
def test_it_keeps_its_own_words_and_all_that_it_refers_to(tmp_path: Path, name: str) -> None:
    records = records_of([Request(text) for text in COMMENTS])
    answers = StatedAnswers(tuple(map(_answered, records, COMMENTS.values())))
    identity = DocumentIdentity(ADDENDUM, DocumentKind.ADDENDUM, "en", "XAA", 20, date(2015, 3, 4))
    addendum = DocumentExtract("addendum.pdf", "1" * 64, identity, answers=answers)
    index_extracts([*documents_of(records), addendum], tmp_path / "index", TEST_ENCODER, STATES, TODAY)
    paper = make_paper(name, PLAN, open_index(tmp_path / "index"), {}, DAY)
    assert (
        "The State’s comment: “Books are dear. On judges, see also recommendations 2 and 3.” "
        f"({ADDENDUM}, paragraph 4, page 2) "
        "Comment on paragraph 100.2, to which it refers: “Judges visit prisons each spring.” "
        f"({ADDENDUM}, paragraph 4, page 2) "
        "Comment on paragraph 100.3, to which it refers: “Oaks stand along two roads.” "
        f"({ADDENDUM}, paragraph 4, page 2)"
    ) in text_of(paper)
    beside = {blank.under for blank in paper.blanks if "what you see yourselves" in blank}
    assert beside <= {"“Print school books”"}, "a blank is told by its item, not by the comment that stands between"
