"""Rows of UPR Info's table and the requests that they are, are part of, or hold."""

from dataclasses import replace

import pytest

from indexer.datamodel.source_entries import UHRI, TableEntry
from indexer.merge.pledges import merge_table_pledges
from indexer.merge.tables import (
    MergedTable,
    distinct_entries,
    merge_table_entries,
)
from models.records.enums import Position
from models.records.permanent_ids import words_digest
from models.records.records import ActionCategory, Commitment, Label, Origin, Place, Recommendation, Sponsor
from tests.invented_records import recommendation

SUPPORTED, NOTED = Position.SUPPORTED, Position.NOTED
TREES = "Plant trees along every road of the country"
BRIDGES = "Mend all bridges that the last flood has damaged"


def entry(
    text: str,
    *sponsors: str,
    position: Position | None = SUPPORTED,
    labels: tuple[str, ...] = ("Environment",),
    category: int | None = 5,
) -> TableEntry:
    response = {SUPPORTED: "Accepted", NOTED: "Noted", None: "Voluntary Pledge"}[position]
    named = tuple(Sponsor(code, code) for code in sponsors)
    return TableEntry("SVN", 20, text, response, position, named, category, labels)


def merged(records: list[Recommendation], *entries: TableEntry) -> MergedTable:
    return merge_table_entries("SVN", 20, records, entries)


def labels_of(record: Recommendation | Commitment) -> list[str]:
    return [label.label for label in record.labels]


def test_an_entry_that_is_an_ask_gives_it_position_category_and_labels() -> None:
    request = recommendation(TREES, sponsors=["FRA", "ESP"])
    table = merged([request], entry("To plant trees along every road of the country.", "FRA", "ESP"))
    (record,) = table.records
    assert record.labels == (Label("upr-info", "Environment", Origin.SOURCE),)
    assert record.action == ActionCategory(5, Origin.SOURCE)
    assert (table.statements[request.id].position, table.statements[request.id].position_words) == (
        SUPPORTED,
        "Accepted",
    )
    assert table.statements[request.id].place == Place("UPR Info", None, None)
    assert table.own == ()


def test_the_same_words_of_another_state_are_another_recommendation() -> None:
    table = merged([recommendation(TREES, sponsors=["FRA"])], entry(TREES, "ESP"))
    assert labels_of(table.records[0]) == []
    assert [(own.sponsors, own.text) for own in table.own] == [((Sponsor("ESP", "ESP"),), TREES)]


def test_only_the_states_that_the_report_lacks_are_left_for_a_record_of_its_own() -> None:
    table = merged([recommendation(TREES, sponsors=["FRA"])], entry(TREES, "FRA", "ESP"))
    assert labels_of(table.records[0]) == ["Environment"]
    assert [own.sponsors for own in table.own] == [(Sponsor("ESP", "ESP"),)]
    assert table.same_as == {}


def test_parts_of_an_ask_give_labels_but_no_position() -> None:
    request = recommendation(f"{TREES} and {BRIDGES.lower()}", sponsors=["FRA"])
    parts = [entry(TREES, "FRA"), entry(BRIDGES, "FRA", position=NOTED, labels=("Roads",), category=4)]
    table = merged([request], *parts)
    assert labels_of(table.records[0]) == ["Environment", "Roads"]
    assert table.records[0].action is None
    assert (table.statements, table.own) == ({}, ())


def test_an_entry_that_holds_several_asks_gives_its_labels_to_all() -> None:
    requests = [recommendation(TREES, "1.1", sponsors=["FRA"]), recommendation(BRIDGES, "1.1", 2, sponsors=["FRA"])]
    table = merged(requests, entry(f"{TREES}; {BRIDGES.lower()}", "FRA"))
    assert [labels_of(record) for record in table.records] == [["Environment"], ["Environment"]]
    assert (table.statements, table.own) == ({}, ())


