"""The numbers of matching that belong to no vector space: which words of an issue count, and how much.

They stand in numbers.json, with the set that each was chosen on. What hangs on the encoder is part of its calibration
(models.encoders.calibration), what belongs to a method alone stands beside it, with its source.
"""

import json
from dataclasses import dataclass
from importlib import resources

from cattrs import structure


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """How the words of an issue count (search.query, search.lexical)."""

    sentence_weight: float
    """Of the very words of a query that is told in sentences, beside a weight of 1 for its meaning."""
    topic_weight: float
    """At most, of a few words."""
    step: float
    """What a topic weighs more for each word that it lacks to a sentence."""
    name_weight: float
    sentence_words: int
    """A query of so many content words is read as a sentence, one of two fewer as a topic."""
    name_words: int
    """Names are seldom longer, in content words."""
    common_share: float
    """A word in more of the texts than this says little beside the others of a long query ("ensure", "rights")."""
    few_words: int
    """A query of so few words needs them all."""
    rare_share: float
    """A word that so few of the texts hold is likely a name."""
    expected_above_weight: float
    """The more a query is a name, the more of its words a text must hold: this much more than their weight."""
    phrase_words: int
    """A query of at most so many words is looked for as it stands."""
    named: float
    """What a text is worth that names the treaty asked for: nearly as much as one with all words of the query."""
    lacking: float
    """What a text loses that does not, where the query is nothing but the name: "Ratify OP-CRC" is not about OPCAT."""


def _read() -> WordNumbers:
    stages = json.loads(resources.files("search").joinpath("numbers.json").read_text(encoding="utf-8"))
    return structure(stages["words of an issue"]["numbers"], WordNumbers)


WORDS = _read()
