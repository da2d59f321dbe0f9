"""Which documents to ask for: those of a session, of a State, or those that an index lacks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.describe.next_documents import missing_documents
from indexer.fetch.named_documents import NamedDocuments
from indexer.fetch.sources import SOURCES
from indexer.fetch.wanted_file import ADDENDUM, BESIDE_REPORTS
from indexer.text.symbols import parse_symbol
from models.errors import FetchError
from models.index_folder.catalogue_schema import Query
from models.messages.spoken import saying, saying_of
from models.records.documents import DocumentKind, pre_session_symbols
from models.records.records import review_id
from models.reviews.past_reviews import last_complete_session, reviewed_states, sessions_of
from models.reviews.states import StateTable

FEW_STATES = 5
"""Among fewer States, one is not hidden."""
ALL_SESSIONS = f"--session 1-{last_complete_session()}"
REVIEWS_SHOWN = 5
_REVIEWS = """
SELECT review.id, review.state, session FROM review JOIN state ON code = review.state WHERE invented = 0
ORDER BY review.state, session
"""
_DOCUMENTS_HELD = "SELECT DISTINCT state, session, symbol, kind FROM document JOIN review ON review.id = review"
_KINDS_HELD = "SELECT document_review.review, kind FROM document JOIN document_review USING (digest)"


@dataclass(frozen=True, slots=True)
class Choice:
    """What to ask for."""

    symbols: tuple[str, ...]
    notices: tuple[str, ...]
    """Sentences: what the server learns from it, and what is not asked for."""


def documents_of_sessions(sessions: Iterable[int], named: NamedDocuments, *, observations: bool) -> Choice:
    """All documents of whole sessions; with `observations`, the concluding observations on their States too.

    Raises:
        FetchError: it is not known whom one of the sessions reviews.
    """
    sessions = list(dict.fromkeys(sessions))
    reviews = [review for session in sessions for review in _reviews_of_session(session)]
    return _documents_of_reviews(reviews, named, _what_sessions_show(sessions), observations=observations)


def documents_of_state(
    name: str, named: NamedDocuments, *, observations: bool, sessions: Collection[int] = ()
) -> Choice:
    """All documents of the reviews of one State, by name or code; of some of its sessions where these are given.

    Raises:
        FetchError: it is no State that is reviewed, or was not in one of these sessions.
    """
    states = StateTable.built_in()
    state = states.get(name.strip().upper()) or states.find(name)
    reviewed = sessions_of(state.code) if state else ()
    if state is None or not reviewed:
        raise FetchError(
            saying(
                "“%(name)s” is no State that is reviewed: give its name or its three-letter code (SVN, say).", name=name
            )
        )
    for session in sessions:
        if session not in reviewed and session <= last_complete_session():
            raise FetchError(
                saying(
                    "%(state)s was not reviewed in session %(session)s: give one of %(sessions)s.",
                    state=state.in_message,
                    session=str(session),
                    sessions=", ".join(map(str, reviewed)),
                )
            )
    sessions = tuple(dict.fromkeys(sessions)) or reviewed
    hidden = not 0 < _reviewed_in_all(sessions) < FEW_STATES and max(sessions) <= last_complete_session()
    whole = " ".join(f"--session {session}" for session in sessions) if hidden else ALL_SESSIONS
    notice = saying(
        "The server sees that the documents of %(state)s are asked for. To hide on which State you work, ask for "
        "whole sessions instead: %(command)s",
        state=state.in_message,
        command=f"upr fetch documents {whole}",
    )
    reviews = [(state.code, session) for session in sessions]
    return _documents_of_reviews(reviews, named, notice, observations=observations)


def documents_lacking(query: Query, named: NamedDocuments, today: date) -> Choice:
    """What an index lacks: reports, addenda, and what reports on a review before the State's next one.

    Its own reports have symbols by which their addenda are known.
    """
    named = named.with_reports(
        (state, session, symbol)
        for state, session, symbol, kind in query(_DOCUMENTS_HELD)
        if kind == DocumentKind.WORKING_GROUP_REPORT
    )
    symbols: list[str] = []
    without_symbol: list[str] = []
    held = {(review, kind) for review, kind in query(_KINDS_HELD)}
    for review, state, session in query(_REVIEWS):
        has_report = (review, DocumentKind.WORKING_GROUP_REPORT) in held
        if (review, DocumentKind.ADDENDUM) not in held:
            of_review = _reports(named, state, session)
            symbols += [symbol for symbol in of_review if symbol.endswith(ADDENDUM) or not has_report]
            without_symbol += [] if of_review or has_report else [review]
    for missing in missing_documents(query, today):
        symbols += filter(_may_exist, missing.symbols)
    notice = saying(
        "The server sees what your index lacks. To hide on which States you work, ask for whole sessions instead."
    )
    return Choice(tuple(dict.fromkeys(symbols)), (notice, *_not_asked(without_symbol)))


def _documents_of_reviews(
    reviews: Sequence[tuple[str, int]], named: NamedDocuments, notice: str, *, observations: bool
) -> Choice:
    """The documents before reviews (State, session), and their reports with what may stand beside these."""
    symbols: list[str] = []
    without_symbol: list[str] = []
    for state, session in reviews:
        of_review = _reports(named, state, session)
        symbols += (*pre_session_symbols(state, session), *of_review)
        without_symbol += [] if of_review else [review_id(state, session)]
    for state in dict.fromkeys(state for state, _ in reviews) if observations else ():
        symbols += named.observations_on(state)
    return Choice(tuple(dict.fromkeys(symbols)), (notice, *_not_asked(without_symbol)))


def _reviews_of_session(session: int) -> list[tuple[str, int]]:
    row = reviewed_states().get(session)
    if row is None or not row.complete:
        raise FetchError(
            saying(
                "It is not known here whom session %(session)s of the Working Group reviews: give one from 1 to "
                "%(last)s.",
                session=str(session),
                last=str(last_complete_session()),
            )
        )
    return [(state.code, session) for state in StateTable.built_in() if state.code in row.states]


def _what_sessions_show(sessions: Collection[int]) -> str:
    """Sessions together show more than each: Belarus alone was reviewed in 8, 22 and 36."""
    states = _reviewed_in_all(sessions)
    if 0 < states < FEW_STATES:
        return saying_of(
            "Only %(count)s State was reviewed in all of these sessions, which may show on which State you work. To "
            "hide it, ask for a range of sessions instead: %(command)s",
            "Only %(count)s States were reviewed in all of these sessions, which may show on which State you work. To "
            "hide it, ask for a range of sessions instead: %(command)s",
            states,
            command=f"upr fetch documents {ALL_SESSIONS}",
        )
    return saying("Whole sessions are asked for: that does not show on which of their States you work.")


def _reviewed_in_all(sessions: Collection[int]) -> int:
    """How many States were reviewed in every one of these sessions."""
    return sum(set(sessions) <= set(sessions_of(state.code)) for state in StateTable.built_in())


def _not_asked(without_symbol: Sequence[str]) -> Iterator[str]:
    """What to do about reviews whose reports have symbols that nothing names."""
    if without_symbol:
        shown = ", ".join(without_symbol[:REVIEWS_SHOWN])
        if len(without_symbol) > REVIEWS_SHOWN:
            more = len(without_symbol) - REVIEWS_SHOWN
            shown = saying("%(listed)s and %(count)s more", listed=shown, count=more)
        yield saying(
            "Reports are not asked for where nothing here names their symbols (%(reviews)s): fetch the export first "
            "(upr fetch uhri), or take them from %(page)s",
            reviews=shown,
            page=SOURCES.reports_page,
        )


def _may_exist(symbol: str) -> bool:
    """Whether a pre-session document is one of a review that took place: estimates name two sessions where one was."""
    parsed = parse_symbol(symbol)
    if parsed is None or parsed.state is None or parsed.session is None:
        return False
    return parsed.session > last_complete_session() or parsed.session in sessions_of(parsed.state)


def _reports(named: NamedDocuments, state: str, session: int) -> list[str]:
    """The report of a review, and what may stand beside it."""
    return [report + beside for report in named.reports_of(state, session) for beside in ("", *BESIDE_REPORTS)]
