"""`upr thread` and `upr threads`, as a user runs them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.records.enums import Position
from tests.search.invented_index import Request, build
from web.command_line import main

REQUESTS = [
    Request("Consider adopting a law against fishing with dynamite", session=7, position=Position.NOTED),
    Request("Adopt a law against fishing with dynamite", session=20),
    Request("Fight fishing with dynamite", session=20),
    Request("Adopt a law against fishing with dynamite soon", session=34),
    Request("Adopt a law against any fishing with dynamite", session=34),
    Request("Count the birds of the marshes", state="XAB"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("threads") / "index", REQUESTS)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def follow(folder: Path, *arguments: str) -> Result:
    return run("thread", "--index", str(folder), *arguments)


def batch(path: Path, lines: str, *more: str) -> Result:
    path.write_text(lines, encoding="utf-8")
    return run("threads", "--batch", str(path), "--encoder", "letters", *more)


def test_a_line_for_each_linked_record_with_both_positions(folder: Path) -> None:
    lines = [json.loads(line) for line in follow(folder, "XAA-20-100.1-1", "--json").stdout.splitlines()]
    assert [line["type"] for line in lines] == ["similar", "same", "same"]
    first = lines[0]
    assert (first["of"], first["id"]) == ("XAA-20-100.1-1", "XAA-7-100.1-1")
    assert (first["earlier"], first["later"]) == ("XAA-7-100.1-1", "XAA-20-100.1-1")
    assert (first["earlier_position"], first["later_position"]) == ("noted", "supported")
    assert first["quoted"].startswith("Consider adopting a law against fishing with dynamite")


def test_text_goes_from_the_earliest_review_to_the_latest(folder: Path) -> None:
    printed = " ".join(follow(folder, "XAA-20-100.1-1", "--limit", "1").stdout.split())
    steps = [
        "Session 7, cycle 1: 1 similar in 2010: read it",
        "Similar noted in cycle 1 “Consider",
        "Session 20, cycle 2: this recommendation",
        "Session 34, cycle 3: 2 similar in 2019: read them; 2 of them ask the same, the first 1",
        "Asks the same supported in cycle 2 → supported in cycle 3",
    ]
    places = [printed.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)


def test_a_single_review_says_so(folder: Path) -> None:
    assert (
        "No other review of Brenmark in this index can be compared with it." in follow(folder, "XAB-20-100.1-1").stdout
    )
    assert follow(folder, "XAB-20-100.1-1", "--json").stdout == ""


def test_an_unknown_id_is_one_sentence(folder: Path) -> None:
    result = follow(folder, "XAA-20-999.1-1")
    assert result.exit_code == 1
    assert "There is no record XAA-20-999.1-1" in result.stderr


PAIRS = "a\tConsider ratifying the OP-CAT\tRatify the OP-CAT\nb\tPlant trees\tFeed the prisoners\n"


def test_types_of_pairs_in_the_order_of_the_file(tmp_path: Path) -> None:
    printed = batch(tmp_path / "pairs.tsv", PAIRS, "--json").stdout.splitlines()
    assert [json.loads(line) for line in printed] == [{"id": "a", "type": "similar"}, {"id": "b", "type": "none"}]
    assert batch(tmp_path / "pairs.tsv", PAIRS).stdout == "a\tsimilar\nb\tnone\n"


def test_odd_texts_are_typed(tmp_path: Path) -> None:
    lines = f"1\t\t\n2\t{'a' * 20_000}\t{'OP-CAT ' * 5_000}\n3\t“”\tإلغاء عقوبة الإعدام\n"
    assert batch(tmp_path / "odd.tsv", lines).stdout == "1\tnone\n2\tnone\n3\tnone\n"


def test_an_empty_file_has_no_pairs(tmp_path: Path) -> None:
    result = batch(tmp_path / "empty.tsv", "", "--json")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    result = batch(tmp_path / "bad.tsv", "x\ty\tz\na\tone text\n")
    assert result.exit_code == 2
    assert "line 2 has too few or too many tabs" in result.stderr
