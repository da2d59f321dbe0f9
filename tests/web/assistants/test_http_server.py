"""The protocol over HTTP: the client of the package is answered, foreign names and pages are not."""

import http.client
import json
import signal

import anyio
import pytest
from click.testing import CliRunner
from mcp import Client

from models.errors import UprError
from tests.web.api.full_index import RECOMMENDATION, full_folder
from tests.web.invented_index import InventedIndex
from tests.web.server_process import Server
from web.application import create_app
from web.assistants.http_server import OwnNamesAlone, http_application
from web.assistants.server import assistant_server
from web.command_line import main
from web.site.allowed_hosts import OwnNames
from web.site.settings import Settings

PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


def status(host, origin=None, local_address="127.0.0.1", hosts=("upr.example.org",), hosts_sent=1):
    """The status of an answer to a request with these headers; 204 where it reaches the application."""
    statuses = []

    async def application(scope, receive, send):
        statuses.append(204)

    async def send(message):
        statuses.append(message.get("status"))
        bodies.append(message.get("body"))

    bodies = []
    headers = [(b"host", host.encode())] * hosts_sent + ([(b"origin", origin.encode())] if origin is not None else [])
    scope = {"type": "http", "headers": headers, "server": (local_address, 8010), "method": "POST", "path": "/mcp"}
    anyio.run(OwnNamesAlone(application, OwnNames(hosts)), scope, None, send)
    if statuses[0] != 204:
        assert "set UPR_HOSTS" in json.loads(bodies[1])["error"]["message"]
    return statuses[0]


@pytest.mark.parametrize("host", ["localhost:8010", "127.0.0.1", "[::1]:8010", "UPR.example.org", "192.0.2.7:8010"])
def test_own_names_are_answered(host):
    assert status(host, local_address="192.0.2.7") == 204


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8010", "localhost.evil.example", "192.0.2.8", "", "[::2]"]
)
def test_foreign_names_are_told_the_setting(host):
    assert status(host, local_address="192.0.2.7") == 400


def test_two_names_or_none_are_told_it_too():
    assert [status("localhost", hosts_sent=number) for number in (0, 1, 2)] == [400, 204, 400]


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://localhost:6274", 204),
        ("https://upr.example.org", 204),
        ("http://evil.example", 400),
        ("http://localhost.evil.example", 400),
        ("null", 400),
        ("", 400),
    ],
)
def test_pages_of_foreign_sites_are_not_answered(origin, expected):
    assert status("localhost:8010", origin) == expected


def test_an_address_within_another_is_read_as_such():
    assert status("192.0.2.7", local_address="::ffff:192.0.2.7") == 204


class AssistantServer(Server):
    """`upr mcp --http` in a process of its own."""

    def __init__(self, folder, **environment):
        """Over an index."""
        self.folder = folder
        super().__init__(module="tests.web.assistants.http_process", FOLDER=str(folder), **environment)

    def wait_until_it_answers(self):
        assert "/mcp (end it with Ctrl+C)" in self.process.stdout.readline()

    def post(self, body, host="localhost", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", "/mcp", body, {**HEADERS, "Host": host, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture
def server():
    server = AssistantServer(full_folder())
    yield server
    if server.process.poll() is None:
        server.end(signal.SIGKILL)


@pytest.mark.service
def test_the_client_of_the_package_is_answered_and_no_word_is_printed(server):
    async def ask(mode):
        with anyio.fail_after(60):
            async with Client(f"http://127.0.0.1:{server.port}/mcp", mode=mode) as client:
                got = await client.call_tool("get", {"id": RECOMMENDATION})
                failed = await client.call_tool("find", {"text": "secretwords", "limit": 1_000})
                return got.structured_content["answer"]["records"][0]["id"], failed.is_error

    assert [anyio.run(ask, mode) for mode in ("auto", "legacy")] == [(RECOMMENDATION, True)] * 2
    code, printed = server.end(signal.SIGTERM)
    assert (code, printed) == (-signal.SIGTERM, "")


@pytest.mark.service
def test_ctrl_c_ends_it_in_order(server):
    assert server.post(json.dumps(PING))[0] == 200
    assert server.end(signal.SIGINT) == (0, "")


@pytest.mark.service
def test_hostile_requests_are_refused_in_silence(server):
    assert server.post(json.dumps(PING))[0] == 200
    assert server.post(json.dumps(PING), host="evil.example")[0] == 400
    assert server.post(json.dumps(PING), Origin="http://evil.example")[0] == 400
    assert server.post(json.dumps(PING), **{"Content-Type": "text/plain"})[0] == 400
    assert server.post("{" * 131_073)[0] == 413
    assert server.post('{"secretwords"')[0] == 400
    statuses = [server.post(json.dumps({**PING, "method": f"secret{number}"}))[0] for number in range(3)]
    assert all(status < 500 for status in statuses)
    assert server.post(json.dumps(PING))[0] == 200
    assert "secret" not in server.end(signal.SIGTERM)[1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8010", ("127.0.0.1", 8010)),
        ("192.0.2.7:8010", ("192.0.2.7", 8010)),
        ("[::1]:8010", ("::1", 8010)),
        ("upr.example.org:8010", ("upr.example.org", 8010)),
    ],
)
def test_it_listens_on_this_machine_alone_unless_asked(address, expected, monkeypatch):
    asked = []

    def listen(host, port):
        asked.append((host, port))
        raise UprError("not now")

    monkeypatch.setattr("web.production_server.listening", listen)
    result = CliRunner().invoke(main, ["mcp", "--index", str(full_folder()), "--http", address])
    assert (asked, result.exit_code) == ([expected], 1)


def test_nothing_is_kept_between_two_requests():
    """Neither a session nor an event: a question is in memory while it is answered."""
    site = create_app(Settings(), InventedIndex())
    server = assistant_server(site, 1)
    http_application(server, Settings())
    assert (server.session_manager.stateless, server.session_manager.event_store) == (True, None)
