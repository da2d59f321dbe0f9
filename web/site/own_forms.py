"""Requests that change something come from a form of this site: its pages sign it, and the browser says so.

Two checks, of which each stands where the other fails. The browser says from which site a request comes: in
`Sec-Fetch-Site`, which it sends over HTTPS and to this machine, or else in `Origin` (the algorithm of Go's
http.CrossOriginProtection; W3C, Fetch Metadata Request Headers). And the form holds a token that only this site can
make (itsdangerous, which Flask brings): Flask-WTF would give every reader a session cookie and take a library of forms
along. A token is made anew for each answer, so that compression tells nothing of it (BREACH).
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, cast
from urllib.parse import urlsplit

from flask import abort, current_app, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeTimedSerializer

from web.site.language import gettext

FORM_SECRET = "upr_form_secret"  # noqa: S105 - its name
TOKEN = "token"  # noqa: S105 - a field
SECONDS_VALID = 24 * 3600

Parameters = ParamSpec("Parameters")


def form_token(visitor: str = "") -> str:
    """A token for the forms of this answer, for one visitor: what of their cookie no other site knows, or ""."""
    if "form_token" not in g:
        g.form_token = _signer(visitor).dumps(secrets.token_urlsafe(9))
    return cast(str, g.form_token)


def own_forms_only(
    visitors: Callable[[], tuple[str, ...]],
) -> Callable[[Callable[Parameters, ResponseReturnValue]], Callable[Parameters, ResponseReturnValue]]:
    """Before a view: refuse what no form of this site sent. `visitors` are those whose token counts.

    A form that was opened too long ago, or before the site was started anew, is shown with all that was filled in, to
    be sent again.
    """

    def decorated(view: Callable[Parameters, ResponseReturnValue]) -> Callable[Parameters, ResponseReturnValue]:
        @wraps(view)
        def checked(*arguments: Parameters.args, **named: Parameters.kwargs) -> ResponseReturnValue:
            if not from_this_site():
                abort(
                    403, gettext("Another site sent this form, or your browser does not say which: nothing was done.")
                )
            if not any(map(_is_signed, visitors())):
                abort(make_response(_send_again(), 403))
            return view(*arguments, **named)

        return checked

    return decorated


def from_this_site() -> bool:
    """Whether the browser says that a page of this site sent the request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.host


def _is_signed(visitor: str) -> bool:
    try:
        _signer(visitor).loads(request.form.get(TOKEN, ""), max_age=SECONDS_VALID)
    except BadSignature:
        return False
    return True


def _send_again() -> str:
    filled_in = [(name, value) for name, value in request.form.items(multi=True) if name != TOKEN]
    return render_template("send_again.html", filled_in=filled_in, with_file=bool(request.files))


def _signer(visitor: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.extensions[FORM_SECRET], salt=f"form of {visitor}")
