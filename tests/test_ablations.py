"""Which way of matching is chosen for a set of judged issues by the others (benches/ablations.py)."""

import numpy as np

from benches.ablations import chosen_on_others


def test_a_set_has_no_say_in_what_is_chosen_for_it() -> None:
    shipped, loved_by_the_first = [0.5, 0.5, 0.5], [1.0, 0.4, 0.4]
    worth = np.array([shipped, loved_by_the_first])
    assert chosen_on_others(worth, [0, 1, 2]) == [0, 1, 1]


def test_what_is_judged_by_patterns_has_no_say() -> None:
    worth = np.array([[0.5, 0.5, 0.1], [0.4, 0.4, 1.0]])
    assert chosen_on_others(worth, [0, 1]) == [0, 0, 0]
