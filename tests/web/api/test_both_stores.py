"""Every operation of the API over a folder and over PostgreSQL: equal answers, to right requests and to hostile ones.

One table, RIGHT, has requests that are answered; the hostile ones put what no store holds into each part of them.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from indexer.database.copy_to_database import copy_to_database
from models.index_database.address import DatabaseAddress
from search import open_index
from tests.database_server import DatabaseServer
from tests.lobbying_index import LABEL, lobbying_records
from tests.web.api.full_index import NORM, PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_folder
from web.api.operations import Operation
from web.api.routes import operations
from web.application import create_app
from web.site.settings import Settings

pytestmark = pytest.mark.service
PLACE = lobbying_records()[1].place
ISSUE = "Judges should visit prisons"
FILTERS = {
    "position": ["noted", "supported"],
    "qualified": ["part"],
    "label": [LABEL],
    "cycle": [2],
    "session": [20],
    "under_review": ["XAA"],
    "recommending": ["XAB"],
    "group": ["High Plateau Group"],
    "action_category": [4],
    "language": ["en"],
    "kind": ["recommendation"],
}
FILTERED = (*FILTERS, "theme", "persons")
"""Of the last two the index has no values, so that none is right."""
RIGHT: dict[str, list[dict[str, Any]]] = {
    "POST /match": [
        {"text": ISSUE, "own_state": "XAA", "all": True, "limit": 3},
        {"text": ISSUE, "filters": FILTERS, "written_in": "en", "folded": False, "facets": False, "offset": 1},
    ],
    "POST /find": [{"text": "visit OR prison*", "limit": 3}, {"text": '"visit prisons"', "filters": FILTERS}],
    "POST /lobby": [
        {"state": "XAA", "text": ISSUE, "written_in": "en", "order": "likely"},
        {"state": "Vellania", "label": LABEL, "before_session": 30},
        {"state": "XAA", "records": [RECOMMENDATION]},
    ],
    "POST /observations": [
        {"text": ISSUE, "own_state": "XAA", "written_in": "en"},
        {"text": ISSUE, "mechanism": "treaty body"},
    ],
    "POST /reported": [{"text": ISSUE, "own_state": "XAA", "written_in": "en"}],
    "GET /recommendation/<record_id>": [{"record_id": RECOMMENDATION}],
    "GET /recommendation/<record_id>/similar": [{"record_id": RECOMMENDATION, "limit": "3", "facets": "false"}],
    "GET /recommendation/<record_id>/thread": [{"record_id": RECOMMENDATION, "limit": "3"}],
    "GET /recommendation/<record_id>/observations": [{"record_id": RECOMMENDATION, "limit": "3"}],
    "GET /recommendation/<record_id>/progress": [{"record_id": RECOMMENDATION, "related": "true", "limit": "3"}],
    "GET /drafts": [{"review": "XAA-20"}],
    "GET /progress": [{"review": "XAA-20", "related": "true", "limit": "3"}],
    "GET /reported/<record_id>": [{"record_id": REPORTED_ID}],
    "GET /observation/<record_id>": [{"record_id": TOLD.id}, {"record_id": NORM.id}],
    "GET /commitment/<record_id>": [{"record_id": PLEDGE.id}],
    "GET /records": [
        *({"id": record_id} for record_id in (RECOMMENDATION, PLEDGE.id, TOLD.id, REPORTED_ID)),
        {"symbol": PLACE.symbol, "paragraph": PLACE.paragraph},
        {"symbol": f" {PLEDGE.place.symbol.lower()} ", "paragraph": "117."},
        {"symbol": "CAT/C/XAA/CO/900", "paragraph": "24"},
    ],
    "GET /info": [{}, {"state": "Vellania", "limit": "1"}],
    "GET /state/<code>": [{"code": "XAA"}, {"code": "Vellania"}],
}
HOSTILE = {
    "nothing": "",
    "a blank": " ",
    "NUL": "\0",
    "NUL within": f"{RECOMMENDATION}\0x",
    "half a surrogate pair": "\ud800",
    "no character": "\uffff",
    "right to left": "\u202e",
    "a huge number": "9" * 400,
    "a number beyond 64 bits": str(2**63),
    "below 64 bits": str(-(2**63) - 1),
    "no number": "1e999",
    "long": "x" * 9_000,
    "long words": "prison " * 1_200,
    "placeholders": "%s ? ?1 :id %(id)s $1",
    "SQL": "'; DROP TABLE entry; --",
    "backslashes": "\\x00\\",
    "quotes": "\"'`“",
    "a wildcard": "%",
    "slashes": "../../etc/passwd",
}
NUMBERS = (2**31, 2**63, -(2**63) - 1, 10**30, 0, -1, 1.5, float("inf"), True, None, [], {})
"""More for a body, where values have types."""


@pytest.fixture(scope="module")
def both(postgresql: DatabaseServer) -> tuple[FlaskClient, FlaskClient]:
    address = DatabaseAddress(postgresql.new_database("every_operation"))
    copy_to_database(full_folder(), address)
    places = (full_folder(), address)
    in_folder, in_database = (create_app(Settings(), open_index(place)).test_client() for place in places)
    return in_folder, in_database


def send(client: FlaskClient, operation: Operation, given: dict[str, Any]) -> tuple[int, Any, str | None]:
    """Status, JSON and where it leads."""
    rest = dict(given)
    address = f"/api/v1{operation.rule}"
    for part in [name for name in rest if f"<{name}>" in operation.rule]:
        # A client may send any bytes; of half a surrogate pair those that UTF-8 would have.
        address = address.replace(f"<{part}>", quote(str(rest.pop(part)), safe="", errors="surrogatepass"))
    if operation.method == "POST":
        response = client.post(address, data=json.dumps(rest), content_type="application/json")
    else:
        query = "&".join(f"{name}={quote(str(value), errors='surrogatepass')}" for name, value in rest.items())
        response = client.get(f"{address}?{query}" if query else address)
    return response.status_code, response.get_json(), response.location


def hostile_to(operation: Operation, right: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Requests with one hostile value: in each part of the address and each field that the operation takes."""
    asked = tuple(operation.asks[1].model_fields) if operation.asks else ()
    for name in dict.fromkeys((*(part for part in right if f"<{part}>" in operation.rule), *asked)):
        for value in (*HOSTILE.values(), *(NUMBERS if operation.method == "POST" else ())):
            yield name, {**right, name: value}
            if operation.method == "POST":
                yield name, {**right, name: [value]}
    for field in FILTERED if "filters" in asked else ():
        for value in (*HOSTILE.values(), *NUMBERS):
            yield f"filters.{field}", {**right, "filters": {field: [value]}}
    for name in filter(str.isprintable, HOSTILE.values()):
        if operation.asks and name:
            yield "a field of this name", {**right, name: "x"}


