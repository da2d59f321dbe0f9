"""Issues in other languages among English texts."""

from collections.abc import Sequence

import numpy as np
import pytest

from models.encoders.load_encoder import load_encoder
from models.encoders.multilingual_encoder import MappedEncoder, MultilingualEncoder
from search.match.meaning import issue_vector, taught_vectors
from search.match.state import SearchedTexts
from search.query.discriminative_terms import CutText
from search.query.issue import IssueReading
from search.semantic.encoder import mean_vectors

TEXT = "Let fishermen put to sea again and sell what they catch"


class Encoder:
    """Letters for English; no encoder for other languages."""

    def vector(self, text: str) -> np.ndarray:
        return mean_vectors(load_encoder("letters").encode, [text])[0]

    def vectors(self, texts: list[str]) -> np.ndarray:
        return np.array([self.vector(text) for text in texts])

    def issue_vectors(self, sentences: list[str]) -> None:
        return None

    def multilingual(self) -> MultilingualEncoder | None:
        return None


def texts(encoder: Encoder) -> SearchedTexts:
    """Texts of which nothing is known but their encoder."""
    return SearchedTexts(None, None, encoder, None, None, None)  # type: ignore[arg-type]


def reading(text: str, language: str, terms: str = "") -> IssueReading:
    return IssueReading(CutText.of(text), language, terms, CutText.of(terms or text), text)


def test_english_goes_to_the_encoder_of_the_texts() -> None:
    assert np.array_equal(issue_vector(texts(Encoder()), reading(TEXT, "en")), Encoder().vector(TEXT))


def test_english_terms_have_their_share_in_the_vector() -> None:
    alone = issue_vector(texts(Encoder()), reading("pescadores", "es"))
    with_terms = issue_vector(texts(Encoder()), reading("pescadores", "es", "fishermen"))
    term = Encoder().vector("fishermen")
    assert with_terms @ term > alone @ term
    assert np.linalg.norm(with_terms) == pytest.approx(1)


class Both(Encoder):
    """With one that has the same vector for every text."""

    def multilingual(self) -> MultilingualEncoder:
        vector = np.array([0.6, 0.8], dtype=np.float32)
        same = MappedEncoder(lambda texts: np.tile(vector, (len(texts), 1)), np.eye(2), np.zeros(2))
        return MultilingualEncoder([same])


def test_another_language_goes_to_the_encoder_for_other_languages() -> None:
    assert issue_vector(texts(Both()), reading("pescadores", "es")) == pytest.approx([0.6, 0.8])
    assert np.array_equal(issue_vector(texts(Both()), reading(TEXT, "en")), Encoder().vector(TEXT))


class Taught(Both):
    """And with what has learnt how people tell an issue."""

    def multilingual(self) -> MultilingualEncoder:
        def lengths(texts: Sequence[str]) -> np.ndarray:
            return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

        return MultilingualEncoder(super().multilingual().encoders, MappedEncoder(lengths, np.eye(2), np.zeros(2)))


def test_sentences_in_another_language_go_to_what_has_learnt_how_people_tell_them() -> None:
    taught = taught_vectors(Taught(), reading("Pescadores. Mar.", "es"))
    assert taught is not None
    assert taught[:, 0] / taught[:, 1] == pytest.approx([11, 4])
    assert taught_vectors(Both(), reading("pescadores", "es")) is None
    assert taught_vectors(Taught(), reading(TEXT, "en")) is None
