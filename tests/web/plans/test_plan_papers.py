"""The papers of a plan, offered with their choices."""

import io
import json
from base64 import b64encode
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from flask.testing import FlaskClient

from search import SearchIndex
from tests.web.conftest import site_over
from tests.web.files.test_letterhead import letter
from tests.web.inspect_page import main_of, words_of
from tests.web.own_forms import send
from tests.web.papers.conftest import index
from tests.web.papers.paper_index import paper_records
from tests.web.papers.test_ohchr_matrix import matrix, rows_of
from tests.web.plans.plan_site import form_of, item_addresses, kept, made
from web.papers.kinds import PAPERS
from web.site.settings import Settings

__all__ = ["index"]
pytestmark = pytest.mark.slow


@pytest.fixture
def client(index: SearchIndex, tmp_path: Path) -> FlaskClient:
    return site_over(index, Settings(plans=str(tmp_path / "plans.sqlite"))).test_client()


@pytest.fixture
def plan(client: FlaskClient) -> str:
    first = paper_records()[0]
    own = [record.id for record in paper_records() if record.state_under_review == first.state_under_review]
    return made(client, " ".join(own), state=first.state_under_review)


def test_a_plan_offers_five_doors_that_lead_to_all_papers(client, plan):
    links = [link.get("href") for link in main_of(client.get(f"{plan}/papers")).iter("a")]
    assert {f"{plan}/paper/{name}" for name in PAPERS} <= set(links)
    assert f"{plan}/papers" in [link.get("href") for link in main_of(client.get(plan)).iter("a")]


def test_the_name_of_a_door_leads_to_its_first_paper(client, plan):
    assert str(PAPERS["oral-statement"].title) in words_of(client.get(f"{plan}/paper/statement"))


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "pending-note"])
def test_each_paper_has_a_page_with_its_choices_its_files_and_its_blanks(client, plan, name):
    address = f"{plan}/paper/{name}"
    response = client.get(address)
    assert str(PAPERS[name].title) in words_of(response)
    page = main_of(response)
    buttons = [each.get("formaction") for each in page.iter("button") if each.get("formaction")]
    assert buttons == [*(f"{address}.{extension}" for extension in PAPERS[name].extensions), f"{address}/for-you"]
    assert [each.get("name") for each in page.iter("select")] == list(PAPERS[name].options)
    for button in buttons:
        file = client.get(button)
        assert file.status_code == 200, button
        assert "Tarnbridge" not in str(file.headers)
        assert file.headers["X-Robots-Tag"].startswith("noindex")
        assert not button.endswith(".docx") or "DRAFT" in file.headers["Content-Disposition"]
    fields = [each.get("name") for each in page.iter("textarea") if each.get("name") != "signatories"]
    assert fields
    form = form_of(response, f"{address}.docx") | {field: f"Filled {place}." for place, field in enumerate(fields)}
    file = send(client, f"{address}.docx", {**form, "signatories": "Rowers\n\nDivers "})
    text = "\n".join("".join(each.itertext()) for each in Document(io.BytesIO(file.data)).element.body)
    assert all(f"Filled {place}." in text for place in range(len(fields)))
    assert "Joint signatories: Rowers; Divers" in text
    assert "[ …" not in text
    assert "DRAFT" not in file.headers["Content-Disposition"]


def test_a_paper_is_made_with_what_was_chosen(client, plan):
    ours = client.get(f"{plan}/paper/oral-statement.docx?occasion=adoption")
    longer = client.get(f"{plan}/paper/oral-statement.docx?occasion=debate")
    texts = ["\n".join(each.text for each in Document(io.BytesIO(file.data)).paragraphs) for file in (ours, longer)]
    assert texts[0] != texts[1]


def test_all_papers_come_in_one_file_each_with_what_to_know_first(client, plan):
    response = client.get(f"{plan}/papers.zip")
    with ZipFile(io.BytesIO(response.data)) as files:
        names = files.namelist()
    made = [name for name in PAPERS if name != "pending-note"]
    assert len(set(names)) == len(names)
    sheets = {name.removesuffix("-for-you.docx") for name in names if name.endswith("-for-you.docx")}
    papers = {name.removesuffix(".docx").removesuffix("-DRAFT") for name in names if "-for-you" not in name}
    assert sheets == papers
    assert sum("-for-" in name for name in papers) > 1, "a brief for each State"
    assert all(any(name.startswith(paper) for name in papers) for paper in made)


