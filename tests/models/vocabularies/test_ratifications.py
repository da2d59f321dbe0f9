"""The table of ratifications: well formed, and protocols never mixed with their treaties."""

import csv
from importlib import resources

import pytest

from models.reviews.states import StateKind, StateTable
from models.vocabularies.instruments import instruments
from models.vocabularies.ratifications import AS_OF, TREATIES, Status, ratification

ADOPTED = {
    "CAT": 1984,
    "CED": 2006,
    "CEDAW": 1979,
    "CRC": 1989,
    "CRPD": 2006,
    "ICCPR": 1966,
    "ICCPR-OP1": 1966,
    "ICCPR-OP2": 1989,
    "ICERD": 1965,
    "ICESCR": 1966,
    "ICRMW": 1990,
    "OP-CEDAW": 1999,
    "OP-CRC-AC": 2000,
    "OP-CRC-IC": 2011,
    "OP-CRC-SC": 2000,
    "OP-CRPD": 2006,
    "OP-ICESCR": 2008,
    "OPCAT": 2002,
}
"""When the General Assembly adopted each treaty."""

text = resources.files("models.vocabularies").joinpath("ratifications.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(text.splitlines()))


def test_every_row_is_a_member_a_treaty_and_a_possible_year():
    members = {state.code for state in StateTable.built_in() if state.kind is StateKind.MEMBER}
    assert set(ADOPTED) == set(TREATIES) <= instruments().keys()
    for row in ROWS:
        assert row["state"] in members
        assert row["as_of"] == str(AS_OF)
        if Status(row["status"]) in (Status.PARTY, Status.WITHDREW):
            assert ADOPTED[row["treaty"]] <= int(row["year"]) <= AS_OF
        else:
            assert row["year"] == ""


def test_no_state_has_a_treaty_twice_and_hardly_any_is_missing():
    pairs = {(row["state"], row["treaty"]) for row in ROWS}
    assert len(pairs) == len(ROWS)
    assert 193 * 18 - 30 <= len(ROWS) <= 193 * 18


@pytest.mark.parametrize(
    ("state", "treaty", "status", "year"),
    [
        ("SVN", "CAT", Status.PARTY, 1993),
        ("SVN", "OPCAT", Status.PARTY, 2007),
        ("SVN", "OP-ICESCR", Status.SIGNATORY, None),
        ("SVN", "ICESCR", Status.PARTY, 1992),
        ("USA", "CRC", Status.SIGNATORY, None),
        ("USA", "OP-CRC-AC", Status.PARTY, 2002),  # open to States that are not parties to the Convention
        ("USA", "OP-CRC-IC", Status.NONE, None),
        ("RUS", "CAT", Status.PARTY, 1987),
        ("RUS", "OPCAT", Status.NONE, None),
        ("JAM", "ICCPR-OP1", Status.WITHDREW, 1997),
        ("TLS", "CRC", Status.PARTY, 2003),  # an old name and code in the source
        ("BEL", "OPCAT", Status.SIGNATORY, None),
    ],
)
def test_status(state, treaty, status, year):
    found = ratification(state, treaty)
    assert found is not None
    assert (found.status, found.year) == (status, year)


@pytest.mark.parametrize(
    ("state", "treaty"),
    [
        ("MDA", "OPCAT"),  # known to be wrong in the source
        ("TUV", "ICCPR"),  # inferred there from another State's signature
        ("SLB", "OP-CRPD"),  # party to a protocol without its treaty
        ("SVN", "ROME-STATUTE"),
        ("SVN", "OP-CRC"),
        ("XAA", "CRC"),
        ("VAT", "CRC"),
    ],
)
def test_nothing_is_said_beyond_the_table(state, treaty):
    assert ratification(state, treaty) is None
