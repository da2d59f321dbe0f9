"""How sure an issue in another language may be said to be matched."""

import numpy as np
import pytest

from models.encoders.calibration import known_calibration, needed
from models.encoders.text_encoder import light_space
from search.datamodel.strengths import StrengthBounds
from search.match.own_state import OwnList
from search.match.stages import Relevance
from search.match.strengths import languages_of, words_for_documents

SHIPPED = known_calibration(light_space())
BOUNDS = StrengthBounds(0.2, 0.5, 0.8)


def test_words_hold_in_the_languages_in_which_they_were_true() -> None:
    languages = languages_of(SHIPPED)
    assert (set(languages.recommendations), languages.documents) == ({"en", "fr", "es", "ar"}, ("en",))


def test_without_numbers_of_languages_they_hold_in_english_alone() -> None:
    languages = languages_of(None)
    assert languages.recommendations == languages.documents == ("en",)


@pytest.mark.parametrize(("language", "words"), [("en", ["possible", "likely", "strong"]), ("fr", ["possible"] * 3)])
def test_where_they_do_not_hold_nothing_is_more_than_possible(language: str, words: list[str]) -> None:
    bounds = words_for_documents(SHIPPED, language, BOUNDS)
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
    assert needed(SHIPPED).numbers("own State", OwnList).words.strength_of(0.5) == "possible"
