"""Addresses and forms of before: each leads to what took it in (docs/pages.md)."""

import pytest
from flask.testing import FlaskClient

from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of

LISTED = f"state=XAA&label={LABEL}"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(lobbying_index()).test_client()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("/lobby", "/?to=approach"),
        ("/lobby?state=XBA", "/?state=XBA&to=approach"),
        (f"/lobby?label={LABEL}&text=prisons", f"/?label={LABEL}&to=approach"),
        (f"/lobby?{LISTED}", f"/results?{LISTED}"),
        (f"/fr/lobby?{LISTED}&order=likely&struck=FRA", f"/fr/results?{LISTED}&order=likely&struck=FRA"),
        (f"/lobby?{LISTED}&sort=care", f"/results?{LISTED}"),
        ("/lobby?state=XAA&record=XAA-20-100.1-1", "/results?state=XAA&record=XAA-20-100.1-1"),
        ("/lobby/download", "/?to=approach"),
        (f"/lobby/recommendations?{LISTED}&behind=XAB:here", f"/results?{LISTED}&behind=XAB:here"),
        (f"/lobby/recommendations?{LISTED}&behind=XAB:here-noted", f"/results?{LISTED}&behind=XAB:here"),
        (f"/lobby/recommendations?{LISTED}&behind=XAB:specific", f"/results?{LISTED}&behind=XAB:on-issue"),
        (f"/lobby/recommendations?{LISTED}&behind=XAB:dragons", f"/results?{LISTED}&behind=:here"),
        ("/reported", "/?to=reported"),
    ],
)
def test_an_address_leads_to_one_that_shows_the_same(client: FlaskClient, before: str, now: str) -> None:
    response = client.get(before, follow_redirects=False)
    assert (response.status_code, response.location) == (301, now)
    assert client.get(now).status_code == 200


@pytest.mark.parametrize(
    ("path", "to"), [("/lobby", "States to approach"), ("/reported", "What was reported")], ids=["lobby", "reported"]
)
def test_a_form_of_before_is_answered(client: FlaskClient, path: str, to: str) -> None:
    page = page_of(client.post(path, data={"text": "Let judges visit prisons", "state": "XAA"}))
    assert text_of(page.find(".//nav[@class='tabs']//a[@aria-current]")) == to
    assert client.post(path, data={"text": "", "state": "XAA"}).status_code == 400


def test_a_number_of_a_list_in_own_words_leads_to_the_same_recommendations(client: FlaskClient) -> None:
    data = {"text": "Let judges visit prisons", "state": "XAA"}
    results = client.post("/match", data=data, follow_redirects=False).location
    response = client.get(f"{results}/recommendations?behind=XAB:here", follow_redirects=False)
    assert (response.status_code, response.location) == (301, f"{results}?to=approach&behind=XAB:here")
    assert "Brenmark: Found to the State under review: 2" in client.get(response.location).get_data(as_text=True)


def test_a_file_of_a_list_is_answered(client: FlaskClient) -> None:
    data = {"label": LABEL, "state": "XAA", "format": "csv"}
    response = client.post("/lobby/download", data=data)
    assert response.headers["Content-Disposition"] == "attachment; filename=lobbying-XAA.csv"
