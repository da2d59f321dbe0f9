"""Fit the curve of the stage "relevance" (search/match/stages.py): what a score says of the probability to be on the
issue. It is written into the calibration.

    python -m benches.fit_relevance DATA INDEX

DATA holds judged issues (benches/retrieval.py), INDEX the States of own_state_queries.tsv. Learnt from are the judged
texts of the English issues of DATA (grades 2 and 3 are on the issue) and of own_state_queries.tsv; for each of
weakly_judged_issues.tsv, the NEAREST texts, whose pattern says it less surely, so that they count less; and the texts
nearest to each of sentences_on_no_issue.txt. Printed are the curve, and what each strength is worth on
issues that had no part in a fit (FOLDS-fold cross-validation over issues).
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import as_numbers, write_stage
from benches.own_state import JUDGED, QUERIES, read_issues
from benches.retrieval import (
    ON_NO_ISSUE,
    PATTERN_SETS,
    Corpus,
    matching_texts,
    open_corpus,
    read_grades,
    read_pairs,
)
from models.encoders.calibration import needed
from models.words import ENGLISH
from search.match.stages import Relevance, match_issue
from search.match.state import Match, SearchedTexts
from search.snapshot.snapshot import Snapshot, open_snapshot

NEAREST, WEIGHT_OF_PATTERNS = 250, 0.1
NEAREST_TO_NO_ISSUE = 15
FOLDS = 10
ORIGIN = (
    "Fitted by benches/fit_relevance.py on the 22 judged issues, the 25 of benches/own_state_queries.tsv, the weak set "
    "and sentences on no issue."
)
WORDS = ("possible", "likely", "strong")


class Example(NamedTuple):
    """Texts of which it is known whether they are on one issue."""

    kind: str
    scores: NDArray[np.float32]
    density: float
    words: int
    on_issue: NDArray[np.bool_]
    weight: float


def examples(corpus: Corpus, data: Path, snapshot: Snapshot) -> Iterator[Example]:
    """All that is learnt from."""
    place = {text: row for row, text in enumerate(corpus.ids)}
    judged = read_grades(data / "qrels.tsv")
    for key, text in read_pairs(data / "queries.tsv").items():
        issue, _, language = key.partition(".")
        if language == "en":
            rows = np.array([place[each] for each in judged[issue]])
            on_issue = np.array([grade >= 2 for grade in judged[issue].values()])
            yield _example("short", match_issue(corpus, text), rows, on_issue, 1.0)
    for told in read_issues(snapshot, QUERIES, JUDGED):
        if told.language == ENGLISH:
            yield _example("long", told.matched, told.rows, told.wanted, 1.0)
    for issue, matching in matching_texts(corpus, PATTERN_SETS["weak"]).items():
        matched = match_issue(corpus, issue)
        rows = _nearest(matched, NEAREST)
        yield _example("weak", matched, rows, matching[rows], WEIGHT_OF_PATTERNS)
    for text in ON_NO_ISSUE.read_text(encoding="utf-8").splitlines():
        matched = match_issue(corpus, text)
        rows = _nearest(matched, NEAREST_TO_NO_ISSUE)
        yield _example("none", matched, rows, np.zeros(len(rows), dtype=bool), 1.0)


def _nearest(matched: Match, count: int) -> NDArray[np.intp]:
    return np.argsort(-matched.scores, kind="stable")[:count]


def _example(
    kind: str,
    matched: Match,
    rows: NDArray[np.int32] | NDArray[np.intp],
    on_issue: NDArray[np.bool_],
    weight: float,
) -> Example:
    in_use = _in_use(matched.texts)
    words = min(len(matched.reading.text.words), in_use.longest)
    density = max(matched.density or 0.0, in_use.lowest_density)
    return Example(kind, matched.scores[rows], density, words, on_issue, weight)


def _in_use(texts: SearchedTexts) -> Relevance:
    return needed(texts.calibration).numbers("relevance", Relevance)


def _features(example: Example) -> NDArray[np.float64]:
    """(texts, 3)"""
    count = len(example.scores)
    return np.column_stack([example.scores, np.full(count, example.density), np.full(count, np.log(example.words))])


def _fit(found: Sequence[Example]) -> LogisticRegression:
    weights = np.concatenate([np.full(len(each.scores), each.weight) for each in found])
    on_issue = np.concatenate([each.on_issue for each in found])
    curve = LogisticRegression(C=1e4, max_iter=10_000)
    return curve.fit(np.concatenate([_features(each) for each in found]), on_issue, sample_weight=weights)


def _cross_validated(found: Sequence[Example]) -> list[NDArray[np.float64]]:
    """Of each example, the probabilities by a curve fitted on the issues of other folds."""
    groups = np.random.default_rng(0).permutation(len(found)) % FOLDS
    curves = [_fit([each for each, fold in zip(found, groups, strict=True) if fold != out]) for out in range(FOLDS)]
    return [curves[fold].predict_proba(_features(each))[:, 1] for each, fold in zip(found, groups, strict=True)]


def main() -> None:
    """Fit and print."""
    data, index = map(Path, sys.argv[1:])
    snapshot = open_snapshot(index, None)
    found = list(examples(open_corpus(data / "corpus.tsv"), data, snapshot))
    curve = as_numbers(_fit(found), "score", "density", "length")
    print(curve)
    write_stage(snapshot.manifest.vector_space, "relevance", {"curve": curve}, ORIGIN)
    probabilities = _cross_validated(found)
    in_words = _in_use(snapshot).words
    bounds = [in_words.possible, in_words.likely, in_words.strong, 1.01]
    for kind in dict.fromkeys(each.kind for each in found):
        of_kind = [place for place, each in enumerate(found) if each.kind == kind]
        likely = np.concatenate([probabilities[place] for place in of_kind])
        on_issue = np.concatenate([found[place].on_issue for place in of_kind])
        shown = [on_issue[(least <= likely) & (likely < most)] for least, most in pairwise(bounds)]
        words = [
            f"{word} {each.mean() if len(each) else 0:.0%} of {len(each)}"
            for word, each in zip(WORDS, shown, strict=True)
        ]
        silent = np.mean([probabilities[place].max() < in_words.possible for place in of_kind])
        print(f"{kind}: {', '.join(words)}; nothing for {silent:.0%} of {len(of_kind)} issues")


if __name__ == "__main__":
    main()
