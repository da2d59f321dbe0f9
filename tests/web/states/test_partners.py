"""The partners of one State and one issue, on its page."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from models.errors import PartnerTableError
from models.records.records import Label, Origin
from search import open_index
from tests.invented_records import build_small_index, recommendation
from tests.search.invented_index import STATES
from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import main_at, page_of, text_of
from web.application import create_app
from web.site.settings import Settings


@pytest.fixture(scope="module")
def index():
    return state_index()


@pytest.fixture(scope="module")
def client(index) -> FlaskClient:
    return site_over(index).test_client()


def section(page, heading: str) -> str:
    return next(text_of(each) for each in page.iter("section") if text_of(each).startswith(heading))


def test_caution_comes_before_everybody(client: FlaskClient) -> None:
    words = section(main_at(client, "/state/XAA/issue/detention"), "These are possible partners.")
    assert words.startswith("These are possible partners.")
    assert "Contact nobody where that could put you or others at risk." in words


def test_states_with_what_they_asked_and_where(client: FlaskClient) -> None:
    asked = section(main_at(client, "/state/XAA/issue/detention"), "Recommending States")
    assert "Missions are listed at www.ungeneva.org" in asked
    assert (
        "France from documents indexed here 1 recommendation to Vellania, of 2019: read it. The embassy or high "
        "commission of France for Vellania; its permanent mission to the United Nations in Geneva Vellania 2019, "
        "paragraph 100.1 Noted Let "
        "judges visit prisons in the north (France);"
    ) in asked


def test_each_line_says_how_it_is_known(client: FlaskClient) -> None:
    page = main_at(client, "/state/SVN/issue/detention")
    institution = section(page, "National human rights institution")
    assert "Human Rights Ombudsman of the Republic of Slovenia from a list" in institution
    assert "due again in 2025), May 2024 (varuh-rs.si" in institution
    mechanism = section(page, "Mechanism for reporting and follow-up")
    assert "scores of a survey" in mechanism
    assert "(maker and year not stated in it), not dated" in mechanism


def test_points_are_numbers_of_the_language(client: FlaskClient) -> None:
    english, french = (text_of(main_at(client, f"{prefix}/state/SVN/issue/detention")) for prefix in ("", "/fr"))
    assert "responsibility for coordination \N{MINUS SIGN}1 and in total 2.33" in english
    assert "au total : 2,33" in french


def test_list_that_is_not_here_names_the_official_page(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/detention")
    assert section(page, "National human rights institution").endswith(
        "not in this installation It usually monitors outcomes of the review, and can open doors in the government and "
        "help to monitor. This installation does not say whether Vellania has one. The list here has "
        "21 of about 120. See: Global Alliance of National Human Rights Institutions (GANHRI): members and their "
        "status (ganhri.org, National human rights institution)"
    )


def test_blanks_to_fill(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/detention")
    assert "to fill in" in section(page, "Coalitions of NGOs")
    assert "to fill in" in section(page, "Media")


def test_issue_of_which_nothing_is_indexed(client: FlaskClient) -> None:
    assert "Tuvalu: its reviews of 2008, " in text_of(main_at(client, "/state/TUV/issue/privacy"))
    page = main_at(client, "/state/XAB/issue/privacy")
    assert "None is labelled so in this index." in section(page, "Recommending States")


def test_pages_lead_to_it(client: FlaskClient) -> None:
    address = "/state/XAA/issue/detention"
    record = page_of(client.get("/state/XAA/issue/detention")).find(".//article//a").get("href")
    assert f'href="{address}"' in client.get(record).get_data(as_text=True)
    listed = client.post("/lobby", data={"state": "XAA", "label": "Detention"}, follow_redirects=True)
    assert f'href="{address}#partners"' in listed.get_data(as_text=True)


def test_former_address_leads_to_it_and_unknown_issue_is_told(client: FlaskClient) -> None:
    response = client.get("/state/Vellania/issue/detention/partners")
    assert (response.status_code, response.location) == (301, "/state/XAA/issue/detention#partners")
    assert client.get("/state/XAA/issue/ferries").status_code == 404
    assert client.get("/state/Atlantis/issue/detention/partners").status_code == 404


def test_operator_replaces_tables(index, tmp_path) -> None:
    (tmp_path / "ministries.csv").write_text(
        "issue,portfolio,source,address,date\nDetention,<b>prisons</b>,Gazette,https://example.org/g,2021-05\n"
    )
    client = create_app(Settings(tables=tmp_path), index).test_client()
    page = client.get("/state/XAA/issue/detention", base_url="http://localhost").get_data(as_text=True)
    assert "the ministry responsible for &lt;b&gt;prisons&lt;/b&gt;" in page
    assert "May 2021" in page


def test_malformed_table_ends_the_start_with_a_sentence(index, tmp_path) -> None:
    (tmp_path / "ministries.csv").write_text("issue\n")
    with pytest.raises(PartnerTableError, match=r"ministries\.csv lacks the column “portfolio”"):
        create_app(Settings(tables=tmp_path), index)


def test_long_list_of_states_is_folded(tmp_path) -> None:
    states = ["FRA", "DEU", "AUT", "BEL", "CHE", "CZE", "DNK", "ESP", "FIN", "GRC", "HUN", "IRL", "ITA"]
    label = Label("upr-info", "Detention", Origin.SOURCE)
    records = [replace(recommendation("Train guards", state="XAA", sponsors=states), labels=(label,))]
    client = site_over(open_index(build_small_index(tmp_path, records, STATES))).test_client()
    page = main_at(client, "/state/XAA/issue/detention")
    (folded,) = (each for each in page.iter("details") if text_of(each).startswith("1 more"))
    assert "Switzerland" in text_of(folded)
