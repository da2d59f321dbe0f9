"""Pages whose address is all that protects them: what somebody asked, and what they plan."""

from flask import Response


def hide(response: Response) -> Response:
    """After each request for one: no search engine lists it, whoever put its address where one finds it."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
