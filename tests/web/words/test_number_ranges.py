import pytest

from web.words.number_ranges import number_ranges


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([7], "7"), ([1, 2, 3], "1-3"), ([1, 2, 3, 7, 20, 21], "1-3, 7, 20-21"), ([7, 20, 34], "7, 20, 34")],
)
def test_runs_are_drawn_together(numbers, words):
    assert number_ranges(numbers) == words
