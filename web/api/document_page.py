"""The OpenAPI document at its address, and as a page for people, without scripts."""

from http import HTTPStatus

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models.files.package_tables import table_rows
from web.api.document import SCHEMAS, openapi_document

document_pages = Blueprint("api_document", __name__, url_prefix="/api")


@document_pages.get("/v1/openapi.json")
def openapi() -> ResponseReturnValue:
    """The document itself."""
    response = jsonify(openapi_document())
    response.add_etag()
    return response.make_conditional(request)


@document_pages.get("/v1/")
def page() -> str:
    """The document for people."""
    return render_template(
        "api.html",
        document=openapi_document(),
        schemas=SCHEMAS,
        HTTPStatus=HTTPStatus,
        replaced=table_rows("web.api", "replaced_fields.csv"),
    )


@document_pages.get("/")
def newest() -> ResponseReturnValue:
    """From the address that people guess to the page."""
    return redirect(url_for("api_document.page"), 303)
