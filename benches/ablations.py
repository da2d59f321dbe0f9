"""What each stage of a match is worth, over all judged sets: each left out, each number changed, in turn.

    python -m benches.ablations INDEX DATA

INDEX is an index of everything in DATA, of any model. Printed is, for English issues, the average precision of the
order of all that own States were told (stories: own_state_queries.tsv, on which numbers were chosen; the two sets of
DATA; the hard stories of benches/judged_sets.md, on which none were); nDCG@10 of the judged texts of DATA's short
issues, on which numbers were chosen, and of short asks over their pool, on which none were; and how much of the first
ten texts match the patterns of names.tsv and weakly_judged_issues.tsv. Beside each way stands the mean difference over
all issues but those of patterns to what is shipped, with its 90 % interval by bootstrap over issues.

Last comes, for each set, the way that is best in the mean over the other sets of issues: what choosing among these ways
is worth on what they were not chosen on.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.fit_calibration import Sources
from benches.indexed_texts import IndexedTexts, in_words
from benches.own_state import average_precision, read_issues
from benches.retrieval import PATTERN_SETS, interval, matching_of_first, ndcg, read_grades, read_pairs
from benches.short_asks import ASKS, POOL, STORIES, STORIES_JUDGED
from benches.short_asks import JUDGED as ASKS_JUDGED
from models.encoders.calibration import Calibration, needed
from models.encoders.multilingual_encoder import MultilingualEncoder
from models.encoders.text_encoder import Vectors
from models.texts.words import ENGLISH
from search.match.own_state import own_state_stages
from search.match.stages import match_stages
from search.match.state import Match, OwnState
from search.query.issue import IssueReading, read_issue
from search.semantic.encoder import QueryEncoder
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through, without

WITHOUT = ("example issues", "taught encoder", "labels", "names", "words", "sentences", "feedback")
NEEDED_BY = {"words": ("names",)}
"""A stage that cannot do without another."""
NUMBERS: Mapping[tuple[str, str], Sequence[float]] = {
    ("example issues", "issue_share"): (0.25, 0.55),
    ("example issues", "request_share"): (0.3, 0.6),
    ("labels", "weight"): (0.1, 0.2, 0.3),
    ("sentences", "weight"): (0.5, 2.0),
    ("feedback", "texts"): (5, 12),
}
"""What is tried for the numbers of stages."""


@dataclass(frozen=True, slots=True)
class Way:
    """What is compared."""

    name: str
    calibration: Calibration
    left_out: tuple[str, ...] = ()
    """Stages."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """One query of a set, with what scores an order of its texts."""

    kind: str
    reading: IssueReading
    rows: NDArray[np.int32]
    worth: Callable[[NDArray[np.float64]], float]
    of_one_state: bool = False
    """Whether the texts are all that one State was told; else some of all States."""


def stories(sources: Sources, snapshot: Snapshot) -> Iterator[Ranked]:
    """All stories whose States were read whole."""
    hard = read_issues(snapshot, STORIES, STORIES_JUDGED, ENGLISH)
    for kind, of_set in {**sources.stories(needed(snapshot.calibration)), "hard_stories": hard}.items():
        for issue in of_set:
            if issue.wanted.any():
                worth = _average_precision(issue.wanted)
                yield Ranked(kind, issue.matched.reading, issue.rows, worth, of_one_state=True)


def short(snapshot: Snapshot, data: Path) -> Iterator[Ranked]:
    """Short issues over their judged texts."""
    judged, texts = read_grades(data / "qrels.tsv"), read_pairs(data / "corpus.tsv")
    row_of = IndexedTexts(snapshot).row_of
    for key, text in read_pairs(data / "queries.tsv").items():
        issue, _, language = key.partition(".")
        if language == ENGLISH:
            grades = {
                row_of[words]: grade
                for each, grade in judged[issue].items()
                if (words := in_words(texts[each])) in row_of
            }
            yield _graded(
                "short issues", snapshot, text, {str(row): grade for row, grade in grades.items()}, list(grades)
            )


def asks(snapshot: Snapshot) -> Iterator[Ranked]:
    """Short asks over their pool."""
    pool, judged = POOL.read_text(encoding="utf-8").split(), read_grades(ASKS_JUDGED)
    rows = snapshot.catalogue.rows[[snapshot.connection.number_of(record) for record in pool]].tolist()
    for key, text in read_pairs(ASKS).items():
        ask, _, language = key.partition(".")
        if language == ENGLISH:
            grades = {
                str(row): judged[ask][record] for record, row in zip(pool, rows, strict=True) if record in judged[ask]
            }
            yield _graded("short asks", snapshot, text, grades, rows)


def patterns(snapshot: Snapshot) -> Iterator[Ranked]:
    """Queries whose texts are known by their words, over all texts."""
    texts = IndexedTexts(snapshot)
    for kind, path in PATTERN_SETS.items():
        for query, matching in texts.matching(path).items():
            if matching.any():
                yield Ranked(
                    kind, read_issue(query, snapshot.english_words, ENGLISH), texts.rows, _share_of_first(matching)
                )


def _graded(kind: str, snapshot: Snapshot, text: str, grades: Mapping[str, int], rows: Sequence[int]) -> Ranked:
    names = list(map(str, rows))

    def worth(scores: NDArray[np.float64]) -> float:
        return ndcg([names[place] for place in np.argsort(-scores, kind="stable")], grades)

    return Ranked(kind, read_issue(text, snapshot.english_words, ENGLISH), np.array(rows, dtype=np.int32), worth)


def _average_precision(wanted: NDArray[np.bool_]) -> Callable[[NDArray[np.float64]], float]:
    return lambda near: average_precision(near, wanted)


def _share_of_first(matching: NDArray[np.bool_]) -> Callable[[NDArray[np.float64]], float]:
    return lambda scores: matching_of_first(scores, matching)


@dataclass(frozen=True)
class Remembering(QueryEncoder):
    """An encoder of queries that reads each text once."""

    encoder: QueryEncoder

    @cache  # noqa: B019 - a bench is one process over a few hundred texts
    def vector(self, text: str) -> Vectors:
        """The unit vector of a text."""
        return self.encoder.vector(text)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The unit vectors of texts."""
        return np.array([self.vector(text) for text in texts])

    def issue_vectors(self, sentences: Sequence[str]) -> Vectors | None:
        """The unit vectors of the sentences of an issue by what was learnt of how people tell one."""
        return self._told(tuple(sentences))

    @cache  # noqa: B019
    def _told(self, sentences: tuple[str, ...]) -> Vectors | None:
        return self.encoder.issue_vectors(sentences)

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for issues in other languages."""
        return self.encoder.multilingual()


def ways(calibration: Calibration) -> Iterator[Way]:
    """What is shipped, and what differs from it in one stage or number."""
    yield Way("as shipped", calibration)
    names = {stage.name for stage in match_stages(calibration)}
    names |= {stage.name for stage in own_state_stages(calibration)}
    yield Way("meaning alone", calibration, WITHOUT)
    for stage in filter(names.__contains__, WITHOUT):
        yield Way(f"without {stage}", calibration, (stage, *NEEDED_BY.get(stage, ())))
    for (stage, number), values in NUMBERS.items():
        if calibration.has(stage):
            for value in values:
                yield Way(f"{stage}: {number} {value}", calibration.changed(stage, **{number: value}))


def worth_of(snapshot: Snapshot, queries: Sequence[Ranked], way: Way) -> NDArray[np.float64]:
    """What each query's order is worth in one way."""
    texts = replace(snapshot, calibration=way.calibration)
    stages, own = match_stages(way.calibration), own_state_stages(way.calibration)
    of_match = without(stages, "relevance", *{stage.name for stage in stages}.intersection(way.left_out))
    of_list = without(own, "own State", *{stage.name for stage in own}.intersection(way.left_out))
    found = []
    for query in queries:
        matched = passed_through(of_match, Match(texts, query.reading))
        scores = matched.scores[query.rows].astype(np.float64)
        if query.of_one_state:
            told = OwnState.of(matched, matched.scores[query.rows], snapshot.vectors[query.rows])
            scores = passed_through(of_list, told).near
        found.append(query.worth(scores))
    return np.array(found)


