"""The surest word that may be used of what an issue in a language finds, and the sentence that says why no surer one.

The words were settled on issues in English. What they are worth in another language was read (stage "languages" of the
calibration); where too little of it was true, or nothing was read, the word is not used.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.encoders.calibration import Calibration, numbers_or
from models.messages.message import Message
from models.texts.words import ENGLISH
from search.datamodel.strengths import StrengthBounds, Surest

FoundOf = Literal["others", "own", "documents"]
"""What is called so: recommendations to other States, those to the own State, or what treaty bodies and documents
before reviews say."""


def _english_alone() -> Mapping[str, Surest]:
    return {ENGLISH: "strong"}


@dataclass(frozen=True, slots=True)
class Languages:
    """The surest word by language, as ISO code, of each; "possible" for any other."""

    surest: Mapping[str, Surest] = field(default_factory=_english_alone)
    """Of recommendations to other States."""
    own: Mapping[str, Surest] = field(default_factory=_english_alone)
    documents: Mapping[str, Surest] = field(default_factory=_english_alone)

    def of(self, found: FoundOf) -> Mapping[str, Surest]:
        """Those of one of them."""
        return {"others": self.surest, "own": self.own, "documents": self.documents}[found]


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


def words_in(calibration: Calibration | None, language: str, found: FoundOf, bounds: StrengthBounds) -> StrengthBounds:
    """What an issue in a language, by its ISO code, may have its results called.

    Raises: as `surest_word`.
    """
    return bounds.at_most(surest_word(calibration, language, found))


def surest_word(calibration: Calibration | None, language: str, found: FoundOf) -> Surest:
    """The surest word for what an issue in a language, by its ISO code, finds.

    Raises:
        CalibrationError: the numbers are not such as are read here.
    """
    return numbers_or(calibration, "languages", Languages, Languages()).of(found).get(language, "possible")
