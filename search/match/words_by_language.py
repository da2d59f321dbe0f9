"""In which languages what is found may be called surer than possible, and the sentence that is said in others.

The words were settled on issues in English. What they are worth in another language was read (stage "languages" of the
calibration); where too little of it was true, or nothing was read, all is possible.
"""

from dataclasses import dataclass
from typing import Literal

from models.encoders.calibration import Calibration, numbers_or
from models.messages.message import Message
from models.texts.words import ENGLISH
from search.datamodel.strengths import StrengthBounds

Kind = Literal["recommendations", "documents"]
"""What is called so: recommendations, or what treaty bodies and documents before reviews say."""
NOT_SURE = Message(
    "For an issue in this language the program cannot tell what is surely on it: every number counts "
    "recommendations that may be on the issue. Read them before you quote a number."
)


@dataclass(frozen=True, slots=True)
class Languages:
    """ISO codes of the languages in which the words for each kind were found true."""

    recommendations: tuple[str, ...] = (ENGLISH,)
    documents: tuple[str, ...] = (ENGLISH,)

    def hold(self, language: str, kind: Kind) -> bool:
        """Whether the words for a kind hold in a language."""
        return language in (self.recommendations if kind == "recommendations" else self.documents)


def words_hold(calibration: Calibration | None, language: str, kind: Kind) -> bool:
    """Whether what an issue in a language, by its ISO code, finds may be called surer than possible.

    Raises:
        CalibrationError: the numbers are not such as are read here.
    """
    return numbers_or(calibration, "languages", Languages, Languages()).hold(language, kind)


def words_in(calibration: Calibration | None, language: str, kind: Kind, bounds: StrengthBounds) -> StrengthBounds:
    """What such an issue may have its results called; raises as `words_hold`."""
    return bounds if words_hold(calibration, language, kind) else bounds.possible_at_most
