"""Which session of the Working Group a document is about, and the date it bears: ordinals and dates as printed.

In English, French and Spanish; ordinals are in indexer/recognise/ordinals.py.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from indexer.recognise.ordinals import ordinal_number
from indexer.text.symbols import Symbol, symbols_in
from models.records.documents import DocumentKind
from models.reviews.sessions import SESSIONS, is_planned, last_day_of_session

DAYS_OFF = timedelta(days=7)
"""A report and the table may differ by so much on a session's last day (postponed and prolonged sessions)."""
SESSION_HELD = re.compile(
    r"\bheld its (?P<en>[\w-]+(?: [\w-]+)?) session,? (?:in Geneva,? )?(?:from )?(?P<en_days>.{4,60}?\d{4})"
    r"|\ba tenu sa (?P<fr>[\w-]+(?:[ -]et[ -]unième)?) session,? (?:à Genève,? )?(?:du )?(?P<fr_days>.{4,60}?\d{4})"
    r"|\bcelebró su (?P<es>[\w-]{1,25}(?:\.?[º°ª])?(?: [\w-]+)?) período de sesiones,? (?:en Ginebra,? )?(?:del? )?"
    r"(?P<es_days>.{4,60}?\d{4})",
    re.IGNORECASE,
)
SESSION_NAMED = re.compile(
    r"\b(?P<en>[\w-]+) session of the (?:Universal Periodic Review |UPR )?Working Group"
    r"|\b(?P<fr>(?:[\w-]{1,25}[ -]et[ -])?[\w-]{1,25}) session du Groupe de travail"
    r"|\b(?P<es>[\w-]{1,25}(?:\.?[º°ª])?) período de sesiones del Grupo de Trabajo",
    re.IGNORECASE,
)
REVIEWED_ON = re.compile(r"conducted the review of .{3,90}? on (\d{1,2} \w+ \d{4})", re.IGNORECASE)
_FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
MONTHS = {
    name.lower(): month
    for names in (tuple(calendar.month_name)[1:], _FRENCH_MONTHS, _SPANISH_MONTHS)
    for month, name in enumerate(names, 1)
}
DATE = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+(?:de\s+)?({'|'.join(MONTHS)}),?\s+(?:de\s+)?(\d{{4}})\b", re.IGNORECASE)
MONTH_OF_YEAR = re.compile(rf"\b({'|'.join(MONTHS)})\s+(?:de\s+|of\s+)?((?:19|20)\d{{2}})\b", re.IGNORECASE)


def session_of(kind: DocumentKind, symbol: Symbol, opening: str) -> tuple[int | None, list[str]]:
    """The Working Group session, and what does not fit it. An addendum says it seldom, a Council's report never."""
    session, doubts = _session_said(kind, symbol, opening)
    if session is None or is_planned(session):
        return session, doubts
    return None, [*doubts, f"it says session {session} of the Working Group, which there is not."]


def _session_said(kind: DocumentKind, symbol: Symbol, opening: str) -> tuple[int | None, list[str]]:
    if symbol.session:
        return symbol.session, []
    if kind is DocumentKind.WORKING_GROUP_REPORT:
        return _session_of_report(opening)
    if kind is DocumentKind.DECISION and (reviewed := REVIEWED_ON.search(opening)):
        return session_on(first_date(reviewed[1])), []
    if kind is DocumentKind.ADDENDUM and (named := SESSION_NAMED.search(opening)):
        return session_named(named), []
    return None, []


def _session_of_report(opening: str) -> tuple[int | None, list[str]]:
    """The session that a Working Group report says: its number, else its dates, else the documents that it cites."""
    held = SESSION_HELD.search(opening)
    printed = session_named(held) if held else None
    last_day = first_date(held["en_days"] or held["fr_days"] or held["es_days"]) if held else None
    cited = [symbol.session for symbol in symbols_in(opening) if symbol.session and symbol.document]
    session = printed or session_on(last_day) or next(iter(cited), None)
    if session is None:
        return None, ["the first paragraphs do not say which session of the Working Group it is about."]
    return session, [*_doubts_on_dates(session, last_day), *_doubts_on_citations(session, cited)]


def session_named(match: re.Match[str]) -> int | None:
    """The number of the session in a match of SESSION_HELD or SESSION_NAMED; None for what is no ordinal."""
    return ordinal_number(match["en"] or match["fr"] or match["es"])


def _doubts_on_dates(session: int, last_day: date | None) -> Iterator[str]:
    expected = last_day_of_session(session)
    if last_day and expected and abs(last_day - expected) > DAYS_OFF:
        yield f"session {session} is said to have ended on {last_day}, but it ended on {expected}."


def _doubts_on_citations(session: int, cited: Sequence[int]) -> Iterator[str]:
    if cited and session not in cited:
        yield f"it says session {session}, but cites documents of session {cited[0]}."


def session_on(day: date | None) -> int | None:
    """The Working Group session that met on a day."""
    if day is None:
        return None
    return next((session.number for session in SESSIONS if session.first_day <= day <= session.last_day), None)


def first_date(text: str) -> date | None:
    """The first day that a text names, as in "5 November 2014" or "1er mars 2014", and the calendar has."""
    for day, month, year in DATE.findall(text):
        try:
            return date(int(year), MONTHS[month.lower()], int(day))
        except ValueError:  # "31 June"
            continue
    return None
