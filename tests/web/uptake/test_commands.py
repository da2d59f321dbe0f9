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


def test_asks_on_standard_input_are_counted(upr: Upr) -> None:
    result = upr("-", "--review", "XAA-20", words=f"{FERRIES}\n")
    assert result.exit_code == 0
    said = " ".join(result.output.split())
    assert said.startswith(
        "1 of 1 ask came back in the review of 2014 (session 20), cycle 2. Recommendations: 1. Recommending States: 1. "
        "Positions: supported: 1. Likeness is no proof"
    )
    assert (
        f"Says the same: XAA-20-100.1-1 (Brenmark; supported; words in common: Mend, old, ferries, coast) “{FERRIES}”"
    ) in said
    assert "Before: session 7: 1 the same, 0 part of the way." in result.output


def test_an_ask_that_nobody_took_up_says_so_with_the_review(upr: Upr) -> None:
    said = " ".join(upr("-", "--review", "XAA-20", words="Feed zebras\n").output.split())
    assert said.startswith(
        "0 of 1 ask came back in the review of 2014 (session 20), cycle 2. Recommendations: 0. Recommending States: 0. "
        "Likeness is no proof"
    )
    assert "1. Feed zebras No recommendation of this review was found to take it up." in said
    assert said.endswith("OHCHR's summary of stakeholders' submissions before this review is not in this index.")


def test_a_submission_that_is_not_there_is_a_wrong_argument(upr: Upr, tmp_path: Path) -> None:
    result = upr(str(tmp_path / "none.pdf"), "--review", "XAA-20")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_json_has_a_line_for_each_ask_and_one_for_the_whole(upr: Upr) -> None:
    result = upr("-", "--review", "XAA-20", "--json", words=f"{FERRIES}\n")
    ask, whole = map(json.loads, result.output.splitlines())
    assert (ask["kind"], ask["text"], ask["counted"]) == ("ask", FERRIES, ["XAA-20-100.1-1"])
    assert ask["recommendations"][0]["grade"] == "same"
    assert ask["earlier"] == [{"session": 7, "same": ["XAA-7-100.1-1"], "part": []}]
    assert (whole["kind"], whole["came_back"], whole["positions"]) == ("uptake", 1, {"supported": 1})
    assert (whole["state_under_review"], whole["session"], whole["indexed"]) == ("XAA", 20, "in full")
    assert (whole["asks"], whole["recommendations"], whole["recommending_states"]) == (1, ["XAA-20-100.1-1"], ["XAB"])


def test_a_file_is_read_and_its_asks_printed_to_be_corrected(upr: Upr, tmp_path: Path) -> None:
    file = tmp_path / "ours.txt"
    file.write_text("Recommendations\n1. Open shelters;\n2. Train judges.\n", encoding="utf-8")
    assert upr(str(file), "--asks").output == "Open shelters\nTrain judges\n"


def test_before_a_review_it_says_who_asked_before(upr: Upr) -> None:
    result = upr("-", "--before", "XAA", words=f"{FERRIES}\n")
    assert "Asked for the same before: Brenmark." in result.output
    assert "1. Mend the old ferries of the coast\n    Session 20: 1 the same, 0 part of the way.\n" in result.output
    assert "    Wording: " in result.output
    (ask,) = map(json.loads, upr("-", "--before", "XAA", "--json", words=f"{FERRIES}\n").output.splitlines())
    assert ask["reviews"] == [
        {"session": 20, "same": ["XAA-20-100.1-1"], "part": []},
        {"session": 7, "same": ["XAA-7-100.1-1"], "part": []},
    ]
    assert ask["asked_before_by"] == ["XAB"]


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
