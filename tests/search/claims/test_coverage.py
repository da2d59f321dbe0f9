"""What is said of reviews that are known from tables, unanswered or coded; of an invented State, nothing."""

from dataclasses import replace

from models.records.enums import Position
from models.reviews.review_history import ReviewHistory
from search.claims.coverage import command_for, what_is_missing
from search.datamodel.coverage import ReviewCoverage, StateCoverage
from tests.search.invented_index import STATES

FROM_A_TABLE = ReviewCoverage(20, positions={Position.NOTED: 2}, coded=2)
UNANSWERED = ReviewCoverage(7, positions={Position.UNKNOWN: 3})
COVERAGE = StateCoverage(
    replace(STATES["XAA"], invented=False), (UNANSWERED, FROM_A_TABLE), ReviewHistory("XAA", (), None), ""
)


def test_of_a_state_it_is_said_what_its_reviews_are_known_from() -> None:
    assert list(map(str, what_is_missing(COVERAGE))) == [
        "The reviews of 2010 and 2014 are known from tables alone: their reports are not here, and there may be more.",
        "The answers to the recommendations of 2010 are not in this index.",
        "Where no answer is indexed, positions of 2014 are UPR Info’s coding: it counts as noted also what was never "
        "answered.",
    ]
    assert command_for(COVERAGE, [FROM_A_TABLE]) == "upr fetch documents --state XAA --session 20"
    assert command_for(COVERAGE, []) == ""


def test_an_invented_state_is_neither_fetched_nor_said_to_lack_anything() -> None:
    invented = replace(COVERAGE, state=STATES["XAA"])
    assert what_is_missing(invented) == ()
    assert command_for(invented, [FROM_A_TABLE]) == ""
