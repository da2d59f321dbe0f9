"""What a document is: symbol, kind, State under review, session, date and language, read from its content.

Covers changed over the years (2008-2010, 2011-2018, 2019 on), so nothing here depends on where a line stands:
the symbol is the first one on the cover, the State is the line of the cover that names one, the session is what
the first paragraphs say, checked against the table of sessions.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from py3langid import classify

from indexer.datamodel.told import Told
from indexer.recognise.mid_term import MidTermReport, mid_term_report
from indexer.recognise.session import day_of_review, first_date, session_held, session_of
from indexer.recognise.state import state_of
from indexer.text.language import UN_LANGUAGES
from indexer.text.lines import join_lines
from indexer.text.list_numbers import DOTTED_NUMBER, is_list_alone
from indexer.text.symbols import Symbol, any_symbol_at_end, symbol_at_end, symbols_in
from models.errors import DocumentWithoutSymbol, UnrecognisedDocument
from models.languages.read_languages import any_language
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.records.records import review_id
from models.reviews.states import StateTable

COVER_LINES = 30
"""Lines of the first page that may belong to a cover; a page of text has more."""
OPENING_LINES = 150
"""The first paragraphs, behind cover and table of contents, end before this."""
LANGUAGE_LINES = 80
"""Lines whose language is looked at."""
_RUSSIAN_AND_CHINESE = {
    DocumentKind.WORKING_GROUP_REPORT: (
        "доклад рабочей группы по универсальному периодическому обзору|普遍定期审议工作组报告"
    ),
    DocumentKind.HRC_SESSION_REPORT: "доклад совета по правам человека о работе его",
}
"""Titles in languages of the UN that are recognised and not read."""
TITLES = {
    kind: re.compile(f"{any_language(title)}|{_RUSSIAN_AND_CHINESE[kind]}", re.I)
    for kind, title in (
        (DocumentKind.WORKING_GROUP_REPORT, lambda words: words.cover.report_of_working_group),
        (DocumentKind.HRC_SESSION_REPORT, lambda words: words.cover.report_of_council),
    )
}
"""Titles of reports whose symbols look alike."""
BY_WORKING_GROUP_NUMBER = {kind.rules.number: kind for kind in DocumentKind if kind.rules.number}
UPR = re.compile(
    any_language(lambda words: words.cover.universal_periodic_review)
    + r"|универсальн\w+ периодическ\w+ обзор|普遍定期审议",
    re.I,
)
_NOTE_MARK = re.compile(r"(?<!\s)\s*+[*∗†]++\s*")
"""On some covers a mark stands in the middle of the title: "Universal Periodic * / Review"."""
_DRAFT = re.compile(rf"\W*{any_language(lambda words: words.cover.draft)}", re.I)
_PLACEHOLDER = re.compile(any_language(lambda words: words.cover.placeholder), re.I)
_JOB_NUMBER = re.compile(r"\bGE\.\s?\d\d-\d")
ANSWERS = "answers"
"""Ends what stands for the symbol of a State's answers that are no document of the UN ("SVN-20/answers")."""
_NO_SYMBOL = saying("it bears no symbol, so that it cannot be cited by one.")
COVER_WORDS = re.compile(any_language(lambda words: words.cover.distribution))


