"""One contract, two stores: the same questions to a folder and to a database have the same answers."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexer.database.copy_to_database import copy_to_database
from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index
from models.encoders.text_encoder import TEST_ENCODER
from models.errors import UnknownRecord
from models.index_database.address import DatabaseAddress
from models.records.enums import Qualified
from search import Filters, IssueQuestion, KeywordQuestion, Listing, ParagraphsWanted, SearchIndex, open_index
from search.answer.referred_comments import referred_comments
from search.calendar.compose import state_calendar
from search.catalogue.connection import CatalogueConnection
from search.catalogue.observations import documents_on
from search.catalogue.tally import tally
from search.datamodel.lobbying import LobbyingQuestion
from search.observations.find import observations_on_record
from search.partners.state_issue import state_issue
from search.progress.follow import progress_on_record, progress_on_review
from search.progress.follow_up import follow_up_of
from search.progress.on_issue import reported_on_issue
from search.progress.what_follows import what_follows
from search.semantic.vectors import NONE
from search.snapshot.describe import state_reviews
from search.snapshot.snapshot import open_snapshot
from search.store import database
from search.store.database import DatabaseIndex
from search.threads.summary import summarise_threads
from tests.database_server import DatabaseServer
from tests.lobbying_index import SUPPORTED_IN_PART, build_lobbying_index
from tests.paths import REPOSITORY
from tests.search.conftest import REQUESTS
from tests.search.invented_index import build
from tests.web.api.full_index import build_full_index
from tests.web.browser.sample_site import OBSERVATIONS

pytestmark = pytest.mark.service


def sample_index(folder: Path) -> Path:
    observations = folder.with_name("CRC_C_XAA_CO_900.txt")
    observations.write_text(OBSERVATIONS, encoding="utf-8")
    paths = (REPOSITORY / "samples" / "documents", observations)
    build_index(Sources(paths, REPOSITORY / "samples" / "states.csv", 2), folder, TEST_ENCODER)
    return folder


INDEXES: dict[str, Callable[[Path], Path]] = {
    "requests in two languages": lambda folder: build(folder, REQUESTS),
    "records of all kinds": build_full_index,
    "samples": sample_index,
}
Both = tuple[SearchIndex, SearchIndex]


@pytest.fixture(scope="module", params=INDEXES.values(), ids=INDEXES)
def stored(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgresql: DatabaseServer
) -> Both:
    """One index in a folder and in a database."""
    folder = request.param(tmp_path_factory.mktemp("stores") / "index")
    name = f"same_answers_{list(INDEXES.values()).index(request.param)}"
    address = DatabaseAddress(postgresql.new_database(name))
    copy_to_database(folder, address)
    return open_index(folder), open_index(DatabaseIndex(address))


@pytest.fixture(params=["by their numbers", "by a mask"])
def both(request: pytest.FixtureRequest, stored: Both, monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    """In a small index texts are found by their numbers; here by a mask of all as well."""
    if request.param == "by a mask":
        monkeypatch.setattr(database, "FEW", 3)
    yield stored


ISSUES = (
    "Girls are married off before they are eighteen.",
    "prisons",
    "Convention on the Rights of the Child",
    "nothing of the kind stands in zeppelin hangars",
)
QUERIES = ("child* NOT prison", '"child marriage"', "state:XAA session:20", "visit OR publish", "prisons")
FILTERS = (Filters(), Filters(under_review=("XAB",)), Filters(kind=("commitment",)), Filters(cycle=(2, 3)))


def same(both: Both, ask: Callable[[SearchIndex], Any]) -> Any:
    in_folder, in_database = map(ask, both)
    assert in_database == in_folder
    return in_folder


@pytest.mark.parametrize("filters", FILTERS, ids=range(len(FILTERS)))
@pytest.mark.parametrize("issue", ISSUES)
def test_issues(both: Both, issue: str, filters: Filters) -> None:
    same(
        both,
        lambda index: index.match(
            IssueQuestion(issue, own_state="XAA", filters=filters, limit=50, all_own=True, observed=5)
        ),
    )
    same(both, lambda index: index.match(IssueQuestion(issue, own_state="XAA", filters=filters, limit=50)))
    same(both, lambda index: index.match(IssueQuestion(issue, filters=filters, limit=50)))


@pytest.mark.parametrize("query", QUERIES)
def test_keywords(both: Both, query: str) -> None:
    same(both, lambda index: index.find(KeywordQuestion(query, limit=50)))


@pytest.mark.parametrize("filters", FILTERS, ids=range(len(FILTERS)))
def test_lists(both: Both, filters: Filters) -> None:
    for sort in ("nearness", "date", "paragraph", "position"):
        same(both, lambda index, sort=sort: index.browse(Listing(filters=filters, limit=50, sort=sort)))


def test_qualified_support(postgresql: DatabaseServer, tmp_path: Path) -> None:
    address = DatabaseAddress(postgresql.new_database("qualified_support"))
    copy_to_database(build_lobbying_index(tmp_path / "index"), address)
    both = open_index(tmp_path / "index"), open_index(DatabaseIndex(address))
    found = same(both, lambda index: index.browse(Listing(filters=Filters(qualified=("part",)), limit=50)))
    assert {hit.record.text for hit in found.hits} == SUPPORTED_IN_PART
    assert {hit.record.qualified for hit in found.hits} == {Qualified.PART}
    assert (
        same(both, lambda index: index.browse(Listing(filters=Filters(qualified=("condition",)), limit=50))).total == 0
    )
    assert same(both, lambda index: index.find(KeywordQuestion("qualified:part prisons", limit=50))).total == 1


@pytest.mark.parametrize("few", [3, 4_000])
def test_texts_of_a_mask_have_cosines_whatever_the_floors_are(
    postgresql: DatabaseServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(database, "FEW", few)
    address = DatabaseAddress(postgresql.new_database(f"cosines_of_{few}"))
    copy_to_database(build(tmp_path / "index", REQUESTS), address)
    vectors = open_snapshot(DatabaseIndex(address), None).vectors
    best_of = np.arange(len(vectors)) >= 4
    found = vectors.cosines(vectors[0], np.full(len(vectors), NONE), best_of)
    expected = np.where(best_of, vectors[np.arange(len(vectors))] @ vectors[0], -1)
    assert np.allclose(found, expected, atol=1e-6)
    rows = np.flatnonzero(best_of)
    places, near = vectors.nearest(vectors[0], rows, 3)
    assert np.allclose(near, np.sort(expected[rows])[::-1][:3], atol=1e-6)
    assert np.allclose(expected[rows[places]], near, atol=1e-6)


def test_what_hangs_on_a_recommendation(both: Both) -> None:
    for hit in both[0].browse(Listing(filters=Filters(kind=("recommendation",)), limit=12)).hits:
        found = hit.record.id
        for ask in (SearchIndex.record, SearchIndex.thread):
            same(both, lambda index, ask=ask, found=found: ask(index, found))
        same(both, lambda index, found=found: progress_on_record(index.snapshot, found))
        same(both, lambda index, found=found: observations_on_record(index.snapshot, found, ParagraphsWanted(10)))
        same(both, lambda index, found=found: index.similar(found, Listing(limit=20)))
        same(both, lambda index, record=hit.record: referred_comments(index.snapshot.connection, record))
    ids = [hit.record.id for hit in both[0].browse(Listing(limit=30)).hits]
    same(both, lambda index: index.chosen([*ids, "XAA-20-1.1-1"]))
    same(both, lambda index: what_follows(index.snapshot, ids))


def test_states_and_reviews(both: Both) -> None:
    for known in both[0].snapshot.states_in_index:
        state = known.state.code
        for ask in (CatalogueConnection.reviews, state_reviews, documents_on):
            same(both, lambda index, ask=ask, state=state: ask(index.snapshot.connection, state))
        same(both, lambda index, state=state: summarise_threads(index.snapshot, state))
        for role in ("under_review", "recommending"):
            same(both, lambda index, role=role, state=state: tally(index.snapshot.catalogue, state, role))
        same(both, lambda index, state=state: state_calendar(index.snapshot, state, date(2026, 1, 1)))
        for review in both[0].snapshot.connection.reviews(state):
            same(both, lambda index, review=review: progress_on_review(index.snapshot, review.review))
            same(both, lambda index, review=review: follow_up_of(index.snapshot, review.review))
    same(both, lambda index: index.snapshot.reviewed_states)
    same(both, lambda index: (index.overview(), index.snapshot.states_in_index))


def test_treaty_bodies_reports_and_lobbying(both: Both) -> None:
    for issue in ISSUES:
        same(both, lambda index, issue=issue: index.observations(issue, "XAA"))
        same(both, lambda index, issue=issue: reported_on_issue(index.snapshot, issue, "XAA", 20))
        same(both, lambda index, issue=issue: index.lobby(LobbyingQuestion(state="XAA", text=issue)))
    ids = tuple(
        hit.record.id for hit in both[0].browse(Listing(filters=Filters(kind=("recommendation",)), limit=3)).hits
    )
    same(both, lambda index: index.lobby(LobbyingQuestion(state="XAA", records=ids)))
    for label in same(both, lambda index: index.choices("label")):
        same(both, lambda index, label=label: state_issue(index.snapshot, "XAA", "label", (label,)))


@pytest.mark.parametrize("record_id", ["XAA-20-9.9-9", "", "'; DROP TABLE entry; --", "%s ? %(x)s"])
def test_ids_that_nothing_has(both: Both, record_id: str) -> None:
    said = []
    for index in both:
        with pytest.raises(UnknownRecord) as error:
            index.record(record_id)
        said.append(str(error.value))
    assert said[0] == said[1]


def test_the_words_of_a_question_are_never_part_of_a_query(both: Both) -> None:
    for text in ("100% of '; DROP TABLE entry; --", "who? %s {0} :x $1", 'a "quoted" \\ back\\slash'):
        same(both, lambda index, text=text: index.find(KeywordQuestion(text)))
        same(both, lambda index, text=text: index.match(IssueQuestion(text, own_state="XAA")))
