"""Reports, addenda, lists and tables through the index folder: what the catalogue holds, and which ids stay."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import ListedRecommendation, TableEntry
from indexer.runs.build_index import index_extracts
from indexer.write.check import problems_of
from models.index_folder.folder import CATALOGUE, current_snapshot
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.permanent_ids import words_digest
from models.records.records import Commitment, Label, Origin, Place, Response, Sponsor, StatedAnswers
from models.reviews.states import StateTable
from tests.invented_records import TODAY, documents_of, recommendation

TREES = recommendation("Plant trees along every road", "100.1", position=Position.PENDING)
TABLE_ID = f"SVN-20-t{words_digest('Plant trees along every road')}"
(REPORT,) = documents_of([TREES])
SYMBOL = REPORT.identity.symbol
PLEDGE = Commitment("SVN", 20, Place(SYMBOL, "103", 21), 1, "Slovenia will plant more forests")
PLEDGE_ID = f"SVN-20-c-{SYMBOL.replace('/', '.')}-103-"


def other(kind: DocumentKind, symbol: str, session: int | None = None) -> DocumentExtract:
    return DocumentExtract(f"{symbol}.pdf", symbol, DocumentIdentity(symbol, kind, "en", "SVN", session))


ADDENDUM = replace(
    other(DocumentKind.ADDENDUM, f"{SYMBOL}/Add.1"),
    answers=StatedAnswers(
        (Response(Place(f"{SYMBOL}/Add.1", "3", 2), SYMBOL, "1", Position.SUPPORTED, "accepts", "Yes."),)
    ),
)
LIST = replace(
    other(DocumentKind.THEMATIC_LIST, "OHCHR thematic list", 20),
    listed=(ListedRecommendation("100.1", Position.NOTED, "Noted", "", (Label("uhri", "Forests", Origin.SOURCE),)),),
)
TABLE = replace(
    other(DocumentKind.RECOMMENDATION_TABLE, "UPR Info"),
    entries=(
        TableEntry(
            "SVN",
            20,
            "Plant trees along every road.",
            "Noted",
            Position.NOTED,
            (Sponsor("FRA", "France"),),
            4,
            ("Environment",),
        ),
    ),
)


class Folder:
    """An index folder, built again and again of other documents."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def index(self, *documents: DocumentExtract) -> None:
        index_extracts(documents, self.path, "letters", StateTable.built_in(), TODAY)
        assert list(problems_of(current_snapshot(self.path))) == []

    def rows(self, query: str) -> Sequence[tuple[object, ...]]:
        with closing(sqlite3.connect(current_snapshot(self.path) / CATALOGUE)) as catalogue:
            return catalogue.execute(query).fetchall()


def test_the_catalogue_keeps_what_every_source_says(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.index(TABLE, LIST, ADDENDUM, replace(REPORT, commitments=(PLEDGE,)))
    assert folder.rows(
        "SELECT id, position, answered_in, action_category, action_origin FROM recommendation JOIN entry USING (id)"
    ) == [("SVN-20-100.1-1", "supported", f"{SYMBOL}/Add.1", 4, "source")]
    ((content,),) = folder.rows("SELECT content FROM entry WHERE kind = 'recommendation'")
    said = json.loads(content)
    assert (said["position_words"], said["comment"]) == ("accepts", "Yes.")
    assert [
        (conflict["place"]["symbol"], conflict["position"], conflict["words"]) for conflict in said["conflicts"]
    ] == [
        ("OHCHR thematic list", "noted", "Noted"),
        ("UPR Info", "noted", "Noted"),
    ]
    assert folder.rows("SELECT symbol FROM stands_in WHERE id = 'SVN-20-100.1-1' ORDER BY symbol") == [
        (SYMBOL,),
        (f"{SYMBOL}/Add.1",),
        ("OHCHR thematic list",),
        ("UPR Info",),
    ]
    assert folder.rows("SELECT scheme, label, origin, confidence FROM label ORDER BY scheme") == [
        ("uhri", "Forests", "source", 1.0),
        ("upr-info", "Environment", "source", 1.0),
    ]
    assert folder.rows("SELECT id, symbol, paragraph FROM entry WHERE kind = 'commitment'") == [
        (f"{PLEDGE_ID}1", SYMBOL, "103")
    ]
    assert folder.rows("SELECT kind FROM entry ORDER BY number") == [("recommendation",), ("commitment",)]
    assert folder.rows("SELECT DISTINCT review FROM document_review") == [("SVN-20",)]
    assert folder.rows("SELECT count(*) FROM document WHERE url IS NULL") == [(2,)]


def test_an_addendum_waits_for_its_report(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (elsewhere,) = documents_of([recommendation("Mend bridges", "5.1", state="CHL", session=18)])
    folder.index(ADDENDUM, elsewhere)
    assert folder.rows("SELECT review FROM document WHERE kind = 'addendum'") == [(None,)]
    folder.index(ADDENDUM, elsewhere, REPORT)
    assert folder.rows("SELECT position FROM recommendation WHERE review = 'SVN-20'") == [("supported",)]


def test_an_address_from_the_table_leads_to_the_ask_when_the_report_comes_and_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.index(TABLE)
    assert folder.rows("SELECT id, paragraph, position FROM recommendation JOIN entry USING (id)") == [
        (TABLE_ID, None, "noted")
    ]
    folder.index(TABLE, REPORT)
    assert folder.rows("SELECT id FROM recommendation") == [("SVN-20-100.1-1",)]
    assert folder.rows("SELECT old_id, id FROM alias") == [(TABLE_ID, "SVN-20-100.1-1")]
    folder.index(TABLE)
    assert folder.rows("SELECT id FROM recommendation") == [(TABLE_ID,)]
    assert folder.rows("SELECT old_id, id FROM alias") == [("SVN-20-100.1-1", TABLE_ID)]


def test_a_commitment_keeps_its_address_when_another_one_is_found_before_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.index(replace(REPORT, commitments=(PLEDGE,)))
    found_now = replace(PLEDGE, text="Slovenia will mend its bridges")
    folder.index(replace(REPORT, commitments=(found_now, replace(PLEDGE, order=2))))
    assert folder.rows("SELECT id, text FROM entry JOIN text ON sha256 = text_sha256 WHERE kind = 'commitment'") == [
        (f"{PLEDGE_ID}2", found_now.text),
        (f"{PLEDGE_ID}1", PLEDGE.text),
    ]
    folder.index(replace(REPORT, commitments=(found_now,)))
    assert folder.rows("SELECT old_id, id FROM alias") == [(f"{PLEDGE_ID}1", None)]
