"""The sentence of a paragraph that matters most for a recommendation: what a reader is shown of a long one."""

from collections.abc import Callable, Sequence, Set
from functools import lru_cache
from math import fsum

from models.texts.sentences import sentences_of
from search.progress.relevance import TEXTS_KEPT, stems_of


def sentence_that_matters(
    text: str, wanted: Set[str], weight_of: Callable[[str], float], nearness: Sequence[float] = ()
) -> str:
    """The sentence that holds most of the words wanted, in a long paragraph the nearest one, too.

    Args:
        text: the paragraph.
        wanted: stems of the recommendation.
        weight_of: how much each says.
        nearness: cosine of the recommendation and each two neighbouring sentences, in order; none of a short paragraph.
    """
    sentences = _sentences_of_paragraph(text)
    total = fsum(map(weight_of, wanted)) or 1.0

    def worth(place: int) -> float:
        share = fsum(map(weight_of, wanted & stems_of(sentences[place]))) / total
        # A sentence stands in the pair that it begins and in the one that it ends.
        return share + max(nearness[max(place - 1, 0) : place + 1], default=0.0)

    return sentences[max(range(len(sentences)), key=worth)]


@lru_cache(TEXTS_KEPT)
def _sentences_of_paragraph(text: str) -> tuple[str, ...]:
    return tuple(sentences_of(text.replace("\n", " ")))
