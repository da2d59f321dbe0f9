"""Which paragraphs of concluding observations belong together: a concern, and the recommendation that answers it.

Under one heading a committee says what it is concerned about, in one paragraph or several, and then what it recommends.
After a recommendation, the next concern begins another passage, though no heading stands between (CRC and CESCR set
several pairs under one heading).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from models.records.records import ObservationKind
from search.catalogue.observations import ObservationParagraph

MOST_TOGETHER = 6
"""Paragraphs of a passage. Documents of the 1990s list all concerns and then all recommendations, under a heading for
each: there one does not tell which of them belong together, and each stands alone."""
_ASKS = (ObservationKind.RECOMMENDATION, ObservationKind.BOTH)


def passages_of(paragraphs: Sequence[ObservationParagraph]) -> list[list[int]]:
    """The places of the paragraphs of each passage; `paragraphs` stand as documents print them."""
    passages: list[list[int]] = [[0]] if paragraphs else []
    for place, (before, paragraph) in enumerate(pairwise(paragraphs), 1):
        if _belong_together(before, paragraph):
            passages[-1].append(place)
        else:
            passages.append([place])
    return list(_without_lists(passages))


def _belong_together(before: ObservationParagraph, paragraph: ObservationParagraph) -> bool:
    """Whether a paragraph goes on with the passage of the one before."""
    if not paragraph.heading or (before.symbol, before.heading) != (paragraph.symbol, paragraph.heading):
        return False
    return before.kind not in _ASKS or paragraph.kind is ObservationKind.RECOMMENDATION


def _without_lists(passages: Iterable[list[int]]) -> Iterable[list[int]]:
    for passage in passages:
        if len(passage) > MOST_TOGETHER:
            yield from ([place] for place in passage)
        else:
            yield passage
