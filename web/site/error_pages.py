"""Failures as pages that help, and as one JSON shape under /api/.

    {"error": {"status": 404, "kind": "UnknownRecord", "message": "one sentence with the next step", "field": null}}

The logs get the place of a failure, never its message, which may hold words of the user.
"""

import traceback
from collections.abc import Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Any

from flask import Flask, current_app, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed

from models.errors import (
    DatabaseUnreachable,
    ListTooLong,
    PaperNotMade,
    PlanChanged,
    PlanNotKept,
    PlanStoreError,
    RecordWithdrawn,
    UnknownFilter,
    UnknownRecord,
    UnknownState,
    UnstorableValue,
    UnusablePlan,
    UprError,
    VectorsNotMade,
)
from models.messages.message import Message
from web.site.language import translated
from web.site.language_prefix import without_language
from web.site.long_answers import brings_file
from web.site.refuse_when_busy import say_when_to_come_back

API_PREFIX = "/api/"

STATUS_OF: dict[type[UprError], int] = {
    RecordWithdrawn: 410,
    UnknownRecord: 404,
    UnknownFilter: 400,
    UnknownState: 400,
    UnstorableValue: 400,
    ListTooLong: 400,
    PlanNotKept: 404,
    PlanChanged: 409,
    UnusablePlan: 400,
    PaperNotMade: 400,
}
"""The first class that an error is an instance of gives its status; all others are failures of the site, 503."""

SENTENCES: dict[int, str] = {
    400: Message("This request could not be understood. Start again from the start page."),
    404: Message("There is nothing at this address. Check the address for typing errors, or go to the start page."),
    405: Message("This address does not answer that kind of request. Go to the start page."),
    408: Message("Your request did not arrive in time. Try again, on a faster connection if you can."),
    413: Message("The text is too long to be read. Shorten it to a few paragraphs and try again."),
    431: Message("Your browser sent more than this site reads. Delete the cookies of this site and try again."),
    500: Message(
        "Something went wrong on this site; your request was not at fault. Try again, and if it happens again, tell "
        "the people who run the site."
    ),
    503: Message("This site cannot read its index at the moment. Tell the people who run the site."),
}

_FILE_TOO_LARGE = Message("This file is larger than 10 MB. Choose a smaller one, or a part of it.")
_UNREACHABLE = Message("This site cannot reach its database at the moment. Try again in a minute.")

TITLES = {
    400: Message("Not done"),
    404: Message("Not found"),
    410: Message("Not found"),
    429: Message("Not available at the moment"),
    500: Message("Something went wrong"),
    503: Message("Not available at the moment"),
}
"""Of a status that is not here, those for its class."""


class RefusedField(BadRequest):
    """A field or parameter of a program's request has a value that cannot be used."""

    def __init__(self, sentence: str, field: str | None, kind: str = "BadRequest", status: int = 400) -> None:
        """`field` as the program calls it ("filters.cycle"), None where the whole request is at fault."""
        super().__init__(sentence)
        self.code = status
        self.kind = kind
        self.field = field


class Site(Flask):
    """The application; its log names where a failure happened and no word of the request."""

    def url_for(self, endpoint: str, **values: Any) -> str:
        """An address in the language of the page, of what has none (the API, style sheets) without."""
        return without_language(super().url_for(endpoint, **values))

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        """Log the kind of the failure and the lines of code that led to it."""
        kind, _, where = exc_info
        self.logger.error("%s in:\n%s", kind.__name__ if kind else "Failure", "".join(traceback.format_tb(where)))


def register_error_pages(app: Flask) -> None:
    """Answer every failure of the application."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(UprError, _our_error)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    """A status, with the sentence of the view that raised it or else ours."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    own_words = error.description if error.description != type(error).description else None
    sentence = own_words or _words_for(status, SENTENCES)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and brings_file(request.method, request.path):
        sentence = _FILE_TOO_LARGE
    if isinstance(error, RefusedField):
        return _answer(status, error.kind, sentence, error.field)
    response = make_response(_answer(status, type(error).__name__, sentence))
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    return response


def _our_error(error: UprError) -> ResponseReturnValue:
    """An error of ours: its sentence where the user can do something, else the log has it."""
    status = status_of(error)
    if isinstance(error, VectorsNotMade):
        return _answer(status, type(error).__name__, error.args[0])
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        current_app.logger.error("%s: %s", type(error).__name__, error)
        if isinstance(error, DatabaseUnreachable):
            say_when_to_come_back()
            return _answer(status, type(error).__name__, _UNREACHABLE)
        sentence = error.args[0] if isinstance(error, PlanStoreError) else SENTENCES[status]
        return _answer(status, type(error).__name__, sentence)
    return _answer(status, type(error).__name__, error.args[0])


def status_of(error: UprError) -> int:
    """The status of HTTP for an error of ours."""
    return next((status for kind, status in STATUS_OF.items() if isinstance(error, kind)), 503)


def _answer(status: int, kind: str, sentence: str, field: str | None = None) -> ResponseReturnValue:
    if request.path.startswith(API_PREFIX):
        message = {"status": status, "kind": kind, "message": str(sentence), "field": field}
        return jsonify(error=message), status
    title = _words_for(status, TITLES)
    # What a view says is in the language of the page already: looked for once more, it would pass for English.
    words = translated(sentence) if isinstance(sentence, Message) else sentence
    return render_template("error.html", title=title, sentence=words), status


def _words_for(status: int, words: Mapping[int, str]) -> str:
    """The words for a status; of one that has none, those for its class."""
    return words.get(status, words[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400])
