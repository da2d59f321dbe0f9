"""The addresses of the site, written down: a change here is a change of what others link to."""

from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex

ROUTES = """\
GET /
GET /about
GET /api/
GET /api/commitment/<record_id>
GET /api/drafts
POST /api/find
GET /api/info
POST /api/lobby
POST /api/match
GET /api/observation/<record_id>
POST /api/observations
GET /api/progress
GET /api/recommendation/<record_id>
GET /api/recommendation/<record_id>/observations
GET /api/recommendation/<record_id>/progress
GET /api/recommendation/<record_id>/similar
GET /api/recommendation/<record_id>/thread
GET /api/records
POST /api/reported
GET /api/reported/<record_id>
GET /api/state/<code>
GET /api/v1/
GET /api/v1/commitment/<record_id>
GET /api/v1/drafts
GET /api/v1/export
POST /api/v1/find
GET /api/v1/info
POST /api/v1/lobby
POST /api/v1/match
GET /api/v1/observation/<record_id>
POST /api/v1/observations
GET /api/v1/openapi.json
GET /api/v1/progress
GET /api/v1/recommendation/<record_id>
GET /api/v1/recommendation/<record_id>/observations
GET /api/v1/recommendation/<record_id>/progress
GET /api/v1/recommendation/<record_id>/similar
GET /api/v1/recommendation/<record_id>/thread
GET /api/v1/records
POST /api/v1/reported
GET /api/v1/reported/<record_id>
GET /api/v1/state/<code>
GET /browse
GET /browse/download
GET /commitment/<record_id>
GET /find
POST /find
GET /find/download
POST /find/download
GET /healthz
GET /list
POST /list
POST /list/forget
POST /list/keep
GET /list/list.docx
GET /lobby
POST /lobby
GET /lobby/download
POST /lobby/download
GET /lobby/recommendations
GET /match
POST /match
GET /match/download
POST /match/download
GET /observation/<record_id>
POST /plan
GET /plan/<key>
GET /plan/<key>/<any(delete, news):before>
GET /plan/<key>/<any(opened, upload):before>/<upload>
POST /plan/<key>/delete
GET /plan/<key>/item/<name>
POST /plan/<key>/item/<name>
POST /plan/<key>/items
POST /plan/<key>/letterhead
POST /plan/<key>/merge
POST /plan/<key>/news
POST /plan/<key>/ohchr-matrix
GET /plan/<key>/paper/<name>
GET /plan/<key>/paper/<name>.<extension>
POST /plan/<key>/paper/<name>.<extension>
GET /plan/<key>/paper/<name>/for-you
GET /plan/<key>/papers
GET /plan/<key>/papers.zip
GET /plan/<key>/plan.ics
GET /plan/<key>/plan.json
GET /plan/<key>/plan.xlsx
GET /plan/<key>/settings
POST /plan/<key>/settings
POST /plan/<key>/upload
GET /plan/deleted
GET /plans
POST /plans/open
GET /readyz
GET /recommendation/<record_id>
GET /reported
POST /reported
GET /reported/<record_id>
GET /results
GET /results/<key>
POST /results/<key>/delete
GET /results/<key>/recommendations
GET /results/deleted
GET /state/<code>
GET /state/<code>/<any(documents, asked, asks, calendar):section>
GET /state/<code>/calendar.ics
GET /state/<code>/compare
GET /state/<code>/issue/<slug>
GET /state/<code>/issue/<slug>/partners
GET /state/<code>/review/<int:session>
GET /state/<code>/review/<int:session>/<any('follow-up', draft):section>
GET /state/<code>/review/<int:session>/follow-up.<extension>
GET /state/<code>/theme/<slug>
GET /states
GET /states/find
POST /states/find
GET /static/<path:filename>
GET /themes
GET /themes/<slug>
GET /uptake
POST /uptake
GET /uptake/asks
POST /uptake/asks
GET /uptake/download
POST /uptake/download"""


def test_routes_are_those_written_down():
    rules = site_over(InventedIndex()).url_map.iter_rules()
    found = [f"{method} {rule.rule}" for rule in rules for method in rule.methods - {"HEAD", "OPTIONS"}]
    assert "\n".join(sorted(found, key=lambda route: (route.split()[1], route))) == ROUTES


def test_start_page_of_the_sample_leads_to_the_real_record(client):
    page = client.get("/").get_data(as_text=True)
    assert "<code>upr fetch uhri</code> (one file of some 400 MB)" in page
    assert "then <code>upr index upr-documents --to index</code>" in page
    assert "<code>upr fetch documents --missing --index index</code>" in page


def test_start_page_of_a_real_index_does_not_speak_of_commands(monkeypatch):
    index = InventedIndex()
    overview = replace(index.overview(), sample=False)
    monkeypatch.setattr(index, "overview", lambda: overview)
    assert "upr fetch" not in site_over(index).test_client().get("/").get_data(as_text=True)


def test_start_page_has_one_text_box_one_choice_and_one_button(client):
    page = client.get("/").get_data(as_text=True)
    assert page.count("<textarea") == 1
    assert page.count("<select") == 1  # the State
    assert page.count("<button") == 1
    assert "Describe the issue you work on" in page
    assert "Your State" in page


def test_start_page_says_what_is_indexed(client):
    page = client.get("/").get_data(as_text=True)
    assert '<dt>recommendations</dt> <dd><a href="/browse">40</a></dd>' in page
    assert "Working Group sessions: 7, 20, 34; cycles: 1-3." in page


def test_start_page_offers_only_states_that_were_reviewed(client):
    page = client.get("/").get_data(as_text=True)
    assert '<option value="XAA">Vellania</option>' in page
    assert "XCB" not in page


def test_about_page_says_that_a_state_cannot_reject(client):
    page = client.get("/about").get_data(as_text=True)
    assert "A State under review cannot reject a recommendation" in page


def test_about_page_tells_pledges_from_recommendations(client):
    page = client.get("/about").get_data(as_text=True)
    assert "pledges of its own, which nobody recommended" in page
    assert 'href="/themes"' in page


def test_health_names_the_number_of_recommendations(client):
    assert client.get("/healthz").get_json() == {
        "status": "ok",
        "version": version("upr-follow-up"),
        "recommendations": 40,
        "index_built": "2026-11-24T12:00:00+00:00",
        "index_age_days": (datetime.now(UTC) - datetime(2026, 11, 24, 12, tzinfo=UTC)).days,
    }
    assert client.get("/readyz").get_json() == client.get("/healthz").get_json()


def test_style_sheet_stays_small(client):
    assert len(client.get("/static/style.css").data) < 32_000
