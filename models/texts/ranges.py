"""Ascending numbers with runs drawn together."""

from collections.abc import Iterable


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run: 1, 2, 3, 7 is (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def ranges(numbers: Iterable[int]) -> tuple[str, ...]:
    """Runs of ascending numbers as they are written: 1, 2, 3, 7 is "1-3", "7"."""
    return tuple(str(first) if first == last else f"{first}-{last}" for first, last in runs(numbers))
