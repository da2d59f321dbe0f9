"""What somebody is told whose request finds too many others waiting."""

from collections.abc import Callable
from typing import NoReturn

from flask import Response, abort, after_this_request, request

from web.site.language import gettext

REFUSED = "upr.refused"
"""Of the WSGI environment: whether too many requests were waiting when this one came."""
SLOW_READER = "upr.slow_reader"
"""Of the WSGI environment: to be called before an answer that may be larger than the server should hold."""
RETRY_AFTER = 5
"""Seconds after which to come back."""


def refuse_when_busy() -> None:
    """Before each request: refuse it where the server says so, but not the style of the page that says it."""
    if request.environ.get(REFUSED) and request.endpoint != "static":
        come_back_later(gettext("Too many people are asking at this moment. Try again in a few seconds."))


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
