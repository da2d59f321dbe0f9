"""The OpenAPI document at its address, and as a page for people, without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models.files.package_tables import table_rows
from web.api.document import SCHEMAS, openapi_document

document_pages = Blueprint("api_document", __name__, url_prefix="/api")

_JSON = "application/json"
KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Some words on the kind of a value, with the name of the type that they lead to, if any."""

    words: str
    leads_to: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A field or a parameter in words."""

    name: str
    kind: tuple[Words, ...]
    description: str
    required: bool
    default: Any
    """None where there is none that is worth saying."""


@dataclass(frozen=True, slots=True)
class DescribedType:
    """A type of the document: an object with fields, or a list of values."""

    name: str
    description: str
    rows: tuple[Row, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescribedOperation:
    """An operation of the document."""

    method: str
    address: str
    id: str
    summary: str
    description: str
    parameters: tuple[Row, ...]
    body: str | None
    """The name of the type of its body."""
    answer: str | None
    """The name of the type of its answer; None where that is a file."""
    files: tuple[str, ...]
    """The kinds of file that it answers with instead, by media type."""
    failures: tuple[tuple[str, str, str], ...]
    """Status, its phrase, and when it is answered."""


@document_pages.get("/v1/openapi.json")
def openapi() -> ResponseReturnValue:
    """The document itself."""
    response = jsonify(openapi_document())
    response.add_etag()
    return response.make_conditional(request)


@document_pages.get("/v1/")
def page() -> str:
    """The document for people."""
    document = openapi_document()
    return render_template(
        "api.html",
        info=document["info"],
        operations=list(_operations(document["paths"])),
        replaced=table_rows("web.api", "replaced_fields.csv"),
        types=[_type(name, schema) for name, schema in document["components"]["schemas"].items()],
    )


@document_pages.get("/")
def newest() -> ResponseReturnValue:
    """From the address that people guess to the page."""
    return redirect(url_for("api_document.page"), 303)


def _operations(paths: Mapping[str, Mapping[str, Any]]) -> Iterator[DescribedOperation]:
    for address, methods in paths.items():
        for method, operation in methods.items():
            body = operation.get("requestBody")
            responses = dict(operation["responses"])
            content = responses.pop("200")["content"]
            yield DescribedOperation(
                method=method.upper(),
                address=address,
                id=operation["operationId"],
                summary=operation["summary"],
                description=operation.get("description", ""),
                parameters=tuple(
                    _row(given["name"], given["schema"], given["description"], required=given.get("required", False))
                    for given in operation["parameters"]
                ),
                body=_name_in(body["content"]) if body else None,
                answer=_name_in(content) if _JSON in content else None,
                files=tuple(kind for kind in content if kind != _JSON),
                failures=tuple(
                    (status, HTTPStatus(int(status)).phrase, response["description"])
                    for status, response in responses.items()
                ),
            )


def _type(name: str, schema: Mapping[str, Any]) -> DescribedType:
    required = schema.get("required", ())
    return DescribedType(
        name=name,
        description=schema.get("description", ""),
        rows=tuple(
            _row(field, kind, kind.get("description", ""), required=field in required)
            for field, kind in schema.get("properties", {}).items()
        ),
        values=tuple(schema.get("enum", ())),
    )


def _row(name: str, schema: Mapping[str, Any], description: str, required: bool) -> Row:
    default = schema.get("default")
    # A default that is an object stands in the table of its own type.
    said = None if default in (None, []) or isinstance(default, dict) else default
    return Row(name, tuple(_in_words(schema)), description, required, said)


def _in_words(schema: Mapping[str, Any]) -> Iterator[Words]:
    """The kind of value that a schema allows ("list of Hit", "whole number, 1 to 100, or null")."""
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        for number, choice in enumerate(choices):
            if number:
                yield Words(" or ")
            yield from _in_words(choice)
    elif "$ref" in schema:
        name = schema["$ref"].removeprefix(SCHEMAS)
        yield Words(name, name)
    elif "const" in schema or "enum" in schema:
        yield Words(", ".join(str(value) for value in schema.get("enum", [schema.get("const")])))
    elif schema.get("type") == "array":
        yield from _list_in_words(schema)
    elif "additionalProperties" in schema:
        yield Words("object of ")
        yield from _in_words(schema["additionalProperties"])
    else:
        yield Words(f"{KINDS[schema['type']]}{_bounds(schema)}")


def _list_in_words(schema: Mapping[str, Any]) -> Iterator[Words]:
    if "prefixItems" in schema:
        yield Words("pair of ")
        yield from _in_words(schema["prefixItems"][0])
    else:
        yield Words("list of ")
        yield from _in_words(schema["items"])


def _bounds(schema: Mapping[str, Any]) -> str:
    if "maximum" in schema:
        return f", {schema['minimum']:,} to {schema['maximum']:,}"
    if "maxLength" in schema:
        return f", {schema['minLength']:,} to {schema['maxLength']:,} characters"
    return ""


def _name_in(content: Mapping[str, Any]) -> str:
    reference: str = content[_JSON]["schema"]["$ref"]
    return reference.removeprefix(SCHEMAS)
