"""Choose the numbers of ranking on all judged issues but one, and score that one: an honest nDCG@10.

    python -m benches.cross_validate_ranking DATA

DATA holds judged issues (benches/retrieval.py). Tried are all combinations of GRID: the weight of an issue's words and
of its labels, and how far it moves towards example issues. Printed are nDCG@10 with the numbers in use, the mean over
issues with the numbers that are best on the other issues, that of the encoder with feedback, and the 90 % interval of
the difference by bootstrap over issues.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

import models.encoders.example_issues
import search.match.match_issue
import search.query.shape
from benches.retrieval import (
    BASELINE,
    Scores,
    interval,
    measures,
    open_corpus,
    read_grades,
    read_pairs,
    variants,
)
from models.encoders.multilingual_encoder import MultilingualEncoder
from search.match.match_issue import match_issue
from search.semantic.other_languages import IssueEncoder

GRID = {
    (search.query.shape, "SENTENCE_WEIGHT"): (0.1, 0.2, 0.3),
    (search.match.match_issue, "LABEL_WEIGHT"): (0.0, 0.1, 0.15, 0.2, 0.3),
    (models.encoders.example_issues, "ISSUE_SHARE"): (0.0, 0.15, 0.25, 0.4),
    (models.encoders.example_issues, "ASK_SHARE"): (0.0, 0.15, 0.3, 0.45),
}


@dataclass(frozen=True)
class Remembering:
    """An encoder of queries that reads each text once."""

    encoder: IssueEncoder

    @cache  # noqa: B019 - a bench is one process over a few hundred texts
    def vector(self, text: str) -> Scores:
        """The unit vector of a text."""
        return self.encoder.vector(text)

    @cache  # noqa: B019
    def told(self, text: str) -> Scores | None:
        """The unit vector of an issue by what was learnt of how people tell one."""
        return self.encoder.told(text)

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for issues in other languages."""
        return self.encoder.multilingual()


@contextmanager
def numbers(values: tuple[float, ...]) -> Iterator[None]:
    """These numbers instead of those in use."""
    kept = [getattr(module, name) for module, name in GRID]
    _put(values)
    try:
        yield
    finally:
        _put(kept)


def _put(values: tuple[float, ...] | list[float]) -> None:
    for (module, name), value in zip(GRID, values, strict=True):
        setattr(module, name, value)


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1])
    corpus = open_corpus(data / "corpus.tsv")
    corpus = replace(corpus, encoder=Remembering(corpus.encoder))  # type: ignore[arg-type]
    judged = read_grades(data / "qrels.tsv")
    queries = read_pairs(data / "queries.tsv")
    issues = [(text, judged[query.partition(".")[0]]) for query, text in queries.items() if query.endswith(".en")]

    def scored() -> Scores:
        return measures(corpus, lambda text: match_issue(corpus, text).scores, issues)[:, 0].astype(np.float32)

    in_use, baseline = scored(), measures(corpus, variants(corpus)[BASELINE], issues)[:, 0]
    found = []
    for values in product(*GRID.values()):
        with numbers(values):
            found.append(scored())
    by_numbers = np.array(found)
    others = (by_numbers.sum(axis=1, keepdims=True) - by_numbers) / (len(issues) - 1)
    validated = by_numbers[others.argmax(axis=0), np.arange(len(issues))]
    low, high = interval(validated - baseline)
    print(f"numbers in use: {in_use.mean():.3f}; best on all issues: {by_numbers.mean(axis=1).max():.3f}")
    print(f"best on the others, each left out in turn: {validated.mean():.3f}")
    print(f"encoder with feedback: {baseline.mean():.3f}; difference {low:+.3f} to {high:+.3f}")


if __name__ == "__main__":
    main()
