"""The site over a small index, and a client that inspects every page it fetches."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from models.records.records import Recommendation
from search import SearchIndex
from tests.pool_in_this_process import PoolInThisProcess
from tests.web.inspect_page import inspect_page
from tests.web.invented_index import InventedIndex
from web.application import create_app
from web.site.error_pages import Site
from web.site.settings import Settings


class InspectingClient(FlaskClient):
    """Inspects each page on the way; goes where a posted form leads, as browsers do."""

    def post(self, *args: object, **kwargs: object) -> TestResponse:
        return super().post(*args, **{"follow_redirects": True, **kwargs})

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        response = super().open(*args, **kwargs)
        redirects, compressed = response.status_code in (301, 303, 308), "Content-Encoding" in response.headers
        if response.data and response.mimetype == "text/html" and not redirects and not compressed:
            inspect_page(response)
        return response


class CompiledTemplates(BytecodeCache):
    """Templates compiled once for all sites of the tests: to compile them took most of the time of a test."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


COMPILED_TEMPLATES = CompiledTemplates()
COMPILED_RULES: dict[tuple[object, ...], dict[str, Any]] = {}


class RuleCompiledOnce(Rule):
    """A rule of addresses, compiled once for all sites of the tests: that took half the time of a site."""

    def compile(self) -> None:
        key = (self.rule, self.subdomain, self.host, repr(self.defaults), self.strict_slashes, self.merge_slashes)
        if key not in COMPILED_RULES:
            before = dict(vars(self))
            super().compile()
            COMPILED_RULES[key] = {name: value for name, value in vars(self).items() if before.get(name) is not value}
        vars(self).update(COMPILED_RULES[key])


Site.url_rule_class = RuleCompiledOnce


def site_over(index: SearchIndex, settings: Settings | None = None) -> Flask:
    app = create_app(settings or Settings(), index)
    app.test_client_class = InspectingClient
    app.jinja_env.bytecode_cache = COMPILED_TEMPLATES
    return app


@pytest.fixture(autouse=True)
def read_in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed in is read without a process of its own, but for tests marked `processes`."""
    if "processes" not in request.keywords:
        monkeypatch.setattr("indexer.limits.run_apart.ProcessPool", PoolInThisProcess)


@pytest.fixture
def index() -> InventedIndex:
    return InventedIndex()


@pytest.fixture
def client(index: InventedIndex) -> FlaskClient:
    return site_over(index).test_client()


@pytest.fixture
def client_over() -> Callable[..., FlaskClient]:
    """A client of a site that holds just the records given."""

    def client_over(*records: Recommendation, **more: Any) -> FlaskClient:
        return site_over(InventedIndex(records, **more)).test_client()

    return client_over
