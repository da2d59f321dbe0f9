"""Fit the numbers of search/threads/types.py, and how near recommendations are that are called similar;
benches/fit_calibration.py writes them.

Both are of the judged pairs of judged_threads.tsv. When a pair is linked is a curve over cosine, words and issues. How
near similar ones lie was read with all-MiniLM-L6-v2 alone: for another model each word begins where as many of the
pairs that are not linked reach it.
"""

from collections.abc import Sequence

import numpy as np

from benches.calibrations import Fitted, as_numbers
from benches.threads import Pair, fitted, linked

LINKED, SURE = 0.55, 0.8
"""Probabilities from which a pair is linked, and one of all pairs of a State: of those, nineteen of twenty are."""
UNLINKED_BELOW = {"possible": 0.84, "likely": 0.95, "strong": 0.99}
"""Share of the pairs not linked that are further than similar ones."""


def fit_threads(pairs: Sequence[Pair]) -> Fitted:
    """The numbers of threads."""
    numbers = {"curve": as_numbers(fitted(pairs), "cosine", "shared", "issues"), "linked": LINKED, "sure": SURE}
    return Fitted(
        numbers,
        f"Fitted by benches/fit_calibration.py: logistic regression (C = 10) on all {len(pairs)} judged pairs of "
        "benches/judged_threads.tsv.",
    )


def fit_similar(pairs: Sequence[Pair]) -> Fitted:
    """The cosines from which recommendations are called similar."""
    near = np.array([pair.comparison.cosine for pair in pairs])[~linked(pairs)]
    words = {word: round(float(np.quantile(near, share)), 2) for word, share in UNLINKED_BELOW.items()}
    return Fitted(
        words,
        f"Fitted by benches/fit_calibration.py on the {len(near)} pairs of benches/judged_threads.tsv that are not "
        "linked: of these 16, 5 and 1 in a hundred are as near.",
    )
