"""The command `upr uptake`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.search.invented_index import Request, build
from web.command_line import main

pytestmark = pytest.mark.slow

FERRIES = "Mend the old ferries of the coast"
Upr = Callable[..., Result]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    requests = [Request(FERRIES, session=7), Request(FERRIES), Request("Count the birds of the marshes")]
    return build(tmp_path_factory.mktemp("uptake_commands") / "index", requests)


@pytest.fixture
def upr(index: Path) -> Upr:
    return lambda *arguments, words="": CliRunner().invoke(
        main, ["uptake", *arguments, "--index", str(index)], input=words
    )


def test_the_nearest_stand_below_each_ask_with_their_words(upr: Upr) -> None:
    result = upr("-", "--review", "XAA-20", words=f"{FERRIES}\n")
    assert result.exit_code == 0
    said = " ".join(result.output.split())
    assert said.startswith("For each ask the nearest recommendations, found by comparing texts: read them")
    assert f"1. {FERRIES} (1 to read) XAA-20-100.1-1 (Brenmark; supported) “{FERRIES}” XAA-20-100.2-1" in said
    assert said.endswith("OHCHR's summary of stakeholders' submissions before this review is not in this index.")


def test_narrative_is_left_out_and_said_to_be(upr: Upr) -> None:
    words = f"1. {FERRIES}\n2. The ferries sank in May. Nobody came. The sea was calm.\n"
    result = upr("-", "--asks", words=words)
    assert result.stdout == f"{FERRIES}\n"
    assert "1 paragraph that reads like narrative was left out." in result.stderr


def test_a_submission_that_is_not_there_is_a_wrong_argument(upr: Upr, tmp_path: Path) -> None:
    result = upr(str(tmp_path / "none.pdf"), "--review", "XAA-20")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_json_has_a_line_for_each_ask_and_one_for_the_whole(upr: Upr) -> None:
    result = upr("-", "--review", "XAA-20", "--json", words=f"{FERRIES}\n")
    ask, whole = map(json.loads, result.output.splitlines())
    assert (ask["kind"], ask["text"], ask["to_read"]) == ("ask", FERRIES, 1)
    assert [record["id"] for record in ask["nearest"]] == ["XAA-20-100.1-1", "XAA-20-100.2-1"]
    assert (whole["kind"], whole["state_under_review"], whole["session"]) == ("uptake", "XAA", 20)
    assert (whole["asks"], whole["compared"], whole["indexed"]) == (1, 2, "in full")


def test_a_file_is_read_and_its_asks_printed_to_be_corrected(upr: Upr, tmp_path: Path) -> None:
    file = tmp_path / "ours.txt"
    file.write_text("Recommendations\n1. Open shelters;\n2. Train judges.\n", encoding="utf-8")
    assert upr(str(file), "--asks").output == "Open shelters\nTrain judges\n"


def test_before_a_review_all_that_the_state_was_told_is_looked_through(upr: Upr) -> None:
    ask, whole = map(json.loads, upr("-", "--before", "XAA", "--json", words=f"{FERRIES}\n").output.splitlines())
    assert {record["id"] for record in ask["nearest"]} == {"XAA-7-100.1-1", "XAA-20-100.1-1", "XAA-20-100.2-1"}
    assert (whole["session"], whole["compared"]) == (None, 3)


@pytest.mark.parametrize(
    ("arguments", "words", "said"),
    [
        (["-"], FERRIES, "Give either --review"),
        (["-", "--review", "XAA-20", "--before", "XAA"], FERRIES, "Give either --review"),
        (["-", "--review", "XAA-33"], FERRIES, "There is no review XAA-33"),
        (["-", "--review", "XAA-20"], " ", "No ask was found"),
        (["missing.docx", "--review", "XAA-20"], "", "missing.docx"),
    ],
    ids=["neither", "both", "review", "no ask", "no file"],
)
def test_what_is_missing_is_said_in_a_sentence(upr: Upr, arguments: list[str], words: str, said: str) -> None:
    result = upr(*arguments, words=words)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert "Traceback" not in result.output
