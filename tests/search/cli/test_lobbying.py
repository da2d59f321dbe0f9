"""`upr lobby`, as a user runs it."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tests.lobbying_index import LABEL, lobbying_folder
from web.command_line import main

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def run(*arguments: str, **more: str) -> Result:
        return CliRunner().invoke(main, ["lobby", "--index", str(lobbying_folder()), *arguments], **more)

    return run


def test_json_has_a_line_for_each_state_with_its_nearest_recommendation(run: Run) -> None:
    lines = [json.loads(line) for line in run("--state", "XAA", "--label", LABEL, "--json").stdout.splitlines()]
    assert [line["place"] for line in lines] == [1, 2, 3, 4]
    assert (lines[0]["state"], lines[0]["nearest"]["id"], lines[0]["strength"]) == ("XAB", "XAA-20-100.1-1", "exact")
    assert {line["state"]: line["recommendations"]["here"] for line in lines}["XAB"] == 2
    assert not {"view", "promise", "reasons", "share"} & lines[0].keys()
    likely = run("--state", "XAA", "--label", LABEL, "--json", "--likely").stdout.splitlines()
    assert [json.loads(line)["rank"] for line in likely] == [1, 2, 3, 4]


def test_text_quotes_what_each_said_and_says_to_whom_when_and_with_which_answer(run: Run) -> None:
    words = " ".join(run("--state", "Vellania", "--label", LABEL).stdout.split())
    assert "found up to session 33, 2 of them to Vellania" in words
    assert (
        "By what they said: 1. Brenmark “Let judges visit prisons that are crowded (Brenmark);” (XAA-20-100.1-1) "
        "recommended to Vellania in 2014 (noted, supports in part) found, made to Vellania, to read: 2; same regional "
        "group; received from Vellania: 1 2. Slovenia"
    ) in words
    assert "asked" not in words.lower()
    assert "points" not in words
    assert "precision at ten" not in words


def test_text_by_who_is_likely_to_speak_says_how_it_was_tested(run: Run) -> None:
    words = " ".join(run("--state", "Vellania", "--label", LABEL, "--likely").stdout.split())
    assert "By a formula on past reviews: 1. Brenmark" in words
    assert "precision at ten 0.324" in words


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
        (("--state", "XAA", "--label", "Dragons"), 2, "there is no “Dragons” here"),
        (("--state", "XAA", "--record", "XAA-20-9.9-1"), 1, "There is no record XAA-20-9.9-1"),
    ],
    ids=["no issue", "two issues", "no State", "unknown State", "unknown label", "unknown record"],
)
def test_foreseeable_failures_are_a_sentence(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output
