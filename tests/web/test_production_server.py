"""The site's server as it is started, and what hostile clients can do to it."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.parse import urlencode

import pytest

from models.encoders.model_files import LIGHT_PROJECT
from tests.paths import REPOSITORY
from tests.web.invented_index import InventedIndex
from tests.web.server_process import Server, environment_of_small_site, started
from web.application import create_app
from web.plans.plan_store import place_for_plans
from web.site.long_answers import brings_file
from web.site.settings import Settings

__all__ = ["started"]

PROCFILE = REPOSITORY / "Procfile"
OWN_WORDS = "Tarnbridge"

pytestmark = pytest.mark.service


MALFORMED = {
    "HTTPS on the plain port": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03Tarnbridge" + bytes(range(256)),
    "HTTPS, with an end of header": b"\x16\x03\x01\x02\x00Tarnbridge\r\n\r\n",
    "bad request line": b"Tarnbridge Tarnbridge Tarnbridge Tarnbridge\r\n\r\n",
    "bad method": b"T@rnbridge-Tarnbridge / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "bad address": b"GET http://[Tarnbridge HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "bad version": b"GET /Tarnbridge HTTP/Tarnbridge\r\nHost: localhost\r\n\r\n",
    "bad header line": b"GET / HTTP/1.1\r\nHost: localhost\r\nTarnbridge Tarnbridge\r\n\r\n",
    "bad header name": b"GET / HTTP/1.1\r\nHost: localhost\r\nTarn bridge Tarnbridge: 1\r\n\r\n",
    "bad length": b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: Tarnbridge\r\n\r\n",
    "endless length": b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n",
    "bad encoding": b"POST /match HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: Tarnbridge\r\n\r\n",
    "bad chunk": b"POST /match HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nTarnbridge\r\nx\r\n",
    "body beyond its length": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\ntext=Tarnbridge\r\n\r\n",
    "body cut short": b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300\r\n\r\ntext=Tarnbridge",
    "header too large": b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"Tarnbridge" * 2_000 + b"\r\n\r\n",
    "body too large": b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\ntext=Tarnbridge",
    "foreign host": b"GET / HTTP/1.1\r\nHost: Tarnbridge.example\r\n\r\n",
    "address with words": b"GET /find?text=Tarnbridge HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "path that is no text": b"GET /%ff%00Tarnbridge HTTP/1.1\r\nHost: localhost\r\n\r\n",
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One for all tests that neither set nor end it; it waits six seconds for a request."""
    site = Server(SECONDS_FOR_REQUEST="6")
    yield site
    with suppress(ProcessLookupError):
        os.killpg(site.process.pid, signal.SIGKILL)


