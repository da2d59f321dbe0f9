"""Asks of an NGO of Slovenia beside the recommendations of a real review."""

from datetime import date

import pytest

from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index
from search import Ask, SearchIndex, UptakeQuestion, open_index
from search.uptake.compose import uptake_of
from tests.paths import SHARED

REPORT = SHARED / "slovenia" / "cycle3" / "A_HRC_43_15.pdf"

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.long,
    pytest.mark.encoder,
    pytest.mark.skipif(not REPORT.is_file(), reason=f"the report is not at {REPORT}"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("uptake") / "index"
    build_index(Sources((REPORT,), None, 1), folder)
    return open_index(folder)


def test_what_was_said_on_the_erased_stands_nearest(index: SearchIndex) -> None:
    """Each of the three stood folded away as touching the ask, below a sentence that none had taken it up."""
    asks = (Ask(1, "Restore the legal status of the erased and compensate them."),)
    (of_ask,) = uptake_of(index.snapshot, UptakeQuestion(asks, "SVN-34"), date(2026, 1, 1)).asks
    assert {record.place.paragraph for record in of_ask.nearest[:3]} == {"121.58", "122.155", "122.156"}
    assert of_ask.to_read >= 3
    assert of_ask.ticked == ()