def test_an_ask_without_a_sponsor_can_be_anybody_s_and_an_unknown_sponsor_anybody() -> None:
    assert merged([recommendation(TREES, sponsors=[])], entry(TREES, "FRA")).own == ()
    assert merged([recommendation(TREES, sponsors=["FRA"])], entry(TREES)).own == ()


def test_without_a_report_entries_are_records_of_their_own() -> None:
    table = merged([], entry(TREES, "FRA", "ESP"), entry(BRIDGES, position=NOTED))
    first, second = table.own
    assert first.id == f"SVN-20-t{words_digest(TREES)}"
    assert first.place == Place("UPR Info", None, None)
    assert (first.text, first.quoted, labels_of(first)) == (TREES, TREES, ["Environment"])
    assert first.interim_position is Position.UNKNOWN
    assert (first.printed_number, first.clause, first.composed) == ("", 1, False)
    assert second.sponsors == ()
    assert [table.statements[own.id].position for own in table.own] == [SUPPORTED, NOTED]


def test_entries_of_the_same_words_are_one_record_and_two_responses_no_clear_support() -> None:
    table = merged([], entry(TREES, "FRA"), entry(f"{TREES}.", "ESP", position=NOTED))
    (own,) = table.own
    assert [sponsor.state for sponsor in own.sponsors] == ["FRA", "ESP"]
    assert (table.statements[own.id].position, table.statements[own.id].position_words) == (NOTED, "Accepted; Noted")


def test_the_id_of_a_table_leads_to_the_ask_that_the_entry_is() -> None:
    request = recommendation(TREES, "1.7", sponsors=["FRA"])
    assert merged([request], entry(TREES, "FRA")).same_as == {f"SVN-20-t{words_digest(TREES)}": "SVN-20-1.7-1"}


@pytest.mark.parametrize("short", ["Ratify CAT", "CAT"], ids=["ten letters", "too short to be found anywhere"])
def test_short_texts(short: str) -> None:
    request = recommendation("Ratify CAT and all its protocols without delay", sponsors=["FRA"])
    assert bool(merged([request], entry(short, "FRA")).own) is (len(short) < 10)


def test_pledges_join_commitments_and_the_rest_are_commitments_of_their_own() -> None:
    read = Commitment("SVN", 20, Place("A/HRC/900/1", "83", 20), 1, f"Slovenia will {TREES.lower()};")
    pledges = [
        entry(TREES, position=None),
        entry(BRIDGES, position=None, labels=("Roads",), category=4),
        entry(f"{BRIDGES}.", position=None, labels=("Rivers",), category=4),
    ]
    first, second = merge_table_pledges("SVN", 20, [read], pledges)
    assert (first.id, labels_of(first)) == (read.id, ["Environment"])
    assert (second.id, labels_of(second)) == (f"SVN-20-ct{words_digest(BRIDGES)}", ["Roads", "Rivers"])
    assert second.action == ActionCategory(4, Origin.SOURCE)


@pytest.mark.parametrize(("pledge", "commitments"), [("Plant pine", 1), ("Plant fir", 2)])
def test_a_pledge_of_less_than_ten_letters_is_looked_for_nowhere(pledge: str, commitments: int) -> None:
    read = Commitment("SVN", 20, Place("A/HRC/900/1", "83", 20), 1, "Slovenia will plant pines and plant firs")
    assert len(merge_table_pledges("SVN", 20, [read], [entry(pledge, position=None)])) == commitments


def of_uhri(text: str, *sponsors: str, position: Position = SUPPORTED) -> TableEntry:
    theme = Label("uhri", "Forests", Origin.SOURCE)
    return replace(
        entry(text, *sponsors, position=SUPPORTED, labels=(), category=None),
        position=position,
        response="" if position is Position.UNKNOWN else position.capitalize(),
        source=UHRI,
        themes=(theme,),
    )


