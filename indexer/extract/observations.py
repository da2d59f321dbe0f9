"""Take the observations out of a treaty body's concluding observations.

What the committee says in its introduction and what it welcomes is not addressed to the State as a concern or a
recommendation, and is left out. Every other numbered paragraph is one observation, its sub-paragraphs with it.
"""

import re
from collections.abc import Callable, Sequence

from indexer.extract.outline.headings import Heading, Level
from indexer.extract.outline.outline import OutlineParagraph, Profile, outlined
from indexer.extract.thresholds import MISSING_IN_EXCERPT
from models.languages.read_languages import READ_LANGUAGES
from models.languages.words import ObservationWords
from models.records.documents import DocumentIdentity, ReadDocument
from models.records.records import Observation, ObservationKind, Place
from models.vocabularies.treaty_bodies import committee_of_symbol

OBSERVATIONS = Profile(missing=MISSING_IN_EXCERPT, headings_are_open=True, parted_by_space=True)
"""Excerpts leave out paragraphs."""
_ITEM = re.compile(r"\([a-z]{1,4}\)\s")
_KNOWN = tuple(words.observations for words in READ_LANGUAGES.values() if words.observations)


def _says(text: str, pattern: Callable[[ObservationWords], re.Pattern[str]]) -> bool:
    """Whether a text says in any language what a pattern finds."""
    return any(pattern(words).search(text) for words in _KNOWN)


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
                    place=Place(identity.symbol, paragraph.number, paragraph.page),
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
    return _says(heading, lambda words: words.left_out)


def observation_kind(text: str) -> ObservationKind:
    """What the words of a paragraph do, by the main clauses of its sentences.

    What stands in lettered items is what a concern or a recommendation is about. It counts only where the words around
    the items tell nothing.
    """
    around_items = "\n".join(line for line in text.split("\n") if not _ITEM.match(line))
    kind = _kind_of_words(around_items)
    return _kind_of_words(text) if kind is ObservationKind.OTHER else kind


def _kind_of_words(text: str) -> ObservationKind:
    concern = _says(text, lambda words: words.concern)
    recommendation = _says(text, lambda words: words.recommendation)
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
            and not _says(paragraph.text, lambda words: words.welcome)
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
