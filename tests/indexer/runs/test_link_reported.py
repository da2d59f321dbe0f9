"""What documents before a review report is linked with the recommendations that they name, whichever came first."""

import pickle
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.gather.gather_documents import Sources
from indexer.report.report import IndexReport
from indexer.runs.build_index import build_index
from indexer.write.check import problems_of
from models.index_folder.folder import current_snapshot
from models.records.documents import DocumentKind
from models.records.records import Observation, ObservationKind, Place
from models.records.reported import Stated, StatedReference
from models.reviews.states import StateTable
from search import open_index
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion, Listing
from tests.indexer.conftest import Workshop
from tests.invented_records import documents_of, mid_term, pre_session, recommendation

ASKED = [
    recommendation("Mend the old ferries", "77.1"),
    recommendation("Build piers for ferries", "77.2"),
    recommendation("Train the rowers of ferries", "77.2", 2),
]
(REPORT,) = documents_of(ASKED)
(TWO_LISTS,) = documents_of([*ASKED, recommendation("Count the birds of the marshes", "78.1")])
(FULLER,) = documents_of([*ASKED, recommendation("Count the birds", "77.3"), recommendation("Paint the boats", "77.4")])
"""Of the same symbol: the fullest file of one counts, and it has one list alone."""
HEADING = StatedReference(Stated.HEADING, "Recommendations 1, 2", ("1", "2"), holds_below=True, heading="Ferries")
SENTENCE = StatedReference(Stated.SENTENCE, "recommendation 77.1", ("77.1",), heading="Ferries")
BY_STATE = pre_session("SVN", 34, {"Two ferries were mended.": (HEADING, SENTENCE), "All is well.": ()})
BY_UN = pre_session("SVN", 34, {"A committee saw new piers.": ()}, DocumentKind.COMPILATION)
LINKS = [
    ("A.HRC.WG.6.34.SVN.1-1", "SVN-20-77.1-1", 1, "heading", 1, "Recommendations 1, 2", 0, "only list", 1.0),
    ("A.HRC.WG.6.34.SVN.1-1", "SVN-20-77.1-1", 2, "sentence", 0, "recommendation 77.1", 0, "printed", 1.0),
    ("A.HRC.WG.6.34.SVN.1-1", "SVN-20-77.2-1", 1, "heading", 1, "Recommendations 1, 2", 0, "only list", 1.0),
    ("A.HRC.WG.6.34.SVN.1-1", "SVN-20-77.2-2", 1, "heading", 1, "Recommendations 1, 2", 0, "only list", 1.0),
]


def read_pickled(path: Path, _name: str, _states: StateTable) -> DocumentExtract:
    extract: DocumentExtract = pickle.loads(path.read_bytes())  # noqa: S301 - our own
    return replace(extract, digest=path.name)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    (tmp_path / "documents").mkdir()
    return Workshop(tmp_path / "documents", tmp_path / "index")


def add(workshop: Workshop, documents: Sequence[DocumentExtract], *, fresh: bool = False) -> IndexReport:
    """Index documents, each by way of a file that holds its extract."""
    paths = []
    for document in documents:
        content = pickle.dumps(document)
        path = workshop.documents / sha256(content).hexdigest()
        path.write_bytes(content)
        paths.append(path)
    report = build_index(Sources(tuple(paths), None, 1, read_pickled), workshop.index, "letters", fresh=fresh)
    assert list(problems_of(current_snapshot(workshop.index))) == []
    return report


def links(workshop: Workshop) -> list[tuple[object, ...]]:
    return workshop.rows('SELECT * FROM stated_link ORDER BY reported, recommendation, "order"')


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param([[REPORT, BY_STATE]], id="together"),
        pytest.param([[REPORT], [BY_STATE]], id="the report first"),
        pytest.param([[BY_STATE], [REPORT]], id="the report last"),
        pytest.param([[BY_STATE, REPORT], [BY_UN]], id="another document later"),
    ],
)
def test_whichever_was_indexed_first(workshop: Workshop, runs: Sequence[Sequence[DocumentExtract]]) -> None:
    for documents in runs:
        report = add(workshop, documents)
    assert links(workshop) == LINKS
    assert set(workshop.rows("SELECT review, reported_on FROM reported")) == {("SVN-34", "SVN-20")}
    assert not any("nothing is linked" in warning for warning in report.warnings)


