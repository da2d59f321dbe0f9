"""The terms that the classifiers read in a text.

For issues: stems of words, pairs of neighbours, an instrument as one word. For action categories also the verbs of a
request, and what stands around them: UPR Info looks at the first verb of a recommendation; of two opening verbs
("continue and strengthen") at the second; and at specific actions that follow a general one ("improve the law by
amending the code").
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

from models.languages.read_languages import BARE_VERBS
from models.texts.words import stem, words_of
from models.vocabularies.instruments import mentions_of_instruments

VERB_CATEGORIES = Path(__file__).with_name("verb_categories.csv")
OPENING_WORDS = 25
"""Words of a text among which its verb stands; a long introduction may come before it."""
OBJECT_WORDS = 4
"""Discriminative terms after the verb that are its object."""
MEANS_WORDS = 3
"""Discriminative terms after "by" or "including" that say what the means is."""
_MEANS = frozenset("by through including particularly notably namely inter".split())
"""Words after which a specific action may follow."""
_BETWEEN_MEANS = frozenset("by through the inter alia in particular among others a".split())
_ADVERBS = frozenset(
    """
    fully further effectively immediately promptly actively urgently swiftly to also rapidly quickly seriously
    carefully strictly formally thoroughly positively continuously progressively officially systematically duly
    constantly gradually equally better otherwise strongly
    """.split()
)
_EMPTY = _ADVERBS | frozenset("the a an its all of for in on and any with into out".split())
_ARTICLES = frozenset("the a an its their his her this these all".split())
"""What stands before a noun ("the State", "its work")."""
_NO_VERBS = _ADVERBS | frozenset("recommend recommended recommends".split())
"""Words like verbs of requests that are none."""


def terms_of(text: str) -> list[str]:
    """Words and pairs of neighbouring words, as often as they stand in a text.

    Instruments go by their code with a mark that no word has ("§CRPD"), whatever name the text gives them.
    """
    words = list(_words(text))
    return [*words, *(f"{word} {following}" for word, following in pairwise(words))]


def _words(text: str) -> Iterator[str]:
    mentions = iter(mentions_of_instruments(text))
    mention = next(mentions, None)
    for word in words_of(text):
        while mention and word.start >= mention.end:
            mention = next(mentions, None)
        if mention is None or word.start < mention.start:
            yield word.stem
        elif word.start == mention.start:
            yield f"§{mention.code}"


@dataclass(frozen=True, slots=True)
class RequestWords:
    """The words of a text with the indices of its verbs."""

    printed: tuple[str, ...]
    """In lower case."""
    stems: tuple[str, ...]
    first: int | None
    """Index of the first verb."""
    verb: int | None
    """Index of the verb that counts: the second of two that open the request."""
    means: tuple[int, ...]
    """Indices of verbs that say by what means ("by amending")."""
    aims: tuple[int, ...]
    """Indices of verbs that say what for ("take steps to amend")."""


def request_words(text: str) -> RequestWords:
    """The words of a text, and its verbs by their indices."""
    words = list(words_of(text))
    printed = tuple(text[word.start : word.end].lower() for word in words)
    stems = tuple(word.stem for word in words)
    first = next((index for index in range(min(len(words), OPENING_WORDS)) if _is_verb(printed, stems, index)), None)
    verb = None if first is None else _second_verb(printed, stems, first)
    rest = 0 if verb is None else verb + 1
    means = tuple(dict.fromkeys(_means(printed, stems, rest)))
    return RequestWords(printed, stems, first, verb, means, tuple(_aims(printed, stems, rest + 1)))


def terms_of_action(text: str) -> list[str]:
    """The terms that tell an action category: words, pairs, and what stands where in relation to the verb."""
    request = request_words(text)
    return [
        *request.stems,
        *map(" ".join, pairwise(request.stems)),
        *_terms_of_opening(request),
        *(f"means:{request.stems[index]}" for index in request.means),
        *_terms_of_means(request),
    ]


def _terms_of_opening(request: RequestWords) -> Iterator[str]:
    if request.first is None or request.verb is None:
        return
    verb = request.stems[request.verb]
    yield from (f"verb:{verb}", f"first:{request.stems[request.first]}")
    if request.first != request.verb:
        yield "two verbs"
    for length in (2, 3):
        yield f"opening:{' '.join(request.stems[request.first : request.first + length])}"
    object_terms = _discriminative_terms(request, request.verb + 1, OBJECT_WORDS)
    yield from (f"object:{verb} {word}" for word in object_terms)
    if object_terms:
        yield f"next:{object_terms[0]}"
        yield f"phrase:{verb} {' '.join(object_terms[:2])}"
    if request.means:
        yield f"verb with means:{verb}"
    yield from (f"to:{verb} {request.stems[index]}" for index in request.aims)


def _terms_of_means(request: RequestWords) -> Iterator[str]:
    """What follows each "by" or "including", whether a verb or not ("through ratification of")."""
    for index in range(0 if request.verb is None else request.verb + 1, len(request.stems)):
        if request.printed[index] in _MEANS:
            yield from (f"after:{word}" for word in _discriminative_terms(request, index + 1, MEANS_WORDS))
            if request.verb is not None:
                yield f"{request.printed[index]} after:{request.stems[request.verb]}"


def _discriminative_terms(request: RequestWords, start: int, count: int) -> list[str]:
    """Stems of the first words from an index on that are not empty."""
    words = zip(request.printed[start:], request.stems[start:], strict=True)
    return list(islice((stemmed for printed, stemmed in words if printed not in _EMPTY), count))


def _is_verb(printed: tuple[str, ...], stems: tuple[str, ...], index: int) -> bool:
    after_article = index > 0 and printed[index - 1] in _ARTICLES
    return stems[index] in _verb_stems() and printed[index] not in _NO_VERBS and not after_article


def _second_verb(printed: tuple[str, ...], stems: tuple[str, ...], first: int) -> int:
    """The verb that "and" or "or" joins to the first, perhaps with an adverb before it; else the first."""
    if first + 2 >= len(stems) or printed[first + 1] not in ("and", "or"):
        return first
    is_adverb = printed[first + 2] in _ADVERBS or printed[first + 2].endswith("ly")
    second = first + 3 if is_adverb else first + 2
    if second < len(stems) and _is_verb(printed, stems, second):
        return second
    return first


def _means(printed: tuple[str, ...], stems: tuple[str, ...], start: int) -> Iterator[int]:
    for index in range(start, len(stems) - 1):
        if printed[index] in _MEANS:
            following = index + 1
            while following < len(stems) - 1 and printed[following] in _BETWEEN_MEANS:
                following += 1
            if stems[following] in _verb_stems():
                yield following


def _aims(printed: tuple[str, ...], stems: tuple[str, ...], start: int) -> Iterator[int]:
    return (index for index in range(start, len(stems)) if printed[index - 1] == "to" and stems[index] in _verb_stems())


@cache
def verb_categories() -> dict[str, int]:
    """Stem of a verb → the action category of most recommendations that it opens.

    The table is written by benches/fit_classifiers.py.
    """
    table = VERB_CATEGORIES.read_text(encoding="utf-8")
    return {row["verb"]: int(row["category"]) for row in csv.DictReader(table.splitlines())}


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(map(stem, BARE_VERBS.verbs))
