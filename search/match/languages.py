"""The surest word that may be used of what an issue in a language finds, and the sentence that says why no surer one.

The words were settled on issues in English. What they are worth in another language was read (stage "languages" of the
calibration); where too little of it was true, or nothing was read, the word is not used.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.encoders.calibration import Calibration, numbers_or
from models.messages import Message
from models.words import ENGLISH
from search.datamodel.strengths import StrengthBounds, Surest


@dataclass(frozen=True, slots=True)
class Languages:
    """The surest word by language; "possible" for any other."""

    surest: Mapping[str, Surest]
    """By ISO code."""


ENGLISH_ALONE = Languages({ENGLISH: "strong"})
NOT_SURER: Mapping[Surest, tuple[Message, ...]] = {
    "strong": (),
    "likely": (
        Message(
            "For an issue in this language the program cannot tell what is surely on it: nothing is called more than "
            "“probably on the issue”. Read the recommendations before you quote them."
        ),
    ),
    "possible": (
        Message(
            "For an issue in this language the program cannot tell what is surely on it: every number counts "
            "recommendations that may be on the issue. Read them before you quote a number."
        ),
    ),
}
"""What is said beside an answer, by the surest word in it."""


def words_in(calibration: Calibration | None, language: str, bounds: StrengthBounds) -> StrengthBounds:
    """What an issue in a language, by its ISO code, may have its results called, whatever kind of text they are.

    Raises: as `surest_word`.
    """
    return bounds.at_most(surest_word(calibration, language))


def surest_word(calibration: Calibration | None, language: str) -> Surest:
    """The surest word for an issue in a language, by its ISO code.

    Raises:
        CalibrationError: the numbers are not such as are read here.
    """
    return numbers_or(calibration, "languages", Languages, ENGLISH_ALONE).surest.get(language, "possible")
