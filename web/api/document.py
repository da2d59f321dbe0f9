"""The OpenAPI document of the API, made from the types of its questions and answers.

pydantic writes the schemas; the rest is the operations by address, as the OpenAPI Specification 3.1 wants them.
"""

import re
from collections.abc import Callable
from functools import cache
from inspect import getdoc
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from models.index_database.queries import STORABLE
from search import FILTER_FIELDS, FilterField, Filters, ValueKind
from web.api.answers import FailureAnswer
from web.api.bulk import download
from web.api.field_docs import field_docs
from web.api.operations import Operation
from web.api.questions import ExportQuestion
from web.api.routes import operations
from web.files.bulk import BULK_FORMATS
from web.site.settings import PROGRAM_VERSION

PREFIX = "/api/v1"
SCHEMAS = "#/components/schemas/"
DESCRIPTION = (
    "Recommendations of the Universal Periodic Review, as this site shows them. Questions come by POST, so that no "
    "address holds their words; nothing that is sent is logged or kept. Ids are permanent. Answers to GET have an "
    "entity tag: sent back as If-None-Match, it is answered with 304 while the index is the same. Days are written as "
    "ISO 8601 has them (2026-05-12)."
)
ADDRESS_PARTS = {"record_id": "Permanent id, as answers give it.", "code": "ISO 3166 alpha-3 code, or name."}
IN_ADDRESS = {"type": "string", "pattern": STORABLE}
FAILURES = {
    301: "The record has another id today, and is at the address given.",
    304: "The answer is still the one whose entity tag was sent.",
    400: "A field or parameter cannot be used.",
    404: "There is no such record or State.",
    410: "The record was withdrawn: the documents indexed no longer hold it.",
    413: "The request is too long.",
    415: "The body is not sent as application/json.",
    429: "This network has asked too much in a minute; Retry-After says when to come back.",
    503: "The index cannot be read; or, with Retry-After, it is still being checked or too many ask at once.",
}
OF_METHOD = {"GET": (304, 400, 503), "POST": (400, 413, 415, 429, 503)}
"""Statuses that every operation of a method may answer with, in addition to 200."""
WITHOUT_BODY = (301, 304)


class FieldSchemas(GenerateJsonSchema):
    """Schemas of fields without titles, which repeat names; those of answers open to what later versions add."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Whether it is always there: in an answer each is."""
        return self.mode == "serialization" or super().field_is_required(field, total)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of a value with a default, which no answer leaves out."""
        return self.generate_inner(schema["schema"]) if self.mode == "serialization" else super().default_schema(schema)

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """The schema of a day, a string to programs."""
        return {"type": "string"}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a type of ours."""
        return self._of_fields(super().model_schema(schema), schema["cls"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """The schema of a type of search; of its filters with the values that it knows."""
        made = self._of_fields(super().dataclass_schema(schema), schema["cls"])
        if schema["cls"] is Filters:
            for name, field in FILTER_FIELDS.items():
                made["properties"][name]["items"] |= _values_of(field)
        return made

    def _of_fields(self, schema: JsonSchemaValue, kind: type) -> JsonSchemaValue:
        """The schema of a type with what is said of its fields."""
        if self.mode == "serialization":
            schema.pop("additionalProperties", None)
        docs = field_docs(kind)
        for name, field in schema["properties"].items():
            if name in docs:
                field["description"] = re.sub(r"\bNone\b", "null", docs[name])
        return schema


def _values_of(field: FilterField) -> dict[str, Any]:
    """What the values of a filter must be; others are refused."""
    if field.kind is ValueKind.LISTED:
        return {"enum": list(field.words)}
    return {"pattern": "^[A-Z]{3}$"} if field.kind is ValueKind.STATE else {}


@cache
def openapi_document() -> dict[str, Any]:
    """The document as a JSON object."""
    models: dict[Any, JsonSchemaMode] = {operation.answers: "serialization" for operation in operations.all}
    models |= {operation.asks[1]: "validation" for operation in operations.all if operation.asks}
    models |= {ExportQuestion: "validation", FailureAnswer: "serialization"}
    _, schemas = models_json_schema(
        list(models.items()), schema_generator=FieldSchemas, ref_template=f"{SCHEMAS}{{model}}"
    )
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations.all:
        paths.setdefault(address_of(operation), {})[operation.method.lower()] = _described(operation, schemas["$defs"])
    schemas_of_types = schemas["$defs"]
    paths[f"{PREFIX}/export"] = {"get": _export(schemas_of_types.pop(ExportQuestion.__name__))}
    return {
        "openapi": "3.1.0",
        "info": {"title": "UPR Follow-up", "version": PROGRAM_VERSION, "description": DESCRIPTION},
        "paths": paths,
        "components": {"schemas": schemas_of_types},
    }


def address_of(operation: Operation) -> str:
    """Its address as the document writes it ("/api/v1/state/{code}")."""
    return re.sub(r"<(\w+)>", r"{\1}", f"{PREFIX}{operation.rule}")


def _described(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    """An operation as an Operation Object."""
    described = _in_words(operation.view.__name__, operation.view)
    parameters = [
        {"name": part, "in": "path", "required": True, "description": ADDRESS_PARTS[part], "schema": IN_ADDRESS}
        for part in re.findall(r"<(\w+)>", operation.rule)
    ]
    if operation.asks and operation.method == "GET":
        parameters += _query_parameters(schemas[operation.asks[1].__name__])
    elif operation.asks:
        described["requestBody"] = {"required": True, "content": _json_of(operation.asks[1])}
    described["parameters"] = parameters
    answer = {
        "description": (getdoc(operation.answers) or "").partition("\n")[0],
        "content": _json_of(operation.answers),
    }
    if operation.method == "GET":
        answer["headers"] = {"ETag": {"description": "Entity tag of the answer.", "schema": {"type": "string"}}}
    described["responses"] = {"200": answer} | _failures(*OF_METHOD[operation.method], *operation.failures)
    return described


def _export(question: dict[str, Any]) -> dict[str, Any]:
    """The one address that answers with a file, as an Operation Object."""
    content = {kind.mimetype: {"schema": {"type": "string"}} for kind in BULK_FORMATS.values()}
    file = {"description": "The file, one record a line or row.", "content": content}
    responses = {"200": file} | _failures(400, 429, 503)
    return _in_words("export", download) | {"parameters": _query_parameters(question), "responses": responses}


def _in_words(name: str, view: Callable[..., Any]) -> dict[str, Any]:
    """What the docstring of a view says of it."""
    summary, _, more = (getdoc(view) or "").partition("\n\n")
    described = {"operationId": name, "summary": summary.replace("\n", " ")}
    return described | ({"description": more.replace("\n", " ")} if more else {})


def _failures(*statuses: int) -> dict[str, Any]:
    return {
        str(status): {"description": FAILURES[status]}
        | ({} if status in WITHOUT_BODY else {"content": _json_of(FailureAnswer)})
        for status in sorted(set(statuses))
    }


def _query_parameters(question: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a question that stands in an address; a value that is null is left out of it ("text or null")."""
    parameters = []
    for name, field in question["properties"].items():
        shown = {key: value for key, value in field.items() if key != "description"}
        schema = field.get("anyOf", [shown])[0]
        parameter = {"name": name, "in": "query", "description": field["description"], "schema": schema}
        parameters.append(parameter | ({"required": True} if name in question.get("required", ()) else {}))
    return parameters


def _json_of(kind: type) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"{SCHEMAS}{kind.__name__}"}}}
