"""`upr partners`, as a user runs it."""

import json

import pytest
from click.testing import CliRunner

from tests.state_index import state_folder
from web.command_line import main


@pytest.fixture(scope="module")
def run():
    def run(*arguments, **more):
        return CliRunner().invoke(main, ["partners", "--index", str(state_folder()), *arguments], **more)

    return run


def test_json_has_a_line_for_each_partner(run):
    result = run("--state", "Vellania", "--label", "detention", "--json")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["state"] for line in lines if line["kind"] == "recommending State"] == ["FRA", "XAB", "SVN"]
    assert {line["basis"] for line in lines if line["kind"] == "national human rights institution"} == {
        "not in this installation"
    }


def test_tables_are_taken_from_the_folder_that_the_setting_names(run, tmp_path):
    (tmp_path / "ministries.csv").write_text("issue,portfolio,source,address,date\nDetention,prisons,Gazette,,2021\n")
    result = run("--state", "XAA", "--label", "Detention", env={"UPR_TABLES": str(tmp_path)})
    assert "- the ministry responsible for prisons (usual; names differ)" in result.stdout


def test_malformed_table_is_one_sentence(run, tmp_path):
    (tmp_path / "ministries.csv").write_text("issue,portfolio,source,address,date\nPrisons,prisons,Gazette,,2021\n")
    result = run("--state", "XAA", "--label", "Detention", "--tables", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: ministries.csv, line 2: the column “issue” cannot be used; “Prisons” is no issue: write it as the "
        "Issues pages do.\n"
    )
