"""A site that keeps plans, and what a browser does on it."""

import re
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import site_over
from tests.web.inspect_page import main_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import OBSERVATION, PLEDGE, REPORTED, recommendation
from tests.web.own_forms import send
from web.plans.plan_store import PlanStore
from web.site.settings import Settings

FIRST, SECOND = "XAA-20-115.1-1", "XAA-20-115.2-1"
CHOSEN = f"{FIRST} {SECOND} {PLEDGE.id} {OBSERVATION.id} {REPORTED.id}"
TITLE = "Tarnbridge girls"
RECORDS = [
    recommendation(
        paragraph="115.1", text="Enact a law on shelters for girls who flee a marriage and train the police"
    ),
    recommendation(paragraph="115.2", text="Plant oaks"),
    recommendation(session=34, paragraph="88.7", text="Plant oaks"),
]


def plan_client(folder: Path, index: InventedIndex | None = None) -> FlaskClient:
    """A client of a site that keeps plans in a folder."""
    settings = Settings(plans=str(folder / "plans.sqlite"))
    return site_over(index or InventedIndex(list(RECORDS)), settings).test_client()


def made(client: FlaskClient, chosen: str = CHOSEN, title: str = TITLE, state: str = "XAA") -> str:
    """The address of a new plan of what is chosen."""
    send(client, "/list", {"add": chosen})
    response = send(client, "/plan", {"title": title, "state": state})
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.request.path


def store_of(client: FlaskClient) -> PlanStore:
    return client.application.extensions["upr_plan_store"]


def kept(client: FlaskClient, address: str):
    """The plan at an address, out of the store."""
    return store_of(client).get(address.rpartition("/")[2])


def item_addresses(client: FlaskClient, address: str) -> list[str]:
    """The addresses of the forms of the items, in the order of the plan."""
    return re.findall(rf'href="({address}/item/\w+)"', client.get(address).get_data(as_text=True))


def names(client: FlaskClient, address: str) -> list[str]:
    return [each.rpartition("/")[2] for each in item_addresses(client, address)]


def form_of(response: TestResponse, action: str) -> dict[str, str | list[str]]:
    """What a browser would send of the form of a page, as it stands there."""
    form = next(form for form in main_of(response).iter("form") if form.get("action") == action)
    found: dict[str, str | list[str]] = {}
    for each in form.iter():
        name, kind = each.get("name"), each.get("type")
        if not name or each.tag == "button" or (kind in ("checkbox", "radio") and each.get("checked") is None):
            continue
        value = (each.text or "").removeprefix("\n") if each.tag == "textarea" else each.get("value", "")
        if each.tag == "select":
            value = next((option.get("value") for option in each if option.get("selected") is not None), "")
        if name in found:
            before = found[name]
            found[name] = [*(before if isinstance(before, list) else [before]), value]
        else:
            found[name] = value
    return found
