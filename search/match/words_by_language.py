"""In which languages what is found may be called surer than possible, and the sentence that is said in others.

The words were settled on issues in English. What they are worth in another language was read (stage "languages" of the
calibration); where too little of it was true, or nothing was read, all is possible.
"""

from dataclasses import dataclass, replace

from models.encoders.calibration import Calibration, numbers_or
from models.messages.message import Message
from models.texts.words import ENGLISH
from search.datamodel.strengths import StrengthBounds
from search.match.state import Match

LANGUAGES = "languages"
"""Of a calibration."""
NOT_SURE = Message(
    "For an issue in this language the program cannot tell what is surely on it: every number counts "
    "recommendations that may be on the issue. Read them before you quote a number."
)


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
