"""What followed on many recommendations at once, by ids."""

import pytest

from models.records.enums import Position
from models.records.reported import Stated, StatedReference
from search import WhatFollows, open_index
from search.progress.follow_up import follow_up_of
from search.progress.what_follows import what_follows
from search.snapshot.snapshot import Snapshot
from tests.invented_records import pre_session, recommendation
from tests.search.invented_index import build

FERRIES, BIRDS = "Mend the old ferries of the coast", "Count the birds of the marshes"
RECORDS = [
    recommendation(FERRIES, "77.1", session=7, position=Position.NOTED),
    recommendation(BIRDS, "77.2", session=7),
    recommendation("Open a clock museum", "77.3", session=7),
    recommendation("Plant oaks along all roads", "88.5", session=20),
    recommendation(FERRIES, "88.4", session=20),
    recommendation(FERRIES, "99.1", session=34),
    recommendation(FERRIES, "66.6", session=20, state="FRA"),
]
NAMES_THE_THIRD = StatedReference(Stated.SENTENCE, "recommendation 3", ("77.3",))
BY_STATE = pre_session("SVN", 20, {"Old ferries of the coast were mended.": (), "Zebras graze.": (NAMES_THE_THIRD,)})


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_index(build(tmp_path_factory.mktemp("what_follows"), [*RECORDS, BY_STATE])).snapshot


def test_later_reviews_and_reports_are_found_for_each(snapshot: Snapshot) -> None:
    found = what_follows(snapshot, ["SVN-7-77.1-1", "SVN-7-77.2-1", "SVN-7-77.3-1"])
    assert found == {
        "SVN-7-77.1-1": WhatFollows(("SVN-20-88.4-1", "SVN-34-99.1-1"), ("A.HRC.WG.6.20.SVN.1-1",)),
        "SVN-7-77.2-1": WhatFollows((), ()),
        "SVN-7-77.3-1": WhatFollows((), ("A.HRC.WG.6.20.SVN.1-2",)),
    }


def test_it_is_what_the_follow_up_table_shows(snapshot: Snapshot) -> None:
    rows = follow_up_of(snapshot, "SVN-7").rows
    found = what_follows(snapshot, [row.record.id for row in rows])
    for row in rows:
        shown = [each.first.report.id for each in row.reported if each.first]
        assert set(shown) <= set(found[row.record.id].reported)
        assert bool(row.same) == bool(found[row.record.id].same)


def test_recommendations_of_several_reviews_are_looked_up_at_once(snapshot: Snapshot) -> None:
    found = what_follows(snapshot, ["SVN-20-88.4-1", "SVN-34-99.1-1", "FRA-20-66.6-1"])
    assert found["SVN-20-88.4-1"].same == ("SVN-34-99.1-1",)
    assert found["SVN-34-99.1-1"] == found["FRA-20-66.6-1"] == WhatFollows((), ())


def test_what_is_no_recommendation_is_left_out(snapshot: Snapshot) -> None:
    assert what_follows(snapshot, ["A.HRC.WG.6.20.SVN.1-1", "SVN-1-1.1-1", ""]) == {}
    assert what_follows(snapshot, []) == {}
