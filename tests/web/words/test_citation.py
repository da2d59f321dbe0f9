import pytest

from models.records.enums import Position
from models.records.records import Place
from tests.web.invented_records import recommendation
from web.words.citation import citation, cited_place, document_address, record_title


def test_citation_of_a_supported_recommendation():
    assert citation(recommendation(), "Vellania", invented=False) == (
        "Universal Periodic Review of Vellania, Working Group session 20 (cycle 2)\n"
        "A/HRC/920/1, paragraph 115.1, page 14\n"
        "“Open shelters for girls who flee an early marriage (Brenmark, Tamurin);”\n"
        "Recommending States: Brenmark, Union of Tamurin\n"
        "Position of Vellania: supported (A/HRC/920/1/Add.1, paragraph 3, page 2)"
    )


def test_citation_of_an_invented_record_says_so_first():
    assert citation(recommendation(), "Vellania", invented=True).startswith("Invented sample: no document")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"position": Position.PENDING}, "Position of Vellania: pending (the report announces a later answer)"),
        ({"position": Position.UNKNOWN}, "Position of Vellania: unknown (no answer in the documents indexed)"),
        ({"position": Position.NOTED, "position_source": None}, "Position of Vellania: noted"),
        ({"sponsors": ()}, "Recommending States: not named in the paragraph"),
        # the report of 2008 prints "1." in the list under paragraph 60
        (
            {"place": Place("A/HRC/8/99", "60.1", 15), "printed_number": "1."},
            "A/HRC/8/99, paragraph 60.1, page 15 (printed as “1.”)",
        ),
        ({"place": Place("A/HRC/8/99", "27(b)", 9), "printed_number": ""}, "A/HRC/8/99, paragraph 27(b), page 9"),
        (
            {"place": Place("UPR Info", None, None), "printed_number": ""},
            "UPR Info, report not indexed",
        ),
    ],
)
def test_lines_of_a_citation(changes, line):
    assert line in citation(recommendation(**changes), "Vellania", invented=False).splitlines()


def test_citation_holds_no_bidirectional_override():
    assert "\u202e" not in citation(recommendation(quoted="\u202eevil"), "Vellania", invented=False)


def test_place_in_words():
    assert cited_place(Place("A/HRC/28/15", "115.12", 14)) == "A/HRC/28/15, paragraph 115.12, page 14"
    assert cited_place(Place("A/HRC/28/15", None, None)) == "A/HRC/28/15"


def test_title():
    assert record_title(recommendation(), "Vellania") == "Vellania, paragraph 115.1, 2014 (session 20)"


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        ("A/HRC/28/15", "https://undocs.org/A/HRC/28/15"),
        ("A/HRC/28/15/Add.1", "https://undocs.org/A/HRC/28/15/Add.1"),
        ("CRC/C/SVN/CO/3-4", "https://undocs.org/CRC/C/SVN/CO/3-4"),
        ("UPR Info", None),
        ("javascript:alert(1)//x", None),
        ("A/HRC/1?x=1", None),
        ('A/HRC/"><script>', None),
    ],
)
def test_address_of_a_document(symbol, address):
    assert document_address(Place(symbol, None, None)) == address
