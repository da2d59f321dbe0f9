"""Fit the numbers of the stage "relevance" (search/match/stages.py): what a score says of the probability to be on the
issue. benches/fit_calibration.py writes them.

Learnt from are the judged texts of the English short issues (grades 2 and 3 are on the issue) and of
own_state_queries.tsv; for each of weakly_judged_issues.tsv, the NEAREST texts, whose pattern says it less surely, so
that they count less; and the texts nearest to each of sentences_on_no_issue.txt.

No text is surer than its own nearness makes it, however long the story and however little is asked in its field: that
second curve, over the score alone, is of what own States were told on the stories. Where a word begins follows from all
stories: so much of what is called so is on the issue, in every set, by curves that did not learn from the story (the
stories learnt from, in FOLDS folds) or from the set (the others).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import Fitted, Judged, as_numbers, least_true_from
from benches.indexed_texts import IndexedTexts, in_words
from benches.own_state import StateIssue
from benches.retrieval import ON_NO_ISSUE, PATTERN_SETS, read_grades, read_pairs
from models.texts.words import ENGLISH
from search.match.stages import match_issue
from search.match.state import Match

NEAREST, WEIGHT_OF_PATTERNS = 250, 0.1
NEAREST_TO_NO_ISSUE = 15
FOLDS = 10
LONGEST = 90
"""Words of an issue."""
POSSIBLE = 0.52
TRUE_OF_STRONG, TRUE_OF_LIKELY = 0.8, 0.55
LEARNT_FROM = "stories"
"""The set of stories that curves learn from; others only say where words begin."""


class Example(NamedTuple):
    """Texts of which it is known whether they are on one issue."""

    kind: str
    scores: NDArray[np.float32]
    density: float | None
    words: int
    on_issue: NDArray[np.bool_]
    weight: float


def examples(index: IndexedTexts, stories: Mapping[str, Sequence[StateIssue]], short: Path | None) -> Iterator[Example]:
    """All that is learnt from, or tells where words begin; `short` is a folder of judged short issues."""
    if short is not None:
        yield from _short(index, short)
    for name, of_set in stories.items():
        for told in of_set:
            yield _example(name, told.matched, told.matched.scores[told.rows], told.wanted, 1.0)
    for issue, matching in index.matching(PATTERN_SETS["weak"]).items():
        matched = match_issue(index.snapshot, issue)
        scores = matched.scores[index.rows]
        near = np.argsort(-scores, kind="stable")[:NEAREST]
        yield _example("weak", matched, scores[near], matching[near], WEIGHT_OF_PATTERNS)
    for text in ON_NO_ISSUE.read_text(encoding="utf-8").splitlines():
        matched = match_issue(index.snapshot, text)
        nearest = np.sort(matched.scores[index.rows])[-NEAREST_TO_NO_ISSUE:]
        yield _example("none", matched, nearest, np.zeros(len(nearest), dtype=bool), 1.0)


def _short(index: IndexedTexts, data: Path) -> Iterator[Example]:
    judged, texts = read_grades(data / "qrels.tsv"), read_pairs(data / "corpus.tsv")
    for key, text in read_pairs(data / "queries.tsv").items():
        issue, _, language = key.partition(".")
        if language == ENGLISH:
            grades = {in_words(texts[each]): grade for each, grade in judged[issue].items()}
            rows = [index.row_of[each] for each in grades if each in index.row_of]
            on_issue = np.array([grade >= 2 for each, grade in grades.items() if each in index.row_of])
            matched = match_issue(index.snapshot, text)
            yield _example("short", matched, matched.scores[rows], on_issue, 1.0)


def _example(
    kind: str, matched: Match, scores: NDArray[np.float32], on_issue: NDArray[np.bool_], weight: float
) -> Example:
    words = min(len(matched.reading.text.words), LONGEST)
    return Example(kind, scores, matched.density, words, on_issue, weight)


class Curves:
    """The curve of the stage, and the one over the score alone."""

    def __init__(self, found: Sequence[Example]) -> None:
        """Learnt from what is not of the sets kept apart."""
        learnt = [each for each in found if each.kind in ("short", LEARNT_FROM, "weak", "none")]
        densities = [each.density for each in learnt if each.density is not None and each.kind != "none"]
        self.lowest = float(np.floor(20 * min(densities)) / 20) if densities else 0.0
        self.features = ("score", "density", "length") if densities else ("score", "length")
        self.curve = _fit(learnt, self._of)
        self.near = _fit([each for each in learnt if each.kind == LEARNT_FROM], _score_alone)

    def probability(self, example: Example) -> NDArray[np.float64]:
        """Of each text, by both."""
        likely: NDArray[np.float64] = self.curve.predict_proba(self._of(example))[:, 1]
        near: NDArray[np.float64] = self.near.predict_proba(_score_alone(example))[:, 1]
        return np.minimum(likely, near)

    def _of(self, example: Example) -> NDArray[np.float64]:
        values = {
            "score": example.scores,
            "density": np.float64(max(example.density or 0.0, self.lowest)),
            "length": np.log(max(1, example.words)),
        }
        return np.column_stack([np.broadcast_to(values[name], len(example.scores)) for name in self.features])


def _score_alone(example: Example) -> NDArray[np.float64]:
    return example.scores[:, np.newaxis].astype(np.float64)


def _fit(found: Sequence[Example], features: Callable[[Example], NDArray[np.float64]]) -> LogisticRegression:
    weights = np.concatenate([np.full(len(each.scores), each.weight) for each in found])
    on_issue = np.concatenate([each.on_issue for each in found])
    curve = LogisticRegression(C=1e4, max_iter=10_000)
    return curve.fit(np.concatenate([features(each) for each in found]), on_issue, sample_weight=weights)


def left_out(found: Sequence[Example]) -> list[NDArray[np.float64]]:
    """Of each example, the probabilities by curves that learnt from the issues of other folds."""
    folds = np.random.default_rng(0).permutation(len(found)) % FOLDS
    curves = [Curves([each for each, fold in zip(found, folds, strict=True) if fold != out]) for out in range(FOLDS)]
    return [curves[fold].probability(each) for each, fold in zip(found, folds, strict=True)]


def fit_relevance(
    index: IndexedTexts, stories: Mapping[str, Sequence[StateIssue]], short: Path | None = None
) -> Fitted:
    """The numbers of the stage, with what each word is worth printed."""
    found = list(examples(index, stories, short))
    curves, probabilities = Curves(found), left_out(found)
    of_kind: dict[str, Judged] = {}
    for kind in dict.fromkeys(each.kind for each in found):
        places = [place for place, each in enumerate(found) if each.kind == kind]
        likely = np.concatenate([probabilities[place] for place in places])
        of_kind[kind] = likely, np.concatenate([found[place].on_issue for place in places])
    words = {"possible": POSSIBLE, **words_true_of([of_kind[name] for name in stories])}
    for kind, judged in of_kind.items():
        print(f"relevance, {kind}: {worth_of_words(judged, words)}")
    return Fitted(
        {
            "curve": as_numbers(curves.curve, *curves.features),
            "lowest_density": curves.lowest,
            "longest": LONGEST,
            "near_enough": as_numbers(curves.near, "score"),
            "words": words,
        },
        f"Fitted by benches/fit_calibration.py on {sum(each.kind == LEARNT_FROM for each in found)} stories whose "
        f"States were read whole, {sum(each.kind == 'short' for each in found)} judged short issues, the weak set and "
        f"sentences on no issue. Words: so that {TRUE_OF_STRONG} of what is strong and {TRUE_OF_LIKELY} of what is "
        f"likely is on the issue in each of {len(stories)} sets of stories.",
    )


def words_true_of(sets: Sequence[Judged]) -> dict[str, float]:
    """Where "strong" and "likely" begin."""
    strong = least_true_from(sets, TRUE_OF_STRONG)
    return {"likely": least_true_from(sets, TRUE_OF_LIKELY, below=strong, otherwise=strong), "strong": strong}


def worth_of_words(judged: Judged, words: Mapping[str, float]) -> str:
    """How much of what each word is said of is on the issue."""
    likely, on_issue = judged
    said = []
    for word, following in pairwise([*sorted(words, key=words.__getitem__), None]):
        shown = on_issue[(likely >= words[word or ""]) & (likely < (words[following] if following else 1.01))]
        said.append(f"{word} {int(shown.sum())} of {len(shown)}")
    return ", ".join(said)
