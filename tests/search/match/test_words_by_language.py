"""How sure an issue in another language may be said to be matched."""

import numpy as np
import pytest

from models.encoders.calibration import known_calibration
from models.encoders.text_encoder import default_space
from search.datamodel.strengths import StrengthBounds, Surest
from search.match.own_state import own_state_words
from search.match.stages import Relevance
from search.match.words_by_language import NOT_SURER, FoundOf, surest_word

SHIPPED = known_calibration(default_space())


@pytest.mark.parametrize("found", ["others", "own"])
def test_a_word_is_used_in_the_languages_in_which_it_was_true(found: FoundOf) -> None:
    assert {surest_word(SHIPPED, language, found) for language in ("en", "fr", "es", "ar")} == {"strong"}
    assert surest_word(SHIPPED, "de", found) == "possible"


@pytest.mark.parametrize(("language", "surest"), [("en", "strong"), ("fr", "possible"), ("de", "possible")])
def test_what_documents_say_was_read_in_english_alone(language: str, surest: Surest) -> None:
    assert surest_word(SHIPPED, language, "documents") == surest
    assert bool(NOT_SURER[surest]) == (surest != "strong")


@pytest.mark.parametrize("found", ["others", "own", "documents"])
def test_without_numbers_of_languages_only_english_is_surely_read(found: FoundOf) -> None:
    assert (surest_word(None, "en", found), surest_word(None, "fr", found)) == ("strong", "possible")


@pytest.mark.parametrize(
    ("surest", "words"),
    [
        ("strong", ["possible", "likely", "strong"]),
        ("likely", ["possible", "likely", "likely"]),
        ("possible", ["possible"] * 3),
    ],
)
def test_nothing_is_called_surer_than_the_surest_word(surest: Surest, words: list[str]) -> None:
    bounds = StrengthBounds(0.2, 0.5, 0.8).at_most(surest)
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