def test_a_mid_term_report_reports_on_its_own_review_and_a_national_report_on_the_one_before(
    workshop: Workshop,
) -> None:
    documents = [
        mid_term("SVN", 20, {"Two ferries were mended.": (HEADING,)}),
        mid_term("SVN", 20, {"One ferry was mended.": (SENTENCE,)}, author="Rowers"),
        pre_session("SVN", 20, {"Ferries were bought.": (SENTENCE,)}),
    ]
    add(workshop, [REPORT, *documents])
    assert workshop.rows("SELECT id, document_kind, review, reported_on FROM reported ORDER BY id") == [
        ("A.HRC.WG.6.20.SVN.1-1", "national report", "SVN-20", None),
        ("SVN-20.mid-term-1", "mid-term report", "SVN-20", "SVN-20"),
        ("SVN-20.mid-term.rowers-1", "stakeholders' mid-term report", "SVN-20", "SVN-20"),
    ]
    assert {(reported, recommendation) for reported, recommendation, *_ in links(workshop)} == {
        ("SVN-20.mid-term-1", "SVN-20-77.1-1"),
        ("SVN-20.mid-term-1", "SVN-20-77.2-1"),
        ("SVN-20.mid-term-1", "SVN-20-77.2-2"),
        ("SVN-20.mid-term.rowers-1", "SVN-20-77.1-1"),
    }
    assert workshop.rows("SELECT symbol, url FROM document WHERE symbol LIKE '%mid-term%' ORDER BY symbol") == [
        ("SVN-20/mid-term", None),
        ("SVN-20/mid-term/rowers", None),
    ]
    assert add(workshop, [BY_UN]).kept == 4
    assert len(links(workshop)) == 4


def test_numbers_that_no_list_can_be_told_for_link_nothing_and_are_named_also_in_later_runs(workshop: Workshop) -> None:
    unclear = replace(HEADING, heading="")
    add(workshop, [TWO_LISTS, pre_session("SVN", 34, {"Two ferries were mended.": (unclear, SENTENCE)})])
    of_another_review = [
        *documents_of([recommendation("Paint the piers", "12.1", session=19, state="CHL")]),
        pre_session("CHL", 32, {"Piers were painted.": (SENTENCE,)}),
    ]
    report = add(workshop, of_another_review)
    assert links(workshop) == [LINKS[1]]
    assert [warning for warning in report.warnings if "nothing is linked" in warning] == [
        f"A/HRC/WG.6/34/SVN/1 names recommendations by numbers, but not the paragraph of {REPORT.identity.symbol} in "
        "which they count: nothing is linked by such a number."
    ]
    add(workshop, [BY_UN, FULLER])
    assert len(links(workshop)) == 4


def test_links_go_with_the_report_that_they_name(workshop: Workshop) -> None:
    add(workshop, [REPORT, BY_STATE])
    add(workshop, [BY_STATE], fresh=True)
    assert links(workshop) == []
    assert workshop.rows("SELECT DISTINCT reported_on FROM reported") == [(None,)]
    add(workshop, [REPORT])
    assert links(workshop) == LINKS


def test_a_review_of_two_cycles_before_is_not_the_one_reported_on(workshop: Workshop) -> None:
    add(workshop, [*documents_of([recommendation("Mend the old ferries", "77.1", session=7)]), BY_STATE])
    assert links(workshop) == []


def test_a_paragraph_of_another_source_with_the_same_id_stays_alone(workshop: Workshop) -> None:
    place = Place("A/HRC/WG.6/34/SVN/1", "1", 1)
    observed = Observation("SVN", "CRC", place, "", ObservationKind.OTHER, "Ferries sail.")
    export = replace(BY_STATE, name="export", reported=(), observations=(observed,))
    export = replace(export, identity=replace(export.identity, symbol="export", kind=DocumentKind.RIGHTS_INDEX_EXPORT))
    report = add(workshop, [export, BY_STATE])
    assert workshop.rows("SELECT id FROM reported") == [("A.HRC.WG.6.34.SVN.1-2",)]
    assert any("A.HRC.WG.6.34.SVN.1-1 stands for" in warning for warning in report.warnings)


def test_what_is_reported_is_neither_found_nor_counted(workshop: Workshop) -> None:
    add(workshop, [REPORT, BY_STATE])
    index = open_index(workshop.index)
    everything = Filters(kind=())
    asked = {record.id for record in ASKED}
    found = index.find(KeywordQuestion("ferries", filters=everything, grouped=False))
    assert {hit.record.id for hit in found.hits} == asked
    kinds = [value.value for facet in found.facets if facet.field == "kind" for value in facet.values]
    assert "report" not in kinds
    assert index.find(KeywordQuestion("two OR well", filters=everything)).total == 0
    matched = index.match(IssueQuestion("Two ferries were mended.", filters=everything, grouped=False))
    assert {hit.record.id for hit in matched.hits} <= asked
    assert {hit.record.id for hit in index.similar("SVN-20-77.1-1", Listing(filters=everything)).hits} <= asked
    overview = index.overview()
    assert (overview.recommendations, overview.texts, overview.sessions) == (3, 3, (20,))
