"""The response headers that keep pages to themselves.

Nothing is loaded from elsewhere, nothing is framed, no address is sent on, and no answer to a question is
stored by browsers or proxies. The site sets no cookies and changes nothing, so a forged request can do no harm
and forms need no token.
"""

from flask import Response

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def add_security_headers(response: Response) -> Response:
    """Add the headers to a response; only static files, which say how long they keep, may be stored."""
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