def test_no_word_of_a_request_and_no_address_of_a_client_is_printed(started):
    server = started()
    for sent in MALFORMED.values():
        server.send(sent, seconds=0.5)
    with server.connect() as reset:
        reset.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        reset.sendall(b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300\r\n\r\ntext=Tarnbridge")
    assert server.ask("POST", "/match", {"text": OWN_WORDS}).status == 200
    code, printed = server.end()
    assert code == 0
    assert printed == f"The site is at http://127.0.0.1:{server.port} (end it with Ctrl+C).\n"


@pytest.mark.parametrize(
    "kind", ["bad request line", "bad address", "bad header line", "bad length", "endless length", "header too large"]
)
def test_malformed_request_is_refused_and_its_connection_closed(server, kind):
    answer = server.send(MALFORMED[kind])
    assert re.match(rb"HTTP/1\.[01] 4[03][01] ", answer)
    assert b"Connection: close" in answer


@pytest.mark.parametrize(
    ("version", "headers"),
    [
        ("1.1", "Content-Length: 60\r\nTransfer-Encoding: chunked"),
        ("1.1", "Transfer-Encoding: chunked\r\nContent-Length: 0"),
        ("1.1", "transfer-encoding:\tChunked\r\ncontent-length: 5"),
        ("1.0", "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\nContent-Length: 5"),
        ("1.0", "Connection: keep-alive\r\nTransfer-Encoding: chunked"),
    ],
)
def test_no_request_is_smuggled_behind_one_with_two_lengths(server, version, headers):
    """A server in front that goes by the other length would take what follows for part of the body."""
    smuggled = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = server.send(
        f"POST /match HTTP/{version}\r\nHost: localhost\r\n{headers}\r\n\r\n0\r\n\r\n{smuggled}".encode()
    )
    assert answer.count(b"HTTP/1.") == 1
    assert re.match(rb"HTTP/1\.[01] 400 ", answer)
    assert b"Connection: close" in answer


def test_body_far_too_large_is_refused_with_the_word_that_the_connection_closes(server):
    with server.connect() as connection:
        connection.sendall(MALFORMED["body too large"])
        answer = connection.recv(65536)
        while more := connection.recv(65536):
            answer += more
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"\r\nConnection: close\r\n" in answer


def test_text_too_long_is_answered_with_a_page_on_a_connection_that_goes_on(server):
    """Nothing is said of closing, and nothing is closed."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("POST", "/api/match", json.dumps({"text": "x" * 200_000}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    assert answer.status == 413
    assert "too long" in json.loads(answer.read())["error"]["message"]
    assert answer.getheader("Connection") is None
    socket_of_answer = connection.sock
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    assert connection.sock is socket_of_answer


def slow_header(server: Server) -> socket.socket:
    connection = server.connect()
    connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    return connection


def slow_body(server: Server) -> socket.socket:
    connection = server.connect()
    connection.sendall(b"POST /match HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300\r\n\r\ntext=girls")
    return connection


def slow_reader(server: Server) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(b"GET /static/style.css HTTP/1.1\r\nHost: localhost\r\n\r\n" * 3)
    return connection


def test_slow_clients_do_not_stop_the_site(server):
    with ExitStack() as slow:
        for _ in range(50):
            for kind in (slow_header, slow_body, slow_reader):
                slow.enter_context(kind(server))
        began = time.monotonic()
        for _ in range(5):
            assert server.ask("GET", "/").status == 200
            assert server.ask("POST", "/match", {"text": "girls"}).status == 200
        assert time.monotonic() - began < 10


def test_more_connections_than_are_kept_do_not_stop_the_site(server):
    """Of a crowd of idle connections the oldest are closed."""
    with ExitStack() as idle:
        for _ in range(300):
            idle.enter_context(server.connect())
        began = time.monotonic()
        assert server.ask("GET", "/").status == 200
        assert time.monotonic() - began < 8


@pytest.mark.slow
def test_request_that_dribbles_is_given_up(server):
    with server.connect() as connection:
        began = time.monotonic()
        connection.sendall(b"GET / HTTP/1.1\r\n")
        connection.settimeout(1)
        while time.monotonic() - began < 40:
            try:
                connection.sendall(b"X: y\r\n")
                if connection.recv(1000) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    assert 5 < time.monotonic() - began < 16


def test_more_requests_than_can_wait_are_told_to_come_back(started):
    server = started(UPR_THREADS="1", SECONDS_PER_MATCH="3")
    ask = b"POST /api/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n"
    with ExitStack() as asking:
        for _ in range(70):
            connection = asking.enter_context(server.connect())
            connection.sendall(ask + b'{"text":"girls"}')
        began = time.monotonic()
        page = server.ask("GET", f"/results/{'a' * 54}")
        answer = server.ask("POST", "/api/match", {"text": "girls"})
        assert time.monotonic() - began < 2
    assert (page.status, answer.status) == (503, 503)
    assert page.getheader("Retry-After") == answer.getheader("Retry-After") == "5"
    assert "Too many people are asking at this moment." in page.text
    assert '<main id="main"' in page.text
    assert "Too many people" in json.loads(answer.text)["error"]["message"]


def test_no_record_waits_behind_issues_that_are_matched(started):
    """Those that are matched have threads and a queue of their own."""
    server = started(UPR_THREADS="1", SECONDS_PER_MATCH="5")
    ask = b"POST /api/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n"
    with ExitStack() as asking:
        for _ in range(70):
            asking.enter_context(server.connect()).sendall(ask + b'{"text":"girls"}')
        began = time.monotonic()
        for path in ("/recommendation/XAB-20-115.1-1", "/", "/api/v1/state/XAA", "/healthz", "/fr/state/XAA"):
            assert server.ask("GET", path).status == 200
        assert time.monotonic() - began < 4, "to wait behind one of them takes five seconds"


def test_site_for_an_office_answers_by_every_address_and_name_of_the_machine(started):
    server = started("--host", "0.0.0.0")  # noqa: S104 - the test is of that
    name = socket.gethostname()
    for host in ("127.0.0.1", "localhost", name, name.upper(), f"{name}.local", "127.0.0.9"):
        assert (
            server.ask("GET", "/", host=f"{host}:{server.port}", at=host if host == "127.0.0.9" else "127.0.0.1").status
            == 200
        )
    for host in ("evil.example", "127.0.0.9", "192.0.2.1", f"{name}.evil.example", "localhost.evil.example", ""):
        assert server.ask("GET", "/", host=f"{host}:{server.port}").status == 400


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_site_on_all_addresses_of_both_protocols_answers_by_each(started):
    server = started("--host", "::")
    assert server.ask("GET", "/", at="127.0.0.1").status == 200
    assert server.ask("GET", "/", at="127.0.0.9").status == 200
    assert server.ask("GET", "/", at="::1").status == 200


def test_hosts_and_proxies_are_settings(started):
    server = started(UPR_HOSTS="upr.example.org, www.example.org", UPR_PROXIES="1")
    assert server.ask("GET", "/", host="upr.example.org").status == 200
    assert server.ask("GET", "/", host="www.example.org").status == 200
    assert server.ask("GET", "/", host="example.org").status == 400
    forwarded = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-Host: %b\r\n\r\n"
    assert server.send(forwarded % b"upr.example.org").startswith(b"HTTP/1.1 200 ")
    assert server.send(forwarded % b"evil.example").startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_server_ends_at_once_and_in_order(started, number, processes):
    server = started(WEB_CONCURRENCY=processes)
    said_where(server)
    idle = server.connect()
    began = time.monotonic()
    code, printed = server.end(number)
    idle.close()
    assert time.monotonic() - began < 8
    assert code == 0
    assert printed == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_server_told_to_end_again_and_again_ends_in_order(started, number, processes):
    """All its processes at once, as by a platform that stops a whole group."""
    server = started(WEB_CONCURRENCY=processes)
    said_where(server)
    while server.process.poll() is None:
        os.killpg(server.process.pid, number)
        time.sleep(0.002)
    printed, _ = server.process.communicate(timeout=20)
    assert server.process.returncode == 0
    assert printed == ""


def said_where(server):
    """Of several processes another may answer before the first has said where the site is."""
    assert server.process.stdout.readline().startswith("The site is at ")


def test_ctrl_c_in_a_terminal_reaches_all_processes_and_prints_nothing(started):
    server = started(WEB_CONCURRENCY="2")
    said_where(server)
    os.killpg(server.process.pid, signal.SIGINT)
    printed, _ = server.process.communicate(timeout=20)
    assert server.process.returncode == 0
    assert printed == ""


def processes_under(parent: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


def test_process_that_is_killed_ends_the_site_with_a_sentence(started):
    server = started(WEB_CONCURRENCY="2")
    for pid in processes_under(server.process.pid):
        os.kill(pid, signal.SIGKILL)
    printed, _ = server.process.communicate(timeout=20)
    assert server.process.returncode == 1
    assert "Error: A process of the site ended" in printed
    assert "Traceback" not in printed


def test_no_process_outlives_the_first(started):
    server = started(WEB_CONCURRENCY="2")
    workers = processes_under(server.process.pid)
    assert workers
    time.sleep(1)
    server.process.kill()
    for _ in range(100):
        if not any(map(is_running, workers)):
            return
        time.sleep(0.1)
    pytest.fail("they run on")


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_port_in_use_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "tests.web.small_site"]
        ended = subprocess.run(
            [*command, "--port", str(port)],
            cwd=REPOSITORY,
            env=os.environ | environment_of_small_site(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Error: Cannot listen on 127.0.0.1, port {port} (Address already in use): give another host or port.\n"
    )


def test_damaged_index_is_one_sentence(tmp_path):
    snapshot = tmp_path / "snapshot"
    snapshot.mkdir()
    (tmp_path / "CURRENT").write_text("snapshot", encoding="utf-8")
    (snapshot / "manifest.json").write_text("[]", encoding="utf-8")
    command = [sys.executable, "-c", "from web.command_line import main; main()", "serve", "--index", str(tmp_path)]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert re.fullmatch(r"Error: .+\n", ended.stderr)


def test_procfile_serves_the_network_on_the_port_of_the_platform(tmp_path):
    """With `upr`, here one that prints what it is given."""
    upr = tmp_path / "upr"
    upr.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    upr.chmod(0o755)
    pip = tmp_path / "python"
    pip.write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/installed\n', encoding="utf-8")
    pip.chmod(0o755)
    command = PROCFILE.read_text(encoding="utf-8").removeprefix("web: ")
    for environment, port in (({"PORT": "9876"}, "9876"), ({}, "8000")):
        given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", **environment}
        ran = subprocess.run(command, shell=True, env=given, capture_output=True, text=True, check=True)  # noqa: S602
        assert ran.stdout == f"serve --host 0.0.0.0 --port {port}\n"
    installed = (tmp_path / "installed").read_text(encoding="utf-8")
    assert f"--no-deps {LIGHT_PROJECT}\n" in installed, "without the weights the site would end again and again"


def test_results_can_be_opened_from_any_process_and_end_with_the_site(started):
    """Connections go to one of three processes by chance."""
    server = started(WEB_CONCURRENCY="3")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    addresses = []
    for number in range(8):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request("POST", "/match", f"text=girls+{OWN_WORDS}+{number}", form)
        addresses.append(connection.getresponse().headers["Location"])
    for number, address in enumerate(addresses):
        assert f"girls {OWN_WORDS} {number}" in server.ask("GET", address).text
    deleted = server.ask("POST", f"{addresses[0]}/delete", {"x": "y"})
    assert "Your search is deleted" in deleted.text
    assert [server.ask("GET", addresses[0]).status for _ in range(6)] == [410] * 6
    code, printed = server.end()
    assert (code, printed.count("\n")) == (0, 1)


FORMS_WITH_FILES = (
    "/plans/open",
    f"/plan/{'a' * 43}/upload",
    f"/plan/{'a' * 43}/letterhead",
    f"/plan/{'a' * 43}/ohchr-matrix",
    "/uptake",
)


def all_forms() -> list[str]:
    """The addresses of all forms of the site."""
    rules = create_app(Settings(index=InventedIndex().folder)).url_map.iter_rules()
    return sorted(
        re.sub("<[^>]+>", "a" * 43, rule.rule)
        for rule in rules
        if rule.methods and "POST" in rule.methods and not rule.rule.startswith("/api")
    )


def posted(server: Server, path: str, size: int) -> http.client.HTTPResponse:
    """The answer to a form of so many bytes, all of them sent first, as browsers do."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    start = b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
    end = b"\r\n--b--\r\n"
    connection.request("POST", path, start + b"x" * (size - len(start) - len(end)) + end, headers)
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def test_a_file_may_be_large_where_the_site_takes_files_and_nowhere_else(started):
    server, forms = started(UPR_PLANS="off"), all_forms()
    assert {path for path in forms if brings_file("POST", path)} == set(FORMS_WITH_FILES)
    too_large = {path for path in forms if posted(server, path, 700_000).status == 413}
    assert too_large == set(forms) - set(FORMS_WITH_FILES)
    for path in FORMS_WITH_FILES:
        assert posted(server, f"/fr{path}", 9_900_000).status in (400, 403)
        assert posted(server, f"/fr{path}", 11_000_000).status == 413


def test_errors_of_the_server_are_in_the_language_of_the_reader(server):
    too_large = posted(server, "/ar/match", 1_000_000)
    file_too_large = posted(server, "/es/uptake", 30_000_000)
    with server.connect() as connection:
        connection.sendall(f"GET /fr/states HTTP/1.1\r\nHost: localhost\r\nX: {'x' * 15_000}".encode())
        time.sleep(1)  # what is not read yet when a connection is closed has the system reset it
        connection.sendall(b"x" * 2_000)
        long_header = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    with server.connect() as connection:
        connection.settimeout(60)
        connection.sendall(b"GET /ar/ HTTP/1.1\r\nHost: localhost\r\nX: ")
        too_slow = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    assert (too_large.status, file_too_large.status) == (413, 413)
    assert re.search(r'<html[^>]* lang="ar" dir="rtl"', too_large.text)
    assert re.search(r'<html[^>]* lang="es"', file_too_large.text)
    assert "10 MB" in file_too_large.text
    assert "10 MB" not in too_large.text
    assert "10 MB" in file_too_large.text
    assert long_header.startswith("HTTP/1.1 431 ")
    assert re.search(r'<html[^>]* lang="fr"', long_header)
    assert too_slow.startswith("HTTP/1.1 408 ")
    assert re.search(r'<html[^>]* lang="ar" dir="rtl"', too_slow)
    assert json.loads(posted(server, "/api/match", 1_000_000).text)["error"]["status"] == 413


@pytest.mark.parametrize(
    "headers",
    [
        "Host: localhost\r\nTarn bridge: 1",
        "Host: localhost\r\nContent-Length: many",
        "Host: localhost\r\nTransfer-Encoding: many",
        "Host: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
        "Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\nmany",
    ],
)
def test_what_is_malformed_is_answered_in_the_language_of_the_address(server, headers):
    page = server.send(f"POST /fr/match HTTP/1.1\r\n{headers}\r\n\r\n".encode()).decode()
    assert page.startswith("HTTP/1.1 400 ")
    assert re.search(r'<html[^>]* lang="fr"', page)
    answer = server.send(f"POST /api/match HTTP/1.1\r\n{headers}\r\n\r\n".encode()).decode()
    assert json.loads(answer.partition("\r\n\r\n")[2])["error"]["status"] == 400


def file_of(size: int, path: str = "/plans/open") -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {size}\r\n\r\n"
    ).encode()


