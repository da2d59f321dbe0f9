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

from models.numbers.number_lists import NamedNumbers, NumberReference, read_list

_TRIGGER = (
    r"\b(?:see|refer(?:s|red)?(?: back)? to|reference is made to|as (?:in|for|under|per|stated in|explained in)"
    r"|same (?:\w+ )?as|cf\b\.?|voir|(?:se )?(?:reporter|référer) (?:à|aux?)|même \w+ que|véan?se|ver|rem[ií]t[ae]se a"
    r"|mism[oa] \w+ que)"
)
_ANSWER = (
    r"(?:responses?|repl(?:y|ies)|answers?|comments?|explanations?|information|positions?|remarks?|réponses?"
    r"|commentaires?|observations?|explications?|informations?|respuestas?|comentarios?|explicaci[oó]n|información)"
)
_SMALL = (
    r"(?:also|the|its|our|for|in|under|on|to|of|as|above|given|provided|made|regarding|concerning|with|regard|respect"
    r"|aussi|également|ci-dessus|las?|les?|l['’]|à|aux?|sur|sous|pour|donnée|apportée|concernant|relative"
    r"|también|el|los|sobre|dada|de|del|al?)"
)
_RECOMMENDATION = r"(?:recommendations?|recs?\b\.?|recommandations?|recomendaci[oó]n(?:es)?)"
_NUMBER_MARK = r"(?:n[oº°]s?\b\.?|n[º°]|numbers?|núms?\b\.?|numéros?|números?)"
_WORDS = rf"(?:\s*(?:(?P<answer>{_ANSWER})|{_SMALL})(?=[\s’'])['’]?){{0,10}}"
_TARGET = rf"\s*(?P<cue>{_RECOMMENDATION}\s*(?:{_NUMBER_MARK}\s*)?)?(?=\d)"
_REFERENCE = re.compile(rf"{_TRIGGER}{_WORDS}{_TARGET}", re.I)
_FURTHER = re.compile(rf"\s*(?:[,;]|\b(?:and|et|y|as well as|ainsi que|así como)\b){_WORDS}{_TARGET}", re.I)
_OF_ANOTHER = re.compile(
    r"[\s,]*(?:above\s+|below\s+)?(?:of|by|from|du|des?|de la|del)\s+"
    r"(?!(?:the\s+|le\s+|la\s+)?(?:present|this|same|report|working group|présent|rapport|groupe|informe|presente"
    r"|grupo)\b)",
    re.I,
)
_ENDS = re.compile(
    r"[^\S\n]*+(?:above|below|ci-dessus|ci-dessous|supra|infra|más arriba)?[^\S\n]*+(?:[.;,)\n]|$)", re.I
)

MAX_REFERENCE_WORDS = 15
"""A comment up to this length that refers on says hardly anything else ("See also recommendations 53, 71 and 77")."""


def numbers_referred_to(comment: str) -> tuple[str, ...]:
    """The numbers of the recommendations that a comment refers to, as records write them, each once."""
    return tuple(dict.fromkeys(reference.number for reference in _references(comment)))


def numbers_only_referred_to(comment: str) -> tuple[str, ...]:
    """The same of a comment that does nothing but refer on; none of one that says more."""
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
