"""Issues in other languages: from an issue to a vector among those of the English texts."""

from models.encoders.multilingual_encoder import MultilingualEncoder
from models.encoders.other_languages import with_terms
from search.query.issue import IssueReading
from search.semantic.encoder import QueryEncoder, mean_vector
from search.semantic.vectors import Vectors


def issue_vector(encoder: QueryEncoder, reading: IssueReading) -> Vectors:
    """The unit vector of an issue in the space of the texts, by its meaning and by its English terms."""
    mapped = multilingual(encoder, reading)
    text = reading.written_out
    by_meaning = encoder.vector(text) if mapped is None else mean_vector(mapped.encode, text)
    if not reading.terms:
        return by_meaning
    return with_terms(by_meaning, encoder.vector(reading.terms))


def multilingual(encoder: QueryEncoder, reading: IssueReading) -> MultilingualEncoder | None:
    """What reads an issue in another language; None where the encoder of the texts reads it itself."""
    return encoder.multilingual() if reading.is_translated else None
