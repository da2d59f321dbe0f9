"""A name in a keyword query, looked for under all names of the same thing.

Names come from the tables of abbreviations and of instruments. Each is looked for as if it had been typed: all its
words, wherever they stand. An abbreviation finds what its words find, and the other way round.
"""

from collections.abc import Iterator
from itertools import chain

from models.vocabularies.abbreviations import CAPITALS, Term, english_term, terms_named
from models.vocabularies.instruments import instrument_named, printed_names
from models.words import fold, words_of
from search.query.discriminative_terms import content_words
from search.query.tree import AllOf, Named, Node, Printed, Words

_MARKS = ".,;:!?'’+"
"""Around a name; they say nothing."""


def under_all_names(typed: str, as_typed: Node | None) -> Named | None:
    """A name with all others for the same thing; None for what is no name. `as_typed` looks for its own words."""
    typed = typed.strip(_MARKS)
    terms, code = terms_named(typed), instrument_named(typed)
    if not (terms or code):
        return None
    named = chain(*map(_names_of_term, terms), _names_of_instrument(code) if code else ())
    others: dict[Node, str] = {}
    for name, node in named:
        others.setdefault(node, name)
    itself = _abbreviation(typed, others)
    # "WHO" is also a word, which nearly every text holds: it is looked for by its other names alone.
    is_also_word = any(term.kind == CAPITALS and typed in term.abbreviations for term in terms)
    if itself is None and not is_also_word:
        itself = as_typed
    names = [(name, node) for node, name in others.items() if node != itself]
    return Named(typed, ((typed, itself), *names) if itself else tuple(names))


def _abbreviation(typed: str, others: dict[Node, str]) -> Node | None:
    """What looks for an abbreviation as it is printed; None for a word that is none."""
    form = fold(typed).removesuffix("'s")
    return next((node for node in others if isinstance(node, Printed) and form in node.forms), None)


def _names_of_term(term: Term) -> Iterator[tuple[str, Node]]:
    """The names of a term, each with what looks for it."""
    if term.kind != CAPITALS:
        yield from ((name, _abbreviated(name)) for name in term.abbreviations)
    yield from ((name, _all_words(name)) for name in term.expansions)
    if term.english:
        other = english_term(term)
        yield from _names_of_term(other) if other else _names_of_instrument(term.english)


def _names_of_instrument(code: str) -> Iterator[tuple[str, Node]]:
    yield from ((name, _all_words(name)) for name in printed_names(code))


def _abbreviated(name: str) -> Node:
    form = fold(name)
    return _all_words(name) if len(list(words_of(name))) > 1 else Printed((form, f"{form}s"))


def _all_words(name: str) -> Node:
    stems = dict.fromkeys(word.stem for word in content_words(name))
    words = tuple(Words((stem,)) for stem in stems)
    return AllOf(words) if len(words) > 1 else words[0]
