"""`upr classify` as a user meets it."""

import json
from pathlib import Path

import pytest

from tests.indexer.conftest import upr


def batch(folder: Path, *lines: str) -> Path:
    path = folder / "texts.tsv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.encoder
def test_batch_prints_one_json_line_for_each_text(tmp_path: Path) -> None:
    result = upr("classify", "--batch", batch(tmp_path, "a\tRatify the CRPD", "b\t", "a\tX\tY"), "--json")
    assert result.exit_code == 0, result.output
    first, *others = map(json.loads, result.stdout.splitlines())
    assert first["id"] == "a"
    assert {issue["label"] for issue in first["issues"]} == {"International instruments", "Disabilities"}
    assert all(set(issue) == {"label", "scheme", "confidence"} for issue in first["issues"])
    assert first["action_category"] == {"category": 5, "verb": "ratify"}
    without_words, other = others
    assert without_words == {"id": "b", "issues": [], "action_category": None}
    assert (other["id"], other["action_category"]["verb"]) == ("a", None)


@pytest.mark.encoder
def test_text_is_answered_in_words() -> None:
    result = upr("classify", "Continue and strengthen its efforts against human trafficking")
    label, action = result.stdout.removeprefix("text\t").rstrip().split("\t")
    assert label.startswith("Trafficking (9")
    assert action == "4 general (“strengthen”)"


@pytest.mark.encoder
@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(["1\tEnd it", "no tab"], "line 2 has too few", id="a line without a tab"),
        pytest.param(None, "Give either a TEXT or --batch FILE.", id="neither text nor file"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, lines: list[str] | None, words: str) -> None:
    result = upr("classify", "--json", *(["--batch", batch(tmp_path, *lines)] if lines else []))
    assert result.exit_code == 2
    assert words in result.output