def chosen_on_others(worth: NDArray[np.float64], judged: Sequence[int]) -> list[int]:
    """Of each set, the way that is best in the mean over the other judged ones; `worth` is of (ways, sets), `judged`
    are the sets that are chosen on."""
    others = ([place for place in judged if place != left_out] for left_out in range(worth.shape[1]))
    return [int(worth[:, places].mean(axis=1).argmax()) for places in others]


def main() -> None:
    """Print the table."""
    index, data = map(Path, sys.argv[1:])
    opened = open_snapshot(index, None)
    snapshot = replace(opened, encoder=Remembering(opened.encoder))
    queries = [
        *stories(Sources(snapshot, data), snapshot),
        *short(snapshot, data / "retrieval"),
        *asks(snapshot),
        *patterns(snapshot),
    ]
    kinds = np.array([query.kind for query in queries])
    sets = list(dict.fromkeys(kinds.tolist()))
    compared, is_judged = list(ways(needed(snapshot.calibration))), ~np.isin(kinds, list(PATTERN_SETS))
    print(f"| | {' | '.join(sets)} | difference |\n|---|{'---:|' * (len(sets) + 1)}")
    by_way: list[NDArray[np.float64]] = []
    for way in compared:
        by_way.append(worth_of(snapshot, queries, way))
        difference = (by_way[-1] - by_way[0])[is_judged]
        low, high = interval(difference)
        figures = [f"{by_way[-1][kinds == kind].mean():.3f}" for kind in sets]
        print(
            f"| {way.name} | {' | '.join(figures)} | {difference.mean():+.3f} ({low:+.3f} to {high:+.3f}) |", flush=True
        )
    worth = np.array([[of_way[kinds == kind].mean() for kind in sets] for of_way in by_way])
    chosen = chosen_on_others(worth, [place for place, kind in enumerate(sets) if kind not in PATTERN_SETS])
    for place, way_number in enumerate(chosen):
        if way_number:
            print(f"{sets[place]}: by the others, {compared[way_number].name}: {worth[way_number, place]:.3f}")
    print("By the others, as shipped: " + ", ".join(name for name, way in zip(sets, chosen, strict=True) if not way))


if __name__ == "__main__":
    main()
