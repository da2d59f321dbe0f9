"""International instruments under the names that recommendations give them: full titles, short names, abbreviations.

The table is instruments.csv. Names are compared by the stems of their words without function words, so that "the
Optional Protocols to the Convention against Torture" and "Optional Protocol of CAT" need one name each, whatever
articles and plurals stand in them; at each place the longest name wins.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.files.package_tables import table_rows
from models.texts.words import Word, stem, words_of

_FUNCTION_WORDS = """
    a against all and by concerning for from in international its national nations no number of on or regarding the
    their to united un with
"""
_BY_ITSELF = ("option", "protocol")
"""An optional protocol that its convention alone names ("CRPD and its Optional Protocol")."""
_BASE = re.compile(r"\{(.+)\}")
_ILO_WORDS = frozenset(("ilo", "labour", "labor"))
_ILO_NUMBER = re.compile(r"[1-9]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One treaty, declaration or set of principles."""

    code: str
    """Its usual abbreviation ("OPCAT") or a short name ("ROME-STATUTE")."""
    title: str
    protocol: str
    """Code of its optional protocol; "" where it has none or several."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An instrument named in a text."""

    code: str
    """Of the instrument; "ILO-169" for a numbered convention of the International Labour Organization."""
    start: int
    end: int
    """Where its name stands in the text, in characters."""


@cache
def instruments() -> dict[str, Instrument]:
    """The instruments of the table, by code."""
    return {row["code"]: Instrument(row["code"], row["title"], row["protocol"]) for row in _rows()}


def mentions_of_instruments(text: str) -> tuple[Mention, ...]:
    """The instruments that a text names, in its order."""
    return mentions_among(words_of(text))


def mentions_among(text_words: Iterable[Word]) -> tuple[Mention, ...]:
    """The instruments that the words of a text name, in its order."""
    words = _discriminative_terms(text_words)
    ilo = any(word.stem == "convent" for word in words) and any(word.stem in _ILO_WORDS for word in words)
    return tuple(_mentions(words, ilo))


def _discriminative_terms(words: Iterable[Word]) -> list[Word]:
    function_stems = _function_stems()
    return [word for word in words if word.stem not in function_stems]


def _mentions(words: Sequence[Word], ilo: bool) -> Iterator[Mention]:
    at, last = 0, ""
    while at < len(words):
        code, length = _longest_name(words, at, last)
        if not code and ilo and _ILO_NUMBER.fullmatch(words[at].stem):
            code, length = f"ILO-{words[at].stem}", 1
        if code:
            yield Mention(code, words[at].start, words[at + length - 1].end)
            last = code
        at += length


def _longest_name(words: Sequence[Word], at: int, last: str) -> tuple[str, int]:
    """Code and number of words of the longest name that begins at a word; ("", 1) where none does."""
    names = _codes_by_name()
    if words[at].stem not in _first_stems():
        return "", 1
    stems = tuple(word.stem for word in words[at : at + _longest()])
    for length in range(len(stems), 0, -1):
        if stems[:length] in names:
            return names[stems[:length]], length
    if stems[:2] == _BY_ITSELF and last in instruments() and instruments()[last].protocol:
        return instruments()[last].protocol, 2
    return "", 1


def instrument_named(words: Iterable[Word]) -> str:
    """The code of the instrument whose name consists of these words; "" where none has it."""
    return _codes_by_name().get(tuple(word.stem for word in _discriminative_terms(words)), "")


@cache
def printed_names(code: str) -> tuple[str, ...]:
    """The names of an instrument as they are printed, the title first."""
    names_of = _names_by_code()
    return tuple(dict.fromkeys(full for name in names_of[code] for full in _written_out(name, names_of)))


def names_of_instruments() -> Iterator[tuple[tuple[str, ...], str]]:
    """Each name as the stems of its discriminative terms, with the code; a code in braces stands for all names it
    has."""
    for code in _names_by_code():
        for name in printed_names(code):
            yield tuple(word.stem for word in _discriminative_terms(words_of(name))), code


@cache
def _names_by_code() -> dict[str, list[str]]:
    return {row["code"]: [row["title"], *filter(None, row["names"].split("|"))] for row in _rows()}


@cache
def _codes_by_name() -> dict[tuple[str, ...], str]:
    return dict(names_of_instruments())


def _written_out(name: str, names_of: Mapping[str, Sequence[str]]) -> list[str]:
    """The names that "Optional Protocol to {CRC}" stands for."""
    base = _BASE.search(name)
    return [name.replace(base.group(), each) for each in names_of[base.group(1)]] if base else [name]


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, _FUNCTION_WORDS.split()))


@cache
def _first_stems() -> frozenset[str]:
    """The words that a name can begin with; most words cannot, and need no look further."""
    return frozenset((*(name[0] for name in _codes_by_name()), _BY_ITSELF[0]))


@cache
def _longest() -> int:
    return max(map(len, _codes_by_name()))


def _rows() -> list[dict[str, str]]:
    return table_rows("models.vocabularies", "instruments.csv")
