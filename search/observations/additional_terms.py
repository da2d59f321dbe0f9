"""Additional terms of a treaty body: the words of a treaty body that a recommendation on the same thing does not have.
Each counts as often as it stands there, times how rare it is among recommendations (inverse document frequency). Words
that no recommendation has are mostly names of acts and places, and left out; so are those of every such paragraph.
"""

from collections import Counter
from collections.abc import Collection

from search.lexical.bm25 import inverse_document_frequency
from search.lexical.index import LexicalIndex
from search.query.discriminative_terms import content_words, tells_subject

ADDITIONAL_TERMS_SHOWN = 6
FORMULAS = frozenset(
    "adopt also articl committe concern continu convent covenant effect encourag ensur general includ inform measur "
    "note parti particular previous recal recommend regret reiter report request state take urg welcom".split()
)
"""Stems of the words with which treaty bodies say anything."""


def additional_terms(text: str, known: Collection[str], index: LexicalIndex) -> tuple[str, ...]:
    """The most discriminative terms of a text, as printed, whose stems are not among those known."""
    printed: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for word in content_words(text):
        if word.stem not in known and word.stem not in FORMULAS and tells_subject(word.stem):
            printed.setdefault(word.stem, text[word.start : word.end])
            counts[word.stem] += 1
    weights = {
        stem: count * inverse_document_frequency(index, stem) for stem, count in counts.items() if index.frequency(stem)
    }
    most_discriminative = sorted(weights, key=lambda stem: (-weights[stem], stem))
    return tuple(printed[stem] for stem in most_discriminative[:ADDITIONAL_TERMS_SHOWN])
