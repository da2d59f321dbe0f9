"""Choose the numbers of ranking on all judged issues but one, and score that one: an honest nDCG@10.

    python -m benches.cross_validate_ranking DATA

DATA holds judged issues (benches/retrieval.py). Tried are all combinations of GRID: the weight of labels, and how far
an issue moves towards example issues and their requests. Printed are nDCG@10 with the numbers in use, the mean over
issues with the numbers that are best on the other issues, that of the encoder with feedback, and the 90 % interval of
the difference by bootstrap over issues.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from benches.retrieval import (
    BASELINE,
    Corpus,
    Scores,
    interval,
    measures,
    open_corpus,
    read_grades,
    read_pairs,
    variants,
)
from models.encoders.calibration import Calibration, needed
from models.encoders.multilingual_encoder import MultilingualEncoder
from search.match.stages import match_issue
from search.semantic.encoder import QueryEncoder

GRID = {
    ("labels", "weight"): (0.0, 0.1, 0.15, 0.2, 0.3),
    ("example issues", "issue_share"): (0.0, 0.15, 0.25, 0.4),
    ("example issues", "request_share"): (0.0, 0.15, 0.3, 0.45),
    ("example issues", "rounds"): (1, 2),
}


@dataclass(frozen=True)
class Remembering(QueryEncoder):
    """An encoder of queries that reads each text once."""

    encoder: QueryEncoder

    @cache  # noqa: B019 - a bench is one process over a few hundred texts
    def vector(self, text: str) -> Scores:
        """The unit vector of a text."""
        return self.encoder.vector(text)

    def vectors(self, texts: Sequence[str]) -> Scores:
        """The unit vectors of texts."""
        return self.encoder.vectors(texts)

    def told(self, sentences: Sequence[str]) -> Scores | None:
        """The unit vectors of the sentences of an issue by what was learnt of how people tell one."""
        return self._told(tuple(sentences))

    @cache  # noqa: B019
    def _told(self, sentences: tuple[str, ...]) -> Scores | None:
        return self.encoder.told(sentences)

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for issues in other languages."""
        return self.encoder.multilingual()


def with_numbers(calibration: Calibration, values: Sequence[float]) -> Calibration:
    """These numbers instead of those in use."""
    for (stage, number), value in zip(GRID, values, strict=True):
        calibration = calibration.changed(stage, **{number: value})
    return calibration


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1])
    corpus = open_corpus(data / "corpus.tsv")
    corpus = replace(corpus, encoder=Remembering(corpus.encoder))  # type: ignore[arg-type]
    judged = read_grades(data / "qrels.tsv")
    queries = read_pairs(data / "queries.tsv")
    issues = [(text, judged[query.partition(".")[0]]) for query, text in queries.items() if query.endswith(".en")]

    def scored(texts: Corpus) -> Scores:
        return measures(texts, lambda text: match_issue(texts, text).scores, issues)[:, 0].astype(np.float32)

    calibration = needed(corpus.calibration)
    in_use, baseline = scored(corpus), measures(corpus, variants(corpus)[BASELINE], issues)[:, 0]
    tried = (with_numbers(calibration, values) for values in product(*GRID.values()))
    by_numbers = np.array([scored(replace(corpus, calibration=each)) for each in tried])
    others = (by_numbers.sum(axis=1, keepdims=True) - by_numbers) / (len(issues) - 1)
    validated = by_numbers[others.argmax(axis=0), np.arange(len(issues))]
    low, high = interval(validated - baseline)
    print(f"numbers in use: {in_use.mean():.3f}; best on all issues: {by_numbers.mean(axis=1).max():.3f}")
    print(f"best on the others, each left out in turn: {validated.mean():.3f}")
    print(f"encoder with feedback: {baseline.mean():.3f}; difference {low:+.3f} to {high:+.3f}")


if __name__ == "__main__":
    main()
