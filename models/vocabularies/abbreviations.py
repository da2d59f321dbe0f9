"""Abbreviations and synonyms: the other names of what a text names ("FGM", "female genital mutilation").

The table is abbreviations.csv. Its names are compared word by word, by stems, so that plurals need no name of their
own. Treaties and declarations are not among them: their names are in instruments.csv.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from models.files.package_tables import table_rows
from models.texts.words import ENGLISH, Word, fold, words_of
from models.vocabularies.instruments import instruments

USUAL = "usual"
"""The kind of term that is hardly ever written out: "HIV" is its plain name."""
CAPITALS = "capitals"
"""The kind of term whose abbreviation is also a word ("WHO"): it counts only in capitals, and cannot be looked for,
because an index holds words in small letters."""
RELATED = "related"
"""The kind of term whose names are synonyms, or one a case of the other ("caning", "corporal punishment")."""
_SHORT = 2
"""An abbreviation of so few letters counts only as it is printed in the table."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing with several names."""

    language: str
    """ISO 639-1 code."""
    abbreviations: tuple[str, ...]
    expansions: tuple[str, ...]
    """What they stand for, the most usual first."""
    english: str
    """An English abbreviation for the same thing, or the code of an instrument; "" for an English term."""
    kind: str

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the abbreviations first."""
        return self.abbreviations + self.expansions

    @property
    def in_words(self) -> str:
        """The name by which it is understood best."""
        return self.abbreviations[0] if self.kind == USUAL else self.expansions[0]

    @property
    def printed_forms(self) -> tuple[str, ...]:
        """The abbreviations of one word with their plurals, folded, as an index can look for them."""
        if self.kind == CAPITALS:
            return ()
        folded = [fold(name) for name in self.abbreviations if len(list(words_of(name))) == 1]
        return tuple(dict.fromkeys(chain.from_iterable((form, f"{form}s") for form in folded)))


@dataclass(frozen=True, slots=True)
class Naming:
    """A term named in a text."""

    term: Term
    """Of several that share an abbreviation ("ICC") the first of the table, which it stands for most often."""
    abbreviated: bool
    start: int
    end: int
    """Where the name stands in the text, in characters."""


@cache
def terms() -> tuple[Term, ...]:
    """The terms of the table, in its order."""
    return tuple(
        Term(
            row["language"],
            tuple(row["abbreviation"].split("|")),
            tuple(row["expansions"].split("|")),
            row["english"],
            row["kind"],
        )
        for row in table_rows("models.vocabularies", "abbreviations.csv")
    )


def terms_named(name: str, language: str | None = None, words: Sequence[Word] | None = None) -> tuple[Term, ...]:
    """The terms that have this name; several share an abbreviation.

    `language` is that of the text in which it stands; None: any, but abbreviations of other languages than English
    then count in capitals only ("MENA"). `words` are those of the name, where it is cut already.
    """
    return _named(name, tuple(words_of(name)) if words is None else words, language)


def namings(text: str, language: str = ENGLISH, words: Sequence[Word] | None = None) -> tuple[Naming, ...]:
    """The terms of a language that a text in it names, in its order; at each place the longest name.

    A text that is nothing but an abbreviation of another language ("MGF") names it: so short a text has no language.
    `words` are those of the text, where it is cut already.
    """
    words = tuple(words_of(text)) if words is None else words
    found = tuple(_namings(text, words, language))
    if found:
        return found
    alone = text.strip()
    terms = terms_named(alone, words=words)[:1]
    return tuple(Naming(term, True, 0, len(text)) for term in terms if alone in term.abbreviations)


def language_of_name(name: str) -> str:
    """The language of the first term with that name; of titles, which are no terms, English."""
    return next((term.language for term in terms() if name in term.names), ENGLISH)


def english_term(term: Term) -> Term | None:
    """The English term for one of another language; None where it is an instrument."""
    return next((other for other in terms() if other.language == ENGLISH and term.english in other.abbreviations), None)


def english_name(term: Term) -> str:
    """What a term is called in English."""
    other = term if term.language == ENGLISH else english_term(term)
    return other.in_words if other else instruments()[term.english].title


def _namings(text: str, words: Sequence[Word], language: str) -> Iterator[Naming]:
    longest_from, at = _longest_from(), 0
    while at < len(words):
        length = 1
        for length in range(min(longest_from.get(words[at].stem, 0), len(words) - at), 0, -1):
            run = words[at : at + length]
            start, end = run[0].start, run[-1].end
            found = [term for term in _named(text[start:end], run, language) if term.language == language]
            if found:
                is_expansion = any(_stems(name) == _stems_of(run) for name in found[0].expansions)
                yield Naming(found[0], not is_expansion, start, end)
                break
        at += length


def _named(name: str, words: Sequence[Word], language: str | None) -> tuple[Term, ...]:
    if len(words) == 1:
        short = [
            (term, printed)
            for term, printed in _by_form().get(fold(name), ())
            if _counts(name, printed, term, language)
        ]
        if short:
            return tuple(dict.fromkeys(term for term, _ in short))
    return _by_stems().get(_stems_of(words), ())


def _counts(name: str, printed: str, term: Term, language: str | None) -> bool:
    """Whether a word is an abbreviation as it is written."""
    strict = term.kind == CAPITALS or len(printed) <= _SHORT or term.language not in (ENGLISH, language)
    return not strict or re.sub(r"(['’]?s)$", "", name) == printed or name == printed


@cache
def _by_form() -> dict[str, tuple[tuple[Term, str], ...]]:
    """Abbreviations of one word, folded, with their plural and possessive → the terms, and the abbreviation."""
    found: dict[str, tuple[tuple[Term, str], ...]] = {}
    for term in terms():
        for name in term.abbreviations:
            if len(_stems(name)) == 1:
                for ending in ("", "s", "'s"):
                    form = fold(name) + ending
                    found[form] = (*found.get(form, ()), (term, name))
    return found


@cache
def _by_stems() -> dict[tuple[str, ...], tuple[Term, ...]]:
    """Names as the stems of their words → the terms; abbreviations of one word go by their form."""
    found: dict[tuple[str, ...], tuple[Term, ...]] = {}
    for term in terms():
        long = [name for name in term.abbreviations if len(_stems(name)) > 1]
        for stems in dict.fromkeys(map(_stems, (*long, *term.expansions))):
            found[stems] = (*found.get(stems, ()), term)
    return found


@cache
def _longest_from() -> Mapping[str, int]:
    """The words that a name can begin with → how many words the longest such name has."""
    longest = {next(words_of(form)).stem: 1 for form in _by_form()}
    for stems in _by_stems():
        longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
    return longest


@cache
def _stems(name: str) -> tuple[str, ...]:
    return _stems_of(tuple(words_of(name)))


def _stems_of(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words)
