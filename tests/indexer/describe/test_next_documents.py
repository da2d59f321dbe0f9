"""Which documents are missing before the next reviews of what an index holds."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.describe.description import describe_index, description_as_text
from indexer.describe.next_documents import missing_documents
from indexer.runs.build_index import index_extracts
from models.index_folder.folder import CATALOGUE, current_snapshot
from models.records.documents import DocumentKind
from models.reviews.states import StateTable
from tests.invented_records import TODAY, documents_of, mid_term, pre_session, recommendation
from tests.search.invented_index import Request
from tests.search.invented_index import build as build_invented


def report(session: int) -> DocumentExtract:
    (document,) = documents_of([recommendation("Mend the old ferries", session=session)])
    return document


def said(kind: DocumentKind, session: int = 34) -> DocumentExtract:
    return pre_session("SVN", session, {"Ferries were mended.": ()}, kind)


ALL = [said(kind) for kind in (DocumentKind.NATIONAL_REPORT, DocumentKind.COMPILATION, DocumentKind.SUMMARY)]


def missing(folder: Path, documents: Sequence[DocumentExtract], today: date = TODAY) -> list[tuple[str, str]]:
    index_extracts(documents, folder, "letters", StateTable.built_in(), TODAY)
    with closing(sqlite3.connect(current_snapshot(folder) / CATALOGUE)) as catalogue:
        return [(documents.review, documents.named) for documents in missing_documents(catalogue.execute, today)]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([report(20)], [("SVN-20", "A/HRC/WG.6/34/SVN/1-3")], id="none of three"),
        pytest.param([report(20), ALL[1]], [("SVN-20", "A/HRC/WG.6/34/SVN/1 and 3")], id="two of three"),
        pytest.param([report(20), *ALL], [], id="all there"),
        pytest.param([report(7)], [("SVN-7", "A/HRC/WG.6/20/SVN/1-3")], id="session of the table"),
        pytest.param(
            [report(7), report(34)],
            [("SVN-7", "A/HRC/WG.6/20/SVN/1-3"), ("SVN-34", "A/HRC/WG.6/48/SVN/1-3")],
            id="a review between two is not here",
        ),
        pytest.param([report(48)], [], id="the next review is to come"),
        pytest.param([ALL[0]], [], id="nothing was recommended"),
    ],
)
def test_missing(tmp_path: Path, documents: list[DocumentExtract], expected: list[tuple[str, str]]) -> None:
    assert missing(tmp_path / "index", documents) == expected


def test_before_the_next_review_is_over_nothing_is_missing(tmp_path: Path) -> None:
    assert missing(tmp_path / "index", [report(20)], today=date(2019, 11, 10)) == []


def test_invented_states_have_no_documents_to_get(tmp_path: Path) -> None:
    folder = build_invented(tmp_path / "index", [Request("Mend the old ferries", session=7)])
    assert describe_index(folder)["without_next_documents"] == []


def test_info_names_them_with_their_symbols(tmp_path: Path) -> None:
    missing(tmp_path / "index", [report(20), ALL[0], ALL[1]])
    description = describe_index(tmp_path / "index")
    assert description["without_next_documents"] == [
        {"review": "SVN-20", "symbols": ("A/HRC/WG.6/34/SVN/3",), "named": "A/HRC/WG.6/34/SVN/3"}
    ]
    text = description_as_text(description, Path("some-index"))
    assert (
        "add the documents before the next review: `upr fetch documents --missing --index some-index` fetches" in text
    )
    assert "\non SVN-20: A/HRC/WG.6/34/SVN/3" in text
    many = description | {"without_next_documents": 23 * description["without_next_documents"]}
    lines = description_as_text(many, Path("some-index")).splitlines()
    assert lines.count("on SVN-20: A/HRC/WG.6/34/SVN/3") == 20
    assert "… and on 3 more: --json names all." in lines


@pytest.mark.parametrize(
    ("author", "without"),
    [
        pytest.param(None, ["SVN-20", "SVN-34"], id="none"),
        pytest.param("", ["SVN-34"], id="the State's"),
        pytest.param("Rowers", ["SVN-20", "SVN-34"], id="that of an NGO is not the State's"),
    ],
)
def test_info_says_on_which_reviews_no_mid_term_report_is_indexed(
    tmp_path: Path, author: str | None, without: list[str]
) -> None:
    reports = [] if author is None else [mid_term("SVN", 20, {"Ferries were mended.": ()}, author)]
    missing(tmp_path / "index", [report(20), report(34), *reports])
    description = describe_index(tmp_path / "index")
    assert description["without_mid_term_report"] == without
    assert f"\nno mid-term report indexed on {', '.join(without)}" in description_as_text(
        description, Path("some-index")
    )
