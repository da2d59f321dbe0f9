"""The verbs of a request, and which of them tells its action category.

UPR Info looks at the first verb of a recommendation; of two opening verbs ("continue and strengthen") at the second;
and at specific actions that follow a general one ("improve the law by amending the code").
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.languages.read_languages import BARE_VERBS
from models.texts.words import stem, words_of

VERB_CATEGORIES = Path(__file__).with_name("verb_categories.csv")
OPENING_WORDS = 25
"""Words of a text among which its verb stands; a long introduction may come before it."""
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
_ARTICLES = frozenset("the a an its their his her this these all".split())
"""What stands before a noun ("the State", "its work")."""
_NO_VERBS = _ADVERBS | frozenset("recommend recommended recommends".split())
"""Words like verbs of requests that are none."""


@dataclass(frozen=True, slots=True)
class RequestWords:
    """The words of a text with the indices of its verbs."""

    printed: tuple[str, ...]
    """In lower case."""
    stems: tuple[str, ...]
    verb: int | None
    """Index of the verb that opens the request, the second of two."""
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
    return RequestWords(printed, stems, verb, means, tuple(_aims(printed, stems, rest + 1)))


def deciding_verb(text: str, category: int) -> str | None:
    """The verb of a text that tells its category, as printed; None where no verb is known.

    It is the opening verb, unless another category is usual for that one and this category for a verb of the means or
    of the aim.
    """
    request = request_words(text)
    verbs = [*([] if request.verb is None else [request.verb]), *request.means, *request.aims]
    usual = verb_categories()
    discriminative = [index for index in verbs if usual.get(request.stems[index]) == category]
    return request.printed[[*discriminative, *verbs][0]] if verbs else None


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
