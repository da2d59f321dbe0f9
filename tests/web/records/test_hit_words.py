"""Short forms of requests and of the States that made them."""

from dataclasses import replace

import pytest

from models.records.records import Sponsor
from search.datamodel.answer import Hit
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import PLEDGE, recommendation
from web.records.hit_words import exact_place, recommending_in_short, shortened, sponsors_in, state_and_year


def hit_of(record, *others) -> Hit:
    members = tuple(hit_of(other) for other in others)
    return Hit(record, 1, "others", 0.8, "strong", (), (), invented=True, others=members)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Open shelters for girls", "Open shelters for girls"),
        ("open shelters for girls.", "Open shelters for girls"),
        ("Open shelters for girls in all districts; train judges", "Open shelters for girls in all districts…"),
        ("Open shelters in all districts. Train judges as well", "Open shelters in all districts…"),
        # no clause of its own
        ("In this regard: open shelters", "In this regard: open shelters"),
        ("Accede to ILO Convention No. 969 on ferries", "Accede to ILO Convention No. 969 on ferries"),
        ("Let inspectors of St. Orm visit quarries", "Let inspectors of St. Orm visit quarries"),
        ("Open\nshelters \u202e for girls", "Open shelters for girls"),
        (
            "Open shelters in all districts of the highlands for girls and boys who flee from a marriage of which the "
            "courts never heard",
            "Open shelters in all districts of the highlands for girls and boys who flee from a marriage…",
        ),
        (
            "Ratify the treaty on the rights of all persons who work far from home (the Treaty on Ferries and Bridges "
            "of 1931)",
            "Ratify the treaty on the rights of all persons who work far from home…",
        ),
        ("x" * 150, "X" + "x" * 99 + "…"),
        ("Écoles", "Écoles"),
        ("", ""),
    ],
    ids=lambda text: text[:24],
)
def test_the_first_clause_of_a_request(text, short):
    assert shortened(text) == short


def test_no_word_is_added_and_none_is_cut():
    text = "Let judges visit crowded prisons and publish what they see, every year and in each district " * 3
    short = shortened(text)
    assert text.startswith(short.removesuffix("…"))
    assert text[len(short.removesuffix("…"))] in " ,"


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([], ""),
        (["XAB"], "Brenmark"),
        (["XAB", "XBA"], "Brenmark and Tamurin"),
        (["XAB", "XBA", "XCB"], "Brenmark and 2 others"),
        (["XBA", "XAB", "XAA", "XCB"], "Tamurin and 3 others"),
    ],
)
def test_of_several_states_the_first_is_named(states, words):
    with site_over(InventedIndex()).test_request_context():
        assert recommending_in_short(states) == words


def test_a_line_of_near_identical_requests_has_all_their_states():
    other = recommendation(paragraph="115.2", sponsors=(Sponsor("XCB", "Sainte-Ormée"),))
    assert hit_of(recommendation(), other).recommending_states == ("XAB", "XBA", "XCB")


def test_a_card_of_one_paragraph_has_the_states_of_all_its_requests():
    other = recommendation(clause=2, sponsors=(Sponsor("XCB", "Sainte-Ormée"),))
    hit = hit_of(recommendation(), other)
    assert hit.recommending_states == ("XAB", "XBA", "XCB")
    assert [sponsor.state for sponsor in sponsors_in(hit.requests)] == ["XAB", "XBA", "XCB"]


def test_nobody_recommends_a_commitment():
    assert hit_of(PLEDGE).recommending_states == ()


def test_what_tells_records_apart():
    with site_over(InventedIndex()).test_request_context():
        assert state_and_year(recommendation()) == "Vellania 2014"
        assert exact_place(recommendation()) == "paragraph 115.1"
        assert exact_place(recommendation(clause=2)) == "paragraph 115.1, request 2"
        from_a_table = recommendation(paragraph=None)
        assert exact_place(from_a_table) == f"<bdi>{from_a_table.id}</bdi>"
        assert exact_place(replace(PLEDGE, order=1)) == "paragraph 117"
