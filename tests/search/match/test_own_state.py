"""The list of what one State was told on an issue: each recommendation beside the others of its State."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from models.encoders.calibration import Calibration
from search.match.own_state import Feedback, Sentences, own_state_stages, standing_out
from search.match.state import Match, OwnState
from search.stages import passed_through, without
from tests.calibrations import LETTERS, curve

NUMBERS = LETTERS.changed("feedback", texts=5)


def told_of(scores: NDArray[Any], vectors: NDArray[Any], **of_issue: Any) -> OwnState:
    """What a State was told, beside an issue of which nothing else is known."""
    return OwnState.of(Match(None, None, **of_issue), scores, vectors)  # type: ignore[arg-type]


def list_by(numbers: Calibration | None, *told: NDArray[Any]) -> OwnState:
    return passed_through(own_state_stages(numbers), told_of(*told))


def own_state_list(*told: NDArray[Any]) -> OwnState:
    return list_by(NUMBERS, *told)


def nearness(*told: NDArray[Any]) -> NDArray[np.float64]:
    return passed_through(without(own_state_stages(NUMBERS), "own State"), told_of(*told)).near


def told(*scores: float) -> tuple[np.ndarray, np.ndarray]:
    """Recommendations with these scores, their vectors along axes of their own."""
    return np.array(scores, dtype=np.float32), np.eye(len(scores), dtype=np.float32)


def test_what_is_like_the_nearest_is_near_too() -> None:
    scores, vectors = told(0.8, 0.7, 0.6, 0.6, 0.6, 0.1, 0.1)
    vectors[5] = vectors[0]
    near = nearness(scores, vectors)
    # The mean of the five highest lies at a cosine of 1 / sqrt(5) from each of them.
    assert near[0] == pytest.approx(0.8 + 1 / 5**0.5, abs=1e-6)
    assert near[5] == pytest.approx(0.1 + 1 / 5**0.5, abs=1e-6)
    assert near[6] == pytest.approx(0.1, abs=1e-6)


def test_standing_out_is_told_in_standard_deviations_of_the_state() -> None:
    assert standing_out(np.array([1.0, 3.0])).tolist() == [-1.0, 1.0]
    assert standing_out(np.array([2.0, 2.0])).tolist() == [0.0, 0.0]


def test_the_list_holds_what_stands_out() -> None:
    scores = [0.75] * 3 + [0.1] * 57
    answer = own_state_list(*told(*scores))
    assert answer.listed.tolist() == [True] * 3 + [False] * 57


def test_in_every_state_something_stands_out_but_only_what_is_near_is_likely() -> None:
    near, farther, far = (own_state_list(*told(*[top] * 3, *[0.1] * 57)) for top in (0.95, 0.55, 0.3))
    assert near.listed[:3].all()
    assert farther.listed[:3].all(), "an NGO would rather read too many"
    assert not far.listed.any(), "nothing is near"
    assert near.relevance[0] > 0.35 > farther.relevance[0] > 0.05 > far.relevance[0]


def test_a_lift_makes_the_list_longer_and_nothing_surer() -> None:
    scores, vectors = told(*[0.75] * 3, *[0.4] * 5, *[0.1] * 52)
    stages = own_state_stages(NUMBERS)
    plain, lifted = (passed_through(stages, told_of(scores, vectors, lift=lift)) for lift in (0.0, 0.25))
    assert plain.listed.sum() < lifted.listed.sum() < len(scores)
    assert lifted.sureness[:3].tolist() == plain.sureness[:3].tolist()
    possible = plain.words.possible
    assert lifted.sureness[lifted.listed & ~plain.listed] == pytest.approx(possible)
    assert plain.sureness[lifted.listed & ~plain.listed].max() <= possible


@pytest.mark.parametrize("count", [1, 2, 4, 5, 6])
def test_a_state_told_little_has_an_answer(count: int) -> None:
    answer = own_state_list(*told(*[0.5] * count))
    assert answer.listed.shape == answer.relevance.shape == (count,)
    assert np.isfinite(answer.relevance).all()


@given(st.lists(st.floats(-1, 2, width=32), min_size=1, max_size=40))
def test_the_list_has_the_most_relevant(scores: list[float]) -> None:
    answer = own_state_list(*told(*scores))
    if answer.listed.any() and not answer.listed.all():
        assert answer.relevance[answer.listed].min() >= answer.relevance[~answer.listed].max()


def test_without_a_calibration_the_nearest_of_a_state_are_listed_in_their_order() -> None:
    scores, vectors = told(*np.linspace(0.9, 0.1, 60))
    answer = list_by(None, scores, vectors)
    assert answer.listed.tolist() == [True] * 25 + [False] * 35
    assert np.argsort(-answer.relevance).tolist() == list(range(60))


def test_a_sentence_whose_best_stand_out_orders_more_than_one_that_is_near_to_all() -> None:
    scores, vectors = told(*np.linspace(0.5, 0.49, 20))
    own = told_of(scores, vectors, sentences=np.array([vectors[3], vectors.mean(axis=0)]))
    near = Sentences(weight=1.0, best=1).apply(own).near
    assert near.argmax() == 3
    assert near.mean() == pytest.approx(0.495)


def test_a_story_in_two_parts_does_not_lose_the_second() -> None:
    scores, vectors = told(*[0.3] * 30)
    vectors[:3], vectors[3:5] = vectors[0], vectors[3]
    cutting, marrying_off = vectors[0], (0.9 * vectors[3] + 0.1 * vectors[9]) / 0.82**0.5
    own = told_of(scores, vectors, sentences=np.array([cutting, marrying_off]))
    near = Sentences(weight=1.0, best=5).apply(own).near
    assert set(np.argsort(-near)[:5].tolist()) == {0, 1, 2, 3, 4}


def test_of_an_issue_of_one_sentence_the_order_stays() -> None:
    own = told_of(*told(0.5, 0.3))
    assert Sentences(weight=1.0, best=1).apply(own) is own


def test_where_a_state_was_told_little_more_of_it_is_likely_on_one_issue() -> None:
    standing, near = {"standing_out": 1.0}, {"sure": curve(5.0, near=0.0), "listed": 0.5}
    numbers = NUMBERS.changed("own State", belongs=curve(2.0, told=-1.0, **standing), **near)
    few, many = (list_by(numbers, *told(*[0.75], *[0.1] * count)).listed.sum() for count in (3, 300))
    assert few == 4, "all"
    assert many <= 6, "the nearest, and those that feedback lifts"
    assert list_by(numbers.changed("own State", fewest=300), *told(0.75, *[0.1] * 3)).listed.sum() < 4


def test_one_request_that_five_states_made_says_once_how_a_state_is_spoken_to() -> None:
    scores, vectors = told(0.9, 0.9, 0.9, 0.8, 0.1)
    vectors[1] = vectors[2] = vectors[0]
    near = Feedback(texts=2, distinct=0.95).apply(told_of(scores, vectors)).near
    # The two highest that are not nearly the same: the first and the fourth.
    assert near.tolist() == pytest.approx([0.9 + 0.5**0.5] * 3 + [0.8 + 0.5**0.5, 0.1], abs=1e-6)
