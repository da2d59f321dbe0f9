"""What pages say of real records rests on a document, or names the table that codes it."""

import csv

import pytest
from flask.testing import FlaskClient

from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index
from models.encoders.text_encoder import TEST_ENCODER
from search import SearchIndex, open_index
from search.progress.follow_up import follow_up_of
from search.threads.summary import summarise_threads
from tests.paths import SHARED
from tests.web.conftest import site_over
from tests.web.inspect_page import words_at

REPORTS = [
    *(SHARED / "working_group_reports" / f"{name}.pdf" for name in ("haiti2011", "kenya2010", "elsalvador2014")),
    *(SHARED / "slovenia" / "cycle2" / name for name in ("A_HRC_28_15.pdf", "A_HRC_28_15_Add.1.pdf")),
    *(SHARED / "slovenia" / "cycle3" / name for name in ("A_HRC_43_15.pdf", "A_HRC_43_15_Add.1.pdf")),
]
TABLE = SHARED / "upr_info" / "recommendations.csv"

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.long,
    pytest.mark.skipif(not TABLE.is_file(), reason=f"the documents are not at {SHARED}"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("claims")
    with TABLE.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([header, *(row for row in rows if row[0] in ("Haiti", "Kenya"))])
    build_index(Sources((*REPORTS, folder / "table.csv"), None, 1), folder / "index", TEST_ENCODER)
    return open_index(folder / "index")


@pytest.fixture(scope="module")
def client(index: SearchIndex) -> FlaskClient:
    return site_over(index).test_client()


def test_what_a_table_codes_is_said_to_be_its_coding(client: FlaskClient) -> None:
    words = words_at(client, "/recommendation/HTI-12-88.127-1")
    assert "Coded supported by UPR Info The answer of the State itself is not in the documents indexed." in words
    assert "coded “Accepted” by UPR Info; not words of Haiti" in words
    assert "clear support" not in words
    assert "Haiti supported" not in words


def test_what_nobody_answered_is_coded_and_counted_as_such(client: FlaskClient) -> None:
    words = words_at(client, "/recommendation/KEN-8-102.14-1")
    assert "Coded noted by UPR Info" in words
    assert "another answer than clear support" not in words
    listed = words_at(client, "/browse?under_review=KEN&position=noted")
    assert "Positions that are codings: 25 noted, of them 11 coded by UPR Info." in listed
    assert "Noted 25, of them 11 coded by UPR Info" in listed
    assert "of them 11 coded by UPR Info" in words_at(client, "/state/KEN")


def test_a_comment_on_a_list_is_said_to_be_one(client: FlaskClient) -> None:
    words = words_at(client, "/recommendation/SLV-20-104.6-1")
    assert "The State’s comment on a list of recommendations that has this one The following enjoy the support" in words
    assert "already implemented or in the process of implementation" in words
    assert "hold no comment" not in words


def test_a_comment_is_given_whole(client: FlaskClient, index: SearchIndex) -> None:
    (entry,) = index.chosen(["KEN-8-103.3-1"])
    comment = " ".join(entry.record.comment.split())
    assert "committed to preventing extrajudicial killings" in comment
    assert comment in words_at(client, "/recommendation/KEN-8-103.3-1")


def test_a_change_of_position_is_said_of_what_asks_the_same_alone(client: FlaskClient) -> None:
    """Five recommendations noted in 2014 have similar ones that were supported in 2019; none of these asks the same."""
    address = "/state/SVN/review/20"
    assert "Noted in 2014, supported in 2019" not in words_at(client, address)
    assert "Nothing found. Remove a filter" in words_at(client, f"{address}?position=noted&later_position=supported")
    compared = words_at(client, "/state/SVN/review/34")
    assert "From noted in 2014 to supported in 2019" not in compared
    assert "of them ask the same." in compared


def test_both_tables_and_the_page_of_the_state_count_alike(index: SearchIndex) -> None:
    later = {
        row.record.id: [link.record.id for link in row.same] for row in follow_up_of(index.snapshot, "SVN-20").rows
    }
    summary = summarise_threads(index.snapshot, "SVN", (20, 34))
    assert summary is not None
    forth = {(earlier, record) for earlier, records in later.items() for record in records}
    back = {(link.record.id, row.record.id) for row in summary.same for link in row.same}
    # Each counts the sixty nearest of its own recommendations.
    assert forth & back
    assert len(forth ^ back) <= len(forth) / 10
    assert not {earlier for earlier, _ in forth} & {"SVN-20-115.26-1", "SVN-20-115.41-1", "SVN-20-115.163-1"}
