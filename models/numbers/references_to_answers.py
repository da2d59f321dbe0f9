"""Where a State's answer refers on to its answer to other recommendations, and to which numbers.

    "See recommendations 53 and 71."                          53, 71
    "See also the response to recommendations 6–13"           6, 7, 8, 9, 10, 11, 12, 13
    "cf. answer to 12 above"                                  12
    "Voir la réponse à la recommandation 115.12."             115.12
    "Véase la respuesta a las recomendaciones 4 y 5."         4, 5

Only numbers of recommendations count: "see paragraph 12", "see article 4", "see recommendation 25 of the Committee"
name none.
"""

import re
from collections.abc import Iterator

from models.languages.read_languages import any_language
from models.numbers.number_lists import BETWEEN, NUMBER_MARK, NamedNumbers, NumberReference, read_list

_ANSWER = any_language(lambda words: words.referring.answers)
_SMALL = any_language(lambda words: words.referring.small)
_RECOMMENDATION = any_language(lambda words: words.numbers.recommendation)
_WHERE = any_language(lambda words: words.referring.where)
# "see also", "the response to", "recommendations Nos. 4"
_SEE = rf"\b{any_language(lambda words: words.referring.see)}"
_WORDS = rf"(?:\s*(?:(?P<answer>{_ANSWER})|{_SMALL})(?=[\s’'])['’]?){{0,10}}"
_TARGET = rf"\s*(?P<cue>{_RECOMMENDATION}\s*(?:{NUMBER_MARK}\s*)?)?(?=\d)"
_REFERENCE = re.compile(f"{_SEE}{_WORDS}{_TARGET}", re.I)
_FURTHER = re.compile(rf"\s*(?:[,;]|{BETWEEN}){_WORDS}{_TARGET}", re.I)
_OF_ANOTHER = re.compile(
    rf"[\s,]*(?:{_WHERE}\s+)?{any_language(lambda words: words.referring.of)}\s+"
    rf"(?!{any_language(lambda words: words.referring.own)}\b)",
    re.I,
)
_ENDS = re.compile(rf"[^\S\n]*+{_WHERE}?[^\S\n]*+(?:[.;,)\n]|$)", re.I)

MAX_REFERENCE_WORDS = 15
"""A comment up to this length that refers on says hardly anything else ("See also recommendations 53, 71 and 77")."""


def numbers_referred_to(comment: str) -> tuple[str, ...]:
    """The numbers of the recommendations that a comment refers to, as records write them, each once."""
    return tuple(dict.fromkeys(reference.number for reference in _references(comment)))


def numbers_only_referred_to(comment: str) -> tuple[str, ...]:
    """The numbers that a comment refers to which does nothing but refer on; none of one that says more."""
    return numbers_referred_to(comment) if len(comment.split()) <= MAX_REFERENCE_WORDS else ()


def _references(comment: str) -> Iterator[NumberReference]:
    position = 0
    while match := _REFERENCE.search(comment, position):
        position = match.end()
        named = _list_at(comment, match)
        while named:
            yield from named.references
            position = named.end
            further = _FURTHER.match(comment, position)
            named = _list_at(comment, further) if further and (further["cue"] or further["answer"]) else None


def _list_at(comment: str, match: re.Match[str]) -> NamedNumbers | None:
    """The list of numbers behind the words of a reference; None where they are not those of recommendations."""
    named = read_list(comment, match.end(), "recommendation", strict=False)
    if not named.references or _OF_ANOTHER.match(comment, named.end):
        return None
    said_to_be = match["cue"] or match["answer"] or all(reference.intro for reference in named.references)
    return named if said_to_be or _ENDS.match(comment, named.end) else None
