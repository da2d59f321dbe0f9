"""What is far from an issue as it was told is called less sure.

Example issues and the taught encoder move a story towards requests of recommendations. One that never says what it is
about can be moved into a field that it is not on, and texts there are very near to where it was moved to: of children
hunted for their skin it becomes child labour. From the story as it was told such texts are far. What is found, and its
order, stay: of an issue in one sentence in another language the nearest texts, too, are often far from it as a map puts
it.
"""

from dataclasses import dataclass, replace

import numpy as np

from models.encoders.text_encoder import Vectors
from models.texts.words import ENGLISH
from search.datamodel.logistic import Floats
from search.match.state import Match

STAGE = "as told"
"""Of a calibration."""


@dataclass(frozen=True, slots=True)
class AsTold:
    """The least cosine with the issue as it was told of a text that may be called what its relevance says."""

    others: float
    """Of what other States were told, for an issue in another language than English, which a map does not tell from its
    field as sharply: what is farther is possible at most."""
    own: float
    """Of what the own State was told, in any language: what is farther is likely at most."""


@dataclass(frozen=True, slots=True)
class AsToldStage:
    """What the relevance of what other States were told may be called."""

    numbers: AsTold
    name: str = STAGE

    def apply(self, match: Match) -> Match:
        """After relevance, which stays."""
        if match.reading.language == ENGLISH:
            return match
        sure = np.flatnonzero(match.relevance >= match.words.likely)
        called = match.relevance.copy()
        far = nearness(match, match.texts.vectors[sure]) < self.numbers.others
        called[sure[far]] = np.nextafter(match.words.likely, 0)
        return replace(match, called=called)


def nearness(match: Match, vectors: Vectors) -> Floats:
    """How near each of some texts is to the issue as told: a name is found by its words, and need not be near."""
    return np.asarray((vectors @ match.vector).astype(np.float64) + match.reading.share_of_name)
