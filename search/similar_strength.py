"""How near two recommendations are, in words.

Mean cosines of the default encoder between linked recommendations to one State: 0.77 for the same ask, 0.71 for one
that builds up on it, 0.65 for a similar one, 0.57 where one is the frame of the other, 0.49 for none of these.
"""

from search.results import Strength

SIMILAR = 0.6
_LIKELY = 0.7
_STRONG = 0.8


def strength_of_similar(cosine: float) -> Strength:
    """A cosine of at least SIMILAR in words."""
    if cosine >= _STRONG:
        return "strong"
    return "likely" if cosine >= _LIKELY else "possible"
