"""Controlled lists of what is said of records: positions, kinds of threads, action categories."""

from collections.abc import Mapping
from enum import StrEnum

from models.messages.message import Message


class Position(StrEnum):
    """The position of a State under review on a recommendation; never "accepted", "rejected" or "refused".

    A State under review cannot reject a recommendation: it supports it, or it notes it.
    """

    SUPPORTED = "supported"
    NOTED = "noted"
    PENDING = "pending"
    """The report announces a later answer, none is indexed, and the review may be too recent to be adopted."""
    UNKNOWN = "unknown"
    """The review is adopted, but no answer stands in the documents indexed. Never counted as noted."""


class Qualified(StrEnum):
    """How support falls short of being clear, so that the position is noted."""

    PART = "part"
    """A part is supported: "accepts the first sentence", "partially"."""
    CONDITION = "condition"
    """Support under a condition, a limit or a reservation: "as far as its law allows"."""
    EXCEPTION = "exception"
    """All but something: "except for the deadline", "but cannot commit to its date"."""
    SPIRIT = "spirit"
    """The aim is supported: "in principle", "shares the objective"."""


QUALIFIED_WORDS: Mapping[Qualified, Message] = {
    Qualified.PART: Message("supports in part"),
    Qualified.CONDITION: Message("supports on conditions"),
    Qualified.EXCEPTION: Message("supports with an exception"),
    Qualified.SPIRIT: Message("supports the aim"),
}
"""How support falls short of being clear, so that the position is noted."""


class Confidence(StrEnum):
    """How sure it is that a position is what the State under review answered: a step lower each, for each reason."""

    HIGH = "high"
    """A document of the United Nations states it."""
    MEDIUM = "medium"
    """A list or table codes it; or a document counts other numbers than were read, or another file with its symbol says
    something else."""
    LOW = "low"
    """Both."""


class ThreadType(StrEnum):
    """What two recommendations to one State have to do with each other, as the program finds it.

    The values are those of JSON; search.claims.threads says it in words.
    """

    SAME = "same"
    """Both ask for the same act on the same object."""
    SIMILAR = "similar"
    """On the same thing: to be read."""
    NONE = "none"
    """No thread."""


ACTION_CATEGORIES: Mapping[int, str] = {1: "minimal", 2: "continuing", 3: "considering", 4: "general", 5: "specific"}
"""UPR Info's action categories, number → name: what kind of action a request wants, from minimal to specific.

McMahon, E. R., "The Universal Periodic Review: A Work in Progress", 2012; UPR Info, "Action category", 2014.
"""
