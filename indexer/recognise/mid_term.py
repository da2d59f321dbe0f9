"""Mid-term reports, told by what stands on their cover: on which review they report, and who wrote them.

States publish them by themselves between two reviews, and so do NGOs. No rule says how they look: most have no symbol
of the United Nations. One is called by the review that it reports on, and by its author where that is not the State
("SVN-20/mid-term", "SVN-20/mid-term/pier-pals").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.datamodel.told import Told
from indexer.recognise.session import DATE, MONTH_OF_YEAR, MONTHS, first_date, session_on, sessions_named
from indexer.text.lines import join_lines
from indexer.text.symbols import symbols_in
from models.errors import UnrecognisedDocument
from models.languages.read_languages import ENGLISH, READ_LANGUAGES, any_language
from models.messages.spoken import saying
from models.records.documents import MID_TERM_KINDS, DocumentKind, Line
from models.records.records import review_id
from models.reviews.sessions import SESSIONS, cycle_of_session, is_planned, last_day_of_session
from models.reviews.states import State, StateTable, fold_letters, fold_name
from models.texts.sentences import sentences_of

TITLE = re.compile(any_language(lambda words: words.cover.mid_term), re.I)
_REVIEW = re.compile(any_language(lambda words: words.cover.upr), re.I)
_END_OF_TITLE_PAGE = re.compile(rf"[I1]\.\s+\S|{any_language(lambda words: words.cover.end_of_title_page)}", re.I)
LANGUAGES = tuple(READ_LANGUAGES.keys() - {ENGLISH.code})
"""Languages beside English in which covers are read."""
LONGEST_TITLE_LINE = 25
"""Words; a line of a cover that has more is running text."""
_BY = re.compile(any_language(lambda words: words.cover.written_by), re.I)
_GOVERNMENT = re.compile(any_language(lambda words: words.cover.government), re.I)
_STAKEHOLDER = re.compile(any_language(lambda words: words.cover.stakeholders), re.I)
_AUTHORS = {kind: re.compile(kind.rules.author_printed, re.I) for kind in MID_TERM_KINDS if kind.rules.author_printed}
_WORDS_OF_TITLES = frozenset[str]().union(*(words.cover.of_titles for words in READ_LANGUAGES.values()))
_WORD = re.compile(rf"[^\W\d_]+|\d+(?:{any_language(lambda words: words.cover.ordinal_endings)})?")
_CYCLES = {
    word: cycle
    for words in READ_LANGUAGES.values()
    for cycle, counted in enumerate(words.cover.cycles, 1)
    for word in counted
}
_CYCLE = re.compile(rf"\b({'|'.join(_CYCLES)})\s+{any_language(lambda words: words.cover.cycle)}", re.I)
_ON_REVIEW = re.compile(any_language(lambda words: words.cover.on_review), re.I)


@dataclass(frozen=True, slots=True)
class MidTermReport:
    """What a cover and the first paragraphs say of a mid-term report."""

    kind: DocumentKind
    state: State
    session: int
    """Of the review on which it reports."""
    author: str
    """The name as printed, "" for the State."""

    @property
    def symbol(self) -> str:
        """What stands for a symbol of the United Nations: the review, the kind and the author."""
        name = f"{review_id(self.state.code, self.session)}/mid-term"
        return f"{name}/{_in_short(self.author)}" if self.author else name


def mid_term_report(
    name: str, cover: Sequence[Line], opening: str, states: StateTable, told: Told | None = None
) -> MidTermReport | None:
    """What a document is by its cover, if it is a mid-term report; else None.

    `told` says on which review it reports where it does not say it.

    Raises:
        UnrecognisedDocument: it is one, but does not say whose, or on which review.
    """
    lines = list(_title_page(cover))
    title = join_lines(lines)
    named = TITLE.search(title)
    if named is None or not (told or _REVIEW.search(title + opening)):
        return None
    states = states.with_names_in(LANGUAGES)
    state = _state_in(title, named.start(), named.end(), states) or (states.get(told.state) if told else None)
    if state is None:
        raise _untold(name, saying("on which State it reports"))
    author = _author(lines, title, states)
    if author is None:
        raise _untold(name, saying("who wrote it, the State or others"))
    session = _session(title, opening, state) or (told.session if told else None)
    if session is None:
        raise _untold(name, saying("on which review it reports, by its session or date"))
    return MidTermReport(_kind_by(author), state, session, author)


def _kind_by(author: str) -> DocumentKind:
    """What reports of an author are, "" for the State."""
    if not author:
        return DocumentKind.MID_TERM_REPORT
    named = (kind for kind, printed in _AUTHORS.items() if printed.match(author))
    return next(named, DocumentKind.STAKEHOLDERS_MID_TERM_REPORT)


def has_title_of_mid_term(cover: Sequence[Line]) -> bool:
    """Whether a cover calls its document a mid-term report."""
    return TITLE.search(join_lines(list(_title_page(cover)))) is not None


def _untold(name: str, what: str) -> UnrecognisedDocument:
    return UnrecognisedDocument(
        saying(
            "%(name)s is a mid-term report, but its first pages do not say %(what)s: nothing is read from it.",
            name=name,
            what=what,
        )
    )


def _title_page(cover: Sequence[Line]) -> Iterator[Line]:
    """The lines of the cover before the first heading or paragraph."""
    for line in cover:
        if _END_OF_TITLE_PAGE.match(line.text) or len(line.text.split()) > LONGEST_TITLE_LINE:
            return
        yield line


def _state_in(title: str, start: int, end: int, states: StateTable) -> State | None:
    """The State that is named nearest to the words that say what the document is: addresses name others."""
    letters, places = fold_letters(title)
    nearest: tuple[int, State] | None = None
    for word in re.finditer(r"\b[^\W\d_]", title):
        at = next((index for index, place in enumerate(places) if place >= word.start()), None)
        if at is None:
            break
        for state, behind in states.names_at(letters, at):
            last = places[behind - 1] + 1
            if title[last : last + 1].isalpha():
                continue
            distance = max(start - last, word.start() - end, 0)
            if nearest is None or distance < nearest[0]:
                nearest = distance, state
            break
    return nearest[1] if nearest else None


def _author(lines: Sequence[Line], title: str, states: StateTable) -> str | None:
    """The author who is not the State, as printed; "" for the State, None where the cover does not tell."""
    for place, line in enumerate(lines):
        if by := _BY.search(line.text):
            name = line.text[by.end() :].strip(" :,.") or (lines[place + 1].text if place + 1 < len(lines) else "")
            name = name.strip(" :,.")
            return "" if _GOVERNMENT.search(name) or states.find(name) else name or None
    stakeholder = next((line.text for line in lines if _STAKEHOLDER.search(line.text)), None)
    if stakeholder:
        return stakeholder.strip(" :,.")
    # A cover that names nobody beside the State is the State's own.
    is_of_state = _GOVERNMENT.search(title) or not any(_may_be_name(line.text, states) for line in lines)
    return "" if is_of_state else None


def _may_be_name(text: str, states: StateTable) -> bool:
    """Whether a line has words that belong neither to a title, a date nor the State."""
    words = [word.lower() for word in _WORD.findall(text)]
    left = [word for word in words if word not in _WORDS_OF_TITLES and word not in MONTHS and not word.isdecimal()]
    return bool(left) and states.find(text) is None and states.find(" ".join(left)) is None


def _in_short(author: str) -> str:
    """The author's name as a part of an id: its first words, in plain letters."""
    words = (fold_name(word) for word in re.split(r"[^\w]+", author))
    return "-".join(filter(None, words))[:40].strip("-")