def test_ohchrs_own_matrix_comes_back_filled_in(client, plan):
    page = client.get(f"{plan}/paper/stakeholders-matrix")
    assert f"{plan}/ohchr-matrix" in [form.get("action") for form in main_of(page).iter("form")]
    item = item_addresses(client, plan)[0]
    send(client, item, {"version": "1", "status": "some steps"})
    given = {
        "file": (io.BytesIO(matrix([(f"100.1 {paper_records()[1].text} (Brenmark);", "Supported", "-", "")])), "m.docx")
    }
    filled = send(client, f"{plan}/ohchr-matrix", given)
    told = {row[3] for row in rows_of(filled.data)[1:]}
    assert send(client, f"{plan}/ohchr-matrix", {}).status_code == 400
    refused = send(client, f"{plan}/ohchr-matrix", {"file": (io.BytesIO(b"PK"), "m.docx")})
    assert refused.status_code == 400
    assert told == {"some steps"}
    assert "DRAFT" not in filled.headers["Content-Disposition"]


def test_a_letterhead_is_kept_with_the_plan_and_lies_under_its_papers(client, plan):
    def header_of(name: str) -> str:
        file = client.get(f"{plan}/paper/{name}.docx").data
        return Document(io.BytesIO(file)).sections[0].header.paragraphs[0].text

    given = {"file": (io.BytesIO(letter()), "letterhead.docx")}
    assert "Take the letterhead out" in words_of(send(client, f"{plan}/letterhead", given))
    assert {header_of(name) for name in ("oral-statement", "matrix", "embassy-brief")} == {"Rowers’ Club"}
    exported = client.get(f"{plan}/plan.json").data
    again = send(client, "/plans/open", {"file": (io.BytesIO(exported), "plan.json")})
    assert kept(client, again.request.path).plan.letterhead
    hostile = json.dumps(json.loads(exported) | {"letterhead": b64encode(b"PK no letterhead").decode()}).encode()
    assert send(client, "/plans/open", {"file": (io.BytesIO(hostile), "plan.json")}).status_code == 400
    refused = send(client, f"{plan}/letterhead", {"file": (io.BytesIO(b"%PDF"), "x.docx")})
    assert "save it anew" in refused.get_data(as_text=True)
    send(client, f"{plan}/letterhead")
    assert header_of("oral-statement").startswith("Vellania | Follow-up")
    assert "letterhead" not in json.loads(client.get(f"{plan}/plan.json").data)


def test_a_brief_is_for_one_of_the_states_that_recommended(client, plan):
    main = main_of(client.get(f"{plan}/paper/embassy-brief"))
    values = [option.get("value") for option in main.findall(".//select[@id='state']/option")]
    assert values
    assert "" not in values
    assert main.find(".//form[@method='post']//input[@name='state']").get("value") == values[0]


@pytest.mark.parametrize(
    "path",
    ["paper/nothing", "paper/nothing/for-you", "paper/nothing.docx", "paper/matrix.exe", "paper/matrix.xlsx?readers=x"],
)
def test_a_paper_that_is_none_is_refused(client, plan, path):
    assert client.get(f"{plan}/{path}").status_code in (400, 404)


def test_a_page_leads_from_the_next_dates_of_the_state_to_the_papers_for_them(client, plan):
    page = main_of(client.get(f"{plan}/papers"))
    headings = ["".join(heading.itertext()) for heading in page.iter("h3")]
    assert any("Next review" in heading for heading in headings)
    links = [link.get("href") for link in page.iter("a")]
    assert f"{plan}/paper/submission" in links
    assert f"{plan}/paper/oral-statement?occasion=debate" in links
    assert f"{plan}/paper/matrix" in links
    chosen = main_of(client.get(f"{plan}/paper/oral-statement?occasion=adoption")).find(".//option[@selected]")
    assert chosen.get("value") == "adoption"
    refused = main_of(client.get(f"{plan}/paper/oral-statement?occasion=nonsense")).find(".//option[@selected]")
    assert refused.get("value") == "debate"
