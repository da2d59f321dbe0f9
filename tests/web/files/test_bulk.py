"""All records of an index or of a State as one file, by the site, the API and the command."""

import errno
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from models.index_database.address import DatabaseAddress
from search import open_index
from search.answer.bulk import records_one_by_one
from tests.web.api.full_index import NORM, PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_folder
from tests.web.conftest import site_over
from tests.web.words_in_files import lines_of_csv, rows_of_csv
from web.command_line import main


@pytest.fixture(scope="module")
def client():
    return site_over(open_index(full_folder())).test_client()


def exported(client, **question):
    response = client.get("/api/v1/export", query_string=question)
    assert response.status_code == 200
    assert f".{question['format']}" in response.headers["Content-Disposition"]
    return response.data


def lines(client, **question):
    return [json.loads(line) for line in exported(client, format="jsonl", **question).splitlines()]


def records(client, **question):
    return [each for each in lines(client, **question) if each["kind"] != "not indexed"]


def test_json_lines_hold_every_record_of_every_kind(client):
    found = records(client)
    held = client.get("/api/v1/info").get_json()
    kinds = [each["kind"] for each in found]
    assert kinds.count("recommendation") == held["recommendations"]
    assert kinds.count("observation") + kinds.count("general comment") == held["observations"] == 2
    ids = [each["id"] for each in found]
    assert len(ids) == len(set(ids))
    assert {RECOMMENDATION, PLEDGE.id, TOLD.id, NORM.id, REPORTED_ID} <= set(ids)


def test_records_are_those_that_the_api_gives_one_by_one(client):
    (one,) = [each for each in records(client) if each["id"] == RECOMMENDATION]
    alone = client.get(f"/api/v1/recommendation/{RECOMMENDATION}").get_json()
    assert {name: alone[name] for name in one} == one


def test_those_of_one_state(client):
    of_state = records(client, state="Vellania")
    everything = records(client)
    wanted = [each for each in everything if "XAA" in (each.get("state_under_review"), each.get("state"))]
    assert of_state == wanted
    assert 0 < len(of_state) < len(everything)


def test_the_table_has_the_same_records(client):
    rows = [row for row in rows_of_csv(exported(client, format="csv")) if row["kind"] != "not indexed"]
    found = {each["id"]: each for each in records(client)}
    assert [row["id"] for row in rows] == list(found)
    for row in rows:
        record = found[row["id"]]
        assert row["kind"] == record["kind"]
        assert row["quoted"] == (record.get("quoted") or record["text"])
        assert row["recommending_states"] == "; ".join(record.get("recommending_states", ()))
        assert row["position"] == (record.get("position") or "")
        assert row["paragraph"] == record["paragraph"]


def test_the_last_lines_say_what_is_not_indexed(client):
    everything = lines(client)
    assert [each["kind"] for each in everything].count("not indexed") == 1
    assert everything[-1]["text"].startswith("Not all is indexed: ")
    *_, row = rows_of_csv(exported(client, format="csv"))
    assert (row["kind"], row["quoted"]) == ("not indexed", everything[-1]["text"])


def test_those_of_one_state_say_which_of_its_reviews_are_not(client):
    of_state = lines(client, state="France")
    (known,) = client.get("/api/v1/info?state=FRA").get_json()["states"]
    assert [(each["kind"], each["state"]) for each in of_state] == [("not indexed", "FRA")]
    assert of_state[0]["text"] == known["missing"] != ""


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({}, "format"),
        ({"format": "xlsx"}, "format"),
        ({"format": "csv", "state": "Atlantis"}, "state"),
        ({"format": "csv", "cycle": "2"}, "cycle"),
    ],
)
def test_what_cannot_be_had_is_refused(client, question, field):
    response = client.get("/api/v1/export", query_string=question)
    assert (response.status_code, response.get_json()["error"]["field"]) == (400, field)
    assert exported(client, format="csv"), "the next one is not kept waiting"


