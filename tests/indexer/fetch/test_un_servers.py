"""`upr fetch documents` and `check` against servers that behave as those of the United Nations were seen to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.fetch.check_content import check_document
from indexer.fetch.failures import NotUsable
from indexer.fetch.sources import SOURCES
from tests.indexer.fetch.un_servers import BEHAVIOURS, UnServers, pdf, word
from tests.paths import SHARED
from web.command_line import main

SYMBOLS = tuple(f"A/HRC/WG.6/7/SVN/{number}" for number in (1, 2, 3))
FIRST = "A_HRC_WG.6_7_SVN_1_en"


@pytest.fixture(autouse=True)
def settings(un: UnServers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[float]:
    """The addresses of the stand-in; waits are noted and not waited."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setenv("UPR_FETCH_DOCUMENTS", " ".join(un.templates()))
    monkeypatch.setattr("indexer.fetch.fetch_files.sleep", sleep)
    monkeypatch.setattr("indexer.fetch.download.sleep", sleep)
    monkeypatch.chdir(tmp_path)
    un.published |= set(SYMBOLS)
    return waits


def upr(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fetch", *map(str, arguments)], catch_exceptions=False)


def documents(*more: object) -> Result:
    return upr("documents", "--session", 7, "--state", "SVN", "--yes", *more)


def names() -> list[str]:
    return sorted(path.name for path in Path("upr-documents").iterdir() if path.suffix in (".pdf", ".docx"))


def come(suffix: str = "pdf", language: str = "en") -> list[str]:
    return [f"A_HRC_WG.6_7_SVN_{number}_{language}.{suffix}" for number in (1, 2, 3)]


PLAYED_BY: dict[str, tuple[str, ...]] = {
    "asks nothing": (),
    "path in capitals": ("path in capitals",),
    "capitals moved": ("capitals moved",),
    "wants the kind": ("wants the kind", "path in capitals"),
    "wants a viewer": ("wants a viewer", "path in capitals"),
    "slow look-up": ("slow look-up", "path in capitals"),
    "busy over four": ("busy over four", "slow look-up", "path in capitals"),
    "bad gateway": ("bad gateway", "path in capitals"),
    "viewer": ("viewer", "wants a browser"),
    "wants a browser": ("viewer", "wants a browser"),
    "pages after many": ("viewer", "pages after many"),
    "to plain http": ("viewer", "to plain http"),
    "to another host": ("viewer", "to another host"),
}
"""What the servers do → with what else it is played; the PDFs come nevertheless."""


@pytest.mark.parametrize("behaviour", PLAYED_BY)
def test_documents_come_the_first_time(un: UnServers, behaviour: str) -> None:
    un.play(*PLAYED_BY[behaviour])
    result = documents()
    assert result.exit_code == 0, result.output
    assert names() == come()
    notes = json.loads(Path("upr-documents/.fetched.json").read_text(encoding="utf-8"))["files"]
    gave = notes[f"{FIRST}.pdf"]["address"]
    assert f"  {FIRST}.pdf  {gave}" in result.stdout.splitlines()
    if {"path in capitals", "capitals moved"} & set(PLAYED_BY[behaviour]):
        assert gave == f"https://localhost:{un.port}/doc/undoc/en/a!hrc!wg.6!7!svn!1/pdf.pdf"
    elif "viewer" in PLAYED_BY[behaviour]:
        assert gave == f"https://127.0.0.1:{un.port}/en/{SYMBOLS[0]}?direct=true"


def test_what_each_address_answered_stands_behind_what_came(un: UnServers) -> None:
    un.play("viewer", "wants a browser")
    lines = documents().stdout.splitlines()
    at = lines.index(f"  {FIRST}.pdf  https://127.0.0.1:{un.port}/en/{SYMBOLS[0]}?direct=true")
    asked = un.templates()[0].format(symbol=SYMBOLS[0], language="en")
    assert (
        lines[at + 1 : at + 3]
        == [
            f"    {asked}: the server refers to its page for errors",
            f"    https://localhost:{un.port}/error: the server sends a web page (“ODS”) in place of it",
        ]
        or lines[at + 1] == f"    {asked}: the server refers to its page for errors"
    )


def test_never_more_than_four_at_once(un: UnServers) -> None:
    un.play("slow look-up")
    un.published = {f"A/HRC/WG.6/7/{state}/{number}" for state in ("SVN", "NOR") for number in (1, 2, 3)}
    assert upr("documents", "--session", 7, "--yes").exit_code == 0
    assert un.most_at_once == SOURCES.documents.limits.at_once == 4


def test_a_refusal_is_waited_for_and_asked_again(un: UnServers, settings: list[float]) -> None:
    un.play("bad gateway")
    assert documents().exit_code == 0
    waits = [seconds for seconds in settings if seconds != SOURCES.documents.limits.pause]
    assert len(waits) == 3
    assert all(2 <= seconds <= 3 for seconds in waits)


@pytest.mark.parametrize("behaviour", ["page for the missing", "nothing for the missing"])
def test_what_is_not_published_is_said_once(un: UnServers, behaviour: str) -> None:
    un.play(behaviour)
    un.published = {SYMBOLS[0]}
    result = documents()
    assert result.exit_code == 0
    assert f"Not published where it was asked for (2): {SYMBOLS[1]}, {SYMBOLS[2]}." in result.stdout
    assert names() == come()[:1]


def test_a_file_in_another_language_does_not_count(un: UnServers) -> None:
    un.play("viewer", "English for the unknown")
    result = documents("--language", "fr")
    assert result.exit_code == 1
    assert names() == []
    assert "it is in another language (en)" in result.stdout


def test_a_file_in_the_language_asked_for_counts(un: UnServers) -> None:
    un.play("path in capitals")
    assert documents("--language", "fr,es").exit_code == 0
    assert names() == sorted([*come(language="fr"), *come(language="es")])


def test_another_document_does_not_count(un: UnServers) -> None:
    un.play("viewer", "another document")
    result = documents()
    assert result.exit_code == 1
    assert names() == []
    assert "it is another document (A/HRC/WG.6/7/NOR/1)" in result.stdout


@pytest.mark.parametrize("behaviour", ["cut off", "unreadable PDF"])
def test_the_word_file_serves_where_the_pdf_does_not(un: UnServers, behaviour: str) -> None:
    un.play(behaviour, "Word", "path in capitals")
    result = documents()
    assert result.exit_code == 0, result.output
    assert names() == come("docx")
    again = documents()
    assert again.stdout.splitlines() == ["0 files fetched (0 kB received).", "3 files here already."]


def test_a_pdf_that_cannot_be_read_is_none_where_no_word_file_is_better(un: UnServers) -> None:
    un.play("unreadable PDF", "Word of its day", "path in capitals")
    result = documents()
    assert result.exit_code == 1
    assert names() == []
    assert f"it reads badly: {FIRST}.pdf has no text" in result.stdout
    assert "what the server sends is no PDF or Word file" in result.stdout
    assert not list(Path("upr-documents").glob(".*.part"))


def test_a_browsers_name_is_the_users_to_give(un: UnServers, monkeypatch: pytest.MonkeyPatch) -> None:
    un.play("wants a browser", "path in capitals")
    refused = documents()
    assert refused.exit_code == 1
    assert "UPR_FETCH_AGENT" in refused.stdout
    assert all(asked.headers["User-Agent"].startswith("upr-follow-up/") for asked in un.asked)
    monkeypatch.setenv("UPR_FETCH_AGENT", "Mozilla/5.0 (an office)")
    assert documents().exit_code == 0
    assert names() == come()


def test_the_same_run_again_asks_only_for_what_is_missing(un: UnServers) -> None:
    un.play("path in capitals")
    un.published = set(SYMBOLS[:2])
    documents()
    un.asked.clear()
    un.published = set(SYMBOLS)
    assert documents().exit_code == 0
    assert {asked.path for asked in un.asked if "access" in asked.path} == {
        f"/api/symbol/access?s={SYMBOLS[2]}&l=en&t=pdf"
    }


# check, list, --explain


def test_check_says_which_ways_work(un: UnServers) -> None:
    un.play("path in capitals", "viewer")
    un.published = {SOURCES.known_document}
    result = upr("check", "--yes")
    assert result.exit_code == 0, result.output
    pdf_way, direct, word_way = (
        template.format(symbol=SOURCES.known_document, language="en") for template in un.templates()
    )
    lines = result.stdout.splitlines()
    assert f"works: {pdf_way}" in lines
    assert f"    in small letters: https://localhost:{un.port}/doc/undoc/en/a!res!60!251/pdf.pdf" in lines
    assert f"works: {direct}" in lines
    assert f"does not work: {word_way}" in lines
    assert "shows nobody on what you work" in result.stderr
    assert "They go to the folder" not in result.stderr
    assert list(Path().iterdir()) == []


def test_check_asks_before_and_fails_where_no_way_works(un: UnServers) -> None:
    assert upr("check").exit_code == 2
    assert un.asked == []
    assert upr("check", "--yes").exit_code == 1


def test_check_names_the_setting_where_servers_may_want_a_browser(
    un: UnServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    un.play("wants a browser")
    un.published = {SOURCES.known_document}
    assert "UPR_FETCH_AGENT" in upr("check", "--yes").stdout
    monkeypatch.setenv("UPR_FETCH_AGENT", "An office")
    assert "UPR_FETCH_AGENT" not in upr("check", "--yes").stdout


@pytest.mark.parametrize("command", [["check"], ["documents", "--session", "7"], ["uhri"]])
def test_explain_prints_what_would_be_asked_and_asks_nobody(un: UnServers, command: list[str]) -> None:
    result = upr(*command, "--explain")
    assert result.exit_code == 0
    assert un.asked == []
    assert "  GET https://" in result.stdout
    assert "      User-Agent: upr-follow-up/" in result.stdout


def test_explain_says_the_page_from_which_a_person_would_come(un: UnServers) -> None:
    lines = upr("documents", "--session", 7, "--state", "SVN", "--explain").stdout.splitlines()
    assert lines[:5] == [
        SYMBOLS[0],
        f"  GET https://localhost:{un.port}/api/symbol/access?s={SYMBOLS[0]}&l=en&t=pdf",
        lines[2],
        "      Accept: application/pdf",
        f"      Referer: https://docs.un.org/en/{SYMBOLS[0]}",
    ]


def test_list_prints_addresses_for_a_browser(un: UnServers) -> None:
    result = upr("list", "--session", 7, "--state", "SVN")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{symbol}\thttps://docs.un.org/en/{symbol}" for symbol in SYMBOLS]
    assert un.asked == []


# what a document says


@pytest.mark.processes
@pytest.mark.slow
def test_a_document_is_read_in_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    path = tmp_path / "any"
    path.write_bytes(pdf(SYMBOLS[0]))
    check_document(path, "any.pdf", SYMBOLS[0], "en")
    with pytest.raises(NotUsable, match="another document"):
        check_document(path, "any.pdf", SYMBOLS[1], "en")


@pytest.mark.parametrize("made", [pdf, word])
@pytest.mark.parametrize("symbol", ["A/HRC/WG.6/7/SVN/1", "A/HRC/28/15/Add.1", "A/RES/60/251"])
def test_symbols_and_languages_are_read(tmp_path: Path, made: Callable[..., bytes], symbol: str) -> None:
    path = tmp_path / "any"
    for language in ("en", "fr", "es"):
        path.write_bytes(made(symbol, language))
        check_document(path, "any", symbol, language)
        with pytest.raises(NotUsable, match=f"another language .{language}"):
            check_document(path, "any", symbol, "es" if language == "en" else "en")


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "symbol", "language"),
    [
        ("slovenia/cycle1/A_HRC_WG.6_7_SVN_2.pdf", "A/HRC/WG.6/7/SVN/2", "en"),  # another file's end behind its own
        ("slovenia/cycle2/A_HRC_28_15_Add.1.pdf", "A/HRC/28/15/Add.1", "en"),
        ("slovenia/cycle3/A_HRC_DEC_43_112.pdf", "A/HRC/DEC/43/112", "en"),  # one page
        ("pre_session_documents/A_HRC_WG.6_7_ITA_1_fr.pdf", "A/HRC/WG.6/7/ITA/1", "fr"),
        ("treaty_bodies/concluding_observations/CERD_C_BRA_CO_18-20.pdf", "CERD/C/BRA/CO/18-20", "en"),
    ],
)
def test_real_documents_count(name: str, symbol: str, language: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the real documents are not there")
    check_document(path, path.name, symbol, language)


def test_every_behaviour_is_played() -> None:
    """Each name of the table stands in this file, and the stand-in knows it."""
    here = Path(__file__).read_text(encoding="utf-8")
    played = Path(__file__).with_name("un_servers.py").read_text(encoding="utf-8")
    without_play = {"asks nothing", "page for the missing"}  # what it does where nothing else is played
    assert [name for name in BEHAVIOURS if f'"{name}"' not in here] == []
    assert [name for name in BEHAVIOURS if name not in without_play and f'"{name}"' not in played] == []
