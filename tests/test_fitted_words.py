"""What the fitting of a calibration begins with, and where a word for a strength begins, on invented judgments."""

import numpy as np
import pytest

from benches.calibrations import Judged, least_true_from, lower_bound, with_stage
from benches.fit_calibration import START
from models.encoders.calibration import Calibration
from search.observations.relevance import ObservationNumbers


def judged(*shares: tuple[float, int, int]) -> Judged:
    """Of each probability, so many texts that are on the thing, and so many that are not."""
    likely = np.concatenate([np.full(right + wrong, probability) for probability, right, wrong in shares])
    on_it = np.concatenate([np.arange(right + wrong) < right for _, right, wrong in shares])
    return likely, on_it


def test_a_word_begins_where_it_is_right_in_every_set() -> None:
    one = judged((0.9, 100, 0), (0.6, 100, 0), (0.3, 0, 100))
    other = judged((0.9, 100, 0), (0.6, 0, 100), (0.3, 0, 100))
    assert 0.3 < least_true_from([one], 0.8) <= 0.6
    assert 0.6 < least_true_from([one, other], 0.8) <= 0.9


def test_a_few_that_are_right_say_little_of_those_not_judged() -> None:
    assert lower_bound(4, 5) < lower_bound(40, 50) < 0.8
    assert least_true_from([judged((0.9, 4, 1))], 0.8) > 0.9


def test_a_word_that_another_follows_is_looked_at_for_itself() -> None:
    sets = [judged((0.9, 100, 0), (0.6, 0, 100))]
    assert least_true_from(sets, 0.4) <= 0.6
    assert least_true_from(sets, 0.4, below=0.7, otherwise=0.7) > 0.6


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_bound_is_a_share(share: float) -> None:
    assert 0 <= lower_bound(round(10 * share), 10) <= 1


def test_observations_begin_with_all_numbers_that_their_search_reads() -> None:
    empty = Calibration("an encoder", "0" * 64, {})
    numbers = with_stage(empty, "observations", START["observations"]).numbers("observations", ObservationNumbers)
    assert numbers.curve is None
    assert numbers.part_within > 0
