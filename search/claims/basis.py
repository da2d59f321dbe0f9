"""What a claim rests on: a document, a table, or this program.

A fact stands in a document of the United Nations or of the State; a coding in a table, which is named; an inference is
the program's, which shows it as texts to read and never says it as what a State said, asked or did.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.messages.message import Message
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
