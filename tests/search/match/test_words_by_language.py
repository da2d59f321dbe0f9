"""How sure an issue in another language may be said to be matched."""

import numpy as np
import pytest

from models.encoders.calibration import known_calibration
from models.encoders.text_encoder import light_space
from search.datamodel.strengths import StrengthBounds
from search.match.own_state import own_state_words
from search.match.stages import Relevance
from search.match.words_by_language import Kind, words_hold, words_in

SHIPPED = known_calibration(light_space())
BOUNDS = StrengthBounds(0.2, 0.5, 0.8)


@pytest.mark.parametrize(
    ("kind", "read"), [("recommendations", ["en", "fr", "es", "ar"]), ("documents", ["en"])], ids=str
)
def test_words_hold_in_the_languages_in_which_they_were_true(kind: Kind, read: list[str]) -> None:
    assert [code for code in ("en", "fr", "es", "ar", "pt", "de") if words_hold(SHIPPED, code, kind)] == read


@pytest.mark.parametrize("kind", ["recommendations", "documents"])
def test_without_numbers_of_languages_they_hold_in_english_alone(kind: Kind) -> None:
    assert words_hold(None, "en", kind)
    assert not words_hold(None, "fr", kind)


@pytest.mark.parametrize(("language", "words"), [("en", ["possible", "likely", "strong"]), ("de", ["possible"] * 3)])
def test_where_they_do_not_hold_nothing_is_more_than_possible(language: str, words: list[str]) -> None:
    bounds = words_in(SHIPPED, language, "recommendations", BOUNDS)
    assert [bounds.strength_of(score) for score in (0.3, 0.6, 0.9)] == words


def test_a_long_story_alone_makes_no_text_sure() -> None:
    assert SHIPPED is not None
    relevance = SHIPPED.numbers("relevance", Relevance)
    # A story of ninety words in a field where little is asked: all that lifts a text, but it is not near itself.
    scores = np.array([0.48, 0.54, 0.6, 0.77], dtype=np.float32)
    *lifted, near = (relevance.words.strength_of(each) for each in relevance.probability(scores, 0.45, 90))
    assert set(lifted) <= {"related", "possible"}
    assert near == "likely"


def test_of_what_the_own_state_was_told_little_more_than_half_sure_is_only_possible() -> None:
    assert own_state_words(SHIPPED).strength_of(0.5) == "possible"
