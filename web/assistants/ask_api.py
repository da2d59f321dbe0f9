"""A tool's question put to the JSON API of a site in memory: its checks, limits, pages and errors hold here too."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask
from pydantic import ValidationError
from werkzeug.test import Client

from models.records.documents import address_of_symbol
from web.api.operations import refusal
from web.assistants.tools import ApiRequest, Tool
from web.site.error_pages import RefusedField
from web.site.refuse_when_busy import REFUSED

API = "/api/v1"
CAUTION = (
    "Only the documents of this index were searched. What is not found may stand in documents that are not indexed: "
    "say what was searched, and never that something was not recommended or not reported."
)
NOT_ASKED_FOR = ("total", "states", "next_cursor")
"""What an answer of /info has that says nothing of a single State."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What comes of a call."""

    content: Mapping[str, Any]
    """The API's `answer`, `coverage` (what was searched: nothing else was) and `addresses` (by symbol, where the United
    Nations publishes the documents that the answer names); or a FailureAnswer."""
    failed: bool


def ask(site: Flask, tool: Tool, arguments: Mapping[str, Any], *, busy: bool = False) -> Answered:
    """The answer to a call of a tool; `busy`: too many wait already, and it is to come back later."""
    try:
        question = tool.asks.model_validate_json(json.dumps(arguments))
        request = tool.request(question)
    except ValidationError as error:
        return _refused(refusal(error, "the tool's schema"))
    except RefusedField as error:
        return _refused(error)
    client = Client(site, use_cookies=False)
    answer, failed = _send(client, request, busy)
    if failed:
        return Answered(answer, failed=True)
    held, failed = _send(client, _what_is_held(tool.state(question, answer)), busy)
    if failed:
        return Answered(held, failed=True)
    return Answered(
        {"answer": answer, "coverage": _coverage(held), "addresses": _addresses(answer, held)}, failed=False
    )


def _send(client: Client, request: ApiRequest, busy: bool) -> tuple[Any, bool]:
    """The JSON that the API answers with, and whether it says why it does not answer."""
    given: dict[str, Any] = {"json": dict(request.question)}
    if request.method == "GET":
        given = {"query_string": {name: _as_parameter(value) for name, value in request.question.items()}}
    environ = {REFUSED: HTTPStatus.SERVICE_UNAVAILABLE} if busy else {}
    address = f"{API}{request.path}"
    # An old id leads to the record of today.
    response = client.open(address, method=request.method, environ_base=environ, follow_redirects=True, **given)
    return response.get_json(), response.status_code != 200


def _as_parameter(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _what_is_held(state: str | None) -> ApiRequest:
    return ApiRequest("GET", "/info", {"limit": 1} if state is None else {"state": state})


def _coverage(held: dict[str, Any]) -> dict[str, Any]:
    """What was searched; of one State alone, since others were not asked about."""
    of_one_state = held["total"] == 1
    return {
        **{name: value for name, value in held.items() if name not in NOT_ASKED_FOR},
        "state": held["states"][0] if of_one_state else None,
        "caution": CAUTION,
    }


def _addresses(answer: Any, held: dict[str, Any]) -> dict[str, str]:
    """Where the documents are published that an answer names; an invented one is nowhere."""
    if held["invented"]:
        return {}
    addresses = {symbol: address_of_symbol(symbol) for symbol in dict.fromkeys(_symbols(answer))}
    return {symbol: address for symbol, address in addresses.items() if address}


def _symbols(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _symbols(each)
    elif isinstance(part, dict):
        if isinstance(part.get("symbol"), str):
            yield part["symbol"]
        for each in part.values():
            yield from _symbols(each)


def _refused(error: RefusedField) -> Answered:
    failure = {"status": error.code, "kind": error.kind, "message": error.description, "field": error.field}
    return Answered({"error": failure}, failed=True)