def recognise(
    document: ReadDocument, states: StateTable, told: Told | None = None, *, has_answers: bool = False
) -> DocumentIdentity:
    """What `document` is.

    State, session and date are None where the document does not say them. Where two places of it disagree, that is
    a warning: the cover wins over running headers and paragraphs, the session that is printed over its dates.

    Args:
        document: as it was read.
        states: those that may be named.
        told: what the user says where the document says nothing.
        has_answers: whether it holds a table of answers to numbered recommendations.

    Raises:
        UnrecognisedDocument: it has no symbol, or its symbol and title are those of no document of a review; or it says
            another review than the user.
    """
    cover = _cover(document.lines)
    title = _NOTE_MARK.sub(" ", join_lines(cover))
    opening = join_lines(document.lines[:OPENING_LINES])
    own_symbol = _own_symbol(document, cover)
    if own_symbol is None or own_symbol.is_of_council:
        mid_term = mid_term_report(document.name, cover, opening, states, told)
        if mid_term:
            if told:
                list(_told_beside_said(document.name, told, mid_term.state.code, mid_term.session))
            return _identity_of_mid_term(document, mid_term, title, own_symbol)
    if told and _is_of_state(document, cover, opening, has_answers=has_answers):
        return _identity_of_answers(document, title, told)
    symbol, symbol_doubts = _symbol(document, cover, told)
    kind = _kind(document, symbol, title, opening, told)
    language = _language(document.lines)
    if language in UN_LANGUAGES - {"en"}:
        states = states.with_names_in([language])
    state, state_doubts = state_of(kind, symbol, cover, opening, states)
    session, session_doubts = session_of(kind, symbol, opening)
    reviewed, day_doubts = day_of_review(kind, session, opening)
    doubts = [*symbol_doubts, *state_doubts, *session_doubts, *day_doubts]
    if told:
        beside = _told_beside_said(document.name, told, state.code if state else None, session)
        doubts = [*symbol_doubts, *beside, *day_doubts]
    is_draft = kind is DocumentKind.WORKING_GROUP_REPORT and _is_draft(document, cover, opening, told)
    return DocumentIdentity(
        symbol=symbol.text,
        kind=kind,
        language=language,
        state_under_review=state.code if state else (told.state if told else None),
        session=session or (told.session if told else None),
        date=first_date(title),
        reviewed=reviewed,
        warnings=tuple(saying("%(name)s: %(doubt)s", name=document.name, doubt=doubt) for doubt in doubts),
        is_draft=is_draft,
        saved=document.saved if is_draft else None,
    )


def _cover(lines: Sequence[Line]) -> list[Line]:
    """The lines of the first page that may be a cover's: of a list alone, those before it, for an item may leave the
    name of a State that recommends on a line of its own."""
    cover = [line for line in lines if line.page == 1][:COVER_LINES]
    if is_list_alone(lines):
        cover = list(takewhile(lambda line: not DOTTED_NUMBER.match(line.text), cover))
    return cover


def _told_beside_said(name: str, told: Told, state: str | None, session: int | None) -> Iterator[str]:
    """That what the user says was used; the document itself is never overruled."""
    if (state or told.state) != told.state or (session or told.session) != told.session:
        said = review_id(state or told.state, session or told.session)
        raise UnrecognisedDocument(
            saying(
                "%(name)s says itself that it is of %(said)s, not of %(review)s, as you gave: leave that out for "
                "this file.",
                name=name,
                said=said,
                review=told.review,
            )
        )
    if state is None or session is None:
        yield saying(
            "of which review it is stands nowhere in it; it was read as %(review)s, as you gave.",
            review=told.review,
        )


def _is_draft(document: ReadDocument, cover: Sequence[Line], opening: str, told: Told | None) -> bool:
    """Whether a report is not yet in its final edition: as it says, a list alone, or a Word file without the UN's job
    number.

    The UN's editors put the number ("GE.14-23930") into the foot of what they issue.
    """
    if told and told.is_draft is not None:
        return told.is_draft
    # The first paragraphs of old reports say that they were adopted "ad referendum", whatever the edition.
    says_draft = _PLACEHOLDER.search(opening) or any(
        _DRAFT.match(text) for text in (*document.running_headers, *(line.text for line in cover))
    )
    texts = (*document.running_headers, *(line.text for line in document.lines[:OPENING_LINES]))
    return (
        bool(says_draft)
        or is_list_alone(document.lines)
        or (document.is_word_file and not any(_JOB_NUMBER.search(text) for text in texts))
    )


def _own_symbol(document: ReadDocument, cover: Sequence[Line]) -> Symbol | None:
    """The symbol of a document of the United Nations; None where there is none, or one that is only cited."""
    has_cover = any(COVER_WORDS.search(line.text) for line in cover)
    on_cover = (symbol_at_end(line.text) for line in cover if has_cover)
    return next(filter(None, (*on_cover, *_symbols_beside(document))), None)


def _identity_of_mid_term(
    document: ReadDocument, report: MidTermReport, title: str, symbol: Symbol | None
) -> DocumentIdentity:
    return DocumentIdentity(
        symbol=symbol.text if symbol else report.symbol,
        kind=report.kind,
        language=_language(document.lines),
        state_under_review=report.state.code,
        session=report.session,
        date=first_date(title),
        author=report.author,
    )


