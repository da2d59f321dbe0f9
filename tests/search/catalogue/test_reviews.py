"""What an index holds of each review of a State."""

from dataclasses import replace
from pathlib import Path

from models.records.enums import Position
from models.records.records import Place
from search import open_index
from search.snapshot.coverage import state_coverage
from tests.invented_records import TODAY
from tests.search.invented_index import Request, build, records_of

TABLE = Place("UPR Info", None, None)
ADDENDUM = Place("A/HRC/920/1/Add.1", "3", 2)


def test_positions_that_upr_info_coded_are_counted_by_review(tmp_path: Path) -> None:
    texts = ["Plant oaks", "Mend nets", "Keep bees"]
    early, late = ([Request(text, "SSD", session, position=Position.NOTED) for text in texts] for session in (26, 40))
    sources = [TABLE, TABLE, ADDENDUM, ADDENDUM, None, ADDENDUM]
    records = [
        replace(record, position_source=source)
        for record, source in zip(records_of([*early, *late]), sources, strict=True)
    ]
    coverage = state_coverage(open_index(build(tmp_path, records)).snapshot, "SSD", TODAY)
    assert {review.session: review.coded for review in coverage.reviews} == {26: 2, 40: 0}
