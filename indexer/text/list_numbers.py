"""The numbers of paragraphs and of items of lists of recommendations, as lines begin with them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.records.documents import Line

DOTTED_NUMBER = re.compile(r"(\d{1,3})\s?[.,–-]\s?(\d{1,3})(?:\s?[.)]|\b|(?=[A-ZÀ-Ý“«\"]))\s*(?=\S)")
BARE_NUMBER = re.compile(r"(\d{1,3})\s?[.)](?!\d)\s*(?=\S)")
FEWEST_IN_LIST, MOSTLY = 3, 0.8
"""A list of recommendations without its report has at least so many items, and this part of its numbers count on:
lists cut out of draft reports in Word."""


def is_list_alone(lines: Sequence[Line]) -> bool:
    """Whether lines are a list of recommendations that somebody cut out of a report.

    Dotted numbers ("6.1", "6.2", …) count on from the beginning, and no paragraph of the report stands before them.
    """
    first = next((place for place, line in enumerate(lines) if DOTTED_NUMBER.match(line.text)), len(lines))
    if any(BARE_NUMBER.match(line.text) for line in lines[:first]):
        return False
    numbers = [(int(match[1]), int(match[2])) for line in lines if (match := DOTTED_NUMBER.match(line.text))]
    in_order = sum(
        after == (intro, item + 1) or (after[0] > intro and after[1] == 1) for (intro, item), after in pairwise(numbers)
    )
    return in_order >= FEWEST_IN_LIST - 1 and in_order >= MOSTLY * (len(numbers) - 1)
