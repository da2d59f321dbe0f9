"""What a request is about, as threads compare it: concepts with weights, instruments, and how far the request goes.

Words that hold any request together ("take measures", "in accordance with") say little about what is asked, and
families of words name one thing ("inmates", "detention"); both lists are written by hand from the language of
recommendations. Weights by rarity were tried in their place and told threads from others less well (docs/threads.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from models.vocabularies.instruments import mentions_among
from models.vocabularies.issue_cues import issue_profile
from models.words import stem, words_of
from search.numbers import THREADS
from search.query.discriminative_terms import is_content_word

_CONSIDER = """
    consider consideration contemplate encourage envisage evaluate examine explore ponder possibility reflect review
    study
"""
_CREATE = """
    accede adhere adopt create creation declare develop draft elaborate enact establish extend introduce issue
    moratorium offer prepare promulgate ratify set sign
"""
_CARRY_OUT = """
    abolish apply application ban comply consolidate criminalise decriminalize enforce implement outlaw prohibit repeal
"""
_TRY = "address combat continue counter effort enhance fight intensify pursue redouble strengthen tackle"
"""Verbs of efforts: they want no single act that could be seen to be done."""
_VERBS = f"""
    {_CONSIDER} accede accession adhere adopt become bring carry complete conclude create draft elaborate enact
    establish expedite extend finalize give introduce issue launch make party proceed put ratify ratification redouble
    resume seek set sign signature speed undertake
"""
"""Verbs that say how far a request goes, not what it is about."""
_FRAME = """
    accordance achieve achievement act action address adopt aim appropriate area bill case code combat concrete
    continue counter country develop effect effectively effort eliminate enhance ensure eradicate establish fight form
    full fully further government guarantee human implement improve include increase institution intensify
    international issue law legal legislation line make manner matter measure mechanism nation necessary number order
    particular particularly plan policy possible prevent process programme progress promote protect provide pursue
    recommendation reduce regard regarding relate rights soon specific state step strengthen support suppress tackle
    take view way well work
"""
_FAMILIES = """
    woman women girl gender female sex
    child children minor juvenile boy infant
    prison detention detainee detained inmate penitentiary imprisonment custody
    racism racial xenophobia xenophobic intolerance hatred hate
    migrant noncitizen foreign immigrant alien
    lgbt lgbti lgbtq homosexual gay lesbian orientation
    traffic trafficking smuggling
    judiciary judicial judge justice court
    indigenous aboriginal native tribal
    fgm genital mutilation
    torture mistreatment maltreatment
    killing execution extrajudicial
    poverty poor
    school education
    press media journalist
    investigate prosecute punish impunity accountable
    train aware sensitive
    religion religious belief faith
    refugee asylum
"""
"""One family a line."""


_PERSONS = """
    woman women girl female
    child children minor juvenile infant boy
    older elderly aged
    disability disabled
    migrant
    refugee asylum
    indigenous aboriginal
    roma
    lgbt lgbti lgbtq homosexual gay lesbian transgender
    prisoner detainee inmate prison detention
    journalist media press
    defender
"""
"""One group of persons a line."""


class Verb(IntEnum):
    """How far a request goes, by the verbs of its opening."""

    CONSIDER = 0
    TRY = 1
    """Combat, continue, intensify efforts."""
    CREATE = 2
    """Adopt, establish, ratify."""
    CARRY_OUT = 3


@dataclass(frozen=True, slots=True)
class RequestWords:
    """One request, taken apart."""

    concepts: Mapping[str, float]
    """Weight of each concept: a stem, or the first stem of its family. Names of instruments are not among them."""
    instruments: frozenset[str]
    issues: Mapping[str, float]
    """How much its words point to each of UPR Info's issues."""
    verb: Verb | None
    """None where the opening has none of the verbs."""
    persons: frozenset[str] = frozenset()
    """The groups of persons that it names, each by its first stem."""

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
    stretches = [range(mention.start, mention.end) for mention in mentions]
    unnamed = [word for word in content if not any(word.start in stretch for stretch in stretches)]
    concepts = {concept_of(word.stem): _weights().get(word.stem, 1.0) for word in unnamed}
    # "Criminalize" has the stem of "criminal".
    stems = [stem("criminalise") if text[word.start :][:10].lower() == "criminaliz" else word.stem for word in words]
    return RequestWords(
        concepts=concepts,
        instruments=frozenset(mention.code for mention in mentions),
        issues=issue_profile(dict.fromkeys(word.stem for word in content)),
        verb=_verb(stems[: THREADS.opening]),
        persons=frozenset(_person_of()[stem] for stem in stems if stem in _person_of()),
    )


def concept_of(stem: str) -> str:
    """The concept that a word stands for, by its stem: its family's, or its own."""
    return _family_of().get(stem, stem)


def person_of(stem: str) -> str | None:
    """The group of persons that a word names, by its stem; None for other words."""
    return _person_of().get(stem)


def _verb(opening: list[str]) -> Verb | None:
    """Considering wins over what is considered; else the first verb of an act tells, else one of efforts."""
    if not _stems(_CONSIDER).isdisjoint(opening):
        return Verb.CONSIDER
    for word in opening:
        if word in _stems(_CREATE):
            return Verb.CREATE
        if word in _stems(_CARRY_OUT):
            return Verb.CARRY_OUT
    return None if _stems(_TRY).isdisjoint(opening) else Verb.TRY


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


@cache
def _weights() -> Mapping[str, float]:
    """Weights of stems that do not weigh 1."""
    return {**dict.fromkeys(_stems(_FRAME), THREADS.frame_weight), **dict.fromkeys(_stems(_VERBS), 0.0)}


@cache
def _family_of() -> Mapping[str, str]:
    return _first_of_line(_FAMILIES)


@cache
def _person_of() -> Mapping[str, str]:
    return _first_of_line(_PERSONS)


def _first_of_line(lines: str) -> Mapping[str, str]:
    families = [[stem(word) for word in line.split()] for line in lines.strip().splitlines()]
    return {member: family[0] for family in families for member in family}
