"""Fit the curve of search/calibrated_relevance.py: what a score says of the probability to be on the issue.

    python -m benches.fit_relevance DATA

DATA holds judged issues (benches/retrieval.py). Learnt from are the judged texts of its English issues (grades 2 and 3
are on the issue); for each of weakly_judged_issues.tsv, the NEAREST texts, whose pattern says it less surely, so that
they count less; and the texts nearest to each of sentences_on_no_issue.txt. Printed are the numbers to write there.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import (
    ON_NO_ISSUE,
    PATTERN_SETS,
    Corpus,
    matching_texts,
    open_corpus,
    read_grades,
    read_pairs,
)
from search.calibrated_relevance import LOWEST_CROWD
from search.match_issue import MatchedTexts, match_issue

NEAREST, WEIGHT_OF_PATTERNS = 250, 0.1
NEAREST_TO_NO_ISSUE = 15


class Example(NamedTuple):
    """Texts of which it is known whether they are on one issue."""

    scores: NDArray[np.float32]
    crowd: float
    on_issue: NDArray[np.bool_]
    weight: float


def examples(corpus: Corpus, data: Path) -> Iterator[Example]:
    """All that is learnt from."""
    place = {text: row for row, text in enumerate(corpus.ids)}
    judged = read_grades(data / "qrels.tsv")
    for key, text in read_pairs(data / "queries.tsv").items():
        issue, _, language = key.partition(".")
        if language == "en":
            rows = np.array([place[each] for each in judged[issue]])
            on_issue = np.array([grade >= 2 for grade in judged[issue].values()])
            yield _example(match_issue(corpus, text), rows, on_issue, 1.0)
    for issue, matching in matching_texts(corpus, PATTERN_SETS["weak"]).items():
        matched = match_issue(corpus, issue)
        rows = _nearest(matched, NEAREST)
        yield _example(matched, rows, matching[rows], WEIGHT_OF_PATTERNS)
    for text in ON_NO_ISSUE.read_text(encoding="utf-8").splitlines():
        matched = match_issue(corpus, text)
        rows = _nearest(matched, NEAREST_TO_NO_ISSUE)
        yield _example(matched, rows, np.zeros(len(rows), dtype=bool), 1.0)


def _nearest(matched: MatchedTexts, count: int) -> NDArray[np.intp]:
    return np.argsort(-matched.scores, kind="stable")[:count]


def _example(matched: MatchedTexts, rows: NDArray[np.intp], on_issue: NDArray[np.bool_], weight: float) -> Example:
    return Example(matched.scores[rows], max(matched.crowd or 0.0, LOWEST_CROWD), on_issue, weight)


def main() -> None:
    """Fit and print."""
    from sklearn.linear_model import LogisticRegression

    data = Path(sys.argv[1])
    found = list(examples(open_corpus(data / "corpus.tsv"), data))
    features = np.concatenate([np.column_stack([each.scores, np.full(len(each.scores), each.crowd)]) for each in found])
    weights = np.concatenate([np.full(len(each.scores), each.weight) for each in found])
    fitted = LogisticRegression(C=1e4, max_iter=10_000).fit(
        features, np.concatenate([each.on_issue for each in found]), sample_weight=weights
    )
    slope, of_crowd = fitted.coef_[0]
    print(f"SLOPE = {slope:.1f}\nCROWD_SLOPE = {-of_crowd:.1f}\nINTERCEPT = {fitted.intercept_[0]:.1f}")


if __name__ == "__main__":
    main()
