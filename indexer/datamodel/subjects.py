"""What an extract is of, as one type: stored as text, written and read here alone.

NAM-24               a review: recommendations, answers, commitments
A/HRC/48/4           the same, by the symbol of its report, where the document does not name the review
NAM-24/reported      what documents before a review report on the time since the one before
NAM/observations     what treaty bodies say to a State or other entity; "/observations": to all States
""                   what is said of no review
"""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """What of a subject is meant, as its text ends."""

    RECORDS = ""
    REPORTED = "/reported"
    OBSERVATIONS = "/observations"


@dataclass(frozen=True, slots=True)
class Subject:
    """A review, a report or an entity, and what of it is meant."""

    name: str
    aspect: Aspect = Aspect.RECORDS

    @classmethod
    def read(cls, text: str) -> "Subject":
        """The subject of a text that `str` wrote."""
        endings = (aspect for aspect in Aspect if aspect and text.endswith(aspect))
        aspect = next(endings, Aspect.RECORDS)
        return cls(text.removesuffix(aspect), aspect)

    def __str__(self) -> str:
        return f"{self.name}{self.aspect}"
