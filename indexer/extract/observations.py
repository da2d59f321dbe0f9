"""Take the observations out of a treaty body's concluding observations.

What the committee says in its introduction and what it welcomes is not addressed to the State as a concern or a
recommendation, and is left out. Every other numbered paragraph is one observation, its sub-paragraphs with it.
"""

import re
from collections.abc import Sequence

from indexer.extract.outline.headings import Heading, Level
from indexer.extract.outline.outline import OutlineParagraph, Profile, outlined
from indexer.extract.thresholds import MISSING_IN_EXCERPT
from models.records.documents import DocumentIdentity, ReadDocument
from models.records.records import Observation, ObservationKind, Place
from models.vocabularies.treaty_bodies import committee_of_symbol

OBSERVATIONS = Profile(missing=MISSING_IN_EXCERPT, headings_are_open=True, parted_by_space=True)
"""Excerpts leave out paragraphs."""
_LEFT_OUT = re.compile(
    r"introduction|positive (?:aspects?|developments?|steps|factors)|achievements|follow.?up measures", re.I
)
_ITEM = re.compile(r"\([a-z]{1,4}\)\s")
_ADVERBS = r"(?:[\w-]+ ){0,4}?"
# Words between commas, with "No. 5" and "art. 2" in them.
_BETWEEN = r"(?:,(?:[^.;:]|(?<=No)\.|(?<=arts)\.|(?<=art)\.){1,250}?,)?"
_SPEAKER = rf"\b(?:Committees?|It|SPT|Subcommittee){_BETWEEN} "
_ADDRESSEE = r"(?:that|(?:the )?(?:State|Government|authorities|Federal))\b"
_ASKS = r"(?:recommends|urges|calls (?:up)?on|calls for|requests|invites|encourages|suggests|appeals)"
_REPEATS = r"(?:reiterates|repeats|renews) (?:its|the) (?:[\w-]+ ){0,5}(?:recommendations?|requests?|call)\b"
_WORRIED = r"(?:concerned|alarmed|worried|disturbed|preoccupied|dismayed|troubled)"
# "who are concerned": of others, inside what is said.
_IS_WORRIED = (
    rf"(?<!who )(?<!which )(?<!those )\b(?:is|are|remains?)(?:, [^,.;:]{{1,60}},)? {_ADVERBS}{_WORRIED}"
    r"(?=[:;]|(?:,[^.;:]{1,100},)?\s+(?:\w+ )?(?:about|at|by|that|over|with|regarding|in|to)\b|\s+(?:as|because)\b)"
)
_WITH_REGRET = r"\bwith (?:\w+ ){0,3}(?:concern|regret|alarm|dismay)\b|\b(?:regrets?|deplores?)\b"
_EXPRESSES_CONCERN = (
    r"\bexpress(?:es|ed)? (?:\w+ ){0,4}(?:concern|regret|alarm)\b"
    r"|\b(?:reiterates?|repeats|shares) (?:its|the) (?:\w+ ){0,3}concerns?\b"
)
_IS_OF_CONCERN = (
    r"\bconcerns? (?:is|are|was) (?:\w+ )?expressed\b|\b(?:matter|source|cause|subject)s? of (?:\w+ ){0,2}concern\b"
)
_CONCERN = re.compile("|".join((_IS_WORRIED, _WITH_REGRET, _EXPRESSES_CONCERN, _IS_OF_CONCERN)), re.I)
"""What the committee says of itself. "Concerns" that a recommendation cites ("take the concerns of … into account") are
none: CERD/C/BRA/CO/18-20, paragraph 36."""
# The committee is the subject: in "article 7, which calls upon States" (paragraph 59 there) it is not.
_COMMITTEE_ASKS = (
    rf"{_SPEAKER}{_ADVERBS}(?:{_ASKS}|{_REPEATS})"
    rf"|(?:^|[,.;:] )it {_ADVERBS}{_ASKS} (?:\w+ )?{_ADDRESSEE}|\b[Ii]t is (?:\w+ )?recommended that\b"
)
_AND_ASKS = rf"\b(?:and|but)(?:,[^.;:]{{1,100}}?,)? (?:\w+ ){{0,2}}{_ASKS} {_ADDRESSEE}|\band (?:\w+ )?{_REPEATS}"
# Not "despite its recommendation that the State party should raise them", nor "they should have known".
_STATE_SHOULD = (
    r"(?<!that )(?<!that the )\b(?:State [Pp]art(?:y|ies)|Government|[Ii]t|Government of \w+|authorities)"
    rf"{_BETWEEN} (?:\w+ ){{0,2}}should\b(?! have\b)|\b(?:view|opinion) that [^.;:]{{1,250}} should\b"
)
_STATE_IS_ASKED = (
    r"\b(?:State [Pp]arty|Government|authorities) (?:is|are) (?:\w+ ){0,3}"
    r"(?:encouraged|requested|invited|urged|called upon|reminded|recommended) to\b"
)
_RECOMMENDATION = re.compile("|".join((_COMMITTEE_ASKS, _AND_ASKS, _STATE_SHOULD, _STATE_IS_ASKED)))
_WELCOME = re.compile(
    r"\b(?:welcomes?|commends?|appreciates?|congratulates?)\b"
    r"|\bwith (?:\w+ ){0,2}(?:appreciation|satisfaction|interest)\b",
    re.I,
)