def _session(title: str, opening: str, state: State) -> int | None:
    """The session of the review reported on: the latest named that is over when the report is written."""
    named = set(_sessions_named(opening, state))
    if cycle := _CYCLE.search(title):
        named = {session for session in named if cycle_of_session(session) == _CYCLES[cycle[1].lower()]}
    written = first_date(title)
    if written:
        named = {session for session in named if (last := last_day_of_session(session)) and last < written}
    return max(named) if named and (written or cycle or len(named) == 1) else None


def _sessions_named(opening: str, state: State) -> Iterator[int]:
    """Sessions of the Working Group in which a review of the State is said to have been."""
    for symbol in symbols_in(opening):
        if symbol.session and symbol.state == state.code and is_planned(symbol.session):
            yield symbol.session
    for session in sessions_named(opening):
        if session and is_planned(session):
            yield session
    for sentence in sentences_of(opening, at_semicolons=False):
        if _ON_REVIEW.search(sentence):
            yield from filter(None, (session_on(first_date(day[0])) for day in DATE.finditer(sentence)))
            for month in MONTH_OF_YEAR.finditer(sentence):
                yield from _sessions_in(int(month[2]), MONTHS[month[1].lower()])


def _sessions_in(year: int, month: int) -> list[int]:
    """The sessions that met in a month; none where there were two."""
    first = date(year, month, 1)
    held = [
        session.number
        for session in SESSIONS
        if (first.year, first.month) in {(day.year, day.month) for day in (session.first_day, session.last_day)}
    ]
    return held if len(held) == 1 else []
