"""Which session of the Working Group a document is about, and the date it bears: ordinals and dates as printed.

Ordinals are in indexer/recognise/ordinals.py.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from indexer.recognise.ordinals import ordinal_number
from indexer.text.symbols import Symbol, symbols_in
from models.languages.read_languages import READ_LANGUAGES, any_language, first_match
from models.messages.spoken import saying
from models.records.documents import DocumentKind
from models.reviews.sessions import SESSIONS, find_session, is_planned, last_day_of_session

DAYS_OFF = timedelta(days=7)
"""A report and the table may differ by so much on a session's last day (postponed and prolonged sessions)."""
TO_THE_DAY = 80
"""Characters from "was held at the" to the end of the day: "13th meeting, on 12 November 2019"."""
REVIEWED_ON = re.compile(
    rf"{any_language(lambda words: words.cover.reviewed_by_decision)} (\d{{1,2}} \w+ \d{{4}})", re.IGNORECASE
)
MONTHS = {name: month for language in READ_LANGUAGES.values() for month, name in enumerate(language.cover.months, 1)}
MONTH = f"({'|'.join(MONTHS)})"
DAY = rf"(\d{{1,2}})(?:{any_language(lambda words: words.cover.ordinal_endings)})?"
IN_DATE = rf"(?:{any_language(lambda words: words.cover.in_dates)}\s+)?"
"""What may stand before a month or a year."""
DATE = re.compile(rf"\b{DAY}\s+{IN_DATE}{MONTH},?\s+{IN_DATE}(\d{{4}})\b", re.IGNORECASE)
MONTH_OF_YEAR = re.compile(rf"\b{MONTH}\s+{IN_DATE}((?:19|20)\d{{2}})\b", re.IGNORECASE)


def session_of(kind: DocumentKind, symbol: Symbol, opening: str) -> tuple[int | None, list[str]]:
    """The Working Group session, and what does not fit it. An addendum says it seldom, a Council's report never."""
    session, doubts = _session_said(kind, symbol, opening)
    if session is None or is_planned(session):
        return session, doubts
    return None, [
        *doubts,
        saying("it says session %(session)s of the Working Group, which there is not.", session=str(session)),
    ]


def _session_said(kind: DocumentKind, symbol: Symbol, opening: str) -> tuple[int | None, list[str]]:
    if symbol.session:
        return symbol.session, []
    if kind is DocumentKind.WORKING_GROUP_REPORT:
        return _session_of_report(opening)
    if kind is DocumentKind.DECISION and (reviewed := REVIEWED_ON.search(opening)):
        return session_on(first_date(reviewed[1])), []
    if kind is DocumentKind.ADDENDUM:
        return next(sessions_named(opening), None), []
    return None, []


def _session_of_report(opening: str) -> tuple[int | None, list[str]]:
    """The session that a Working Group report says: its number, else its dates, else the documents that it cites."""
    held = session_held(opening)
    printed = ordinal_number(held["session"]) if held else None
    last_day = first_date(held["days"]) if held else None
    cited = [symbol.session for symbol in symbols_in(opening) if symbol.session and symbol.document]
    session = printed or session_on(last_day) or next(iter(cited), None)
    if session is None:
        return None, [saying("the first paragraphs do not say which session of the Working Group it is about.")]
    return session, [*_doubts_on_dates(session, last_day), *_doubts_on_citations(session, cited)]


def day_of_review(kind: DocumentKind, session: int | None, opening: str) -> tuple[date | None, list[str]]:
    """The day of the review that the first paragraphs of its report give, and what does not fit it: a day on which the
    session did not meet is none."""
    if kind is not DocumentKind.WORKING_GROUP_REPORT:
        return None, []
    held = first_match(lambda words: words.cover.review_held, opening)
    day = first_date(opening[held.end() : held.end() + TO_THE_DAY]) if held else None
    if day is None or session is None or _meets_on(session, day):
        return day, []
    return None, [
        saying(
            "it says the review was on %(day)s, when session %(session)s did not meet.",
            day=str(day),
            session=str(session),
        )
    ]


def _meets_on(session: int, day: date) -> bool:
    """Whether a session met on a day, or about then; one that the table does not have may have."""
    known = find_session(session)
    return known is None or known.first_day - DAYS_OFF <= day <= known.last_day + DAYS_OFF


def session_held(text: str) -> re.Match[str] | None:
    """Where a text says which session was held, and on which days."""
    return first_match(lambda words: words.cover.session_held, text)


def sessions_named(text: str) -> Iterator[int | None]:
    """The sessions of the Working Group that a text names, those of each language in order; None for no ordinal."""
    for words in READ_LANGUAGES.values():
        for named in words.cover.session_named.finditer(text):
            yield ordinal_number(named["session"])


def _doubts_on_dates(session: int, last_day: date | None) -> Iterator[str]:
    expected = last_day_of_session(session)
    if last_day and expected and abs(last_day - expected) > DAYS_OFF:
        yield saying(
            "session %(session)s is said to have ended on %(last_day)s, but it ended on %(expected)s.",
            session=str(session),
            last_day=str(last_day),
            expected=str(expected),
        )


def _doubts_on_citations(session: int, cited: Sequence[int]) -> Iterator[str]:
    if cited and session not in cited:
        yield saying(
            "it says session %(session)s, but cites documents of session %(cited)s.",
            session=str(session),
            cited=str(cited[0]),
        )


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
