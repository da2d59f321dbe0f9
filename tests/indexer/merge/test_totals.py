"""What documents count against what was joined."""

from dataclasses import replace

import pytest

from indexer.merge.totals import discrepancies
from models.records.discrepancies import discrepancy_in_words
from models.records.enums import Position
from models.records.records import Discrepancy, Place, Recommendation, StatedTotal
from tests.invented_records import recommendation

SUPPORTED, NOTED, PENDING = Position.SUPPORTED, Position.NOTED, Position.PENDING
ADDENDUM = Place("A/HRC/900/1/Add.1", "2", 2)


SESSION_REPORT = Place("A/HRC/901/2", "700", 90)


def total(count: int, position: Position | None, place: Place = ADDENDUM, words: str = "") -> StatedTotal:
    return StatedTotal(place, "A/HRC/900/1", count, position, words)


def record(
    paragraph: str, clause: int, interim: Position, final: Position, answered_in: Place | None = None
) -> Recommendation:
    made = recommendation(f"Ask {paragraph} {clause}", paragraph, clause, position=interim)
    return replace(made, position=final, position_source=answered_in or made.position_source)


# Three paragraphs supported (one of them in the report), one noted; the last holds two requests that were answered
# apart.
RECORDS = [
    record("100.1", 1, SUPPORTED, SUPPORTED),
    record("101.1", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.2", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.3", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.3", 2, PENDING, NOTED, ADDENDUM),
]


@pytest.mark.parametrize(
    ("count", "position"),
    [
        pytest.param(3, SUPPORTED, id="paragraphs of the whole review"),
        pytest.param(4, SUPPORTED, id="asks of the whole review"),
        pytest.param(2, SUPPORTED, id="paragraphs that the addendum itself supports"),
        pytest.param(1, SUPPORTED, id="those that the report had supported"),
        pytest.param(1, NOTED, id="noted"),
        pytest.param(4, None, id="all paragraphs"),
        pytest.param(5, None, id="all asks"),
        pytest.param(3, None, id="paragraphs left open by the report"),
    ],
)
def test_a_total_may_count_in_several_ways(count: int, position: Position | None) -> None:
    assert list(discrepancies([total(count, position)], RECORDS)) == []


@pytest.mark.parametrize(
    ("count", "position", "read"),
    [(7, SUPPORTED, 3), (2, NOTED, 1), (215, None, 4)],
)
def test_a_total_that_nothing_meets_is_told_once(count: int, position: Position | None, read: int) -> None:
    stated = total(count, position, words="So many.")
    repeated = replace(stated, place=replace(ADDENDUM, paragraph="9"))

    (found,) = discrepancies([stated, stated, repeated], RECORDS)

    assert found == Discrepancy(ADDENDUM, position, count, read, (), "So many.", "A/HRC/900/1/Add.1")
    said = f"counts {count} as {position.value}" if position else f"counts {count} in all"
    assert (
        discrepancy_in_words(found) == f"A/HRC/900/1/Add.1, paragraph 2: the document {said}; the program read {read}."
    )


def test_what_was_answered_since_the_report_may_be_counted_wherever_it_is_answered() -> None:
    """As where a table, not the addendum, gives the positions: the State still counts what the report left open."""
    known_from_table = [replace(each, position_source=Place("UPR Info", None, None)) for each in RECORDS]
    assert list(discrepancies([total(2, SUPPORTED)], known_from_table)) == []


class TestTotalsOfRecommendationsNoted:
    """Those rejected, or accepted in part, are some of those noted."""

    NOTED_ALL = tuple(record(f"100.{item}", 1, PENDING, SUPPORTED if item < 5 else NOTED) for item in range(1, 8))

    def test_part_of_them_may_be_counted(self) -> None:
        rejected = [
            total(1, NOTED, words="It rejected only 1 of the 7."),
            total(7, None, words="It rejected only 1 of the 7."),
        ]
        assert list(discrepancies(rejected, self.NOTED_ALL)) == []

    def test_not_more_than_there_are(self) -> None:
        (found,) = discrepancies([total(5, NOTED)], self.NOTED_ALL)
        assert (found.stated, found.read) == (5, 3)

    def test_a_sentence_that_divides_the_whole_counts_them_all(self) -> None:
        words = "Out of 7 recommendations, it had supported 5 and noted 2."
        stated = [total(5, SUPPORTED, words=words), total(2, NOTED, words=words), total(7, None, words=words)]
        found = [(each.position, each.stated, each.read) for each in discrepancies(stated, self.NOTED_ALL)]
        assert found == [(SUPPORTED, 5, 4), (NOTED, 2, 3)]


class TestWhosePositionsAreLessSure:
    """A document's own, where it gives any; else nobody can say."""

    def test_those_of_the_addendum_that_counts(self) -> None:
        (found,) = discrepancies([total(9, SUPPORTED)], RECORDS)
        assert [found.concerns(record.position_source) for record in RECORDS] == [False, True, True, True, True]

    @pytest.mark.parametrize("answers_one", [False, True])
    def test_all_of_the_review_where_a_session_report_counts(self, *, answers_one: bool) -> None:
        records = [*RECORDS, record("101.4", 1, PENDING, NOTED, SESSION_REPORT)] if answers_one else RECORDS
        (found,) = discrepancies([total(9, SUPPORTED, SESSION_REPORT)], records)
        assert all(found.concerns(record.position_source) for record in records)

    def test_none_where_there_is_no_position(self) -> None:
        (found,) = discrepancies([total(9, SUPPORTED)], RECORDS)
        assert not found.concerns(None)


def test_numbers_that_a_list_lacks_are_told() -> None:
    items = (1, 2, 4, 5, 6, 9)
    records = [record(f"6.{item}", 1, SUPPORTED, SUPPORTED) for item in items]

    (found,) = discrepancies([], [*records, record("7.1", 1, SUPPORTED, SUPPORTED)])

    report = records[0].place.symbol
    assert (found.place, found.stated, found.read) == (Place(report, "6", None), 9, 6)
    assert found.missing == ("6.3", "6.7", "6.8")
    assert discrepancy_in_words(found) == (
        f"{report}, paragraph 6: of its list up to number 6.9, numbers 6.3 and 6.7-6.8 were not read."
    )


@pytest.mark.parametrize(("items", "told"), [((2, 3, 6), False), ((2, 4, 5), True)], ids=["half of it", "most"])
def test_a_list_of_which_half_was_read_proves_nothing(items: tuple[int, ...], told: bool) -> None:
    records = [record(f"6.{item}", 1, SUPPORTED, SUPPORTED) for item in items]
    assert bool(list(discrepancies([], records))) is told


def test_a_list_of_which_hardly_any_item_is_a_recommendation_lacks_nothing() -> None:
    assert list(discrepancies([], [record("61.3", 1, SUPPORTED, SUPPORTED)])) == []
