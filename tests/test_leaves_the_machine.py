"""Nothing leaves the machine but by `upr fetch`: no other package imports or calls what connects to a server."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

PACKAGES = ("models", "indexer", "search", "web")
FETCH = REPOSITORY / "indexer" / "fetch"
CLIENTS = """
    aiohttp asyncio.open_connection ftplib grpc httpcore httpcore2 http.client http.cookiejar httplib2 httpx httpx2
    imaplib nntplib paramiko poplib pycurl requests smtplib socketserver ssl telnetlib tornado
    urllib.request urllib3 webbrowser websocket websockets xmlrpc
""".split()
"""Modules that ask servers."""
HUB = {"snapshot_download", "hf_hub_download", "from_pretrained", "SentenceTransformer"}
"""What would ask a hub of models, where it is not told to look on this machine alone."""
LISTENS = {
    "web/assistants/http_server.py",
    "web/bounded_server.py",
    "web/production_server.py",
    "web/site/allowed_hosts.py",
}
"""The site and the server of assistants, which are asked, may use sockets."""
CONNECTING = {"connect_ex", "create_connection", "sendto", "urlopen", "open_connection"}
MODULES = sorted(file for top in PACKAGES for file in (REPOSITORY / top).rglob("*.py") if FETCH not in file.parents)


def imported(tree: ast.AST) -> Iterator[str]:
    """Modules and names that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches_out(tree: ast.AST) -> list[str]:
    """The clients that a module imports, and the calls that connect."""
    named = {name for name in imported(tree) for client in CLIENTS if name == client or name.startswith(f"{client}.")}
    called = {
        f"{ast.unparse(node.func)}()"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in CONNECTING or ast.unparse(node.func) == "socket.connect")
    }
    return sorted(named | called)


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imported_by(file: Path) -> frozenset[str]:
    return frozenset(imported(parsed(file)))


def test_no_other_package_asks_a_server() -> None:
    found = {str(file.relative_to(REPOSITORY)): reaches_out(parsed(file)) for file in MODULES}
    assert {file: names for file, names in found.items() if names} == {}


def test_models_are_looked_for_on_this_machine_alone() -> None:
    calls = [
        node
        for file in MODULES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in HUB
    ]
    assert calls
    for call in calls:
        assert "local_files_only=True" in map(ast.unparse, call.keywords), ast.unparse(call)


def test_only_the_site_uses_sockets() -> None:
    users = {str(file.relative_to(REPOSITORY)) for file in MODULES if "socket" in imported_by(file)}
    assert users == LISTENS


def test_the_command_that_fetches_is_the_only_one_that_uses_the_package() -> None:
    using = {
        str(file.relative_to(REPOSITORY))
        for file in MODULES
        if any(name.startswith("indexer.fetch") for name in imported_by(file))
    }
    assert using == {"indexer/cli/fetch.py"}


@pytest.mark.parametrize(
    "code",
    [
        "import httpx2",
        "import http.client",
        "from urllib.request import urlopen",
        "from urllib import request",
        "def late():\n    import requests.sessions",
        "import socket\nsocket.create_connection(('example.org', 80))",
    ],
)
def test_what_reaches_out_is_seen(code: str) -> None:
    assert reaches_out(ast.parse(code))


@pytest.mark.parametrize("code", ["from urllib.parse import quote", "from http import HTTPStatus", "import sqlite3"])
def test_what_does_not_is_left_alone(code: str) -> None:
    assert not reaches_out(ast.parse(code))


QUIET = "models/encoders/quiet_libraries.py"
"""Tells ONNX Runtime not to report before it is imported."""


def test_onnx_runtime_is_imported_where_it_is_told_not_to_report() -> None:
    tops = (*PACKAGES, "benches", "samples", "tools", "tests")
    files = [file for top in tops for file in (REPOSITORY / top).rglob("*.py")]
    importing = {
        str(file.relative_to(REPOSITORY))
        for file in files
        if any(name.split(".")[0] == "onnxruntime" for name in imported_by(file))
    }
    assert importing == {QUIET}