def test_no_more_than_four_files_come_in_at_once(started):
    server = started(UPR_PLANS="off")
    with ExitStack() as slow:
        for _ in range(4):
            connection = slow.enter_context(server.connect())
            connection.sendall(file_of(9_000_000) + b"x" * 1000)
        time.sleep(0.5)
        refused = posted(server, "/fr/uptake", 1000)
        assert (refused.status, refused.getheader("Retry-After")) == (503, "60")
        assert 'lang="fr"' in refused.text
        assert server.ask("GET", "/").status == 200
        assert server.ask("POST", "/match", {"text": "girls"}).status == 200
    time.sleep(0.5)
    with server.connect() as connection:
        connection.sendall(file_of(1000) + b"x" * 1000)
        assert connection.recv(65536).startswith(b"HTTP/1.1 403")


def test_no_search_waits_behind_files_that_are_read(started, tmp_path):
    """Each is read for half a minute, one after the other."""
    server = started(UPR_THREADS="2")
    body = urlencode({"state": "XAA", "text": "1. x" + "\u0301" + " y" * 45_000}).encode()
    with ExitStack() as reading:
        for _ in range(6):
            connection = reading.enter_context(server.connect())
            connection.sendall(
                b"POST /uptake HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + f"Content-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
        for _ in range(5):
            began = time.monotonic()
            assert server.ask("GET", "/healthz").status == 200
            assert server.ask("POST", "/match", {"text": "girls"}).status == 200
            assert time.monotonic() - began < 3


def test_plans_are_kept_with_the_data_of_the_user_who_runs_the_site_for_itself():
    here = place_for_plans("127.0.0.1")
    assert here.endswith("upr-follow-up/plans.sqlite")
    assert place_for_plans("localhost") == place_for_plans("::1") == here
    for others in ("0.0.0.0", "::", "192.168.1.5", "upr.example.org"):  # noqa: S104
        assert place_for_plans(others) == "off"


def test_a_plan_outlives_the_site_in_the_file_that_the_setting_names(started, tmp_path):
    file = tmp_path / "kept" / "plans.sqlite"
    server = started(UPR_PLANS=str(file))
    token = re.search(r'name="token" value="([^"]+)"', server.ask("GET", "/list").text)[1]
    assert not file.exists()
    answer = server.ask("POST", "/plan", {"token": token, "title": OWN_WORDS})
    assert OWN_WORDS in answer.text
    server.end()
    again = started(UPR_PLANS=str(file))
    assert OWN_WORDS in again.ask("GET", answer.key).text
    assert again.end()[1].count("\n") == 1
