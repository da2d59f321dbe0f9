"""What is reported on recommendations, by the API: the objects that `upr progress --json` prints, in pages."""

import json
from contextlib import closing
from shutil import copytree
from sqlite3 import connect

import pytest
from click.testing import CliRunner

from models.index_folder.folder import CATALOGUE, current_snapshot
from search import open_index
from tests.forged_manifest import vouch_for_files
from tests.lobbying_index import lobbying_records
from tests.web.api.full_index import RECOMMENDATION, REPORTED_ID, full_folder
from tests.web.conftest import site_over
from web.command_line import main

ADDRESS = "/api/v1/progress"


@pytest.fixture(scope="module")
def site():
    return site_over(open_index(full_folder())).test_client()


def printed(*arguments):
    result = CliRunner().invoke(main, ["progress", "--index", str(full_folder()), "--json", *arguments])
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_review_gives_what_the_command_prints(site):
    answer = site.get(ADDRESS, query_string={"review": "XAA-20", "related": "true"}).get_json()
    links = printed("--review", "XAA-20")
    assert (answer["review"], answer["state"], answer["session"], answer["sessions"]) == ("XAA-20", "XAA", 20, [34])
    assert answer["documents"] == [
        {
            "symbol": "A/HRC/WG.6/34/XAA/1",
            "document_kind": "national report",
            "session": 34,
            "date": "2019-08-20",
        }
    ]
    assert answer["missing"] == ["mid-term report", "compilation", "summary"]
    assert (answer["invented"], answer["next_cursor"]) == (True, None)
    assert (answer["links"], answer["total"]) == (links, 4)
    quoted = {record["id"]: record["quoted"] for record in answer["recommendations"]}
    assert set(quoted) == {link["recommendation"] for link in links}
    assert quoted[RECOMMENDATION] == lobbying_records()[1].quoted


def test_what_is_no_more_than_near_is_left_out_unless_asked_for(site):
    shown = site.get(ADDRESS, query_string={"review": "XAA-20"}).get_json()
    everything = printed("--review", "XAA-20")
    assert shown["links"] == [link for link in everything if link["strength"] != "related" or link["stated"]]
    assert 0 < shown["total"] == len(shown["links"]) < 4


def test_a_recommendation_gives_what_the_command_prints(site):
    answer = site.get(f"/api/v1/recommendation/{RECOMMENDATION}/progress?related=true").get_json()
    assert answer["links"] == printed(RECOMMENDATION)
    first = answer["links"][0]
    assert (first["id"], first["stated"], first["reporter"]) == (REPORTED_ID, "footnote", "State")


def test_pages_hold_every_link_once(site):
    whole = site.get(ADDRESS, query_string={"review": "XAA-20", "related": "true"}).get_json()["links"]
    found, cursor = [], {}
    for _ in range(9):
        answer = site.get(
            ADDRESS, query_string={"review": "XAA-20", "related": "true", "limit": 3, **cursor}
        ).get_json()
        found.append(answer["links"])
        if answer["next_cursor"] is None:
            break
        cursor = {"cursor": answer["next_cursor"]}
    assert [len(links) for links in found] == [3, 1]
    assert [link for links in found for link in links] == whole
    other = site.get(ADDRESS, query_string={"review": "XAA-20", **cursor})
    assert (other.status_code, other.get_json()["error"]["field"]) == (400, "cursor")


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        pytest.param({}, 400, "review", id="no review"),
        pytest.param({"review": "XAA-99"}, 404, "review", id="unknown review"),
        pytest.param({"review": "XAA-20", "related": "perhaps"}, 400, "related", id="neither true nor false"),
        pytest.param({"review": "XAA-20", "limit": "0"}, 400, "limit", id="no link"),
        pytest.param({"review": "XAA-20", "all": "1"}, 400, "all", id="unknown parameter"),
    ],
)
def test_wrong_questions_are_refused(site, query, status, field):
    response = site.get(ADDRESS, query_string=query)
    assert (response.status_code, response.get_json()["error"]["field"]) == (status, field)


def test_a_reported_paragraph(site):
    answer = site.get(f"/api/v1/reported/{REPORTED_ID}").get_json()
    assert answer | {"links": []} == {
        "kind": "report",
        "id": "A.HRC.WG.6.34.XAA.1-1",
        "document_kind": "national report",
        "reporter": "State",
        "symbol": "A/HRC/WG.6/34/XAA/1",
        "paragraph": "1",
        "page": 2,
        "date": "2019-08-20",
        "headings": ["Ferries"],
        "contributors": [{"code": "JS1", "name": "Rowers"}],
        "printed": ["recommendation 1"],
        "text": "Judges visit prisons that are crowded.",
        "language": "en",
        "state": "XAA",
        "review": "XAA-34",
        "reported_on": "XAA-20",
        "before": None,
        "after": "A.HRC.WG.6.34.XAA.1-2",
        "links": [],
        "invented": True,
    }
    assert answer["links"][0]["recommendation"] == RECOMMENDATION
    page = site.get(f"/reported/{REPORTED_ID}").get_data(as_text=True)
    assert "Judges visit prisons that are crowded." in page
    assert site.get("/api/v1/reported/nothing").status_code == 404


def test_what_was_reported_on_an_issue(site):
    question = {"text": "judges who visit crowded prisons", "own_state": "XAA"}
    answer = site.post("/api/v1/reported", json=question).get_json()
    assert (answer["total"], answer["own_total"], answer["language"], answer["next_cursor"]) == (1, 1, "en", None)
    (hit,) = answer["hits"]
    assert (hit["id"], hit["state"], hit["group"], hit["kind"]) == (REPORTED_ID, "XAA", "own", "report")
    assert hit["sentence"] == "Judges visit prisons that are crowded."
    arguments = ["reported", "--index", str(full_folder()), "--state", "XAA", question["text"]]
    assert json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout) == hit
    text = CliRunner().invoke(main, arguments).stdout
    assert "1 paragraphs found: 1 on Vellania." not in text
    assert "1 paragraph found: 1 on Vellania." in text
    assert "“Judges visit prisons that are crowded.”" in text


def test_paragraphs_of_a_file_without_pages_have_none(tmp_path):
    copied = copytree(full_folder(), tmp_path / "index")
    with closing(connect(current_snapshot(copied) / CATALOGUE)) as catalogue, catalogue:
        catalogue.execute("UPDATE entry SET content = json_set(content, '$.place.page', NULL)")
    vouch_for_files(current_snapshot(copied))
    site = site_over(open_index(copied)).test_client()
    question = {"text": "judges who visit crowded prisons", "own_state": "XAA"}
    (hit,) = site.post("/api/v1/reported", json=question).get_json()["hits"]
    link = site.get(ADDRESS, query_string={"review": "XAA-20", "related": "true"}).get_json()["links"][0]
    paragraph = site.get(f"/api/v1/reported/{REPORTED_ID}").get_json()
    assert [answer["page"] for answer in (hit, link, paragraph)] == [None, None, None]


def test_what_was_reported_is_in_no_other_answer(site):
    for path in ("match", "find"):
        answer = site.post(f"/api/v1/{path}", json={"text": "crowded prisons"}).get_json()
        assert answer["hits"]
        assert {hit["kind"] for hit in answer["hits"]} == {"recommendation"}
