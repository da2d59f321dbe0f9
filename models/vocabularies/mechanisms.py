"""Who of the United Nations speaks to a State beside other States: treaty bodies, and special procedures.

Special procedures are the Human Rights Council's mandate holders (special rapporteurs, independent experts, working
groups). They report on a theme; what they found on a visit to a State is an addendum to such a report
(A/HRC/35/25/Add.1). The Universal Human Rights Index calls them in short ("SR …", "IE …", "WG …").
"""

import re
from enum import StrEnum

from models.vocabularies.treaty_bodies import TREATY_BODIES


class Mechanism(StrEnum):
    """What kind of body speaks."""

    TREATY_BODY = "treaty body"
    SPECIAL_PROCEDURE = "special procedure"
    OTHER = "other body"
    """One that is not known here."""


class ReportForm(StrEnum):
    """What a mandate holder reports on."""

    COUNTRY_VISIT = "country visit"
    THEMATIC = "thematic report"


_OFFICES = {
    "SR": "Special Rapporteur",
    "IE": "Independent Expert",
    "WG": "Working Group",
    "SRSG": "Special Representative of the Secretary-General",
    "RSG": "Representative of the Secretary-General",
}
_IN_SHORT = re.compile(rf"({'|'.join(_OFFICES)})\s+(?=\S)")
_PREPOSITION = re.compile(r"(?:on|in|of|for)\s", re.IGNORECASE)
_IN_WORDS = (*_OFFICES.values(), "Special Procedures")
_ADDENDUM = re.compile(r"(?:A/HRC/\d|E/CN\.4/\d|A/\d).*/Add\.\d{1,3}(?:/|$)")
"""Of a report to the Human Rights Council, to the Commission before it, or to the General Assembly."""


def mechanism_of(body: str) -> Mechanism:
    """The mechanism of a body by what an observation calls it: codes of committees, or a name."""
    if all(code in TREATY_BODIES for code in body.split(", ")):
        return Mechanism.TREATY_BODY
    is_mandate = _IN_SHORT.match(body) or body.casefold().startswith(tuple(map(str.casefold, _IN_WORDS)))
    return Mechanism.SPECIAL_PROCEDURE if is_mandate else Mechanism.OTHER


def body_names(body: str) -> tuple[str, ...]:
    """The names of committees by their codes with commas between, or that of another body, its office in words."""
    if mechanism_of(body) is Mechanism.TREATY_BODY:
        return tuple(TREATY_BODIES[code].name for code in body.split(", "))
    return (_mandate_in_words(body),)


def _mandate_in_words(name: str) -> str:
    """The name of a mandate with its office in words: "SR torture" is "Special Rapporteur on torture"."""
    office = _IN_SHORT.match(name)
    if office is None:
        return name
    subject = name[office.end() :]
    return f"{_OFFICES[office[1]]} {subject if _PREPOSITION.match(subject) else f'on {subject}'}"


def report_form(body: str, symbol: str, state: str | None) -> ReportForm | None:
    """What a special procedure's document reports on, by its symbol; None where it does not tell.

    An addendum that speaks to all States is neither; a report on no visit may speak to one State alone, as those of
    mandates on a State do.
    """
    if mechanism_of(body) is not Mechanism.SPECIAL_PROCEDURE:
        return None
    if _ADDENDUM.match(symbol):
        return ReportForm.COUNTRY_VISIT if state else None
    return None if state else ReportForm.THEMATIC
