"""A request taken apart, as threads compare it: what it is about, and which act it wants on which object.

What it is about are concepts with weights, instruments and issues: they tell whether two requests are on one thing.
Whether two ask the same is stricter: the same act on the same object. All words stand in words.toml.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from models.texts.words import stem, words_of
from models.vocabularies.instruments import mentions_among
from models.vocabularies.issue_cues import issue_profile
from search.numbers import THREADS
from search.query.discriminative_terms import is_content_word

_PURPOSE = re.compile(
    r"(?:,\s*+|(?<!\s)\s*+)"
    r"\b(?:with a view to|in order to|so as to|with the (?:aim|objective) of|aim(?:ed|ing) at|in view of)\b",
    re.I,
)
_NUMBER = re.compile(r"\d+")
_WEAK = frozenset(("try", "ensure"))
"""Acts of efforts: they count where a request wants no other."""
_HOW = frozenset(("consider", "continue"))
"""What a request says of its act: that it be considered, or continued."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a request wants to be done; two that are equal want the same."""

    verbs: frozenset[str]
    """Acts of words.toml ("join", "abolish"); those of efforts only where there are no others."""
    is_considered: bool
    """Whether it is only to be considered."""
    is_continued: bool
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Object:
    """What the act is done to; two that are equal are the same."""

    words: frozenset[str]
    """Stems of the words that say what is asked."""
    nouns: frozenset[str]
    """Of what any request may ask: a law, a plan, an institution."""
    instruments: frozenset[str]
    numbers: frozenset[str]
    """All figures ("169", "2030")."""

    @property
    def is_named(self) -> bool:
        """Whether it says more than any request does."""
        return bool(self.words or self.instruments)


@dataclass(frozen=True, slots=True)
class RequestWords:
    """One request, taken apart."""

    concepts: Mapping[str, float]
    """Weight of each concept: a stem, or the first stem of its family. Names of instruments are not among them."""
    instruments: frozenset[str]
    issues: Mapping[str, float]
    """How much its words point to each of UPR Info's issues."""
    persons: frozenset[str]
    """The groups of persons that it names, each by its first stem."""
    act: Act
    object: Object

    @property
    def weight(self) -> float:
        """Of all concepts and instruments."""
        return sum(self.concepts.values()) + THREADS.instrument_weight * len(self.instruments)

    def shared_weight(self, other: "RequestWords") -> float:
        """Weight of what both requests hold."""
        concepts = sum(weight for concept, weight in self.concepts.items() if concept in other.concepts)
        return concepts + THREADS.instrument_weight * len(self.instruments & other.instruments)


def read_request(text: str) -> RequestWords:
    """Take a request apart."""
    words = tuple(words_of(text))
    mentions = mentions_among(words)
    content = tuple(filter(is_content_word, words))
    instruments = frozenset(mention.code for mention in mentions)
    stretches = [range(mention.start, mention.end) for mention in mentions]
    unnamed = [word for word in content if not any(word.start in stretch for stretch in stretches)]
    act, object_ = _act_and_object(text, instruments)
    return RequestWords(
        concepts={concept_of(word.stem): _weights().get(word.stem, 1.0) for word in unnamed},
        instruments=instruments,
        issues=issue_profile(dict.fromkeys(word.stem for word in content)),
        persons=frozenset(_person_of()[word.stem] for word in words if word.stem in _person_of()),
        act=act,
        object=object_,
    )


def concept_of(stem: str) -> str:
    """The concept that a word stands for, by its stem: its family's, or its own."""
    return _family_of().get(stem, stem)


def _act_and_object(text: str, instruments: frozenset[str]) -> tuple[Act, Object]:
    plain = _in_plain_words(text)
    words = tuple(words_of(plain))
    stems = {word.stem for word in words}
    # What an act is to lead to is not asked for: "a moratorium with a view to abolition".
    purpose = _PURPOSE.search(plain)
    asked = [word.stem for word in words if purpose is None or word.start < purpose.start()]
    act = _act(
        frozenset(_act_of()[stem] for stem in asked if stem in _act_of()), not stems.isdisjoint(_stems("negations"))
    )
    stretches = [range(mention.start, mention.end) for mention in mentions_among(words)]
    unnamed = (word for word in words if not any(word.start in stretch for stretch in stretches))
    return act, Object(
        words=frozenset(word.stem for word in unnamed if is_content_word(word) and _says_what(word.stem)),
        nouns=frozenset(_noun_of()[stem] for stem in stems if stem in _noun_of()),
        instruments=instruments,
        numbers=frozenset(_NUMBER.findall(plain)),
    )


def _act(asked: frozenset[str], is_negated: bool) -> Act:
    verbs = asked - _HOW - _WEAK or asked - _HOW
    # Who is to ratify is to sign first.
    verbs -= {"sign"} if "join" in verbs else set()
    return Act(verbs, "consider" in asked, "continue" in asked, is_negated)


def _says_what(stem: str) -> bool:
    """Whether a word says what is asked: no act, no filler, and none that holds any request together."""
    return _weights().get(stem, 1.0) == 1.0 and stem not in _act_of() and stem not in _stems("fillers")


def _in_plain_words(text: str) -> str:
    """A request without phrases that only say how soon, and with one verb for those that stand for one."""
    for phrase, words in _phrases():
        text = phrase.sub(words, text)
    return text


@cache
def _vocabulary() -> Mapping[str, Any]:
    words = resources.files("search.threads").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(words)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{phrase}\b", re.I), words) for phrase, words in _vocabulary()["phrases"].items())


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, _vocabulary()[name].split()))


@cache
def _weights() -> Mapping[str, float]:
    """Weights of stems that do not weigh 1."""
    return {**dict.fromkeys(_stems("frame"), THREADS.frame_weight), **dict.fromkeys(_stems("verbs"), 0.0)}


@cache
def _act_of() -> Mapping[str, str]:
    return _by_stem("acts")


@cache
def _noun_of() -> Mapping[str, str]:
    return _by_stem("objects")


def _by_stem(name: str) -> Mapping[str, str]:
    """Stem of a word → the name of its line, which is the first where several have it."""
    by_stem: dict[str, str] = {}
    for line, words in _vocabulary()[name].items():
        for word in words.split():
            by_stem.setdefault(stem(word), line)
    return by_stem


@cache
def _family_of() -> Mapping[str, str]:
    return _first_of_line("families")


@cache
def _person_of() -> Mapping[str, str]:
    return _first_of_line("persons")


def _first_of_line(name: str) -> Mapping[str, str]:
    families = [[stem(word) for word in line.split()] for line in _vocabulary()[name]]
    return {member: family[0] for family in families for member in family}
