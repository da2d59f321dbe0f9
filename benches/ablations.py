"""What each stage of a match is worth, over all judged sets: each left out in turn.

    python -m benches.ablations INDEX DATA

INDEX is an index of everything in DATA, of any model. Printed is, for English issues, the average precision of the
order of all that own States were told (stories: own_state_queries.tsv, on which numbers were chosen; the two sets of
DATA; the hard stories of benches/judged_sets.md, on which none were), and nDCG@10: of the judged texts of DATA's short
issues, on which numbers were chosen, and of short asks over their pool, on which none were. Beside each way stands the
mean difference over all issues to what is shipped, with its 90 % interval by bootstrap over issues.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.fit_calibration import Sources
from benches.indexed_texts import IndexedTexts, in_words
from benches.own_state import average_precision, read_issues
from benches.retrieval import interval, ndcg, read_grades, read_pairs
from benches.short_asks import ASKS, POOL, STORIES, STORIES_JUDGED
from benches.short_asks import JUDGED as ASKS_JUDGED
from models.encoders.calibration import Calibration, needed
from models.words import ENGLISH
from search.match.own_state import OwnState, own_state_stages
from search.match.stages import match_stages
from search.match.state import Match
from search.query.issue import IssueReading, read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through, without

WITHOUT = (
    "example issues",
    "taught encoder",
    "labels",
    "names",
    "words",
    "sentences",
    "feedback",
)
NEEDED_BY = {"words": ("names",)}
"""A stage that cannot do without another."""
ONE_ROUND = "one round of requests"


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
    hard = [issue for issue in read_issues(snapshot, STORIES, STORIES_JUDGED) if issue.language == ENGLISH]
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


def _graded(kind: str, snapshot: Snapshot, text: str, grades: Mapping[str, int], rows: Sequence[int]) -> Ranked:
    names = list(map(str, rows))

    def worth(scores: NDArray[np.float64]) -> float:
        return ndcg([names[place] for place in np.argsort(-scores, kind="stable")], grades)

    return Ranked(kind, read_issue(text, snapshot.lexical, ENGLISH), np.array(rows, dtype=np.int32), worth)


def _average_precision(wanted: NDArray[np.bool_]) -> Callable[[NDArray[np.float64]], float]:
    return lambda near: average_precision(near, wanted)


def worth_of(snapshot: Snapshot, queries: Sequence[Ranked], left_out: Sequence[str]) -> NDArray[np.float64]:
    """What each query's order is worth without some stages."""
    stages, own = match_stages(snapshot.calibration), own_state_stages(snapshot.calibration)
    of_match = without(stages, "relevance", *{stage.name for stage in stages}.intersection(left_out))
    of_list = without(own, "own State", *{stage.name for stage in own}.intersection(left_out))
    found = []
    for query in queries:
        matched = passed_through(of_match, Match(snapshot, query.reading))
        scores = matched.scores[query.rows].astype(np.float64)
        if query.of_one_state:
            told = OwnState.of(matched.scores[query.rows], snapshot.vectors[query.rows], matched.sentences)
            scores = passed_through(of_list, told).near
        found.append(query.worth(scores))
    return np.array(found)


def one_round(calibration: Calibration) -> Calibration:
    """The same, with a query moved towards the nearest requests once."""
    return calibration.changed("example issues", rounds=1)


def row(name: str, kinds: Sequence[str], worth: NDArray[np.float64], shipped: NDArray[np.float64]) -> str:
    """One line of the table."""
    of_kind = [worth[np.array(kinds) == kind].mean() for kind in dict.fromkeys(kinds)]
    low, high = interval(worth - shipped)
    change = "" if worth is shipped else f"{(worth - shipped).mean():+.3f} ({low:+.3f} to {high:+.3f})"
    return f"| {name} | {' | '.join(f'{each:.3f}' for each in of_kind)} | {change} |"


def main() -> None:
    """Print the table."""
    index, data = map(Path, sys.argv[1:])
    snapshot = open_snapshot(index, None)
    queries = [*stories(Sources(snapshot, data), snapshot), *short(snapshot, data / "retrieval"), *asks(snapshot)]
    kinds = [query.kind for query in queries]
    print(f"| | {' | '.join(dict.fromkeys(kinds))} | all, difference |")
    shipped = worth_of(snapshot, queries, ())
    print(row("as shipped", kinds, shipped, shipped), flush=True)
    calibration = needed(snapshot.calibration)
    if calibration.has("example issues"):
        changed = replace(snapshot, calibration=one_round(calibration))
        print(row(ONE_ROUND, kinds, worth_of(changed, queries, ()), shipped), flush=True)
    of_match, of_list = match_stages(calibration), own_state_stages(calibration)
    names = {stage.name for stage in of_match} | {stage.name for stage in of_list}
    for stage in filter(names.__contains__, WITHOUT):
        left_out = worth_of(snapshot, queries, (stage, *NEEDED_BY.get(stage, ())))
        print(row(f"without {stage}", kinds, left_out, shipped), flush=True)


if __name__ == "__main__":
    main()
