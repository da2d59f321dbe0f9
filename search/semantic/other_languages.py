"""Issues in other languages: from an issue to a vector among those of the English texts."""

from collections.abc import Sequence
from typing import Protocol

from models.encoders.multilingual_encoder import MultilingualEncoder
from models.encoders.other_languages import with_terms
from search.query.issue import IssueReading
from search.semantic.encoder import mean_vector
from search.semantic.vectors import Vectors


class IssueEncoder(Protocol):
    """Maps an issue into the vector space of the texts."""

    def vector(self, text: str) -> Vectors:
        """The unit vector of a text in the language of the texts searched."""
        ...

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """(texts, dimension): the unit vectors of texts in the language of the texts searched."""
        ...

    def told(self, sentences: Sequence[str]) -> Vectors | None:
        """(sentences, dimension): the unit vectors of the sentences of an English issue by what was learnt of how
        people tell one; None in another space."""
        ...

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for other languages; None where it does not fit the vectors of the texts."""
        ...


def issue_vector(encoder: IssueEncoder, reading: IssueReading) -> Vectors:
    """The unit vector of an issue in the space of the texts, by its meaning and by its English terms."""
    mapped = multilingual(encoder, reading)
    text = reading.written_out
    by_meaning = encoder.vector(text) if mapped is None else mean_vector(mapped.encode, text)
    if not reading.terms:
        return by_meaning
    return with_terms(by_meaning, encoder.vector(reading.terms))


def multilingual(encoder: IssueEncoder, reading: IssueReading) -> MultilingualEncoder | None:
    """What reads an issue in another language; None where the encoder of the texts reads it itself."""
    return encoder.multilingual() if reading.is_translated else None
