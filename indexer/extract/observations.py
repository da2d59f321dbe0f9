"""Take the observations out of a treaty body's concluding observations.

What the committee says in its introduction and what it welcomes is not addressed to the State as a concern or a
recommendation, and is left out. Every other numbered paragraph is one observation, its sub-paragraphs with it.
"""

import re

from indexer.extract.observation_paragraphs import ObservationParagraph, observation_paragraphs
from models.records.documents import DocumentIdentity, ReadDocument
from models.records.records import Observation, ObservationKind, Place
from models.vocabularies.treaty_bodies import committee_of_symbol

_LEFT_OUT = re.compile(
    r"introduction|positive (?:aspects?|developments?|steps|factors)|achievements|follow.?up measures", re.I
)
_CONCERN = re.compile(
    r"\bconcern(?:ed|s)? (?:about|at|by|that|over|with|regarding|of|is|are|as|in|remain|about)\b|\b(?:is|remains?|are) "
    r"(?:\w+ ){0,3}(?:concerned|alarmed|worried|disturbed|preoccupied)\b|\bwith (?:\w+ ){0,2}concern\b"
    r"|\b(?:regrets?|deplores?|with regret|expresses (?:its|\w+) (?:\w+ )?concern)\b",
    re.I,
)
_RECOMMENDATION = re.compile(
    r"\b(?:State [Pp]arty|Government|[Ii]t|Government of \w+|authorities) (?:\w+ ){0,2}should\b"
    r"|\b(?:recommends?|urges?|calls? (?:up)?on|requests?|invites?|encourages?)\b"
    r"|\breiterates its (?:\w+ ){0,3}recommendation\b"
    r"|\bis (?:\w+ ){0,3}(?:encouraged|requested|invited|urged|called upon|reminded) to\b",
)


def extract_observations(document: ReadDocument, identity: DocumentIdentity) -> list[Observation]:
    """The observations in reading order; none where the document does not say its State or committee."""
    committee = committee_of_symbol(identity.symbol)
    if committee is None or identity.state_under_review is None:
        return []
    observations: list[Observation] = []
    for paragraph in observation_paragraphs(document):
        kind = observation_kind(paragraph.text)
        if _is_observation(paragraph, kind):
            observations.append(
                Observation(
                    entity=identity.state_under_review,
                    committee=committee,
                    place=Place(identity.symbol, paragraph.number, paragraph.page if document.page_count else None),
                    heading=paragraph.heading,
                    kind=kind,
                    text=paragraph.text,
                    date=identity.date,
                    language=identity.language,
                )
            )
    return observations


def is_left_out(heading: str) -> bool:
    """Whether what stands under a heading is not addressed to the State: an introduction, or what is welcomed."""
    return _LEFT_OUT.search(heading) is not None


def observation_kind(text: str) -> ObservationKind:
    """What the words of a paragraph do."""
    concern, recommendation = _CONCERN.search(text), _RECOMMENDATION.search(text)
    if concern and recommendation:
        return ObservationKind.BOTH
    if recommendation:
        return ObservationKind.RECOMMENDATION
    return ObservationKind.CONCERN if concern else ObservationKind.OTHER


def _is_observation(paragraph: ObservationParagraph, kind: ObservationKind) -> bool:
    if is_left_out(paragraph.section) or is_left_out(paragraph.heading):
        return False
    return bool(paragraph.section) or kind is not ObservationKind.OTHER
