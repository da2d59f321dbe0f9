"""The numbers of ranking that belong to no vector space.

They stand in numbers.json, with the set that each was chosen on. What hangs on the encoder is part of its calibration
(models.encoders.calibration).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeVar

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
    shortest_stem: int
    """Letters of a stem that says what a paragraph of a document is about."""
    capitalised_words: int
    """So many words all in capitals are a way of typing, and no name."""
    mostly_unknown: float
    """Share of unknown words from which a text is probably not in the language of the documents."""


@dataclass(frozen=True, slots=True)
class Bm25Numbers:
    """Of BM25 (search.lexical.bm25)."""

    k1: float
    """How soon a word that stands in a text again and again counts no more."""
    b: float
    """How far longer texts count less, 0 to 1."""


@dataclass(frozen=True, slots=True)
class LanguageNumbers:
    """In which language an issue is written (search.query.detect_language)."""

    english_weight: float
    """How much likelier English is than another language that is read: most issues are typed in it."""
    unread_weight: float
    """How likely a language that is not read is beside one that is: few are typed in one that nobody said is read."""
    sure: float
    """Share from which a text in Latin letters is in another language than English."""


@dataclass(frozen=True, slots=True)
class AnswerNumbers:
    """What answers show."""

    related: float
    """Below this relevance an entry is not even shown as related (search.answer.compose)."""
    largest_label: float
    """Share of all recommendations up to which a label names an issue (search.lobbying.issue)."""
    cues: float
    """What the words of a paragraph must point to an issue with, to be on its label: more than any one word does
    (search.observations.on_label)."""
    mentions: int
    """A paragraph that names a group of persons so often is on it; once, it may be in a list of examples
    (search.observations.groups_of_persons)."""


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """How requests are compared (search.threads)."""

    frame_weight: float
    """Of a word that holds any request together; a content word weighs 1."""
    instrument_weight: float
    least_weight: float
    """That a share is reckoned of: a request without content holds nothing."""


@dataclass(frozen=True, slots=True)
class LobbyingNumbers:
    """Which States are likely to speak on an issue (search.lobbying.rank)."""

    points: Mapping[str, float]
    """By term, in the order in which pages explain them."""
    times: Mapping[str, float]
    """What a number of requests counts before its doublings are taken; of other terms these are of a share."""
    recent_half_life: float
    """In years."""
    lasting_half_life: float
    smoothed_by: float
    """Requests of the average kind that a State's share on the issue is smoothed by."""
    leaning_smoothed_by: float
    leaning_on_issue_smoothed_by: float


@dataclass(frozen=True, slots=True)
class WordingNumbers:
    """When a recommendation to another State is a model for the wording of one (search.lobbying.wording)."""

    read: int
    """So many of the nearest are looked through."""
    rare: float
    """A word of a higher weight tells requests apart: it stands in less than a quarter of the texts."""
    held: float
    """What it is worth that all such words of the item are held, beside a cosine of 1."""
    beside: float
    """What it is worth that the item holds all such words of the other one."""
    in_common: float
    """What the weight of the words that both hold is worth, a unit of it."""
    most_in_common: float
    """No more of that weight counts."""
    least: float
    """Of the whole score."""


Numbers = TypeVar("Numbers")


@cache
def _stages() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        resources.files("search").joinpath("numbers.json").read_text(encoding="utf-8")
    )
    return found


def _read(stage: str, kind: type[Numbers]) -> Numbers:
    return structure(_stages()[stage]["numbers"], kind)


WORDS = _read("words of an issue", WordNumbers)
BM25 = _read("BM25", Bm25Numbers)
LANGUAGE = _read("language of an issue", LanguageNumbers)
ANSWERS = _read("answers", AnswerNumbers)
THREADS = _read("threads", ThreadWords)
LOBBYING = _read("States to approach", LobbyingNumbers)
WORDING = _read("model wording", WordingNumbers)
