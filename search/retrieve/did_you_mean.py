"""“Did you mean …”: typing errors in keywords, by Whoosh's corrector over the words that texts print.

Only words that no text holds are looked at. The nearest word is proposed, of several that are as near the one that is
printed most; and nothing is, where the corrected keywords find nothing either.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from whoosh.query import Phrase, Query, Term
from whoosh.spelling import ReaderCorrector

from models.texts.words import FORM_FIELD, TEXT_FIELD, fold, stem, words_of
from search.catalogue.states import nearest_states, state_code
from search.datamodel.question import FIELD_NAMES, FILTER_FIELDS, ValueKind
from search.lexical.whoosh_index import whoosh_reader
from search.query.discriminative_terms import content_words
from search.query.other_names import Named
from search.query.parse import QuerySyntaxError, parse_query
from search.retrieve.evaluate_query import QueryEvaluation
from search.snapshot.snapshot import Snapshot

MIN_LETTERS, MOST_LETTERS = 4, 25
LETTERS_FOR_TWO_ERRORS = 8
"""Of shorter words two errors leave too little: rare foreign words ("chador") are like many an English one."""
MOST_CORRECTED = 5


class _Correction(NamedTuple):
    start: int
    end: int
    """Where in the query it stands."""
    corrected: str


def did_you_mean(snapshot: Snapshot, query: str, tree: Query) -> str | None:
    """The keywords with their typing errors mended; None where there are none, or where they find nothing then."""
    corrections = [each for leaf in _as_typed(tree) for each in _corrections(snapshot, query, leaf)][:MOST_CORRECTED]
    if not corrections:
        return None
    mended = query
    for start, end, corrected in sorted(corrections, reverse=True):
        mended = mended[:start] + corrected + mended[end:]
    try:
        other = parse_query(mended)
    except QuerySyntaxError:
        return None
    found = other is not None and QueryEvaluation(snapshot).entries(other) & snapshot.catalogue.answerable
    return mended if np.any(found) else None


def _as_typed(query: Query) -> Iterator[Query]:
    """The leaves of a tree that know where in the query they stand; a known name is no typing error."""
    if query.is_leaf():
        yield from [query] if query.startchar is not None else []
    elif not isinstance(query, Named):
        for part in query.children():
            yield from _as_typed(part)


def _corrections(snapshot: Snapshot, query: str, leaf: Query) -> Iterator[_Correction]:
    if isinstance(leaf, Term | Phrase) and leaf.fieldname == TEXT_FIELD:
        yield from _of_words(snapshot, query, leaf.startchar, leaf.endchar)
    elif isinstance(leaf, Term) and leaf.fieldname in FIELD_NAMES:
        yield from _of_state(snapshot, query, leaf)


def _of_words(snapshot: Snapshot, query: str, start: int, end: int) -> Iterator[_Correction]:
    for word in words_of(query[start:end]):
        typed = query[start + word.start : start + word.end]
        is_part = query[: start + word.start].endswith(("*", "?"))  # "*omen" is the end of a word, not a word
        if is_part or not _may_be_mistyped(typed) or snapshot.all_words.frequency(word.stem):
            continue
        if printed := _nearest_printed(snapshot, fold(typed)):
            yield _Correction(start + word.start, start + word.end, printed)


def _may_be_mistyped(word: str) -> bool:
    """Whether a word is no number, no abbreviation ("FoRB") and neither very short nor longer than any."""
    return word.isalpha() and sum(map(str.isupper, word)) < 2 and MIN_LETTERS <= len(word) <= MOST_LETTERS


class _Corrector(ReaderCorrector):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's, for which two letters exchanged ("womne") are two edits; typing, they are one slip."""

    def _suggestions(self, text: str, maxdist: int, prefix: int) -> Iterator[tuple[float, str]]:
        yield from super()._suggestions(text, maxdist, prefix)
        for place in range(len(text) - 1):
            swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
            if printed := self.reader.frequency(self.fieldname, swapped):
                yield -(1 + 0.5 / printed), swapped  # as the other scores one edit


def _nearest_printed(snapshot: Snapshot, form: str) -> str | None:
    reader = whoosh_reader(snapshot.all_words.stored)
    corrector = _Corrector(reader, FORM_FIELD, reader.schema[FORM_FIELD])
    for errors in (1, 2) if len(form) >= LETTERS_FOR_TWO_ERRORS else (1,):
        # The first letter is seldom another, and to know it is most of the work.
        for printed in corrector.suggest(form, maxdist=errors, prefix=1):
            if content_words(printed) and snapshot.all_words.frequency(stem(printed)):
                return str(printed)
    return None


def _of_state(snapshot: Snapshot, query: str, leaf: Term) -> Iterator[_Correction]:
    field = FILTER_FIELDS.get(FIELD_NAMES[leaf.fieldname])
    if field is None or field.kind is not ValueKind.STATE or state_code(snapshot.states, leaf.text):
        return
    nearest = nearest_states(snapshot.states, leaf.text)
    if len(nearest) == 1:  # of two, either may be meant
        yield _Correction(leaf.startchar, leaf.endchar, f'{leaf.fieldname}:"{nearest[0]}"')