def unread(app):
    """An answer of which nothing was taken yet: the client of other tests reads each whole, to inspect it."""
    return FlaskClient(app, app.response_class).get("/api/v1/export?format=jsonl", buffered=False)


def test_one_is_sent_at_a_time(client):
    first = unread(client.application)
    second = client.get("/api/v1/export?format=jsonl")
    assert (second.status_code, second.headers["Retry-After"]) == (503, "5")
    first.close()
    assert client.head("/api/v1/export?format=jsonl").status_code == 200
    assert client.get("/api/v1/export?format=jsonl").status_code == 200


def test_it_is_made_while_it_is_sent(monkeypatch):
    monkeypatch.setattr("web.api.bulk.BYTES_AT_ONCE", 1)
    index = open_index(full_folder())
    taken = []
    every = records_one_by_one(index.snapshot)
    monkeypatch.setattr("web.files.bulk.records_one_by_one", lambda *_: (taken.append(each) or each for each in every))
    response = unread(site_over(index))
    assert len(taken) == 1, "the client takes the first part at once"
    sent = [json.loads(line)["kind"] for line in response.get_data().splitlines()]
    assert len(sent) - sent.count("not indexed") == len(taken) > 10
    response.close()


@pytest.mark.parametrize("extension", ["jsonl", "csv"])
def test_the_command_writes_the_same(client, tmp_path, extension):
    file = tmp_path / f"vellania.{extension}"
    chosen = ["--state", "Vellania", "--format", extension, "--to", str(file)]
    assert CliRunner().invoke(main, ["export", "--index", str(full_folder()), *chosen]).exit_code == 0
    assert file.read_bytes() == exported(client, format=extension, state="XAA")


@pytest.mark.parametrize("refusal", [KeyboardInterrupt(), OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))])
def test_a_file_of_before_stays_where_the_command_does_not_come_to_its_end(tmp_path, monkeypatch, refusal):
    def records(*_):
        yield next(iter(records_one_by_one(open_index(full_folder()).snapshot)))
        raise refusal

    file = tmp_path / "all.jsonl"
    file.write_text("of before")
    monkeypatch.setattr("web.files.bulk.records_one_by_one", records)
    result = CliRunner().invoke(main, ["export", "--index", str(full_folder()), "--to", str(file)])
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]
    assert file.read_text() == "of before"
    told = f"Error: No space left on device ({file}): check the disk, and that the file may be used.\n"
    assert (result.exit_code, result.stderr) in [(130, "Aborted!\n"), (1, told)]


def test_the_command_writes_into_a_device_as_it_comes():
    result = CliRunner().invoke(main, ["export", "--index", str(full_folder()), "--to", os.devnull])
    assert result.exit_code == 0
    assert Path(os.devnull).is_char_device()


def test_a_page_of_a_state_leads_to_it(client):
    page = client.get("/state/XAA").get_data(as_text=True)
    assert 'href="/api/v1/export?format=csv&amp;state=XAA"' in page


def test_a_table_of_results_that_ends_at_its_limit_says_so(client, monkeypatch):
    from web.results import files

    monkeypatch.setitem(files.DOWNLOADS, "csv", files.Download(files.write_csv, 3))
    rows = lines_of_csv(client.get("/browse/download?format=csv").data)
    assert len(rows) == 1 + 3 + 2
    assert "This file holds the first 3 of them" in rows[-2][0]
    assert rows[-1][0].startswith("Not all is indexed: ")


@pytest.mark.service
def test_a_database_gives_the_same(client, postgresql):
    from indexer.database.copy_to_database import copy_to_database

    address = DatabaseAddress(postgresql.new_database("bulk"))
    copy_to_database(full_folder(), address)
    over_database = site_over(open_index(address)).test_client()
    for question in ({}, {"state": "XAA"}):
        assert records(over_database, **question) == records(client, **question)
