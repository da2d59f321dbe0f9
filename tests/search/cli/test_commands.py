"""The commands find, match and similar."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.errors import UnknownState
from models.files import batch_files
from search.cli.commands import find, match, similar


def run(command: object, *arguments: str, index: Path, text: str | None = None) -> Result:
    return CliRunner().invoke(command, [*arguments, "--index", str(index)], input=text)  # type: ignore[arg-type]


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_find_prints_what_a_reader_needs_to_cite(index_folder: Path) -> None:
    result = run(find, "child", "marriage", "--under-review", "Brenmark", index=index_folder)
    assert result.exit_code == 0
    shown = " ".join(result.output.split())
    for word in ("Found: 1", "Brenmark", "noted", "paragraph 100.1", "session 7, cycle 1", "page 14"):
        assert word in shown
    assert "“End child marriage in rural areas (Vellania);”" in shown
    assert "Words in common: child, marriage" in shown
    assert "invented sample" in shown


def test_json_lines_hold_the_record_and_why(index_folder: Path) -> None:
    (hit,) = lines(run(find, "prisons", "--json", index=index_folder))
    assert hit["id"] == "XAA-34-100.1-1"
    assert (hit["rank"], hit["group"], hit["strength"], hit["relevance"]) == (1, "others", "exact", 1.0)
    assert hit["words_in_common"] == ["prisons"]
    assert (hit["symbol"], hit["paragraph"], hit["recommending_states"]) == ("A/HRC/934/54", "100.1", ["XBA", "FRA"])


def test_match_puts_the_own_state_first(index_folder: Path) -> None:
    hits = lines(run(match, "--state", "Upper Tamurin", "child marriage", "--json", index=index_folder))
    assert (hits[0]["id"], hits[0]["group"]) == ("XBA-33-100.2-1", "own")


def test_match_says_how_many_are_how_surely_on_the_issue(index_folder: Path) -> None:
    hits = lines(run(match, "child marriage", "--json", index=index_folder))
    counts = Counter(hit["strength"] for hit in hits)
    shown = " ".join(run(match, "child marriage", index=index_folder).output.split())
    words = {"strong": "on the issue", "likely": "probably on the issue", "possible": "perhaps on the issue"}
    sure = ", ".join(f"{counts[strength]} {word}" for strength, word in words.items() if counts[strength])
    assert f"Found: {len(hits)} ({sure})." in shown


def test_find_reads_standard_input(index_folder: Path) -> None:
    (hit,) = lines(run(find, "-", "--json", index=index_folder, text="prisons\n"))
    assert hit["id"] == "XAA-34-100.1-1"


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        pytest.param("Les filles sont mariées trop tôt", [], ["Read as French."], id="detected"),
        pytest.param("tortura", ["--written-in", "es"], ["Read as Spanish."], id="chosen"),
        pytest.param("Girls are married too early", [], [], id="English goes without saying"),
        pytest.param("Wasichana wanaolewa wakiwa wadogo", [], [], id="not read"),
    ],
)
def test_match_says_in_which_language_the_text_was_read(
    index_folder: Path, text: str, options: list[str], said: list[str]
) -> None:
    shown = run(match, text, *options, index=index_folder).stdout
    assert [line for line in shown.splitlines() if line.startswith("Read as")] == said
    beside_json = run(match, text, *options, "--json", index=index_folder).stderr
    assert [line for line in beside_json.splitlines() if line.startswith("Read as")] == said


def test_match_says_what_was_searched_where_nothing_was_found(index_folder: Path) -> None:
    shown = " ".join(run(match, "--state", "XBA", "OPCAT", index=index_folder).output.split())
    assert (
        "No recommendation on this found in the reviews of Upper Tamurin. Searched: 2019 (session 33). Documents "
        "indexed: A/HRC/933" in shown
    )
    shown = " ".join(run(match, "--state", "Kenya", "OPCAT", index=index_folder).output.split())
    assert "No review of Kenya is in this index." in shown


def test_batch_prints_the_hits_of_each_question(index_folder: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.tsv"
    questions.write_text("q1\tchild marriage\nq2\tprisons\nq3\t!@#\n", encoding="utf-8")
    hits = lines(run(match, "--batch", str(questions), "--limit", "2", index=index_folder))
    assert [(hit["query_id"], hit["rank"]) for hit in hits if hit["query_id"] == "q1"] == [("q1", 1), ("q1", 2)]
    assert {hit["query_id"] for hit in hits} == {"q1", "q2"}


def test_similar_prints_records(index_folder: Path) -> None:
    (hit,) = lines(run(similar, "XAB-7-100.1-1", "--json", "--limit", "1", index=index_folder))
    assert hit["id"] == "XBA-33-100.2-1"


FILTERS = {
    "cycle": ("--cycle", "1", {"XAA-7-100.1-1", "XAB-7-100.1-1"}),
    "session": ("--session", "34", {"XAA-34-100.1-1"}),
    "position": ("--position", "noted", {"XAA-20-100.2-1", "XAB-7-100.1-1", "XAB-21-100.3-1"}),
    "recommending State": ("--recommending", "slovenia", {"XAA-7-100.1-1", "XAB-21-100.1-1"}),
    "language": ("--language", "fr", {"XBA-33-100.4-1"}),
    "group": ("--group", "High Plateau Group", {f"XBA-33-100.{number}-1" for number in range(1, 5)}),
}


@pytest.mark.parametrize(("option", "value", "expected"), FILTERS.values(), ids=FILTERS)
def test_filters(index_folder: Path, option: str, value: str, expected: set[str]) -> None:
    hits = lines(run(find, "NOT airtight", option, value, "--json", "--limit", "100", index=index_folder))
    assert {hit["id"] for hit in hits} == expected


def test_notes_go_to_standard_error_beside_json(index_folder: Path) -> None:
    result = run(find, '"prisons', "--json", index=index_folder)
    assert "read as plain words" in result.stderr
    assert len(lines(result)) == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(["x", "--under-review", "Atlantis"], UnknownState), (["x", "--recommending", "QQQ"], UnknownState)],
)
def test_unknown_states_are_refused(index_folder: Path, arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(run(find, *arguments, index=index_folder).exception, error)


@pytest.mark.parametrize("arguments", [[], ["text", "--batch"]], ids=["neither", "both"])
def test_match_takes_either_a_text_or_a_file(index_folder: Path, tmp_path: Path, arguments: list[str]) -> None:
    questions = tmp_path / "questions.tsv"
    questions.write_text("q1\tprisons\n", encoding="utf-8")
    given = [*arguments, str(questions)] if arguments else []
    result = run(match, *given, index=index_folder)
    assert result.exit_code == 2
    assert "--batch" in result.output


@pytest.mark.parametrize("command", [find, match])
@pytest.mark.parametrize("words", ["", "  ", "!@#", "-"])
def test_without_a_word_nothing_is_said_to_be_absent(index_folder: Path, command: object, words: str) -> None:
    result = run(command, words, index=index_folder, text="?\n")
    assert result.exit_code == 2
    assert "There is no word to search for: give at least one." in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_what_is_asked_by_standard_input_may_be_in_any_encoding_of_files(index_folder: Path, encoding: str) -> None:
    given = "the régime of marriage of girls\r\n".encode(encoding)
    result = CliRunner().invoke(match, ["-", "--index", str(index_folder), "--json"], input=given)
    assert lines(result) == lines(run(match, "the régime of marriage of girls", "--json", index=index_folder))
    assert ("was read as Windows-1252" in result.stderr) == (encoding == "latin-1")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param(bytes(range(256)), "Standard input is no text that is read: give text in UTF-8.", id="no text"),
        pytest.param(
            b"prisons " * 5, "Standard input is larger than 0 MB: split it, or save it without images.", id="too much"
        ),
    ],
)
def test_standard_input_that_cannot_be_read_is_refused(
    index_folder: Path, monkeypatch: pytest.MonkeyPatch, given: bytes, sentence: str
) -> None:
    monkeypatch.setattr(batch_files, "MOST_BYTES", 39 if given.isascii() else 256)
    result = CliRunner().invoke(find, ["-", "--index", str(index_folder)], input=given)
    assert (result.exit_code, str(result.exception)) == (1, sentence)


@pytest.mark.parametrize("arguments", [["--cycle", "0"], ["--session", "0"]], ids=" ".join)
def test_numbers_that_no_cycle_or_session_has_are_refused(index_folder: Path, arguments: list[str]) -> None:
    assert run(find, "prisons", *arguments, index=index_folder).exit_code == 2


def test_what_is_said_of_one_question_of_many_names_it(index_folder: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.tsv"
    questions.write_text("q1\tprisons\nq2\t!@#\n", encoding="utf-8")
    result = run(match, "--batch", str(questions), index=index_folder)
    assert result.stderr.startswith("q2: There is no word to search for in this text")


def test_all_that_a_state_was_told_needs_the_state(index_folder: Path) -> None:
    refused = run(match, "child marriage", "--all", index=index_folder)
    assert refused.exit_code == 2
    assert "--state KEN" in refused.output
    told = lines(run(match, "child marriage", "--all", "--state", "Upper Tamurin", "--json", index=index_folder))
    assert told
    assert {hit["group"] for hit in told} >= {"own"}
