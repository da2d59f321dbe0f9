"""Which addresses wait in the queue of answers that take long."""

import re

import pytest

from tests.web.test_routes import ROUTES
from web.site.long_answers import takes_long

LONG = [
    "/match",
    "/fr/match",
    "/zh-Hant/results/abc",
    "/results/abc/recommendations",
    "/match/download",
    "/browse/download",
    "/api/v1/match",
    "/api/lobby",
    "/api/v1/export",
    "/state/SVN/review/48/follow-up.docx",
    "/plan/abc/paper/embassy.docx",
    "/ar/plan/abc/plan.xlsx",
]


@pytest.mark.parametrize("path", LONG)
def test_issues_and_files_take_long(path):
    assert takes_long(path)


@pytest.mark.parametrize(
    "path",
    [
        "/recommendation/SVN-48-6.1-1",
        "/fr/recommendation/SVN-48-6.1-1",
        "/api/v1/recommendation/SVN-48-6.1-1",
        "/api/v1/recommendation/SVN-48-6.1-1/similar",
        "/state/SVN",
        "/browse",
        "/",
        "/reported/SVN-1",
        "/matches",
        "/healthz",
        "/static/style.css",
        "/plan/abc",
        "/plan/abc/item/1",
    ],
)
def test_records_and_lists_do_not(path):
    assert not takes_long(path)


def test_every_file_of_the_site_takes_long():
    files = [route for route in ROUTES.split("\n") if re.search(r"/download$|\.(?:<extension>|xlsx|json|docx)$", route)]
    paths = [route.split()[1] for route in files if "openapi" not in route]
    assert len(paths) > 8
    assert [path for path in paths if not takes_long(re.sub(r"<[^>]+>", "x", path))] == []
