"""Fit the curve of search/calibrated_relevance.py: what a score says of the probability to be on the issue.

    python -m benches.fit_relevance DATA

DATA holds judged issues (benches/retrieval.py). Learnt from are the judged texts of its English issues (grades 2 and 3
are on the issue); for each of weakly_judged_issues.tsv, the NEAREST texts, whose pattern says it less surely, so that
they count less; and the texts nearest to each of sentences_on_no_issue.txt. Printed are the numbers to write there.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import PATTERN_SETS, ROOT, Corpus, open_corpus, read_grades, read_pairs
from search.calibrated_relevance import LOWEST_CROWD
from search.match_issue import match_issue

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
            rows = [place[each] for each in judged[issue]]
            yield _example(corpus, text, rows, [grade >= 2 for grade in judged[issue].values()], 1.0)
    for issue, pattern in read_pairs(PATTERN_SETS["weak"]).items():
        rows = _nearest(corpus, issue, NEAREST)
        matching = [bool(re.search(pattern, corpus.texts[row])) for row in rows]
        yield _example(corpus, issue, rows, matching, WEIGHT_OF_PATTERNS)
    for text in (ROOT / "benches" / "sentences_on_no_issue.txt").read_text(encoding="utf-8").splitlines():
        rows = _nearest(corpus, text, NEAREST_TO_NO_ISSUE)
        yield _example(corpus, text, rows, [False] * len(rows), 1.0)


def _nearest(corpus: Corpus, text: str, count: int) -> list[int]:
    rows: list[int] = np.argsort(-match_issue(corpus, text).scores, kind="stable")[:count].tolist()
    return rows


def _example(corpus: Corpus, text: str, rows: list[int], on_issue: list[bool], weight: float) -> Example:
    matched = match_issue(corpus, text)
    return Example(matched.scores[rows], max(matched.crowd or 0.0, LOWEST_CROWD), np.array(on_issue), weight)


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
