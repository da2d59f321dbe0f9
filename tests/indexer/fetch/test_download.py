"""One file from servers that behave badly."""

import asyncio
import gzip
import json
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from indexer.fetch.download import Download, Outcome
from indexer.fetch.failures import Absent, ComeBackLater, NotUsable, ServerTrouble, TryAgain, WebPage
from indexer.fetch.fetch_folder import FetchFolder
from indexer.fetch.https_client import HttpsClient
from indexer.fetch.sources import SOURCES, Limits
from indexer.fetch.wanted_file import Content, WantedFile
from tests.indexer.fetch.bad_server import PDF, BadServer, send, send_part_of, send_range, serve, status
from tests.indexer.fetch.un_servers import word

LIMITS = Limits(1, 0, 100_000, 5, 1_000_000, 20, tries=3, first_wait=0.01, longest_wait=2)
NAME = "A_HRC_900_15_en.pdf"
pytestmark = pytest.mark.usefixtures("unread")


@pytest.fixture
def fetch(server: BadServer, tmp_path: Path) -> Callable[..., Outcome]:
    """Fetches one file; what the last address answered is raised where it cannot be had."""

    def run(limits: Limits = LIMITS, silence: float = 5, **changes: object) -> Outcome:
        wanted = WantedFile(
            NAME,
            "A/HRC/900/15",
            (server.address(),),
            Content.DOCUMENT,
            1_000,
            "https://docs.un.org/en/A/HRC/900/15",
            "A/HRC/900/15",
            "en",
        )
        servers = SOURCES.documents.servers([server.address(), "https://localhost:1/"])

        async def download() -> Outcome:
            async with HttpsClient(servers, None, silence) as client:
                file, folder = replace(wanted, **changes), FetchFolder(tmp_path)
                return await Download(client, file, folder, limits, lambda _bytes: None).run()

        outcome = asyncio.run(download())
        if not outcome.name:
            raise outcome.answers[-1][1]
        return outcome

    return run


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds between tries, which are not waited."""
    seconds: list[float] = []

    async def sleep(wait: float) -> None:
        seconds.append(wait)

    monkeypatch.setattr("indexer.fetch.download.sleep", sleep)
    return seconds


def noted(folder: Path) -> dict[str, object]:
    return json.loads((folder / ".fetched.json").read_text())["files"][NAME]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_fetched_and_noted(server, fetch, tmp_path):
    server.on("/file.pdf", send(PDF, ETag='"a"'))
    assert fetch().received == 8_416
    assert (tmp_path / NAME).read_bytes() == PDF
    assert names(tmp_path) == [".fetched.json", NAME]
    note = noted(tmp_path)
    assert note["sha256"] == "005ef7d75768bc1e13e109be997487cf53321a12cd7f88bf70d89db194db9d95"
    assert (note["bytes"], note["title"], note["address"]) == (8_416, "A/HRC/900/15", server.address())
    assert str(note["fetched"])[:4].isdecimal()


def test_it_says_who_asks_and_wants_nothing_packed(server, fetch):
    server.on("/file.pdf", send(PDF))
    fetch()
    (asked,) = server.asked
    assert asked.headers["User-Agent"].startswith("upr-follow-up/0.")
    assert asked.headers["Accept-Encoding"] == "identity"
    assert asked.headers["Accept"] == "application/pdf"
    assert asked.headers["Referer"] == "https://docs.un.org/en/A/HRC/900/15"
    assert not {"Cookie", "Authorization"} & set(asked.headers)


def test_cookies_are_not_kept(server, fetch):
    server.on("/file.pdf", status(503, Set_Cookie="who=you"), send(PDF))
    fetch()
    assert len(server.asked) == 2
    assert "Cookie" not in server.asked[1].headers


@pytest.mark.parametrize(
    ("behaviour", "failure", "reason"),
    [
        pytest.param(status(404), Absent, "the server has none (404)", id="404"),
        pytest.param(status(410), Absent, "the server has none (410)", id="410"),
        pytest.param(status(403), ServerTrouble, "the server refuses (403)", id="403"),
        pytest.param(status(401), ServerTrouble, "the server refuses (401)", id="401"),
        pytest.param(status(206), TryAgain, "the server sends another part than was asked for", id="unasked part"),
        pytest.param(status(304), ServerTrouble, "the server refuses (304)", id="unasked 304"),
        pytest.param(
            send(b"<!DOCTYPE html><title> No\n document\x1b[2J &amp; more</title>" + b" " * 2_000),
            WebPage,
            "the server sends a web page (“No document\\x1b[2J & more”) in place of it",
            id="page",
        ),
        pytest.param(send(b"\xef\xbb\xbf <html>"), WebPage, "the server sends a web page in place of it", id="short"),
        pytest.param(send(b"Not a PDF"), NotUsable, "what the server sends is no PDF or Word file", id="no PDF"),
        pytest.param(send(b""), Absent, "the server sends nothing", id="nothing"),
        pytest.param(
            send(PDF[:-9], Content_Length=""),
            NotUsable,
            "the PDF or Word file that the server sends is cut off",
            id="cut off",
        ),
        pytest.param(
            send(PDF, Content_Length="5000"),
            NotUsable,
            "the PDF or Word file that the server sends is cut off",
            id="length",
        ),
        pytest.param(send(PDF, Content_Length="9000"), TryAgain, "the server breaks off", id="length high"),
        pytest.param(
            send(gzip.compress(b"0" * 10_000_000), Content_Encoding="gzip"),
            NotUsable,
            "the server sends it packed, which was not asked for",
            id="packed",
        ),
        pytest.param(send(PDF, Content_Length="200000"), NotUsable, "it is larger than 0 MB", id="promises too much"),
    ],
)
def test_failures(server, fetch, tmp_path, behaviour, failure, reason):
    server.on("/file.pdf", behaviour)
    with pytest.raises(failure) as raised:
        fetch()
    assert type(raised.value) is failure
    assert str(raised.value) == reason
    assert not (tmp_path / NAME).exists()


def endless(beginning: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        send(beginning, Content_Length="")(handler)
        for _ in range(10_000):
            handler.wfile.write(b"x" * 10_000)

    return behave


def test_an_endless_body_is_cut_at_the_limit(server, fetch, tmp_path):
    server.on("/file.pdf", endless(PDF))
    with pytest.raises(NotUsable, match="larger than 0 MB"):
        fetch()
    assert names(tmp_path) == []


def drip(seconds: float) -> Callable[[BaseHTTPRequestHandler], None]:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        send_part_of(PDF, 100, ETag='"a"')(handler)
        for _ in range(200):
            time.sleep(seconds)
            handler.wfile.write(b"x")

    return behave


def test_a_server_that_drips_is_left_after_a_while_and_what_came_is_kept(server, fetch, tmp_path):
    server.on("/file.pdf", drip(0.05), send_range(PDF, ETag='"a"'))
    with pytest.raises(ServerTrouble, match="took more than"):
        fetch(replace(LIMITS, file_seconds=1.5))
    assert len(server.asked) == 1
    assert (tmp_path / f".{NAME}.part").stat().st_size >= 100


def test_a_server_that_drips_headers_is_left_after_a_while(server, fetch):
    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(200):
            time.sleep(0.05)
            handler.wfile.write(b"x")

    server.on("/file.pdf", behave)
    with pytest.raises(ServerTrouble, match="took more than"):
        fetch(replace(LIMITS, file_seconds=0.4))


def test_a_silent_server_is_asked_again(server, fetch):
    server.on("/file.pdf", lambda handler: time.sleep(0.6), send(PDF))
    fetch(silence=0.2)
    assert len(server.asked) == 2


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_with_growing_waits_and_jitter(server, fetch, waits, code):
    server.on("/file.pdf", status(code), status(code), send(PDF))
    fetch(replace(LIMITS, first_wait=2.0))
    first, second = waits
    assert 2 <= first <= 3
    assert 4 <= second <= 5


def test_it_is_given_up_after_some_tries(server, fetch):
    server.on("/file.pdf", status(503))
    with pytest.raises(TryAgain, match=r"busy or fails \(503\)"):
        fetch()
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("retry_after", "expected"),
    [("1", 1.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.01), ("soon", 0.01), ("-5", 0.01), ("1.5", 0.01)],
)
def test_retry_after_is_heeded(server, fetch, waits, retry_after, expected):
    server.on("/file.pdf", status(429, Retry_After=retry_after), send(PDF))
    fetch()
    assert waits == [pytest.approx(expected, abs=0.011)]


@pytest.mark.parametrize("retry_after", ["7200", "9" * 40, "Wed, 21 Oct 2099 07:28:00 GMT"])
def test_a_server_that_asks_for_a_long_wait_is_left_alone(server, fetch, retry_after):
    server.on("/file.pdf", status(429, Retry_After=retry_after), send(PDF))
    with pytest.raises(ComeBackLater, match="asks to come back in"):
        fetch()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"ETag": '"a"'}, id="etag"),
        pytest.param({"Last_Modified": "Wed, 21 Oct 2015 07:28:00 GMT"}, id="date"),
        pytest.param({"ETag": 'W/"a"', "Last_Modified": "Wed, 21 Oct 2015 07:28:00 GMT"}, id="weak etag"),
    ],
)
def test_a_file_that_breaks_off_is_gone_on_with(server, fetch, tmp_path, headers):
    server.on("/file.pdf", send_part_of(PDF, 5_000, **headers), send_range(PDF, **headers))
    assert fetch().received == 8_416
    assert (tmp_path / NAME).read_bytes() == PDF
    assert server.asked[1].headers["Range"] == "bytes=5000-"
    assert server.asked[1].headers["If-Range"] in {'"a"', "Wed, 21 Oct 2015 07:28:00 GMT"}


def test_another_run_goes_on_with_it(server, fetch, tmp_path):
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag='"a"'))
    with pytest.raises(TryAgain, match="breaks off"):
        fetch(replace(LIMITS, tries=1))
    assert names(tmp_path) == [f".{NAME}.part", f".{NAME}.part.json"]
    server.on("/file.pdf", send_range(PDF, ETag='"a"'))
    assert fetch().received == 3_416
    assert names(tmp_path) == [".fetched.json", NAME]


OTHER = PDF.replace(b"mended", b"sunken")


@pytest.mark.parametrize(
    "then",
    [
        pytest.param([send_range(OTHER, ETag='"b"')], id="all of it"),
        pytest.param(
            [send(OTHER[5_000:], 206, Content_Range="bytes 5000-8415/8416", ETag='"b"'), send_range(OTHER, ETag='"b"')],
            id="the rest of another",
        ),
        pytest.param([send(OTHER[4_000:], 206, Content_Range="bytes 4000-8415/8416"), send(OTHER)], id="another part"),
        pytest.param([send(OTHER[5_000:], 206), send(OTHER)], id="part of what"),
        pytest.param([status(416), send(OTHER)], id="shorter"),
    ],
)
def test_a_file_that_changed_is_begun_anew(server, fetch, tmp_path, then):
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag='"a"'), *then)
    assert fetch().received == 5_000 + 8_416
    assert (tmp_path / NAME).read_bytes() == OTHER


@pytest.mark.parametrize("etag", ["", 'W/"a"', '"\u00e9"'])
def test_without_a_proof_that_it_is_the_same_it_is_begun_anew(server, fetch, tmp_path, etag):
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag=etag), send(OTHER))
    fetch()
    assert "Range" not in server.asked[1].headers
    assert (tmp_path / NAME).read_bytes() == OTHER


def test_the_beginning_of_a_file_at_another_address_does_not_count(server, fetch, tmp_path):
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag='"a"'))
    with pytest.raises(TryAgain):
        fetch(replace(LIMITS, tries=1))
    server.on("/other.pdf", send_range(OTHER, ETag='"a"'))
    fetch(addresses=(server.address("/other.pdf"),))
    assert (tmp_path / NAME).read_bytes() == OTHER


@pytest.mark.parametrize("note", ["", "[]", "{}", "5", '[5, "a"]', "\x00"])
def test_a_damaged_note_of_a_beginning_costs_the_beginning(server, fetch, tmp_path, note):
    (tmp_path / f".{NAME}.part").write_bytes(b"%PDF-1.7 of another day")
    (tmp_path / f".{NAME}.part.json").write_text(note)
    server.on("/file.pdf", send(PDF))
    fetch()
    assert (tmp_path / NAME).read_bytes() == PDF


def test_a_rest_that_is_longer_than_said_is_not_taken(server, fetch, tmp_path):
    wrong = send(PDF[5_000:] + b"more", 206, Content_Range="bytes 5000-8415/8416", ETag='"a"')
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag='"a"'), wrong, send(PDF))
    fetch()
    assert (tmp_path / NAME).read_bytes() == PDF


def test_nothing_is_left_of_what_another_address_began(server, fetch, tmp_path):
    server.on("/file.pdf", send_part_of(PDF, 5_000, ETag='"a"'))
    server.on("/file.docx", send(word("A/HRC/900/15")))
    fetch(addresses=(server.address(), server.address("/file.docx")))
    assert names(tmp_path) == [".fetched.json", NAME.replace(".pdf", ".docx")]


# what is updated


def test_one_that_did_not_change_is_not_sent_again(server, fetch, tmp_path):
    server.on("/file.pdf", send(PDF, ETag='"a"'), status(304))
    fetch(changes=True)
    again = fetch(changes=True)
    assert (again.received, again.name, again.address) == (0, NAME, "")
    assert server.asked[1].headers["If-None-Match"] == '"a"'
    assert (tmp_path / NAME).read_bytes() == PDF


def test_one_that_changed_takes_its_place_and_that_is_noted(server, fetch, tmp_path):
    server.on("/file.pdf", send(PDF, Last_Modified="Wed, 21 Oct 2015 07:28:00 GMT"), send(OTHER))
    fetch(changes=True)
    first = noted(tmp_path)
    fetch(changes=True)
    assert server.asked[1].headers["If-Modified-Since"] == "Wed, 21 Oct 2015 07:28:00 GMT"
    assert noted(tmp_path)["sha256"] != first["sha256"]
    assert (tmp_path / NAME).read_bytes() == OTHER


# where else a server refers to


def test_redirects_on_the_same_server_are_followed(server, fetch, tmp_path):
    server.on("/file.pdf", status(302, Location="/doc/../real.pdf"))
    server.on("/real.pdf", send(PDF))
    fetch()
    assert [asked.path for asked in server.asked] == ["/file.pdf", "/real.pdf"]
    assert (tmp_path / NAME).read_bytes() == PDF


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("http://localhost:{port}/real.pdf", "http://localhost"),
        ("https://127.0.0.1:{port}/real.pdf", "https://127.0.0.1"),
        ("https://localhost/real.pdf", "https://localhost"),
        ("https://localhost:{other}/real.pdf", "https://localhost"),
        ("//127.0.0.1:{port}/real.pdf", "https://127.0.0.1"),
        ("https://localhost.example:{port}/real.pdf", "https://localhost.example"),
        ("https://who:secret@localhost:{port}/real.pdf", "https://localhost"),
        ("ftp://localhost:{port}/real.pdf", "ftp://localhost"),
        ("https://undocs.org:8443/real.pdf", "https://undocs.org"),
    ],
)
def test_a_server_that_refers_elsewhere_is_not_followed(server, fetch, certificate, tmp_path, location, shown):
    elsewhere = BadServer()
    other = serve(certificate, elsewhere)
    try:
        server.on("/file.pdf", status(302, Location=location.format(port=server.port, other=elsewhere.port)))
        server.on("/real.pdf", send(PDF))
        elsewhere.on("/real.pdf", send(PDF))
        with pytest.raises(ServerTrouble) as raised:
            fetch()
    finally:
        other.shutdown()
        other.server_close()
    assert str(raised.value) == f"the server refers to {shown}, which is not on the list of hosts to ask"
    assert elsewhere.asked == []
    assert [asked.path for asked in server.asked] == ["/file.pdf"]
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("https://[", "refers to https://%5B, which is not on the list"),
        ("https://localhost:99999/IN/CAPITALS", "refers to https://localhost, which is not on the list"),
        ("https://\x7f/", "refuses .302."),
        ("file:///etc/hostname", "refers to file://localhost, which is not on the list"),
        ("data:application/pdf,%25PDF-", "refuses .302."),
    ],
)
def test_a_server_that_refers_to_no_address(server, fetch, tmp_path, location, reason):
    server.on("/file.pdf", status(302, Location=location))
    with pytest.raises(ServerTrouble, match=reason):
        fetch()
    assert names(tmp_path) == []


def test_what_comes_with_a_word_of_where_to_go_is_not_taken(server, fetch, tmp_path):
    sent: list[int] = []

    def behave(handler: BaseHTTPRequestHandler) -> None:
        status(302, Location="/real.pdf", Content_Length="")(handler)
        for number in range(10_000):
            handler.wfile.write(b"x" * 10_000)
            sent.append(number)

    server.on("/file.pdf", behave)
    server.on("/real.pdf", send(PDF))
    fetch()
    assert (tmp_path / NAME).read_bytes() == PDF
    assert len(sent) < 9_000


def test_a_server_that_refers_in_circles(server, fetch):
    server.on("/file.pdf", status(302, Location="/file.pdf"))
    with pytest.raises(ServerTrouble, match="without end"):
        fetch()
    assert len(server.asked) == 6


def test_an_address_that_is_not_over_https_is_never_asked(server, fetch):
    with pytest.raises(ServerTrouble, match="http://localhost"):
        fetch(addresses=(server.address().replace("https", "http"),))
    assert server.asked == []


def test_a_certificate_that_nobody_vouches_for(server, fetch, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(ServerTrouble, match="the certificate of the server is not valid"):
        fetch()
    assert server.asked == []


def test_a_server_that_is_not_there(server, fetch):
    with pytest.raises(TryAgain, match="cannot be reached"):
        fetch(addresses=("https://localhost:1/file.pdf",))
