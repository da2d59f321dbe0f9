"""What a claim rests on."""

from dataclasses import dataclass
from enum import StrEnum

from models.messages import Message
from models.records.records import Place


class RestsOn(StrEnum):
    """What the words of a claim were taken from; who reads them can open it."""

    FACT = "fact"
    """Words of a document."""
    CODING = "coding"
    """A list or table of others, which the claim names."""
    INFERENCE = "inference"
    """A model or rule of this program, which the claim says."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said of a record."""

    words: Message
    rests_on: RestsOn
    source: Place | None = None
    """Where the words stand that it rests on; None where it says that there are none, and for an inference."""
