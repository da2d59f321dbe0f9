"""Issues in other languages: from an issue to a vector among those of the English texts."""

from collections.abc import Sequence

import numpy as np

from models.encoders.calibration import Calibration
from models.encoders.multilingual_encoder import MultilingualEncoder
from models.encoders.other_languages import numbers_of, with_terms
from models.encoders.text_encoder import Vectors
from models.texts.words import ENGLISH
from search.query.issue import IssueReading
from search.semantic.encoder import QueryEncoder, mean_vectors


def issue_vector(encoder: QueryEncoder, reading: IssueReading, calibration: Calibration | None) -> Vectors:
    """The unit vector of an issue in the space of the texts, by its meaning and by its English terms.

    Raises:
        CalibrationError: the numbers of the vector space are not such as are read here.
    """
    by_meaning = np.asarray(meanings(encoder, reading, [reading.written_out])[0])
    if not reading.terms:
        return by_meaning
    return with_terms(by_meaning, encoder.vector(reading.terms), numbers_of(calibration))


def meanings(encoder: QueryEncoder, reading: IssueReading, texts: Sequence[str]) -> Vectors:
    """(texts, dimension): the unit vectors of texts in the language of an issue, by their meaning alone."""
    mapped = multilingual(encoder, reading)
    return encoder.vectors(texts) if mapped is None else mean_vectors(mapped.encode, texts)


def taught_vectors(encoder: QueryEncoder, reading: IssueReading, sentences: Sequence[str]) -> Vectors | None:
    """(sentences, dimension): the unit vectors of the sentences of an issue by what has learnt how people tell one.

    None where nothing has, for the vector space or the language.
    """
    if reading.language == ENGLISH:
        return encoder.issue_vectors(sentences)
    mapped = multilingual(encoder, reading)
    return mean_vectors(mapped.taught.mapped, sentences) if mapped and mapped.taught else None


def multilingual(encoder: QueryEncoder, reading: IssueReading) -> MultilingualEncoder | None:
    """What reads an issue in another language; None where the encoder of the texts reads it itself."""
    return encoder.multilingual() if reading.is_translated else None