@pytest.mark.parametrize("operation", operations.all, ids=lambda each: f"{each.method} {each.rule}")
def test_right_requests_have_equal_answers(both: tuple[FlaskClient, FlaskClient], operation: Operation) -> None:
    for right in RIGHT[f"{operation.method} {operation.rule}"]:
        in_folder, in_database = (send(client, operation, right) for client in both)
        assert in_folder[0] == 200, in_folder
        assert in_database == in_folder


@pytest.mark.parametrize("operation", operations.all, ids=lambda each: f"{each.method} {each.rule}")
def test_hostile_requests_have_equal_refusals(both: tuple[FlaskClient, FlaskClient], operation: Operation) -> None:
    for right in RIGHT[f"{operation.method} {operation.rule}"]:
        for name, hostile in hostile_to(operation, right):
            in_folder, in_database = (send(client, operation, hostile) for client in both)
            assert in_folder[0] < 500, (name, hostile, in_folder)
            assert in_database == in_folder, (name, hostile)


def test_requests_of_the_table_use_every_parameter() -> None:
    for operation in operations.all:
        used = {name for right in RIGHT[f"{operation.method} {operation.rule}"] for name in right}
        asked = set(operation.asks[1].model_fields) if operation.asks else set()
        assert asked - used <= {"cursor", "limit", "offset", "facets", "folded", "filters"}, operation.rule
