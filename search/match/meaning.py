"""An issue as unit vectors in the space of the texts: as a whole, drawn towards example issues, and by its sentences.

An issue in another language is read by an encoder for other languages, which maps it among the English texts.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from models.encoders.multilingual_encoder import MultilingualEncoder
from models.encoders.other_languages import numbers_of, with_terms
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import mean_direction, unit
from models.texts.words import ENGLISH
from search.match.state import Match, SearchedTexts
from search.query.issue import IssueReading
from search.semantic.encoder import QueryEncoder, mean_vectors


@dataclass(frozen=True, slots=True)
class Meaning:
    """The issue as a unit vector, in the space of the texts."""

    blur: float = 0.0
    """What a text is nearer to an issue in another language: a map does not tell an issue from its field as sharply as
    the encoder of the texts does."""
    lift: float = 0.0
    """What the list of the own State takes each recommendation for nearer to such an issue: less of what belongs there
    stands out, and what is left out is lost to the user."""
    name: str = "meaning"

    def apply(self, match: Match) -> Match:
        """With both encoders at the same time: they take a third of the time, where one waits for the other."""
        encoder, reading = match.texts.encoder, match.reading
        with ThreadPoolExecutor(1) as beside:
            taught = beside.submit(taught_vectors, encoder, reading)
            vector = issue_vector(match.texts, reading)
            blur, lift = (self.blur, self.lift) if multilingual(encoder, reading) else (0.0, 0.0)
            return replace(match, vector=vector, query=vector, too_near=blur, lift=lift, taught=taught.result())


@dataclass(frozen=True, slots=True)
class ExampleIssuesStage:
    """The query moved towards requests on what is told like it (models.encoders.example_issues)."""

    issue_share: float
    request_share: float
    name: str = "example issues"

    def apply(self, match: Match) -> Match:
        """By less, the more the issue is a name."""
        return replace(match, query=self.expanded(match, match.query))

    def expanded(self, match: Match, vector: Vectors) -> Vectors:
        """A vector of the issue, moved."""
        if match.texts.examples is None:
            return vector
        counted = 1 - match.reading.share_of_name
        shares = counted * self.issue_share, counted * self.request_share
        return match.texts.examples.expanded(vector, *shares)


@dataclass(frozen=True, slots=True)
class TaughtEncoder:
    """The query with the vector of the other encoder beside it (models.encoders.load_encoder)."""

    name: str = "taught encoder"

    def apply(self, match: Match) -> Match:
        """By less, the more the issue is a name.

        The mean of its sentences tells a story better than the whole, which the encoder learnt less from.
        """
        if match.taught is None:
            return match
        told = np.float32(1 - match.reading.share_of_name)
        return replace(match, query=unit(match.query + told * mean_direction(match.taught)))


@dataclass(frozen=True, slots=True)
class SentencesOfIssue:
    """The sentences of a story as unit vectors, for what the own State was told (search.match.own_state)."""

    examples: ExampleIssuesStage | None
    """Moves those that no encoder puts where it has learnt that they belong."""
    name: str = "sentences"

    def apply(self, match: Match) -> Match:
        """In other languages by their meaning alone: one term of a detail would lead a short sentence."""
        sentences = match.reading.sentences
        of_own = match.looked_at is None or match.looked_at.closely.any()
        if not of_own or len(sentences) < 2:
            return match
        if match.taught is not None:
            return replace(match, sentences=match.taught)
        vectors = meanings(match.texts.encoder, match.reading, sentences)
        moved = [self.examples.expanded(match, vector) for vector in vectors] if self.examples else vectors
        return replace(match, sentences=np.asarray(moved))


def issue_vector(texts: SearchedTexts, reading: IssueReading) -> Vectors:
    """The unit vector of an issue in the space of the texts, by its meaning and by its English terms.

    Raises:
        CalibrationError: the numbers of the vector space are not such as are read here.
    """
    by_meaning = np.asarray(meanings(texts.encoder, reading, [reading.written_out])[0])
    if not reading.terms:
        return by_meaning
    return with_terms(by_meaning, texts.encoder.vector(reading.terms), numbers_of(texts.calibration))


def meanings(encoder: QueryEncoder, reading: IssueReading, texts: Sequence[str]) -> Vectors:
    """(texts, dimension): the unit vectors of texts in the language of an issue, by their meaning alone."""
    mapped = multilingual(encoder, reading)
    return encoder.vectors(texts) if mapped is None else mean_vectors(mapped.encode, texts)


def taught_vectors(encoder: QueryEncoder, reading: IssueReading) -> Vectors | None:
    """(sentences, dimension): the unit vectors of the sentences of an issue by what has learnt how people tell one.

    None where nothing has, for the vector space or the language.
    """
    if reading.language == ENGLISH:
        return encoder.issue_vectors(reading.sentences)
    mapped = multilingual(encoder, reading)
    return mean_vectors(mapped.taught.mapped, reading.sentences) if mapped and mapped.taught else None


def multilingual(encoder: QueryEncoder, reading: IssueReading) -> MultilingualEncoder | None:
    """What reads an issue in another language; None where the encoder of the texts reads it itself."""
    return encoder.multilingual() if reading.is_translated else None
