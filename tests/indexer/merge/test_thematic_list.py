"""Numbers of OHCHR's thematic lists and the requests that they are."""

from indexer.datamodel.source_entries import ListedRecommendation
from indexer.merge.thematic_list import merge_listed
from models.records.enums import Position
from models.records.records import Label, Origin, Place
from tests.invented_records import recommendation

FORESTS, ROADS = Label("uhri", "Forests", Origin.SOURCE), Label("uhri", "Roads", Origin.SOURCE)
TREES = recommendation("Plant trees", "100.1")
AVENUES = recommendation("Plant avenues", "100.1", 2)
BRIDGES = recommendation("Mend bridges", "100.2")


def listed(number: str, *labels: Label, source: str = "") -> ListedRecommendation:
    return ListedRecommendation(number, Position.NOTED, "Noted", source, labels)


def test_a_number_speaks_of_all_requests_of_its_paragraph() -> None:
    entry = listed("100.1", FORESTS, FORESTS, source="A/HRC/900/1/Add.1 - Para. 3")
    merged = merge_listed([TREES, AVENUES, BRIDGES], [entry])
    assert [record.labels for record in merged.records] == [(FORESTS,), (FORESTS,), ()]
    place = Place("OHCHR thematic list", "100.1", None)
    said = (place, Position.NOTED, "Noted (A/HRC/900/1/Add.1 - Para. 3)")
    assert {
        id: (statement.place, statement.position, statement.position_words)
        for id, statement in merged.statements.items()
    } == {TREES.id: said, AVENUES.id: said}
    assert merged.warnings == ()


def test_what_does_not_say_where_a_position_stands_gives_its_word_alone() -> None:
    assert merge_listed([TREES], [listed("100.1")]).statements[TREES.id].position_words == "Noted"


def test_of_two_rows_on_one_number_the_later_gives_the_position_and_both_give_labels() -> None:
    merged = merge_listed([TREES], [listed("1", ROADS, source="x"), listed("100.1", FORESTS)])
    assert merged.statements[TREES.id].place.paragraph == "100.1"
    assert merged.records[0].labels == (ROADS, FORESTS)


def test_a_number_that_fits_nothing_is_said() -> None:
    merged = merge_listed([TREES], [listed("100.9"), listed("100.9"), listed("100.1")])
    assert (
        merged.warnings == ("The OHCHR thematic list has 100.9, which fits no recommendation indexed, or several.",) * 2
    )


def test_without_a_list_nothing_changes_and_without_a_report_nothing_fits() -> None:
    assert merge_listed([TREES], []).records == (TREES,)
    alone = merge_listed([], [listed("100.1"), listed("100.2")])
    assert (alone.records, len(alone.warnings)) == ((), 1)
