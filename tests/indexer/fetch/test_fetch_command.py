"""`upr fetch` as a user meets it: what it says before, what it asks, what it says after."""

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.indexer.fetch.bad_server import PDF, BadServer, Behaviour, send, send_part_of, send_range, status
from tests.indexer.fetch.socks_proxy import SocksProxy
from tests.indexer.invented_uhri import asked, json_export
from tests.paths import REPOSITORY
from web.command_line import main

EXPORT = json.dumps([asked()]).encode()
PATH_OF = "/api?s=A/HRC/WG.6/{}/{}/{}&l={}"


async def no_wait(_seconds: float) -> None:
    """Wait for nothing."""


@pytest.fixture(autouse=True)
def addresses(server: BadServer, unread: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("UPR_FETCH_UHRI", server.address("/export-{language}.json"))
    monkeypatch.setenv("UPR_FETCH_DOCUMENTS", server.address("/api?s={symbol}&l={language}"))
    monkeypatch.setattr("indexer.fetch.fetch_files.sleep", no_wait)
    monkeypatch.chdir(tmp_path)
    for session in (7, 20, 34, 48):
        for number in (1, 2, 3):
            for language in ("en", "fr"):
                server.on(PATH_OF.format(session, "SVN", number, language), send(PDF))


def upr(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fetch", *map(str, arguments)], catch_exceptions=False)


def test_the_export_is_fetched_and_what_is_asked_is_said_before(server, tmp_path):
    server.on("/export-en.json", send(EXPORT))
    result = upr("uhri", "--yes")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "This asks localhost for 1 file, about 400 MB in all:",
        "  the export of the Universal Human Rights Index (json)",
        "They go to the folder upr-documents.",
        "The server sees the internet address of this machine, when it asks, and for which files.",
        "It is the same file for everybody: it does not show on which State you work.",
    ]
    assert result.stdout.splitlines() == [
        "1 file fetched (1 kB received).",
        f"  uhri-export-en.json  {server.address('/export-en.json')}",
        "Index them: upr index upr-documents --to index",
    ]
    assert (tmp_path / "upr-documents" / "uhri-export-en.json").read_bytes() == EXPORT


def test_what_it_says_to_do_next_works(server):
    server.on("/export-en.json", send(EXPORT))
    *_, next_step = upr("uhri", "--yes").stdout.splitlines()
    command = next_step.removeprefix("Index them: upr ").split()
    result = CliRunner().invoke(main, [*command, "--encoder", "letters", "--jobs", "1"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "1 read, 0 unchanged, 0 skipped, " in result.stdout


def test_nothing_is_asked_without_consent_where_nobody_can_be_asked(server, tmp_path):
    result = upr("uhri")
    assert result.exit_code == 2
    assert "say --yes to go on" in result.stderr
    assert server.asked == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("answer", "code", "times"), [("", 1, 0), ("y", 0, 1)])
def test_on_a_terminal_a_person_is_asked_once(server, answer, code, times):
    server.on("/export-en.json", send(EXPORT))
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", "from web.command_line import main; main()", "fetch", "uhri"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, stdin=end, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        os.write(terminal, f"{answer}\n".encode())
        printed, said = process.communicate(timeout=60)
    os.close(terminal)
    os.close(end)
    assert said.count("Go on? [y/N]") == 1
    assert (process.returncode, len(server.asked)) == (code, times), said + printed


def test_a_newer_export_takes_the_place_of_the_older(server):
    server.on("/export-en.json", send(EXPORT), send(EXPORT[:-1] + b"\n]", ETag='"b"'), status(304))
    upr("uhri", "--yes")
    assert "1 file fetched (1 kB received)." in upr("uhri", "--yes").stdout
    assert "1 file here already." in upr("uhri", "--yes").stdout
    assert len(server.asked) == 3


def test_documents_of_a_state_in_two_languages(server, tmp_path):
    result = upr("documents", "--state", "Slovenia", "--language", "en,FR", "--to", "here", "--yes")
    assert result.exit_code == 0
    said = result.stderr.splitlines()
    assert said[0] == "This asks localhost for 24 files, about 6.0 MB in all:"
    assert said[4] == "  … and 21 more, at most 4 side by side, with pauses of 2 seconds"
    assert said[-2].startswith("The server sees that the documents of Slovenia are asked for. To hide on which State")
    assert result.stdout.splitlines()[0] == "24 files fetched (0.2 MB received)."
    assert len(list((tmp_path / "here").glob("A_HRC_WG.6_*_SVN_[123]_??.pdf"))) == 24
    again = upr("documents", "--state", "Slovenia", "--language", "fr,en", "--to", "here", "--yes")
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout == "0 files fetched (0 kB received).\n24 files here already.\n"
    assert len(server.asked) == 24


def test_what_is_not_published_is_no_failure_and_told_in_one_line(server):
    result = upr("documents", "--session", 48, "--yes")
    assert result.exit_code == 0
    fetched, *_files, not_published, next_step = result.stdout.splitlines()
    assert fetched == "3 files fetched (26 kB received)."
    assert not_published.startswith(
        "Not published where it was asked for (39): A/HRC/WG.6/48/AGO/1, A/HRC/WG.6/48/AGO/2, "
    )
    assert not_published.endswith("Ask again later; a person finds what there is by its symbol at undocs.org.")
    assert next_step.startswith("Index them:")
    assert len(server.asked) == 42


def test_what_could_not_be_had_is_listed_with_where_a_person_finds_it(server):
    server.on(PATH_OF.format(48, "SVN", 1, "en"), send(b"no file"))
    result = upr("documents", "--session", 48, "--yes")
    assert result.exit_code == 1
    assert result.stdout.startswith("2 files fetched (17 kB received).\n")
    address = server.address(PATH_OF.format(48, "SVN", 1, "en"))
    assert result.stdout.splitlines()[-3:-1] == [
        "  A/HRC/WG.6/48/SVN/1: see https://docs.un.org/en/A/HRC/WG.6/48/SVN/1",
        f"    {address}: what the server sends is no PDF or Word file",
    ]


def test_a_range_of_sessions(server):
    result = upr("documents", "--session", "19-20", "--yes")
    assert "This asks localhost for 84 files" in result.stderr
    paths = {asked.path for asked in server.asked}
    assert len(paths) == 84
    assert {path.split("/")[4] for path in paths} == {"19", "20"}


def test_the_export_in_the_folder_names_reports(server, tmp_path):
    folder = tmp_path / "upr-documents"
    folder.mkdir()
    json_export(folder / "uhri-export-en.json", [asked()])
    server.on("/api?s=A/HRC/920/15&l=en", send(PDF))
    server.on("/api?s=A/HRC/920/15/Add.1&l=en", send(PDF))
    result = upr("documents", "--state", "SVN", "--yes")
    assert result.exit_code == 0
    assert result.stderr.startswith("Looking up in the export which documents there are: about a minute.\nThis asks ")
    assert "corrigenda that few reports have): 2." in result.stdout
    assert (folder / "A_HRC_920_15_en.pdf").exists()
    assert (folder / "A_HRC_920_15_Add.1_en.pdf").exists()


def test_an_index_that_names_what_it_lacks(server, tmp_path):
    json_export(tmp_path / "export.json", [asked()])
    CliRunner().invoke(main, ["index", "export.json", "--to", "index", "--encoder", "letters", "--jobs", "1"])
    result = upr("documents", "--missing", "--index", "index", "--yes")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "3 files fetched (26 kB received)."
    assert {asked.path for asked in server.asked} == {PATH_OF.format(34, "SVN", number, "en") for number in (1, 2, 3)}


def test_a_run_that_ends_early_says_what_is_left(server):
    # Four are asked for at once: of the first three answers none is of another session.
    for session in (7, 20):
        for number in (1, 2, 3):
            server.on(PATH_OF.format(session, "SVN", number, "en"), status(403))
    result = upr("documents", "--state", "SVN", "--yes")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "The run ended early: the server does not serve now. Run the same command again to go on." in lines
    assert "Not fetched yet:" in lines
    assert "  A/HRC/WG.6/48/SVN/3" in lines[lines.index("Not fetched yet:") :]


def test_ctrl_c_leaves_what_can_be_gone_on_with(server, tmp_path):
    def interrupt(handler):
        send_part_of(EXPORT, 100, ETag='"a"')(handler)
        handler.wfile.flush()
        threading.Event().wait(0.5)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)

    server.on("/export-en.json", interrupt, send_range(EXPORT, ETag='"a"'))
    command = [sys.executable, "-c", "from web.command_line import main; main()", "fetch", "uhri", "--yes"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        printed, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "The run ended early: it was interrupted. Run the same command again to go on." in printed
    assert "Traceback" not in said
    assert upr("uhri", "--yes").exit_code == 0
    assert server.asked[1].headers["Range"] == "bytes=100-"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["documents"], "Give --session, --state, both, or --missing."),
        (["documents", "--session", "48", "--missing"], "Give --session, --state, both, or --missing."),
        (["documents", "--missing"], "Give --missing together with --index, which names the index to be completed."),
        (["documents", "--session", "48", "--index", "index"], "Give --missing together with --index"),
        (["documents", "--session", "48-20"], "“48-20”: give a session (48) or a range of them (27-40)."),
        (["documents", "--session", "x\x1b"], "“x\\x1b”: give a session (48) or a range of them (27-40)."),
        (["documents", "--session", "48", "--language", "en,tlh"], "“en,tlh”: give one or more of en, fr, es."),
        (["documents", "--session", "48", "--language", ","], "“,”: give one or more of en, fr, es."),
    ],
)
def test_what_makes_no_sense_is_said(server, arguments, said):
    result = upr(*arguments, "--yes")
    assert result.exit_code == 2
    assert said in result.stderr
    assert server.asked == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["documents", "--session", "77"], "It is not known here whom session 77"),
        (["documents", "--state", "Atlantis\x1b[2J"], "“Atlantis\\x1b[2J” is no State that is reviewed"),
        (["documents", "--missing", "--index", "none"], "There is no index in none"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(server, arguments, said):
    result = upr(*arguments, "--yes")
    assert result.exit_code == 1
    assert said in result.stderr
    assert server.asked == []


@pytest.mark.parametrize(
    ("setting", "value", "arguments"),
    [
        ("UPR_FETCH_UHRI", "http://localhost/export-{language}.json", ["uhri"]),
        ("UPR_FETCH_UHRI", "file:///etc/{language}", ["uhri"]),
        ("UPR_FETCH_UHRI", "https://localhost/export.json", ["uhri"]),
        ("UPR_FETCH_UHRI", "https:///export-{language}.json", ["uhri"]),
        ("UPR_FETCH_UHRI", "https://{language}/export", ["uhri"]),
        ("UPR_FETCH_UHRI", "https://localhost:999999/export-{language}.json", ["uhri"]),
        ("UPR_FETCH_UHRI", "https://who:secret@localhost/export-{language}.json", ["uhri"]),
        ("UPR_FETCH_UHRI", "https://localhost/#export-{language}", ["uhri"]),
        ("UPR_FETCH_DOCUMENTS", "https://localhost/?s={symbol}", ["documents", "--session", "48"]),
        ("UPR_FETCH_DOCUMENTS", "http://localhost/?s={symbol}&l={language}", ["documents", "--session", "48"]),
    ],
)
def test_addresses_are_over_https_and_have_their_placeholders(server, monkeypatch, setting, value, arguments):
    monkeypatch.setenv(setting, value)
    result = upr(*arguments, "--yes")
    assert result.exit_code == 1
    assert f"{setting} must be an address that begins with https:// and holds {{" in result.stderr
    assert server.asked == []


@pytest.mark.parametrize("agent", ["Büro", "An\x1b office"])
def test_a_name_that_cannot_be_said_is_refused(server, monkeypatch, agent):
    monkeypatch.setenv("UPR_FETCH_AGENT", agent)
    result = upr("uhri", "--yes")
    assert result.exit_code == 1
    assert "Give UPR_FETCH_AGENT in letters of ASCII, in one line." in result.stderr
    assert server.asked == []


def test_a_proxy_of_the_environment_is_used_and_said(server, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@127.0.0.1:9")
    monkeypatch.setattr("indexer.fetch.download.sleep", no_wait)
    server.on("/export-en.json", send(EXPORT))
    result = upr("uhri", "--yes")
    assert "By the settings of this machine it is asked through the proxy 127.0.0.1:9." in result.stderr
    assert "secret" not in result.output
    assert "the server cannot be reached" in result.stdout
    assert server.asked == []
    monkeypatch.setenv("NO_PROXY", "localhost")
    assert upr("uhri", "--yes").exit_code == 0


def test_tor_is_asked_by_name(server, monkeypatch):
    proxy = SocksProxy()
    monkeypatch.setenv("ALL_PROXY", f"socks5h://127.0.0.1:{proxy.port}")
    server.on("/export-en.json", send(EXPORT))
    result = upr("uhri", "--yes")
    proxy.close()
    assert result.exit_code == 0, result.stdout
    assert f"through the proxy 127.0.0.1:{proxy.port}." in result.stderr
    assert proxy.asked == [("localhost", server.port)]


def test_a_proxy_that_is_none_is_said(server, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1:9")
    result = upr("uhri", "--yes")
    assert result.exit_code == 1
    assert "The proxy that the environment names cannot be used" in result.stderr


def test_passwords_kept_for_hosts_are_not_sent(server, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine localhost login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server.on("/export-en.json", send(EXPORT))
    upr("uhri", "--yes")
    assert "Authorization" not in server.asked[0].headers


EMPTY, PAGE = send(b""), send(b"<!doctype html><title>Not found</title>")
"""So documents.un.org and docs.un.org answer, each with 200, for a symbol that is not published."""


def two_servers(server: BadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = (server.address("/api?s={symbol}&l={language}"), server.address("/{language}/{symbol}"))
    monkeypatch.setenv("UPR_FETCH_DOCUMENTS", " ".join(addresses))


def on_both(server: BadServer, number: int, first: Behaviour, second: Behaviour) -> None:
    server.on(PATH_OF.format(7, "SVN", number, "en"), first)
    server.on(f"/en/A/HRC/WG.6/7/SVN/{number}", second)


def test_addresses_are_asked_in_turn_until_one_has_it(server, monkeypatch, tmp_path):
    two_servers(server, monkeypatch)
    on_both(server, 1, send(PDF), status(404))
    on_both(server, 2, EMPTY, send(PDF))
    on_both(server, 3, EMPTY, PAGE)
    result = upr("documents", "--session", 7, "--state", "SVN", "--yes")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")][:2] == [
        "2 files fetched (17 kB received).",
        "Not published where it was asked for (1): A/HRC/WG.6/7/SVN/3. Ask again later; a person finds what there "
        "is by its symbol at undocs.org.",
    ]
    assert sorted(asked.path.partition("?")[0] for asked in server.asked) == [
        "/api",
        "/api",
        "/api",
        "/en/A/HRC/WG.6/7/SVN/2",
        "/en/A/HRC/WG.6/7/SVN/3",
    ]
    notes = json.loads((tmp_path / "upr-documents" / ".fetched.json").read_text(encoding="utf-8"))["files"]
    assert notes["A_HRC_WG.6_7_SVN_2_en.pdf"]["address"] == server.address("/en/A/HRC/WG.6/7/SVN/2")


def test_what_one_server_has_not_may_be_at_one_that_does_not_serve(server, monkeypatch):
    two_servers(server, monkeypatch)
    for number in (1, 2, 3):
        on_both(server, number, status(403), EMPTY)
    result = upr("documents", "--session", 7, "--state", "SVN", "--yes")
    assert result.exit_code == 1
    assert "Not published" not in result.stdout
    assert "SVN/1&l=en: the server refuses (403)" in result.stdout
    assert "SVN/1: the server sends nothing" in result.stdout


def test_pages_alone_are_no_proof_that_nothing_is_published(server, monkeypatch):
    """They may be those of a network that lets nobody through."""
    for number in (1, 2, 3):
        server.on(PATH_OF.format(7, "SVN", number, "en"), PAGE)
    result = upr("documents", "--session", 7, "--state", "SVN", "--yes")
    assert result.exit_code == 1
    assert "SVN/1&l=en: the server sends a web page (“Not found”) in place of it" in result.stdout


def test_the_export_may_lie_elsewhere_and_be_in_spanish(server, monkeypatch, tmp_path):
    old, new = server.address("/old-{language}.json"), server.address("/new-{language}.json")
    monkeypatch.setenv("UPR_FETCH_UHRI", f"{old} {new}")
    server.on("/old-en.json", send(EXPORT))
    server.on("/new-es.json", send(EXPORT))
    result = upr("uhri", "--language", "en,es", "--yes")
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "upr-documents").glob("*.json")} == {
        "uhri-export-en.json",
        "uhri-export-es.json",
        ".fetched.json",
    }


def test_an_export_that_no_server_has_is_a_failure(server):
    result = upr("uhri", "--yes")
    assert result.exit_code == 1
    assert "the server has none (404)" in result.stdout
    assert "see https://uhri.ohchr.org" in result.stdout


def test_a_server_that_does_not_serve_three_files_is_left_alone(server, monkeypatch):
    monkeypatch.setenv(
        "UPR_FETCH_DOCUMENTS",
        f"https://127.0.0.1:{server.port}/api?s={{symbol}}&l={{language}} {server.address('/{language}/{symbol}')}",
    )
    for session in (7, 20, 34, 48):
        for number in (1, 2, 3):
            server.on(PATH_OF.format(session, "SVN", number, "en"), status(403))
            server.on(f"/en/A/HRC/WG.6/{session}/SVN/{number}", send(PDF))
    result = upr("documents", "--state", "SVN", "--yes")
    assert result.exit_code == 0
    assert "12 files fetched" in result.stdout
    # Three files in a row, and those that were under way beside them.
    assert 3 <= sum(asked.path.startswith("/api") for asked in server.asked) <= 6
