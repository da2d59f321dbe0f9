"""English words in lines of an Arabic page: signs at their end and numbers behind them stay in their place."""

import pytest

from search import ReferredComment
from tests.web.invented_records import NORM, OBSERVATION, recommendation
from tests.web.speaking import speaking
from web.words.citation import observation_citation, referred_in_words
from web.words.quotations import among_our_words

LEFT, RIGHT = "\u200e", "\u200f"


@pytest.mark.parametrize(
    ("language", "words", "written"),
    [
        pytest.param("ar", "torture NOT ratif*", f"{LEFT}torture NOT ratif*{LEFT}{RIGHT}", id="English among Arabic"),
        pytest.param("ar", "تمييز*", "تمييز*", id="Arabic among Arabic"),
        pytest.param("fr", "torture NOT ratif*", "torture NOT ratif*", id="one direction"),
    ],
)
def test_words_keep_their_direction(language: str, words: str, written: str) -> None:
    with speaking(language):
        assert among_our_words(words) == written


def test_titles_in_citations_keep_theirs() -> None:
    with speaking("ar"):
        title = observation_citation(NORM, None, invented=False, is_copy=False)
        heading = observation_citation(OBSERVATION, "Vellania", invented=False, is_copy=False)
    assert f"{LEFT}{NORM.heading}{LEFT}{RIGHT}" in title
    assert f"{LEFT}{OBSERVATION.heading}{LEFT}{RIGHT}" in heading


def test_a_comment_that_another_refers_to_keeps_its_full_stop() -> None:
    with speaking("ar"):
        words = referred_in_words(ReferredComment((recommendation(),), "Shelters are open.", None))
    assert f"«{LEFT}Shelters are open.{LEFT}" in words
