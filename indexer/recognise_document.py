"""What a document is: symbol, kind, State under review, session, date and language, read from its content.

Covers changed over the years (2008-2010, 2011-2018, 2019 on), so nothing here depends on where a line stands:
the symbol is the first one on the cover, the State is the line of the cover that names one, the session is what
the first paragraphs say, checked against the table of sessions.
"""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from py3langid import classify

from indexer.document_symbols import Symbol, symbol_at_end, symbols_in
from indexer.join_lines import join_lines
from models.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.errors import UnrecognisedDocument
from models.sessions import SESSIONS, last_day_of_session
from models.states import State, StateTable, fold_letters, fold_name

COVER_LINES = 30
"""Lines of the first page that may belong to a cover; a page of text has more."""
OPENING_LINES = 150
"""The first paragraphs, behind cover and table of contents, end before this."""
DAYS_OFF = timedelta(days=7)
"""A report and the table may differ by so much on a session's last day (postponed and prolonged sessions)."""
LANGUAGE_LINES = 80
"""Lines whose language is looked at."""
MAX_NAME_LINES = 3
"""Lines of a cover that the name of a State may take."""

TITLES = {
    DocumentKind.WORKING_GROUP_REPORT: re.compile(
        "report of the working group on the universal periodic review"
        "|rapport du groupe de travail sur l.examen périodique universel"
        "|informe del grupo de trabajo sobre el examen periódico universal"
        "|доклад рабочей группы по универсальному периодическому обзору"
        "|普遍定期审议工作组报告",
        re.IGNORECASE,
    ),
    DocumentKind.HRC_SESSION_REPORT: re.compile(
        "report of the human rights council on its"
        "|rapport du conseil des droits de l.homme sur sa"
        "|informe del consejo de derechos humanos sobre su"
        "|доклад совета по правам человека о работе его",
        re.IGNORECASE,
    ),
}
"""Titles of reports whose symbols look alike, in the languages of the UN that are written with spaces, and Chinese."""
BY_WORKING_GROUP_NUMBER = {
    1: DocumentKind.NATIONAL_REPORT,
    2: DocumentKind.COMPILATION,
    3: DocumentKind.SUMMARY,
    4: DocumentKind.WORKING_GROUP_REPORT,
}
UPR = re.compile(
    "universal periodic review|examen périodique universel|examen periódico universal"
    "|универсальн\\w+ периодическ\\w+ обзор|普遍定期审议",
    re.IGNORECASE,
)
COVER_WORDS = re.compile(r"\bDistr\b|\bOriginal\s?:")
STATE_IN_TITLE = re.compile(
    r"(?:Compilation on|submissions on|Outcome of the universal periodic review\s?:)\s+(.+)", re.IGNORECASE
)
OBSERVED_IN_TITLE = re.compile(
    r"concluding (?:observations|comments)\b.{0,200}?(?:\breports? of|\breports? submitted by|:)\s+(?P<state>.{3,80})",
    re.IGNORECASE,
)
"""What follows is, or begins with, the name of the State to which a treaty body speaks."""
REVIEW_HELD = re.compile(r"\breview of (.{3,90}?) was held at the", re.IGNORECASE)
SESSION_HELD = re.compile(
    r"\bheld its ([\w-]+(?: [\w-]+)?) session,? (?:in Geneva,? )?(?:from )?(.{4,60}?\d{4})", re.IGNORECASE
)
SESSION_NAMED = re.compile(
    r"\b([\w-]+) session of the (?:Universal Periodic Review |UPR )?Working Group", re.IGNORECASE
)
REVIEWED_ON = re.compile(r"conducted the review of .{3,90}? on (\d{1,2} \w+ \d{4})", re.IGNORECASE)
MONTHS = tuple(calendar.month_name)[1:]
DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)}),?\s+(\d{{4}})\b", re.IGNORECASE)

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
ORDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS, "eighteenth", "nineteenth"), 1)} | {
    (f"{ten}y-{unit}" if unit else f"{ten}ieth"): 10 * tens + units
    for tens, ten in enumerate(_TENS, 2)
    for units, unit in enumerate(("", *_UNITS))
}


def recognise(document: ReadDocument, states: StateTable) -> DocumentIdentity:
    """What `document` is.

    State, session and date are None where the document does not say them. Where two places of it disagree, that is
    a warning: the cover wins over running headers and paragraphs, the session that is printed over its dates.

    Raises:
        UnrecognisedDocument: it has no symbol, or its symbol and title are those of no document of a review.
    """
    cover = [line for line in document.lines if line.page == 1][:COVER_LINES]
    title = join_lines(cover)
    opening = join_lines(document.lines[:OPENING_LINES])
    symbol, symbol_doubts = _symbol(document, cover)
    kind = _kind(document.name, symbol, title, opening)
    state, state_doubts = _state(kind, symbol, cover, opening, states)
    session, session_doubts = _session(kind, symbol, opening)
    return DocumentIdentity(
        symbol=symbol.text,
        kind=kind,
        language=_language(document.lines),
        state_under_review=state.code if state else None,
        session=session,
        date=_first_date(title),
        warnings=tuple(f"{document.name}: {doubt}" for doubt in (*symbol_doubts, *state_doubts, *session_doubts)),
    )


def _symbol(document: ReadDocument, cover: Sequence[Line]) -> tuple[Symbol, list[str]]:
    """The symbol that ends a line of the cover, else that of the running headers."""
    headers = [symbol for header in document.running_headers for symbol in symbols_in(header)]
    printed = [symbol for line in cover if (symbol := symbol_at_end(line.text))]
    has_cover = any(COVER_WORDS.search(line.text) for line in cover)
    found = printed + headers if has_cover else headers + printed
    if not found:
        raise UnrecognisedDocument(
            f"{document.name} has no UN symbol on its cover or in its headers; "
            "index the version that the UN published, with a symbol such as A/HRC/28/15."
        )
    if headers and found[0] not in headers:
        return found[0], [f"the cover says {found[0].text}, the running headers {headers[0].text}."]
    return found[0], []


