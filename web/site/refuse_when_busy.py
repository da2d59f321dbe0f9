"""What somebody is told whose request the server refuses: too many wait, or it is too large, too slow or too long."""

from collections.abc import Callable
from http import HTTPStatus
from typing import NoReturn

from flask import Response, abort, after_this_request, request

from web.site.language import gettext
from web.site.long_answers import brings_file

REFUSED = "upr.refused"
"""Of the WSGI environment: the status with which the server refuses a request; 503 where too many wait."""
SLOW_READER = "upr.slow_reader"
"""Of the WSGI environment: to be called before an answer that may be larger than the server should hold."""
RETRY_AFTER = 5
"""Seconds after which to come back."""
RETRY_FILE_AFTER = 60
"""Seconds after which to come back with a file: reading one may take half a minute."""


def refuse_when_busy() -> None:
    """Before each request: refuse it where the server says so, but not the style of the page that says it."""
    status = request.environ.get(REFUSED)
    with_file = brings_file(request.method, request.path)
    if status == HTTPStatus.SERVICE_UNAVAILABLE and with_file:
        after_this_request(with_retry_after(RETRY_FILE_AFTER))
        abort(status, gettext("Too many people are asking at this moment. Try again in a few seconds."))
    if status == HTTPStatus.SERVICE_UNAVAILABLE and request.endpoint != "static":
        come_back_later(gettext("Too many people are asking at this moment. Try again in a few seconds."))
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and with_file:
        abort(status, gettext("This file is larger than 10 MB. Choose a smaller one, or a part of it."))
    if status and status != HTTPStatus.SERVICE_UNAVAILABLE:
        abort(status)


def come_back_later(sentence: str) -> NoReturn:
    """Answer 503 with this sentence and the time after which to come back."""
    say_when_to_come_back()
    abort(503, sentence)


def say_when_to_come_back() -> None:
    """Let the answer to this request say after which time to come back."""
    after_this_request(with_retry_after(RETRY_AFTER))


def with_retry_after(seconds: int) -> Callable[[Response], Response]:
    """What adds to an answer after how many seconds to come back."""

    def add(response: Response) -> Response:
        response.headers["Retry-After"] = str(seconds)
        return response

    return add
