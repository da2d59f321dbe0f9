"""The commands of the indexer as a user meets them: output, errors, exit codes."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from indexer.classify import texts as classify_texts
from indexer.write.snapshot import writing
from models.index_folder.folder import VECTORS, current_snapshot
from models.records.records import ActionCategory, Origin
from tests.indexer.conftest import Workshop, upr

pytestmark = pytest.mark.usefixtures("stand_in_reader")


def index(workshop: Workshop, *more: object) -> Result:
    return upr("index", workshop.documents, "--to", workshop.index, "--encoder", "letters", "--jobs", 1, *more)


def test_index_ends_with_a_report(workshop: Workshop) -> None:
    workshop.write("broken.txt", "damaged")
    result = index(workshop)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:3] == ["State under review  cycle 2", "Bangladesh                1", "Slovenia                  3"]
    assert "skipped: broken.txt is damaged: get it again." in lines
    assert "2 read, 0 unchanged, 1 skipped, 0 of earlier runs kept." in lines
    assert lines[-1].startswith("4 recommendations; 0 paragraphs of treaty bodies and special procedures; 4 texts ")
    assert result.stderr == ""


def test_index_without_any_recommendation_fails(workshop: Workshop, tmp_path: Path) -> None:
    broken = workshop.write("broken.txt", "damaged")
    result = upr("index", broken, "--to", tmp_path / "new", "--encoder", "letters")
    assert result.exit_code == 1
    assert "skipped: broken.txt is damaged" in result.stdout
    assert "no index was written" in result.stderr
    assert "0 read, 0 unchanged, 1 skipped, 0 of earlier runs kept." in result.stdout
    assert "assigned by computer" not in result.stdout, "no encoder is named"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["no-such-folder", "--to", "x"], "does not exist", id="path that is not there"),
        pytest.param(["."], "--to", id="no index folder"),
        pytest.param([".", "--to", "x", "--jobs", "0"], "--jobs", id="no process at all"),
        pytest.param([".", "--to", "x", "--states", "no.csv"], "does not exist", id="States that are not there"),
    ],
)
def test_wrong_use_of_index(arguments: list[str], message: str) -> None:
    result = upr("index", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_busy_index_folder_is_one_sentence(workshop: Workshop) -> None:
    with writing(workshop.index):
        result = index(workshop)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Another run is writing the index")
    assert len(result.stderr.splitlines()) == 1


def test_info(workshop: Workshop) -> None:
    workshop.write("broken.txt", "damaged")
    index(workshop)
    text = upr("info", workshop.index).stdout
    assert "encoder letters, 256 dimensions" in text
    assert "Bangladesh                1" in text
    assert "skipped: broken.txt is damaged" in text
    facts = json.loads(upr("info", workshop.index, "--json").stdout)
    digest = hashlib.sha256((current_snapshot(workshop.index) / "manifest.json").read_bytes()).hexdigest()
    assert f"sha256 of manifest.json {digest}" in text
    assert facts["manifest_sha256"] == digest
    assert facts["counts"] == {
        "documents": 2,
        "reviews": 2,
        "recommendations": 4,
        "observations": 0,
        "reported": 0,
        "entries": 4,
        "texts": 4,
        "text_rows": 4,
        "skipped": 1,
        "copies": 0,
    }
    assert facts["documents_by_kind"] == {"working group report": 2}
    assert facts["positions"] == {"noted": 1, "supported": 2, "unknown": 1}
    assert facts["recommendations"][0] == {
        "code": "BGD",
        "name": "Bangladesh",
        "cycle": 2,
        "recommendations": 1,
        "sources": {},
    }


def test_check(workshop: Workshop) -> None:
    index(workshop)
    assert upr("check", workshop.index).stdout == "The index is sound.\n"
    (current_snapshot(workshop.index) / VECTORS).unlink()
    result = upr("check", workshop.index)
    assert result.exit_code == 1
    assert "vectors.npy is missing, added or changed" in result.stderr


def test_extract_prints_json_lines_in_the_order_of_the_files(workshop: Workshop) -> None:
    files = [workshop.documents / name for name in ("slovenia.txt", "bangladesh.txt")]
    result = upr("extract", "--json", *files)
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["id"] for record in records] == [
        "SVN-20-100.1-1",
        "SVN-20-100.1-2",
        "SVN-20-100.2-1",
        "BGD-16-50.3-1",
    ]
    assert records[0]["recommending_states"] == ["FRA", "BEL"]
    assert records[1]["position"] == "noted"
    assert [records[2]["interim_position"], records[2]["position"]] == ["pending", "unknown"]


def test_extract_for_readers(workshop: Workshop) -> None:
    result = upr("extract", workshop.documents / "bangladesh.txt")
    assert result.stdout.split("\n") == [
        "BGD-16-50.3-1  supported  SVN  A/HRC/916/14845  page 14",
        "  End child marriage in rural districts",
        "",
        "",
    ]


def test_extract_says_that_a_folder_holds_nothing(tmp_path: Path) -> None:
    result = upr("extract", tmp_path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing was found.\n")


def test_extract_names_bad_files_and_prints_the_others(workshop: Workshop, tmp_path: Path) -> None:
    broken = workshop.write("broken.txt", "damaged")
    result = upr("extract", "--json", broken, tmp_path / "gone.pdf", workshop.documents / "bangladesh.txt")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["BGD-16-50.3-1"]
    assert sorted(result.stderr.splitlines()) == [
        "broken.txt is damaged: get it again.",
        "gone.pdf cannot be opened (No such file or directory): check that it exists and may be read.",
    ]


def test_extract_joins_two_issues_of_one_document(workshop: Workshop) -> None:
    later = workshop.write("later.txt", "BGD 16 2013-07-08", "50.3 SVN noted End child marriage in rural districts")
    result = upr("extract", "--json", workshop.documents / "bangladesh.txt", later)
    assert result.exit_code == 0
    assert [json.loads(line)["position"] for line in result.stdout.splitlines()] == ["noted"]
    assert "later.txt have one symbol and differ" in result.stderr


@pytest.mark.parametrize("classified", [False, True], ids=["plain", "classified"])
def test_extract_says_what_records_are_about_only_when_asked(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, classified: bool
) -> None:
    action = ActionCategory(5, Origin.CLASSIFIER, "end")
    monkeypatch.setattr(
        classify_texts, "classify_records", lambda records, _: [replace(each, action=action) for each in records]
    )
    result = upr("extract", workshop.documents / "bangladesh.txt", "--json", *(["--classify"] if classified else []))
    (line,) = map(json.loads, result.stdout.splitlines())
    assert ("labels" in line, "action_category" in line) == (classified, classified)
    assert line.get("action_category") == (
        {"category": 5, "verb": "end", "origin": "classifier"} if classified else None
    )
