"""Requests that schemathesis makes from the OpenAPI document, right and wrong ones, over a real index.

Each operation gets the same requests in every run. Half of them name what the index holds.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.api.full_index import PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_index
from web.api.document import address_of
from web.api.routes import operations
from web.application import create_app
from web.site.settings import Settings

pytestmark = pytest.mark.slow
EXAMPLES = settings(max_examples=15, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
UNPACKED = {"Accept-Encoding": "identity"}
"""Called without a socket, schemathesis unpacks no answer, though it says that it could."""
HELD = {
    "recommendation": RECOMMENDATION,
    "commitment": PLEDGE.id,
    "observation": TOLD.id,
    "reported": REPORTED_ID,
    "state": "XAA",
}
EXPORT = "GET /api/v1/export"
RIGHT = [f"{operation.method} {address_of(operation)}" for operation in operations.all] + [EXPORT]
WRONG = [f"{operation.method} {address_of(operation)}" for operation in operations.all if operation.asks] + [EXPORT]
"""Of an address without parameters or body, whose parts may be anything, no request is wrong."""


@pytest.fixture(scope="module")
def described():
    """The operations of the document by method and address."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", create_app(Settings(), full_index()))
    return {operation.label: operation for operation in (result.ok() for result in schema.get_all_operations())}


def refused_for_what_the_types_cannot_say(case, error):
    """Whether a request is refused for what this index holds, or for parameters that exclude each other."""
    if "whole number" in error["message"]:  # to JSON Schema 1.0 is one
        return any(isinstance(value, float) for value in case.body.values())
    if error["field"] == "cursor":  # it is of this question and index, or it is not
        return "another question" in error["message"]
    if case.path == "/api/v1/records":  # OpenAPI has no words for parameters that go together
        return "Give either" in error["message"]
    # Labels, groups and languages are those of the index.
    return error["kind"] == "UnknownState" or (error["kind"], error["field"]) in [
        ("UnknownFilter", "label"),
        ("UnknownFilter", "filters"),
    ]


def test_every_operation_is_described(described):
    assert sorted(described) == sorted(RIGHT)


@pytest.mark.parametrize("label", RIGHT)
def test_right_requests_get_what_is_described(described, label):
    statuses = set()

    @EXAMPLES
    @given(described[label].as_strategy(generation_mode=GenerationMode.POSITIVE), st.booleans())
    def answer(case, held):
        if held:
            name_what_is_held(case)
        response = case.call_and_validate(checks=CHECKS, headers=UNPACKED)
        statuses.add(response.status_code)
        if response.status_code == 400:
            error = response.json()["error"]
            assert refused_for_what_the_types_cannot_say(case, error), error

    answer()
    assert 200 in statuses


@pytest.mark.parametrize("label", WRONG)
def test_wrong_requests_are_refused(described, label):
    @EXAMPLES
    @given(described[label].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def answer(case):
        case.call_and_validate(checks=[*CHECKS, negative_data_rejection], headers=UNPACKED)

    answer()


def name_what_is_held(case):
    """Let a request name what the index holds, so that it is answered."""
    for part in case.path_parameters:
        case.path_parameters[part] = HELD[case.path.removeprefix("/api/v1/").split("/")[0]]
    if isinstance(case.body, dict):
        for name in ("label", "records", "cursor", "written_in", "filters"):
            case.body.pop(name, None)
        states = {name: "XAA" for name in ("state", "own_state") if name in case.body}
        case.body |= {"text": "Judges should visit prisons", **states}
    else:
        case.query.pop("cursor", None)
        if "review" in case.query:
            case.query["review"] = "XAA-20"
        if "state" in case.query:
            case.query["state"] = "XAA"
        if case.path == "/api/v1/records":
            case.query = {"id": RECOMMENDATION}
