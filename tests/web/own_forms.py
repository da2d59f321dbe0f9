"""Forms of the site that change something, filled in and sent as a browser does it."""

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.inspect_page import page_of

FROM_HERE = {"Origin": "http://localhost"}
"""What a browser says of a form of the site itself."""
TOKEN = re.compile(rb'(name="token" value=")[^"]+')


def token_of(page: TestResponse) -> str:
    """The token of the forms of a page."""
    found = page_of(page).find(".//form[@id='own-list']/input[@name='token']")
    assert found is not None
    return found.get("value", "")


def send(client: FlaskClient, path: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
    """Send a form of the site, with a token from the shortest page: one that is not there."""
    token = token_of(client.get("/nowhere"))
    return client.post(path, data={**(data or {}), "token": token}, headers=FROM_HERE, **more)


def without_token(page: bytes) -> bytes:
    """The page without what is another in each answer."""
    return TOKEN.sub(rb"\1", page)
