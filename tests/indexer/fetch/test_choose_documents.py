"""Which documents are asked for: sessions, a State, what an index lacks."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.database.copy_to_database import copy_to_database
from indexer.datamodel.document_extract import DocumentExtract
from indexer.fetch.choose_documents import (
    Choice,
    documents_lacking,
    documents_of_sessions,
    documents_of_state,
)
from indexer.fetch.named_documents import NamedDocuments, named_in_export, opened_catalogue
from indexer.fetch.sources import SOURCES, filled
from indexer.fetch.wanted_file import document_in
from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index, index_extracts
from models.errors import FetchError, UnreadableDocument
from models.index_database.address import DatabaseAddress
from models.records.documents import DocumentIdentity, DocumentKind
from models.reviews.states import StateTable
from tests.database_server import DatabaseServer
from tests.indexer.invented_uhri import asked, json_export, observed
from tests.invented_records import TODAY, documents_of, recommendation
from tests.search.invented_index import Request
from tests.search.invented_index import build as build_invented

NOTHING = NamedDocuments()
SESSION_48 = "AGO BIH BOL EGY FJI GMB IRN IRQ ITA KAZ MDG SLV SMR SVN".split()
NAMED = NamedDocuments.of(
    [("SVN", 20, "A/HRC/928/15"), ("SVN", 34, "A/HRC/943/15/Add.1"), ("FRA", 15, "A/HRC/923/3")],
    [("SVN", "CRC/C/SVN/CO/900"), ("FRA", "CRC/C/FRA/CO/900")],
)


def symbols(choice: Choice) -> list[str]:
    return [f"{symbol}{'?' * document_in(symbol, 'en').may_be_absent}" for symbol in choice.symbols]


def test_a_session_without_names_gives_what_follows_the_rule():
    choice = documents_of_sessions([48], NOTHING, observations=False)
    assert symbols(choice) == [f"A/HRC/WG.6/48/{state}/{number}" for state in SESSION_48 for number in (1, 2, 3)]
    assert choice.notices[0] == "Whole sessions are asked for: that does not show on which of their States you work."
    assert (
        "(AGO-48, BIH-48, BOL-48, EGY-48, FJI-48 and 9 more): fetch the export first (upr fetch uhri)"
        in choice.notices[1]
    )


def test_reports_that_are_named_come_with_what_may_stand_beside_them():
    named = NamedDocuments.of([(state, 48, f"A/HRC/960/{number}") for number, state in enumerate(SESSION_48, 1)], [])
    choice = documents_of_sessions([48, 48], named, observations=False)
    assert symbols(choice)[:7] == [
        "A/HRC/WG.6/48/AGO/1",
        "A/HRC/WG.6/48/AGO/2",
        "A/HRC/WG.6/48/AGO/3",
        "A/HRC/960/1",
        "A/HRC/960/1/Add.1?",
        "A/HRC/960/1/Rev.1?",
        "A/HRC/960/1/Corr.1?",
    ]
    assert len(choice.symbols) == 14 * 7
    assert len(choice.notices) == 1


def test_observations_on_the_states_of_a_session():
    named = NamedDocuments.of([], [(state, f"CRC/C/{state}/CO/900") for state in SESSION_48[:8]])
    assert len(documents_of_sessions([48], named, observations=False).symbols) == 42
    assert len(documents_of_sessions([48], named, observations=True).symbols) == 50


@pytest.mark.parametrize(
    ("sessions", "shows"),
    [
        ([48], None),
        ([20, 34, 48], None),
        (range(1, 50), None),  # nobody was reviewed in all
        ([8, 22, 36], "Only 1 State was reviewed in all of these sessions, which may show on which State you work."),
        ([1, 14, 28, 42], "Only 2 States were reviewed in all of these sessions"),
    ],
)
def test_sessions_that_together_single_out_a_state(sessions, shows):
    notice = documents_of_sessions(sessions, NOTHING, observations=False).notices[0]
    if shows is None:
        assert notice == "Whole sessions are asked for: that does not show on which of their States you work."
    else:
        assert notice.startswith(shows)
        assert notice.endswith("ask for a range of sessions instead: upr fetch documents --session 1-51")


def test_a_state_whose_sessions_single_it_out_is_hidden_by_all():
    notice = documents_of_state("BLR", NOTHING, observations=False).notices[0]
    assert notice.endswith("ask for whole sessions instead: upr fetch documents --session 1-51")


def test_one_review_of_a_state():
    choice = documents_of_state("Brazil", NOTHING, observations=False, sessions=[41])
    assert symbols(choice) == [f"A/HRC/WG.6/41/BRA/{number}" for number in (1, 2, 3)]
    assert "whole sessions instead: upr fetch documents --session 41" in choice.notices[0]


def test_review_that_no_list_has_can_be_asked_for():
    choice = documents_of_state("HUN", NOTHING, observations=False, sessions=[53])
    assert symbols(choice)[0] == "A/HRC/WG.6/53/HUN/1"
    assert "whole sessions instead: upr fetch documents --session 1-51" in choice.notices[0]


def test_session_in_which_a_state_was_not_reviewed():
    with pytest.raises(FetchError, match="Brazil was not reviewed in session 40: give one of 1, 13, 27, 41"):
        documents_of_state("BRA", NOTHING, observations=False, sessions=[40])


@pytest.mark.parametrize("session", [0, -1, 52, 999])
def test_a_session_of_which_nothing_is_known(session):
    with pytest.raises(FetchError, match=f"whom session {session} of the Working Group reviews: give one from 1 to 51"):
        documents_of_sessions([session], NOTHING, observations=False)


@pytest.mark.parametrize("name", ["SVN", "svn", "Slovenia"])
def test_a_state(name):
    choice = documents_of_state(name, NAMED, observations=True)
    assert symbols(choice) == [
        *(f"A/HRC/WG.6/7/SVN/{number}" for number in (1, 2, 3)),
        *(f"A/HRC/WG.6/20/SVN/{number}" for number in (1, 2, 3)),
        *("A/HRC/928/15", "A/HRC/928/15/Add.1?", "A/HRC/928/15/Rev.1?", "A/HRC/928/15/Corr.1?"),
        *(f"A/HRC/WG.6/34/SVN/{number}" for number in (1, 2, 3)),
        *("A/HRC/943/15", "A/HRC/943/15/Add.1?", "A/HRC/943/15/Rev.1?", "A/HRC/943/15/Corr.1?"),
        *(f"A/HRC/WG.6/48/SVN/{number}" for number in (1, 2, 3)),
        "CRC/C/SVN/CO/900",
    ]
    assert choice.notices[0] == (
        "The server sees that the documents of Slovenia are asked for. To hide on which State you work, ask for whole "
        "sessions instead: upr fetch documents --session 7 --session 20 --session 34 --session 48"
    )
    assert "(SVN-7, SVN-48)" in choice.notices[1]


@pytest.mark.parametrize("name", ["Atlantis", "VAT", "European Union", ""])
def test_no_state_that_is_reviewed(name):
    with pytest.raises(FetchError, match="is no State that is reviewed"):
        documents_of_state(name, NOTHING, observations=False)


# what an index lacks


def index(folder: Path, *documents: DocumentExtract) -> Path:
    index_extracts(documents, folder, "letters", StateTable.built_in(), TODAY)
    return folder


def report(state: str = "SVN", session: int = 20) -> DocumentExtract:
    record = recommendation("Mend the old ferries", state=state, session=session)
    (document,) = documents_of([replace(record, place=replace(record.place, symbol="A/HRC/928/15"))])
    return document


def lacking(folder: Path, named: NamedDocuments = NOTHING, today: date = TODAY) -> Choice:
    with opened_catalogue(folder) as catalogue:
        return documents_lacking(catalogue, named, today)


@pytest.mark.service
def test_what_the_index_of_a_database_lacks(postgresql: DatabaseServer, tmp_path):
    folder = index(tmp_path / "index", report())
    address = DatabaseAddress(postgresql.new_database("lacking"))
    copy_to_database(folder, address)
    with opened_catalogue(address) as catalogue:
        choice = documents_lacking(catalogue, NOTHING, TODAY)
    assert choice == lacking(folder)
    assert choice.symbols


def test_an_index_lacks_the_addendum_and_what_comes_before_the_next_review(tmp_path):
    choice = lacking(index(tmp_path / "index", report()))
    next_ones = [f"A/HRC/WG.6/34/SVN/{number}" for number in (1, 2, 3)]
    assert symbols(choice) == ["A/HRC/928/15/Add.1?", *next_ones]
    assert choice.notices == (
        "The server sees what your index lacks. To hide on which States you work, ask for whole sessions instead.",
    )


def test_an_index_that_has_an_addendum_lacks_none(tmp_path):
    identity = DocumentIdentity("A/HRC/928/15/Add.1", DocumentKind.ADDENDUM, "en", "SVN", 20, TODAY)
    addendum = DocumentExtract("addendum.pdf", "a" * 64, identity)
    symbols_lacking = symbols(lacking(index(tmp_path / "index", report(), addendum)))
    assert symbols_lacking == [f"A/HRC/WG.6/34/SVN/{number}" for number in (1, 2, 3)]


def test_the_session_of_a_past_review_is_known_from_the_table(tmp_path):
    """The calendar alone leaves 19 or 20 open."""
    assert "A/HRC/WG.6/20/SVN/1" in symbols(lacking(index(tmp_path / "index", report(session=7))))
    assert "A/HRC/WG.6/19/SVN/1" not in symbols(lacking(tmp_path / "index"))


def test_an_index_of_an_export_lacks_reports(tmp_path):
    export = json_export(tmp_path / "export.json", [asked()])
    build_index(Sources([export], None, 1), tmp_path / "index", "letters")
    choice = lacking(tmp_path / "index", NAMED)
    assert symbols(choice)[:4] == ["A/HRC/928/15", "A/HRC/928/15/Add.1?", "A/HRC/928/15/Rev.1?", "A/HRC/928/15/Corr.1?"]
    unknown = lacking(tmp_path / "index", NOTHING)
    assert symbols(unknown)[0] == "A/HRC/WG.6/34/SVN/1"
    assert "(SVN-20)" in unknown.notices[1]


def test_invented_states_have_no_documents(tmp_path):
    folder = build_invented(tmp_path / "index", [Request("Mend the old ferries", session=7)])
    assert lacking(folder) == Choice(
        (),
        ("The server sees what your index lacks. To hide on which States you work, ask for whole sessions instead.",),
    )


# who names reports and observations


def test_an_export_in_the_folder_names_them(tmp_path):
    records = [
        asked(),
        asked("100.2 Mend the ferries (France);"),
        observed(Symbol="CRC/C/SVN/CO/901"),
        observed(Symbol="A/HRC/920/42/Add.1", Body="- SR Ferries"),  # of a special procedure
        observed(Symbol="../../etc/passwd", Countries=["Slovenia"]),
        asked(Symbol="A/HRC/920/16", Countries=["Atlantis"]),
        asked(Symbol="A/HRC/920/16", Countries=["France"]),
    ]
    json_export(tmp_path / "uhri-export-en.json", records)
    named = named_in_export(tmp_path)
    assert named.reports == {("SVN", 20, "A/HRC/920/15"), ("FRA", 20, "A/HRC/920/16")}
    assert named.observations == {("SVN", "CRC/C/SVN/CO/901")}


def test_a_damaged_export_is_said(tmp_path):
    (tmp_path / "uhri-export-en.json").write_text('[{"AnnotationId": ')
    with pytest.raises(UnreadableDocument):
        named_in_export(tmp_path)


def test_symbols_of_other_kinds_are_no_names():
    hostile = ["A/HRC/28/../15", "A/HRC/28/15?x=1", "", "A/HRC/WG.6/20/SVN/1", "A/HRC/28/15/../../x", "A/HRC/DEC/28/1"]
    assert (
        NamedDocuments.of([("SVN", 20, symbol) for symbol in hostile], [("SVN", symbol) for symbol in hostile])
        == NOTHING
    )


# addresses and names


def test_servers_refer_to_no_host_of_another_source(monkeypatch):
    monkeypatch.delenv("UPR_FETCH_DOCUMENTS", raising=False)
    addresses = SOURCES.documents.addresses_of(symbol="A/RES/60/251", language="en")
    assert {host for host, _ in SOURCES.documents.servers(addresses)} == {
        "documents.un.org",
        "documents-dds-ny.un.org",
        "docs.un.org",
        "undocs.org",
    }


def test_a_value_stays_within_its_place_in_an_address():
    assert filled("https://localhost/?s={s}&l=en", s="A/B c&l=fr#") == "https://localhost/?s=A/B%20c%26l%3Dfr%23&l=en"


def test_files_are_named_by_symbol_and_language(monkeypatch):
    monkeypatch.setenv(
        "UPR_FETCH_DOCUMENTS", "https://localhost/?s={symbol}&l={language} https://here/{language}/{symbol}"
    )
    files = [document_in("A/HRC/28/15/Add.1", language) for language in ("en", "fr")]
    assert [(file.name, file.title, file.addresses) for file in files] == [
        (
            "A_HRC_28_15_Add.1_en.pdf",
            "A/HRC/28/15/Add.1",
            ("https://localhost/?s=A/HRC/28/15/Add.1&l=en", "https://here/en/A/HRC/28/15/Add.1"),
        ),
        (
            "A_HRC_28_15_Add.1_fr.pdf",
            "A/HRC/28/15/Add.1 (fr)",
            ("https://localhost/?s=A/HRC/28/15/Add.1&l=fr", "https://here/fr/A/HRC/28/15/Add.1"),
        ),
    ]
    assert [file.published_at for file in files] == [
        "https://docs.un.org/en/A/HRC/28/15/Add.1",
        "https://docs.un.org/fr/A/HRC/28/15/Add.1",
    ]
    assert all(file.may_be_absent for file in files)
