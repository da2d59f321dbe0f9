"""A run over several files."""

import json
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from indexer.fetch.download import Outcome
from indexer.fetch.fetch_files import FetchReport, FetchRun
from indexer.fetch.fetch_folder import FetchFolder
from indexer.fetch.sources import SOURCES, Limits
from indexer.fetch.wanted_file import Content, WantedFile
from indexer.progress import silent
from tests.indexer.fetch.bad_server import PDF, BadServer, send, send_part_of, send_range, status

LIMITS = Limits(1, 7, 100_000, 5, 1_000_000, 20, tries=2, first_wait=0.01, longest_wait=1)

Run = Callable[..., FetchReport]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("indexer.fetch.fetch_files.sleep", sleep)
    return slept


@pytest.fixture
def run(server: BadServer, unread: None, tmp_path: Path, pauses: list[float]) -> Run:
    def fetch(wanted: Sequence[WantedFile], limits: Limits = LIMITS) -> FetchReport:
        return FetchRun(FetchFolder(tmp_path), replace(SOURCES.documents, limits=limits), silent).run(wanted)

    return fetch


def files(server: BadServer, *names: str, **changes: object) -> list[WantedFile]:
    wanted = [
        WantedFile(
            f"{name}.pdf",
            name.upper(),
            (server.address(f"/{name}"),),
            Content.DOCUMENT,
            10_000,
            f"https://undocs.org/{name}",
        )
        for name in names
    ]
    return [replace(file, **changes) for file in wanted]


def titles(listed: Sequence[WantedFile | Outcome]) -> list[str]:
    return [(one.file if isinstance(one, Outcome) else one).title for one in listed]


def test_files_come_one_after_the_other_with_pauses(server, run, pauses):
    for name in "abc":
        server.on(f"/{name}", send(PDF))
    report = run(files(server, "a", "b", "c"))
    assert [asked.path for asked in server.asked] == ["/a", "/b", "/c"]
    assert pauses == [7, 7]
    assert titles(report.fetched) == ["A", "B", "C"]
    assert report.received == 3 * 8_416
    assert (report.failed, report.left, report.ended_early) == ([], [], "")


@pytest.mark.parametrize("changes", [False, True])
def test_what_somebody_put_there_is_left_alone(server, run, tmp_path, changes):
    (tmp_path / "a.pdf").write_text("mine")
    report = run(files(server, "a", changes=changes))
    assert server.asked == []
    assert (tmp_path / "a.pdf").read_text() == "mine"
    assert titles(report.in_the_way) == ["A"]
    assert not report.is_complete


def test_what_somebody_changed_is_left_alone(server, run, tmp_path):
    server.on("/a", send(PDF))
    run(files(server, "a", changes=True))
    (tmp_path / "a.pdf").write_text("mine")
    assert len(run(files(server, "a", changes=True)).in_the_way) == 1
    assert (tmp_path / "a.pdf").read_text() == "mine"


def test_what_somebody_removed_is_fetched_again(server, run, tmp_path):
    server.on("/a", send(PDF))
    run(files(server, "a"))
    (tmp_path / "a.pdf").unlink()
    assert titles(run(files(server, "a")).fetched) == ["A"]


def test_what_may_be_absent_is_no_failure(server, run):
    server.on("/b", send(b"<html>There is no document of this symbol</html>"))
    server.on("/c", status(403))
    report = run(files(server, "a", "b", "c", symbol="A/HRC/900/15/Rev.1"))
    assert titles(report.absent) == ["A", "B"]
    assert titles(report.failed) == ["C"]


def test_a_server_that_does_not_serve_is_left_alone(server, run):
    for name in "abcde":
        server.on(f"/{name}", status(403))
    report = run(files(server, *"abcde"))
    assert [asked.path for asked in server.asked] == ["/a", "/b", "/c"]
    assert titles(report.left) == ["D", "E"]
    assert report.ended_early == "the server does not serve now"


@pytest.mark.parametrize("between", [send(PDF), status(404), send(b"no file")])
def test_three_in_a_row_must_fail(server, run, between):
    for name in "abcdef":
        server.on(f"/{name}", status(403))
    server.on("/c", between)
    run(files(server, *"abcdef"))
    assert len(server.asked) == 6


def test_a_server_that_asks_for_a_long_wait_is_left_alone_at_once(server, run):
    server.on("/a", status(429, Retry_After="3600"))
    report = run(files(server, "a", "b"))
    assert len(server.asked) == 1
    (failed,) = report.failed
    (_, why) = failed.answers[-1]
    assert str(why) == "the server is busy or fails (429) and asks to come back in 60 minutes"
    assert titles(report.left) == ["B"]


@pytest.mark.parametrize("limit", [{"total_bytes": 10_000}, {"total_seconds": 0}])
def test_a_run_has_limits_of_its_own(server, run, limit):
    for name in "abc":
        server.on(f"/{name}", send(PDF))
    report = run(files(server, "a", "b", "c"), replace(LIMITS, **limit))
    assert report.ended_early == "this is as much as one run fetches"
    assert len(report.fetched) + len(report.left) == 3
    assert len(report.fetched) == (2 if "total_bytes" in limit else 0)


def interrupt_after(size: int) -> Callable[[BaseHTTPRequestHandler], None]:
    """Send so much, then press Ctrl+C, and leave the connection open."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        send_part_of(PDF, size, ETag='"a"')(handler)
        handler.wfile.flush()
        threading.Event().wait(0.2)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        threading.Event().wait(2)

    return behave


def test_an_interruption_leaves_what_can_be_gone_on_with(server, run, tmp_path):
    server.on("/a", send(PDF))
    server.on("/b", interrupt_after(5_000), send_range(PDF, ETag='"a"'))
    server.on("/c", send(PDF))
    report = run(files(server, "a", "b", "c"))
    assert report.ended_early == "it was interrupted"
    assert (titles(report.fetched), titles(report.left)) == (["A"], ["B", "C"])
    assert not (tmp_path / "b.pdf").exists()
    report = run(files(server, "a", "b", "c"))
    assert (report.here, titles(report.fetched)) == (1, ["B", "C"])
    assert server.asked[2].headers["Range"] == "bytes=5000-"
    assert report.received == 3_416 + 8_416
    assert (tmp_path / "b.pdf").read_bytes() == PDF
    assert sorted(json.loads((tmp_path / ".fetched.json").read_text())["files"]) == ["a.pdf", "b.pdf", "c.pdf"]
