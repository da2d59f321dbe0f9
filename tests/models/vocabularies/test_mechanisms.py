"""Who speaks to a State beside other States, by what sources call it."""

import pytest

from models.vocabularies.mechanisms import Mechanism, ReportForm, body_names, mechanism_of, report_form

VISIT, THEME = ReportForm.COUNTRY_VISIT, ReportForm.THEMATIC


@pytest.mark.parametrize(
    ("body", "mechanism", "names"),
    [
        ("CRC", "treaty body", ("Committee on the Rights of the Child",)),
        ("CRC, CMW", "treaty body", ("Committee on the Rights of the Child", "Committee on Migrant Workers")),
        ("SR torture", "special procedure", ("Special Rapporteur on torture",)),
        ("SR on torture", "special procedure", ("Special Rapporteur on torture",)),
        ("IE Albinism", "special procedure", ("Independent Expert on Albinism",)),
        ("WG of Experts on huts", "special procedure", ("Working Group of Experts on huts",)),
        ("SRSG IDPs", "special procedure", ("Special Representative of the Secretary-General on IDPs",)),
        # Its commas do not part committees.
        (
            "Special Rapporteur on huts, doors and gates",
            "special procedure",
            ("Special Rapporteur on huts, doors and gates",),
        ),
        ("Special procedures", "special procedure", ("Special procedures",)),
        ("SRI", "other body", ("SRI",)),
        ("Commission of inquiry", "other body", ("Commission of inquiry",)),
    ],
)
def test_bodies(body: str, mechanism: str, names: tuple[str, ...]) -> None:
    assert mechanism_of(body) == Mechanism(mechanism)
    assert body_names(body) == names


@pytest.mark.parametrize(
    ("body", "symbol", "state", "form"),
    [
        ("SR huts", "A/HRC/935/25/Add.1", "SVN", VISIT),
        ("SR huts", "E/CN.4/2004/80/Add.3", "SVN", VISIT),
        ("SR huts", "A/HRC/935/25/Add.1", None, None),  # communications with all States
        ("SR huts", "A/HRC/935/25", None, THEME),
        ("SR huts", "A/972/540", None, THEME),
        ("SR huts", "A/HRC/935/25", "SVN", None),  # a mandate on one State, perhaps
        ("CRC", "CRC/C/15/Add.900", "SVN", None),
    ],
)
def test_what_a_mandate_holder_reports_on(body: str, symbol: str, state: str | None, form: ReportForm | None) -> None:
    assert report_form(body, symbol, state) is form
