"""What lists leave out: the same in commands and the API as on pages."""

import re
from datetime import date

import pytest
from click.testing import CliRunner

from search import CycleCoverage, Filters, SearchIndex, cycles_covered, left_out, left_out_of_list, open_index
from search.answer.bulk import records_one_by_one
from search.snapshot.coverage import state_coverage
from tests.lobbying_index import lobbying_folder
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from web.command_line import main

WHOLE = CycleCoverage(1, 192, 192, (1, 2, 3))
IN_PART = CycleCoverage(2, 193, 74, (13, 14, 15, 20))
NOTHING = CycleCoverage(3, 193, 0, ())


def test_cycles_that_are_whole_are_not_named() -> None:
    assert left_out([WHOLE]) is None
    assert left_out([WHOLE, IN_PART, NOTHING], {1, 3}) == "Not all is indexed: of cycle 3 nothing (193 States)."


@pytest.mark.parametrize(
    ("filters", "sentences"),
    [
        pytest.param(
            Filters(),
            ("Not all is indexed: cycle 2: 74 of 193 States, sessions 13-15, 20; of cycle 3 nothing (193 States).",),
            id="all",
        ),
        pytest.param(Filters(cycle=(1,)), (), id="a cycle that is whole"),
        pytest.param(
            Filters(session=(20,)),
            ("Not all is indexed: cycle 2: 74 of 193 States, sessions 13-15, 20.",),
            id="by session",
        ),
    ],
)
def test_a_list_over_all_states_says_how_much_of_each_cycle_is_here(
    filters: Filters, sentences: tuple[str, ...]
) -> None:
    assert left_out_of_list((), [WHOLE, IN_PART, NOTHING], filters) == sentences


def said_by_commands(*arguments: str) -> str:
    ended = CliRunner().invoke(main, [*arguments, "--index", str(lobbying_folder())])
    assert ended.exit_code == 0, ended.stderr
    return " ".join(ended.stderr.split())


def test_commands_pages_and_the_api_say_the_same() -> None:
    index: SearchIndex = open_index(lobbying_folder())
    (sentence,) = left_out_of_list((), cycles_covered(index.snapshot.reviewed_states, date.today()), Filters())
    assert re.search(r"cycle 2: 2 of \d+ States, sessions 20-21", sentence)
    assert sentence in said_by_commands("find", "judges")
    assert sentence in said_by_commands("match", "judges visit prisons", "--json")
    client = site_over(index).test_client()
    for address in ("/api/v1/find", "/api/v1/match"):
        assert client.post(address, json={"text": "judges"}).get_json()["not_indexed"] == [sentence]
    assert sentence in text_of(parse(client.post("/find", data={"text": "judges"}).get_data(as_text=True)))
    in_french = text_of(parse(client.post("/fr/find", data={"text": "judges"}).get_data(as_text=True)))
    assert re.search(r"Tout n’est pas indexé : .*cycle 2 : 2 sur \d+ États, sessions 20-21", in_french)


def test_a_list_on_one_state_says_what_is_missing_of_it() -> None:
    index: SearchIndex = open_index(lobbying_folder())
    client = site_over(index).test_client()
    asked = {"text": "judges", "filters": {"under_review": ["XAB"]}}
    assert client.post("/api/v1/find", json=asked).get_json()["not_indexed"] == list(
        left_out_of_list([state_coverage(index.snapshot, "XAB", date.today())], (), Filters())
    )
    own = client.post("/api/v1/match", json={"text": "judges", "own_state": "XBA"}).get_json()
    cycles = cycles_covered(index.snapshot.reviewed_states, date.today())
    assert own["not_indexed"] == list(
        left_out_of_list([state_coverage(index.snapshot, "XBA", date.today())], cycles, Filters())
    )
    assert own["not_indexed"][-1].startswith("Not all is indexed: "), "recommendations to others are listed, too"
    assert own["not_indexed"][-1] in said_by_commands("match", "judges", "--state", "XBA")
    assert "Not all is indexed" in said_by_commands("lobby", "judges", "--state", "XBA")
    assert "Not all is indexed" in said_by_commands("similar", next(records_one_by_one(index.snapshot, "XBA"))["id"])
    assert "Not all is indexed" not in said_by_commands("find", "judges", "--under-review", "XAB")
