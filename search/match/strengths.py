"""What texts that are likely on an issue may be called: less than by their relevance, where less is known.

By language: the words were settled on issues in English. What they are worth in another language was read (stage
"languages" of the calibration); where too little of it was true, or nothing was read, all is possible.

By the issue as it was told: example issues and the taught encoder move a story towards requests of recommendations. One
that never says what it is about can be moved into a field that it is not on, and texts there are very near to where it
was moved to: of children hunted for their skin it becomes child labour. From the story as it was told such texts are
far. What is found, and its order, stay: of an issue in one sentence in another language the nearest texts, too, are
often far from it as a map puts it.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import Calibration, numbers_or
from models.encoders.text_encoder import Vectors
from models.messages.message import Message
from models.texts.words import ENGLISH
from search.datamodel.logistic import Floats
from search.datamodel.strengths import StrengthBounds
from search.match.state import Match, OwnState

AS_TOLD, LANGUAGES = "as told", "languages"
"""Of a calibration."""
NOT_SURE = Message(
    "For an issue in this language the program cannot tell what is surely on it: every number counts "
    "recommendations that may be on the issue. Read them before you quote a number."
)


@dataclass(frozen=True, slots=True)
class AsTold:
    """A lesser word for what is far from the issue as it was told: the least cosine of what is not.

    A name is found by its words, and need not be near.
    """

    others: float
    """Of what other States were told, for an issue in another language than English, which a map does not tell from its
    field as sharply: what is farther is possible at most."""
    own: float
    """Of what the own State was told, in any language: what is farther is likely at most."""
    name: str = AS_TOLD

    def apply(self, match: Match) -> Match:
        """After relevance, which stays."""
        if match.reading.language == ENGLISH:
            return match
        sure = np.flatnonzero(match.relevance >= match.words.likely)
        sureness = match.sureness.copy()
        far = _is_far(match, match.texts.vectors[sure], self.others)
        sureness[sure[far]] = np.nextafter(match.words.likely, 0)
        return replace(match, sureness=sureness)


@dataclass(frozen=True, slots=True)
class OwnAsTold:
    """A lesser word for what the own State was told."""

    numbers: AsTold
    name: str = AS_TOLD

    def apply(self, own: OwnState) -> OwnState:
        """List and order stay."""
        far = (own.sureness >= own.words.strong) & _is_far(own.match, own.vectors, self.numbers.own)
        return replace(own, sureness=np.where(far, np.nextafter(own.words.strong, 0), own.sureness))


def _is_far(match: Match, vectors: Vectors, least: float) -> NDArray[np.bool_]:
    near: Floats = (vectors @ match.vector).astype(np.float64) + match.reading.share_of_name
    return np.asarray(near < least)


@dataclass(frozen=True, slots=True)
class Languages:
    """ISO codes of the languages in which the words were found true."""

    recommendations: tuple[str, ...] = (ENGLISH,)
    documents: tuple[str, ...] = (ENGLISH,)
    """For what treaty bodies and documents before reviews say."""
    name: str = LANGUAGES

    def apply(self, match: Match) -> Match:
        """What the recommendations that are found may be called."""
        if match.reading.language in self.recommendations:
            return match
        return replace(match, words=match.words.possible_at_most, doubted=True)


def languages_of(calibration: Calibration | None) -> Languages:
    """Those of a vector space; where nothing was read, English alone.

    Raises:
        CalibrationError: the numbers are not such as are read here.
    """
    return numbers_or(calibration, LANGUAGES, Languages, Languages())


def words_for_documents(calibration: Calibration | None, language: str, bounds: StrengthBounds) -> StrengthBounds:
    """What paragraphs of documents may be called for an issue in a language, by its ISO code.

    Raises:
        CalibrationError: the numbers are not such as are read here.
    """
    return bounds if language in languages_of(calibration).documents else bounds.possible_at_most
