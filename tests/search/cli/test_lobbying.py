"""`upr lobby`, as a user runs it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.lobbying_index import LABEL, build_lobbying_index
from web.command_line import main

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_lobbying_index(tmp_path_factory.mktemp("lobbying") / "index")


@pytest.fixture
def run(folder: Path) -> Run:
    def run(*arguments: str, **more: str) -> Result:
        return CliRunner().invoke(main, ["lobby", "--index", str(folder), *arguments], **more)

    return run


def test_json_has_a_line_for_each_state_in_the_merged_order(run: Run) -> None:
    lines = [json.loads(line) for line in run("--state", "XAA", "--label", LABEL, "--json").stdout.splitlines()]
    assert [line["rank"] for line in lines] == [1, 2, 3, 4, 5]
    assert {line["state"]: line["view"] for line in lines} == {
        "XAB": "asked",
        "SVN": "asked",
        "FRA": "prospect",
        "VAT": "prospect",
        "XBA": "silent",
    }
    assert {line["state"]: line["recommendations"]["here"] for line in lines}["XAB"] == 2
    assert lines[0]["promise"] == pytest.approx(sum(r["points"] for r in lines[0]["reasons"].values()), abs=0.005)


def test_text_tells_both_lists(run: Run) -> None:
    printed = run("--state", "Vellania", "--label", LABEL).stdout
    assert "Asked Vellania before: 2" in printed
    assert "Potential supporters: 2" in printed
    words = " ".join(printed.split())
    assert "made 2 to it, in sessions 7 (cycle 1), 20 (cycle 2); made none to other States;" in words
    assert "made 1 to it, in session 7 (cycle 1);" in words
    assert "found on this up to session 33, 2 of them to Vellania" in words
    assert re.search(r"1\. France .* none found on this issue among 1 recommendation to Vellania;", words)
    assert re.search(r"2\. Holy See .* no recommendation to Vellania is indexed;", words)
    assert "Model wording, supported by other States:" in printed


def test_only_earlier_sessions_are_known(run: Run) -> None:
    printed = run("--state", "XAA", "--label", LABEL, "--before-session", "20", "--json").stdout
    assert {json.loads(line)["state"] for line in printed.splitlines()} == {"XAB", "SVN"}


def test_issue_comes_from_words_or_standard_input(run: Run) -> None:
    words = run("--state", "XAA", "Let", "judges", "visit", "prisons", "--json").stdout
    assert words == run("--state", "XAA", "-", "--json", input="Let judges visit prisons").stdout
    assert words


def test_says_in_which_language_the_issue_was_read(run: Run) -> None:
    told = "Les juges doivent pouvoir visiter les prisons"
    assert "Read as French." in run("--state", "XAA", told).output
    assert "Read as" not in run("--state", "XAA", "Let judges visit prisons").output


def test_limit(run: Run) -> None:
    assert len(run("--state", "XAA", "--label", LABEL, "--limit", "2", "--json").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--state", "XAA"), 2, "Give the TEXT of an issue, or --label, or --record."),
        (("--state", "XAA", "--label", LABEL, "prisons"), 2, "Give the TEXT of an issue, or --label, or --record."),
        (("prisons",), 2, "--state"),
        (("--state", "Atlantis", "prisons"), 2, "“Atlantis” names no State"),
        (("--state", "XAA", "--label", "Dragons"), 2, "has the label “Dragons”"),
        (("--state", "XAA", "--record", "XAA-20-9.9-1"), 1, "There is no record XAA-20-9.9-1"),
    ],
    ids=["no issue", "two issues", "no State", "unknown State", "unknown label", "unknown record"],
)
def test_foreseeable_failures_are_a_sentence(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output