def extract_observations(document: ReadDocument, identity: DocumentIdentity) -> list[Observation]:
    """The observations in reading order; none where the document does not say its State or committee."""
    committee = committee_of_symbol(identity.symbol)
    if committee is None or identity.state_under_review is None:
        return []
    observations: list[Observation] = []
    paragraphs = list(outlined(document.lines, OBSERVATIONS))
    for paragraph, kind in zip(paragraphs, _kinds(paragraphs), strict=True):
        if _is_observation(paragraph, kind):
            observations.append(
                Observation(
                    entity=identity.state_under_review,
                    committee=committee,
                    place=Place(identity.symbol, paragraph.number, paragraph.page if document.page_count else None),
                    heading=heading_of(paragraph),
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
    """What the words of a paragraph do, by the main clauses of its sentences.

    What stands in lettered items is what a concern or a recommendation is about. It counts only where the words around
    the items tell nothing.
    """
    around_items = "\n".join(line for line in text.split("\n") if not _ITEM.match(line))
    kind = _kind_of_words(around_items)
    return _kind_of_words(text) if kind is ObservationKind.OTHER else kind


def _kind_of_words(text: str) -> ObservationKind:
    concern, recommendation = _CONCERN.search(text), _RECOMMENDATION.search(text)
    if concern and recommendation:
        return ObservationKind.BOTH
    if recommendation:
        return ObservationKind.RECOMMENDATION
    return ObservationKind.CONCERN if concern else ObservationKind.OTHER


def _kinds(paragraphs: Sequence[OutlineParagraph]) -> list[ObservationKind]:
    """The kind of each paragraph of a document.

    What a committee only notes is a concern where a recommendation on it follows under the same heading: it "notes"
    that people suffer (CERD/C/BRA/CO/18-20, paragraphs 13 and 35). What it welcomes is none.
    """
    kinds = [observation_kind(paragraph.text) for paragraph in paragraphs]
    for place in reversed(range(len(paragraphs) - 1)):
        paragraph, following = paragraphs[place], paragraphs[place + 1]
        if (
            kinds[place] is ObservationKind.OTHER
            and kinds[place + 1] is not ObservationKind.OTHER
            and heading_of(paragraph)
            and paragraph.headings == following.headings
            and not _WELCOME.search(paragraph.text)
        ):
            kinds[place] = ObservationKind.CONCERN
    return kinds


def _is_observation(paragraph: OutlineParagraph, kind: ObservationKind) -> bool:
    if any(is_left_out(heading.text) for heading in paragraph.headings):
        return False
    return any(map(_is_of_section, paragraph.headings)) or kind is not ObservationKind.OTHER


def heading_of(paragraph: OutlineParagraph) -> str:
    """The nearest heading above it, "" for none."""
    return paragraph.headings[-1].text if paragraph.headings else ""


def _is_of_section(heading: Heading) -> bool:
    """Whether a heading has a letter or Roman number ("C. Principal matters of concern and recommendations")."""
    return heading.level <= Level.LETTER
