"""`upr progress`, as a user runs it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.records.reported import Stated, StatedReference
from tests.invented_records import pre_session, recommendation
from tests.search.invented_index import build
from web.command_line import main

NOTE = StatedReference(Stated.FOOTNOTE, "recommendation 77.1", ("77.1",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    asked = [recommendation("Mend the old ferries", "77.1"), recommendation("Count birds", "77.2")]
    said = pre_session("SVN", 34, {"Old ferries were mended.": (NOTE,), "Zebras graze.": ()})
    return build(tmp_path_factory.mktemp("progress"), [*asked, said])


def progress(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["progress", "--index", str(folder), *arguments])


def test_json_has_a_line_for_each_paragraph_and_recommendation(folder: Path) -> None:
    result = progress(folder, "--review", "SVN-20", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["recommendation"], line["rank"]) for line in lines] == [
        ("SVN-20-77.1-1", 1),
        ("SVN-20-77.1-1", 2),
        ("SVN-20-77.2-1", 1),
        ("SVN-20-77.2-1", 2),
    ]
    first, *_, last = lines
    assert first["strength"] in ("possible", "likely", "strong")
    assert first | {"relevance": 0, "strength": ""} == {
        "recommendation": "SVN-20-77.1-1",
        "id": "A.HRC.WG.6.34.SVN.1-1",
        "document_kind": "national report",
        "reporter": "State",
        "symbol": "A/HRC/WG.6/34/SVN/1",
        "paragraph": "1",
        "page": 2,
        "date": "2019-08-20",
        "stated": "footnote",
        "printed": "recommendation 77.1",
        "for_section": False,
        "points_elsewhere": False,
        "basis": "printed",
        "certainty": 1.0,
        "rank": 1,
        "relevance": 0,
        "strength": "",
        "headings": ["Ferries"],
        "contributors": [{"code": "JS1", "name": "Rowers"}],
        "sentence": "Old ferries were mended.",
    }
    assert (last["stated"], last["printed"], last["strength"]) == (None, None, "related")
    assert "Not indexed since SVN-20: mid-term report; compilation; summary." in result.stderr


def test_one_recommendation(folder: Path) -> None:
    text = progress(folder, "SVN-20-77.1-1").stdout
    assert "“Old ferries were mended.”" in text
    assert "SVN-20-77.2-1" not in text
    assert "SVN-20-77.2-1" in progress(folder, "--review", "SVN-20").stdout


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        pytest.param((), 2, "Give the ID of a recommendation or --review", id="nothing"),
        pytest.param(("--review", "SVN-99"), 1, "There is no review SVN-99", id="no such review"),
        pytest.param(("SVN-20-9.9-1",), 1, "There is no record SVN-20-9.9-1", id="no such recommendation"),
        pytest.param(("SVN-20-77.1-1", "--review", "SVN-34"), 2, "no recommendation of the review SVN-34", id="other"),
    ],
)
def test_wrong_use(folder: Path, arguments: tuple[str, ...], exit_code: int, message: str) -> None:
    result = progress(folder, *arguments)
    assert result.exit_code == exit_code
    assert message in result.stderr


def test_what_is_reported_on_an_issue_is_printed_with_its_place(folder: Path) -> None:
    def reported(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["reported", "--index", str(folder), *arguments])
        assert result.exit_code == 0
        return result.stdout

    printed = """
   1. Slovenia  State
      A/HRC/WG.6/34/SVN/1, paragraph 1, page 2, 2019; A.HRC.WG.6.34.SVN.1-1
      “Old ferries were mended.”
      JS1: Rowers
"""
    assert reported("ferries were mended") == f"1 paragraph found.\n{printed}"
    assert reported("ferries were mended", "--state", "SVN") == f"1 paragraph found: 1 on Slovenia.\n{printed}"
    line = json.loads(reported("ferries were mended", "--json"))
    assert (line["rank"], line["id"], line["sentence"]) == (1, "A.HRC.WG.6.34.SVN.1-1", "Old ferries were mended.")
    nothing = "Nothing on this was found in national reports, compilations and summaries indexed.\n"
    assert reported("xylophone quartz") == nothing