def test_an_export_of_uhri_gives_themes_and_its_name_as_the_source() -> None:
    request = recommendation(TREES, sponsors=["FRA"])
    table = merged([request], of_uhri(TREES, "FRA"))
    assert table.records[0].labels == (Label("uhri", "Forests", Origin.SOURCE),)
    assert table.records[0].action is None
    assert table.statements[request.id].place == Place("Universal Human Rights Index", None, None)


def test_what_uhri_alone_knows_is_not_repeated_by_upr_info() -> None:
    known = merged([], of_uhri(TREES, "FRA"))
    (own,) = known.own
    again = merged(list(known.own), entry(f"{TREES}.", "FRA", position=NOTED), entry(TREES, "ESP"))
    assert again.own == ()
    (record,) = again.records
    assert (record.id, record.place.symbol) == (own.id, "Universal Human Rights Index")
    assert [sponsor.state for sponsor in record.sponsors] == ["FRA", "ESP"]
    assert [label.scheme for label in record.labels] == ["uhri", "upr-info"]


def test_a_row_without_a_position_takes_none_away() -> None:
    (own,) = merged([], of_uhri(TREES, "FRA"), of_uhri(TREES, "ESP", position=Position.UNKNOWN)).statements.values()
    assert own.position is SUPPORTED


def test_twins_are_told_apart_by_the_number_that_the_table_prints() -> None:
    twins = [recommendation(TREES, paragraph=number, sponsors=["FRA"]) for number in ("77.5", "77.6")]
    of_twins = [
        replace(entry(TREES, "FRA", position=position), source="UHRI", number=number)
        for number, position in (("77.5", SUPPORTED), ("77.6", NOTED))
    ]
    table = merge_table_entries("SVN", 20, twins, distinct_entries([*of_twins, of_twins[0]]))
    assert [table.statements[twin.id].position for twin in twins] == [SUPPORTED, NOTED]
    assert table.own == ()


def test_a_number_that_the_report_does_not_have_counts_for_nothing() -> None:
    request = recommendation(TREES, paragraph="77.5", sponsors=["FRA"])
    table = merged([request], replace(entry(TREES, "FRA"), number="99.1"))
    assert list(table.statements) == [request.id]


@pytest.mark.parametrize(
    "words",
    [
        "Fell trees along every road of the capital",
        "Plant trees along no road in the capital",
        "Plant trees along every road that leads to schools in the mountains",
    ],
    ids=["another verb", "the contrary", "another object"],
)
def test_a_request_of_the_same_state_with_some_words_in_common_is_another(words: str) -> None:
    """Seven to eight letters of ten are the same: what a table says of one gives no position to the other."""
    request = recommendation(TREES, sponsors=["FRA"])
    table = merged([request], entry(words, "FRA", position=NOTED))
    assert table.statements.keys() == {own.id for own in table.own}
    assert [own.text for own in table.own] == [words]
    assert labels_of(table.records[0]) == []


def test_a_request_worded_a_little_otherwise_is_the_same() -> None:
    request = recommendation(TREES, sponsors=["FRA"])
    table = merged([request], entry("Plant trees along each road of this country", "FRA", position=NOTED))
    assert (table.statements[request.id].position, table.own) == (NOTED, ())


def test_of_two_requests_nearly_alike_a_row_is_the_one_that_it_is_most_like() -> None:
    requests = [
        recommendation(TREES, "1.1", sponsors=["FRA"]),
        recommendation("Plant trees along every road of the county", "1.2", sponsors=["FRA"]),
    ]
    table = merged(requests, entry(TREES, "FRA", position=NOTED))
    assert table.statements.keys() == {requests[0].id}


def test_a_row_beside_one_that_is_a_part_of_the_request_gives_no_position() -> None:
    request = recommendation(TREES, sponsors=["FRA"])
    rows = [entry(TREES, "FRA", position=NOTED), entry("along every road of the country", "FRA", position=NOTED)]
    assert merged([request], *rows).statements == {}