def _symbol(document: ReadDocument, cover: Sequence[Line], told: Told | None) -> tuple[Symbol, list[str]]:
    """The symbol that ends a line of the cover, else that of the running headers, else that of the file's title."""
    in_headers = _symbols_beside(document)
    on_cover = [symbol for symbol in (symbol_at_end(line.text) for line in cover) if symbol]
    # Without a cover the first lines are text, and a symbol that ends one is that of a document cited.
    has_cover = any(COVER_WORDS.search(line.text) for line in cover)
    symbol = next(iter(on_cover + in_headers if has_cover else in_headers + on_cover), None)
    if symbol is None and told:
        return Symbol(f"{told.review}/draft report"), [_NO_SYMBOL]
    if symbol is None:
        raise _without_symbol(document, cover if has_cover else ())
    if in_headers and symbol not in in_headers:
        return symbol, [
            saying(
                "the cover says %(symbol)s, the running headers %(other)s.",
                symbol=symbol.text,
                other=in_headers[0].text,
            )
        ]
    return symbol, []


def _is_of_state(document: ReadDocument, cover: Sequence[Line], opening: str, *, has_answers: bool) -> bool:
    """Whether a document is neither one of the UN, nor a list or the rest of a report: a letter, a matrix, a speech."""
    is_of_un = any(COVER_WORDS.search(line.text) for line in cover) or session_held(opening)
    return not is_of_un and (has_answers or not is_list_alone(document.lines))


def _identity_of_answers(document: ReadDocument, title: str, told: Told) -> DocumentIdentity:
    """What a State writes itself cites the report's symbol, and names other States: all is as the user says."""
    doubts = [_NO_SYMBOL, *_told_beside_said(document.name, told, None, None)]
    return DocumentIdentity(
        symbol=f"{told.review}/{ANSWERS}",
        kind=DocumentKind.ADDENDUM,
        language=_language(document.lines),
        state_under_review=told.state,
        session=told.session,
        date=first_date(title),
        warnings=tuple(saying("%(name)s: %(doubt)s", name=document.name, doubt=doubt) for doubt in doubts),
    )


def _symbols_beside(document: ReadDocument) -> list[Symbol]:
    """The symbols in page headers, and in the title that the file gives itself."""
    return [symbol for text in (*document.running_headers, document.title) for symbol in symbols_in(text)]


def has_symbol_of_council(document: ReadDocument) -> bool:
    """Whether a document bears the symbol of a report to the Council or of a document of a review."""
    symbol = _own_symbol(document, document.lines[:COVER_LINES])
    return symbol is not None and (symbol.is_of_council or symbol.document is not None)


def _without_symbol(document: ReadDocument, cover: Sequence[Line]) -> UnrecognisedDocument:
    """Why a document is refused that has no symbol of a document of a review."""
    texts = (*(line.text for line in cover), *document.running_headers)
    if other := next(filter(None, map(any_symbol_at_end, texts)), None):
        return UnrecognisedDocument(
            saying("%(name)s: %(other)s is a document of a kind that is not read.", name=document.name, other=other)
        )
    return DocumentWithoutSymbol(
        saying(
            "%(name)s has no UN symbol on its cover or in its headers; index the version that the UN "
            "published, with a symbol such as A/HRC/28/15.",
            name=document.name,
        )
    )


def _kind(document: ReadDocument, symbol: Symbol, title: str, opening: str, told: Told | None) -> DocumentKind:
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
    if (UPR.search(opening) and session_held(opening)) or is_list_alone(document.lines):
        return DocumentKind.WORKING_GROUP_REPORT
    if told:
        raise UnrecognisedDocument(
            saying(
                "%(name)s has no list of recommendations numbered as in a report (6.1, 6.2, …): check that it is "
                "the document you meant.",
                name=document.name,
            )
        )
    raise UnrecognisedDocument(
        saying(
            "%(name)s (%(symbol)s) is no document of a review, as far as its title says.",
            name=document.name,
            symbol=symbol.text,
        )
    )


def _language(lines: Sequence[Line]) -> str:
    """ISO 639-1 code of the language of the lines about a third into the document, where running text stands.

    Behind the middle, summaries of 2022 have nothing but notes: "JS5 p. 16; JS14 p. 13; JS 26, pp. 1–4".
    """
    third = len(lines) // 3
    sample = lines[max(0, third - LANGUAGE_LINES // 2) : third + LANGUAGE_LINES // 2]
    language: str = classify(" ".join(line.text for line in sample))[0]
    return language
