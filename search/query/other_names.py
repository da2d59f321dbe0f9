"""A name in a keyword query, looked for under all names of the same thing.

Names come from the tables of abbreviations, of instruments and of titles in other languages. Each is looked for as if
it had been typed: all its words, wherever they stand. An abbreviation finds what its words find, and the other way
round.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from whoosh.query import And, Or, Query, Term
from whoosh.query.wrappers import WrappingQuery

from models.texts.words import FORM_FIELD, TEXT_FIELD, Word, fold, words_of
from models.vocabularies.abbreviations import CAPITALS, english_term, terms_named
from models.vocabularies.abbreviations import Term as NamedTerm
from models.vocabularies.instruments import instrument_named, printed_names
from models.vocabularies.titles_in_languages import english_names
from search.query.discriminative_terms import content_words

_MARKS = ".,;:!?'’+"
"""Around a name; they say nothing."""


class Named(WrappingQuery):  # type: ignore[misc]  # Whoosh has no types
    """What holds something under one of its names."""

    def __init__(self, typed: str, names: Sequence[tuple[str, Query]]) -> None:
        """`typed` in the query; `names`: that one if it is looked for, then the others, each with its own query."""
        super().__init__(Or([query for _, query in names]))
        self.typed = typed
        self.names = tuple(names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and (self.typed, self.names) == (other.typed, other.names)

    __hash__ = WrappingQuery.__hash__


def under_all_names(typed: str, words: Sequence[Word], as_typed: Callable[[], Query | None]) -> Named | None:
    """A name with all others for the same thing; None for what is no name.

    `words` are those of the name, cut; `as_typed` looks for these.
    """
    typed = typed.strip(_MARKS)
    terms, code, titled = terms_named(typed, words=words), instrument_named(words), english_names(typed)
    if not (terms or code or titled):
        return None
    named = chain(*map(_names_of_term, terms), _names_of_instrument(code) if code else (), _in_all_words(titled))
    others: dict[Query, str] = {}
    for name, query in named:
        others.setdefault(query, name)
    itself = _abbreviation(typed, others)
    # "WHO" is also a word, which nearly every text holds: it is looked for by its other names alone.
    is_also_word = any(term.kind == CAPITALS and typed in term.abbreviations for term in terms)
    if itself is None and not is_also_word:
        itself = as_typed()
    names = [(name, query) for query, name in others.items() if query != itself]
    return Named(typed, ((typed, itself), *names) if itself else names)


def joined(kind: type[Query], parts: Sequence[Query | None]) -> Query | None:
    """The parts that look for something, joined; a single one stands alone."""
    kept = [part for part in parts if part is not None]
    return kind(kept) if len(kept) > 1 else (kept[0] if kept else None)


def _abbreviation(typed: str, others: dict[Query, str]) -> Query | None:
    """What looks for an abbreviation as it is printed; None for a word that is none."""
    printed = Term(FORM_FIELD, fold(typed).removesuffix("'s"))
    return next((query for query in others if isinstance(query, Or) and printed in query.subqueries), None)


def _names_of_term(term: NamedTerm) -> Iterator[tuple[str, Query]]:
    """The names of a term, each with what looks for it."""
    if term.kind != CAPITALS:
        yield from ((name, _abbreviated(name)) for name in term.abbreviations)
    yield from ((name, _all_words(name)) for name in term.expansions)
    if term.english:
        other = english_term(term)
        yield from _names_of_term(other) if other else _names_of_instrument(term.english)


def _names_of_instrument(code: str) -> Iterator[tuple[str, Query]]:
    yield from _in_all_words(printed_names(code))


def _in_all_words(names: Iterable[str]) -> Iterator[tuple[str, Query]]:
    yield from ((name, _all_words(name)) for name in names)


def _abbreviated(name: str) -> Query:
    """An abbreviation as it is printed: its stem will not do, that of "AIDS" is that of "aid"."""
    form = fold(name)
    if len(list(words_of(name))) > 1:
        return _all_words(name)
    return Or([Term(FORM_FIELD, form), Term(FORM_FIELD, f"{form}s")])


def _all_words(name: str) -> Query | None:
    stems = dict.fromkeys(word.stem for word in content_words(name))
    return joined(And, [Term(TEXT_FIELD, stem) for stem in stems])