def _kind(name: str, symbol: Symbol, title: str, opening: str) -> DocumentKind:
    if symbol.is_of_treaty_body:
        return DocumentKind.CONCLUDING_OBSERVATIONS
    if symbol.document:
        return BY_WORKING_GROUP_NUMBER[symbol.document]
    if symbol.answers_a_report and UPR.search(title + opening):
        return DocumentKind.ADDENDUM
    if symbol.is_decision and UPR.search(title):
        return DocumentKind.DECISION
    for kind, printed_title in TITLES.items():
        if printed_title.search(title):
            return kind
    if UPR.search(opening) and SESSION_HELD.search(opening):
        return DocumentKind.WORKING_GROUP_REPORT
    raise UnrecognisedDocument(f"{name} ({symbol.text}) is no document of a review, as far as its title says.")


def _state(
    kind: DocumentKind, symbol: Symbol, cover: Sequence[Line], opening: str, states: StateTable
) -> tuple[State | None, list[str]]:
    """The State that the cover names, else the one that the paragraphs or symbols name."""
    if kind is DocumentKind.HRC_SESSION_REPORT:
        return None, []
    reviewed = REVIEW_HELD.search(opening)
    codes = [cited.state for cited in (symbol, *symbols_in(opening)) if cited.state and cited.document]
    title = join_lines(cover)
    on_cover = _state_on_cover(cover, states)
    in_text = states.find(reviewed[1]) if reviewed else None
    by_code = states.get(symbol.state or (codes[0] if codes else ""))
    in_title = _state_observed(title, states) if kind is DocumentKind.CONCLUDING_OBSERVATIONS else None
    state = on_cover or in_text or by_code or in_title
    if state is None:
        return None, ["no State under review is named on the cover or in the first paragraphs."]
    others = dict.fromkeys(other for other in (in_text, by_code) if other and other is not state)
    doubts = [f"the cover says {state.name}, the first paragraphs {other.name}." for other in others]
    return state, doubts


def _state_observed(title: str, states: StateTable) -> State | None:
    """The State that the title of old concluding observations names, whose symbol does not."""
    for found in OBSERVED_IN_TITLE.finditer(title):
        letters, _ = fold_letters(found["state"])
        start = len(letters) - len(fold_name(found["state"]))
        for state, _ in states.names_at(letters, start):
            return state
    return None


def _state_on_cover(cover: Sequence[Line], states: StateTable) -> State | None:
    """The first lines of the cover that are the name of a State, or the end of a title that names one."""
    texts = [line.text for line in cover]
    for start in range(len(texts)):
        for count in range(MAX_NAME_LINES, 0, -1):
            printed = " ".join(texts[start : start + count])
            in_title = STATE_IN_TITLE.search(printed)
            if found := states.find((in_title[1] if in_title else printed).rstrip(" *∗†.")):
                return found
    return None


def _session(kind: DocumentKind, symbol: Symbol, opening: str) -> tuple[int | None, list[str]]:
    """The Working Group session, and what does not fit it. An addendum says it seldom, a Council's report never."""
    if symbol.session:
        return symbol.session, []
    if kind is DocumentKind.WORKING_GROUP_REPORT:
        return _session_of_report(opening)
    if kind is DocumentKind.DECISION and (reviewed := REVIEWED_ON.search(opening)):
        return session_on(_first_date(reviewed[1])), []
    if kind is DocumentKind.ADDENDUM and (named := SESSION_NAMED.search(opening)):
        return ordinal_number(named[1]), []
    return None, []


def _session_of_report(opening: str) -> tuple[int | None, list[str]]:
    held = SESSION_HELD.search(opening)
    last_day = _first_date(held[2]) if held else None
    cited = [symbol.session for symbol in symbols_in(opening) if symbol.session and symbol.document]
    read = ordinal_number(held[1]) if held else None
    session = read or session_on(last_day) or (cited[0] if cited else None)
    if session is None:
        return None, ["the first paragraphs do not say which session of the Working Group it is about."]
    doubts = []
    expected = last_day_of_session(session)
    if last_day and expected and abs(last_day - expected) > DAYS_OFF:
        doubts.append(f"session {session} is said to have ended on {last_day}, but it ended on {expected}.")
    if cited and session not in cited:
        doubts.append(f"it says session {session}, but cites documents of session {cited[0]}.")
    return session, doubts


def session_on(day: date | None) -> int | None:
    """The Working Group session that met on a day."""
    return next((s.number for s in SESSIONS if day and s.first_day <= day <= s.last_day), None)


def ordinal_number(word: str) -> int | None:
    """The number that an ordinal says: "eighteenth", "Twenty-first", "fifty second", "18th"."""
    if digits := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word.lower()):
        return int(digits[1])
    return ORDINALS.get(re.sub(r"[\s-]+", "-", word.lower()))


def _first_date(text: str) -> date | None:
    for day, month, year in DATE.findall(text):
        try:
            return date(int(year), MONTHS.index(month.title()) + 1, int(day))
        except ValueError:  # "31 June"
            continue
    return None


def _language(lines: Sequence[Line]) -> str:
    """ISO 639-1 code of the language of the lines in the middle of the document, where running text stands."""
    middle = len(lines) // 2
    sample = lines[max(0, middle - LANGUAGE_LINES // 2) : middle + LANGUAGE_LINES // 2]
    language: str = classify(" ".join(line.text for line in sample))[0]
    return language
