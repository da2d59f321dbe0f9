"""What a Working Group report says of the review itself: troika, head of delegation, how many spoke, when answers are
due. Formulas of the UN's editors, much the same since 2008; what is not said in one of them is not known."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from indexer.extract.reports.segment import segment_report
from indexer.extract.thresholds import MOST_OF_TROIKA
from indexer.recognise.document import COVER_LINES
from indexer.recognise.ordinals import ordinal_number
from indexer.recognise.session import DAY, IN_DATE, MONTH, MONTHS
from indexer.text.lines import join_lines
from models.languages.read_languages import any_language, words_of
from models.languages.words import ReviewWords
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Place
from models.records.review_facts import AnswerDue, FactKind, ReviewFact
from models.reviews.states import StateTable

_SESSION = re.compile(any_language(lambda words: words.cover.council_session), re.I)
_MONTH = re.compile(rf"\b{MONTH}\b[,\s–-]*{IN_DATE}(\d{{4}})?", re.I)
_DAYS = re.compile(rf"^{DAY}\s*(?:{MONTH}\s*)?[–-]\s*{DAY}\s+{IN_DATE}{MONTH}\s+{IN_DATE}(\d{{4}})$", re.I)
"""The days of a session of the Council, as covers have them: "7 September–9 October 2026"."""


def review_facts(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> Iterator[ReviewFact]:
    """All that it says, in printed order; a kind that is said twice with the same words once."""
    language = words_of(identity.language)
    paragraphs = [paragraph for paragraph in segment_report(document.lines, language) if paragraph.item is None]
    of_cover = _session_on_cover(document.lines[:COVER_LINES])
    readers: Sequence[Callable[[str], Iterable[tuple[FactKind, str]]]] = (
        lambda text: _head(text, language.review),
        lambda text: _troika(text, language.review, states),
        lambda text: _delegations(text, language.review),
        lambda text: _answer_due(text, language.review, of_cover),
    )
    seen: set[tuple[FactKind, str]] = set()
    for paragraph in paragraphs:
        text = join_lines(paragraph.lines)
        for kind, words in (fact for reader in readers for fact in reader(text)):
            if (kind, words) not in seen and not (kind in _ONCE and any(kind is known for known, _ in seen)):
                seen.add((kind, words))
                place = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
                yield ReviewFact(kind, words, place)


_ONCE = (FactKind.HEAD_OF_DELEGATION, FactKind.DELEGATIONS)


def _head(text: str, words: ReviewWords) -> Iterator[tuple[FactKind, str]]:
    found = words.delegation_headed.search(text)
    if found:
        yield FactKind.HEAD_OF_DELEGATION, " ".join(found["head"].split()).strip(" .,;:")


def _troika(text: str, words: ReviewWords, states: StateTable) -> Iterator[tuple[FactKind, str]]:
    """The States of the troika; none unless each name is that of a State."""
    found = words.troika.search(text)
    if not found:
        return
    named = [words.article.sub("", name.strip(" .")) for name in words.between_states.split(found["states"])]
    codes = [state.code for name in named if name and (state := states.find(name))]
    if len(codes) == len(list(filter(None, named))) and len(codes) <= MOST_OF_TROIKA:
        yield from ((FactKind.TROIKA, code) for code in codes)


def _delegations(text: str, words: ReviewWords) -> Iterator[tuple[FactKind, str]]:
    found = words.delegations_spoke.search(text)
    if not found:
        return
    printed = next(filter(None, found.groups()))
    number = int(printed) if printed.isdecimal() else words.numbers.get(printed.lower())
    if number:
        yield FactKind.DELEGATIONS, str(number)


def _answer_due(text: str, words: ReviewWords, of_cover: AnswerDue | None) -> Iterator[tuple[FactKind, str]]:
    for found in words.answer_due.finditer(text):
        session = ordinal_number(found["session"])
        if session is None:
            continue
        due = _months_named(session, found["when"] or "")
        if of_cover and of_cover.council_session == session:
            due = of_cover
        yield FactKind.ANSWER_DUE, due.as_text


def _months_named(session: int, when: str) -> AnswerDue:
    """A session with the months that a report names for it ("in September–October 2026")."""
    named = _MONTH.findall(when)
    years = [int(year) for _, year in named if year]
    if not years:
        return AnswerDue(session)
    first, last = MONTHS[named[0][0].lower()], MONTHS[named[-1][0].lower()]
    year = years[-1]
    return AnswerDue(session, date(year, first, 1), date(year, last, monthrange(year, last)[1]), is_month=True)


def _session_on_cover(cover: Sequence[Line]) -> AnswerDue | None:
    """The session of the Council to which the report goes, with its days."""
    for line, following in pairwise(cover):
        session = ordinal_number(line.text.partition(" ")[0]) if _SESSION.search(line.text) else None
        found = _DAYS.match(following.text.strip())
        if session and found:
            first_month = MONTHS[(found[2] or found[4]).lower()]
            year, last_month = int(found[5]), MONTHS[found[4].lower()]
            return AnswerDue(session, date(year, first_month, int(found[1])), date(year, last_month, int(found[3])))
    return None
