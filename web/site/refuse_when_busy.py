"""What somebody is told whose request finds too many others waiting."""

from flask import Response, abort, after_this_request, request

REFUSED = "upr.refused"
"""Of the WSGI environment: whether too many requests were waiting when this one came."""
RETRY_AFTER = 5
"""Seconds after which to come back."""


def refuse_when_busy() -> None:
    """Before each request: refuse it where the server says so, but not the style of the page that says it."""
    if request.environ.get(REFUSED) and request.endpoint != "static":
        after_this_request(_with_retry_after)
        abort(503, "Too many people are asking at this moment. Try again in a few seconds.")


def _with_retry_after(response: Response) -> Response:
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
