"""The table of abbreviations and synonyms, and how they are read in a text."""

import csv
from importlib import resources

import pytest

from models.texts.words import words_of
from models.vocabularies.abbreviations import Term, english_name, namings, terms, terms_named
from models.vocabularies.instruments import instrument_named

KINDS = {"same", "usual", "capitals", "related"}


def test_there_are_as_many_as_promised() -> None:
    assert sum(term.language == "en" for term in terms()) >= 150
    assert {term.language for term in terms()} == {"en", "fr", "es", "ar"}


@pytest.mark.parametrize("term", terms(), ids=lambda term: f"{term.language}-{term.abbreviations[0]}")
def test_each_row_is_complete_and_says_nothing_that_another_table_says(term: Term) -> None:
    assert term.kind in KINDS
    assert all(name == name.strip() and list(words_of(name)) for name in term.names)
    assert len(set(term.names)) == len(term.names)
    assert (term.english == "") == (term.language == "en")
    if term.language == "en":
        assert not any(instrument_named(words_of(name)) for name in term.names), (
            "names of treaties are in instruments.csv"
        )
    else:
        assert english_name(term)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("FGM in the north", [("FGM", "FGM")], id="abbreviation"),
        pytest.param("stop fgm", [("fgm", "FGM")], id="in small letters"),
        pytest.param("camps for IDPs", [("IDPs", "IDP")], id="plural that stemming cuts"),
        pytest.param("NGOs and NHRIs", [("NGOs", "NGO"), ("NHRIs", "NHRI")], id="plurals that stemming does not cut"),
        pytest.param("the NHRI's budget", [("NHRI's", "NHRI")], id="possessive"),
        pytest.param("LGBTIQ+ youth", [("LGBTIQ", "LGBT")], id="another abbreviation for the same"),
        pytest.param(
            "a national human rights institution", [("national human rights institution", "NHRI")], id="words"
        ),
        pytest.param(
            "national human rights institutions", [("national human rights institutions", "NHRI")], id="stems"
        ),
        pytest.param("gender-based violence", [("gender-based violence", "GBV")], id="hyphens part words"),
        pytest.param("women living with HIV", [("HIV", "HIV")], id="the usual name"),
        pytest.param("people living with HIV", [("people living with HIV", "PLHIV")], id="the longest name wins"),
        pytest.param("those who can reach the WHO", [("WHO", "WHO")], id="a word in capitals only"),
        pytest.param("a car for the art school", [], id="words that are no abbreviations"),
        pytest.param("dv", [], id="two letters count in capitals only"),
        pytest.param("DV", [("DV", "DV")], id="two letters in capitals"),
        pytest.param("the ICC", [("ICC", "ICC")], id="the first of two meanings"),
        pytest.param("boys sentenced to caning", [("caning", "caning")], id="synonym"),
        pytest.param("ESC rights", [("ESC rights", "ESCR")], id="abbreviation of two words"),
        pytest.param("aid for farmers", [], id="a word with the stem of AIDS"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_a_text_names(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[naming.start : naming.end], naming.term.abbreviations[0]) for naming in namings(text)]
    assert found == expected


def test_abbreviations_of_other_languages() -> None:
    assert [naming.term.english for naming in namings("lutter contre les MGF", "fr")] == ["FGM"]
    assert [naming.term.english for naming in namings("personas con vih", "es")] == ["HIV"]
    assert [naming.term.english for naming in namings("ختان الإناث في القرى", "ar")] == ["FGM"]
    assert namings("the old ONG building") == ()


@pytest.mark.parametrize(
    ("name", "meanings"),
    [
        ("ICC", {"International Criminal Court", "International Coordinating Committee"}),
        ("International Criminal Court", {"International Criminal Court"}),
        ("MGF", {"mutilations génitales féminines", "mutilación genital femenina"}),
        ("mgf", set()),
        ("WHO", {"World Health Organization"}),
        ("who", set()),
        ("children", set()),
    ],
)
def test_terms_with_a_name(name: str, meanings: set[str]) -> None:
    assert {term.expansions[0] for term in terms_named(name)} == meanings


@pytest.mark.parametrize(
    ("abbreviation", "language", "english"),
    [
        ("MGF", "fr", "female genital mutilation"),
        ("VIH", "es", "HIV"),
        ("PIDCP", "fr", "International Covenant on Civil and Political Rights"),
        ("سيداو", "ar", "Convention on the Elimination of All Forms of Discrimination against Women"),
    ],
)
def test_what_it_is_called_in_english(abbreviation: str, language: str, english: str) -> None:
    (naming,) = namings(abbreviation, language)
    assert english_name(naming.term) == english


def test_every_row_has_a_source() -> None:
    table = resources.files("models.vocabularies").joinpath("abbreviations.csv").read_text(encoding="utf-8")
    assert [row["abbreviation"] for row in csv.DictReader(table.splitlines()) if not row["source"].strip()] == []
