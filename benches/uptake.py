"""Whether the recommendations that belong to an ask of an NGO stand among the nearest that are shown beside it.

    python -m benches.uptake INDEX

INDEX holds the reviews of benches/uptake_asks.tsv (benches/judged_sets.md says which, and how they were judged: all
recommendations of a review were read for each ask). Printed is for each language and both halves of the asks, over
those that anything belongs to: recall@10 of what says the same and of what goes at least part of the way, nDCG@10, and
how many are said to be there to read, with how many of these belong; for the order of the match, which is shown, and
for that of the own State's list. The order was chosen on the asks with odd numbers.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.own_state import BENCHES
from benches.retrieval import ndcg
from search.catalogue.records import recommendations
from search.match.own_state import own_state_list
from search.match.stages import match_issue
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.uptake.compose import NEAREST, ordered

ASKS, JUDGED = BENCHES / "uptake_asks.tsv", BENCHES / "uptake_judged.tsv"
SAME, PART = 2, 1
"""Grades."""
Ranked = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """An ask beside all recommendations of its review."""

    name: str
    language: str
    grades: NDArray[np.int64]
    """Of each recommendation."""
    match: Ranked
    """Places, the nearest by the match first."""
    own: Ranked
    """Places, as the list of the own State orders them."""
    to_read: int

    @property
    def is_apart(self) -> bool:
        """Whether nothing was chosen on it."""
        return int(self.name[1:]) % 2 == 0


def read_judged(snapshot: Snapshot) -> Iterator[Judged]:
    """All asks, in all languages."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for name, record, grade in _rows(JUDGED):
        grades[name][record] = int(grade)
    fields = snapshot.catalogue.fields
    for full_name, review, language, text in _rows(ASKS):
        name, (state, _, session) = full_name.partition(".")[0], review.partition("-")
        mask = fields["under_review"].holding([state]) & fields["session"].holding([int(session)])
        entries = np.flatnonzero(snapshot.catalogue.recommendations & mask)
        rows = snapshot.catalogue.rows[entries]
        found = ordered(snapshot, read_issue(text, snapshot.english_words, language), rows)
        matched = match_issue(snapshot, text, language)
        vectors = np.asarray(snapshot.vectors[rows])
        own = own_state_list(matched, matched.scores[rows], vectors)
        ids = [record.id for record in recommendations(snapshot.connection, entries.tolist())]
        of_records = np.array([grades[name].get(record, 0) for record in ids])
        yield Judged(name, language, of_records, found.places, np.argsort(-own.near, kind="stable"), found.to_read)


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def recall(asks: Sequence[Judged], order: Callable[[Judged], Ranked], least: int) -> float:
    """Mean share, over asks that anything of the grade belongs to, of it that stands among the nearest."""
    shares = []
    for ask in asks:
        belong = ask.grades >= least
        if belong.any():
            shares.append(belong[order(ask)[:NEAREST]].sum() / belong.sum())
    return float(np.mean(shares))


def order_of(asks: Sequence[Judged], order: Callable[[Judged], Ranked]) -> float:
    """Mean nDCG@10 over asks that anything belongs to."""
    found = []
    for ask in asks:
        if ask.grades.any():
            grades = {str(place): int(grade) for place, grade in enumerate(ask.grades) if grade}
            found.append(ndcg([str(place) for place in order(ask)[:NEAREST].tolist()], grades))
    return float(np.mean(found))


def report(asks: Sequence[Judged]) -> str:
    """A line of figures."""
    orders: dict[str, Callable[[Judged], Ranked]] = {"match": lambda ask: ask.match, "own list": lambda ask: ask.own}
    figures = [
        f"{name}: recall@{NEAREST} same {recall(asks, order, SAME):.3f}, "
        f"at least in part {recall(asks, order, PART):.3f}, nDCG@{NEAREST} {order_of(asks, order):.3f}"
        for name, order in orders.items()
    ]
    to_read = sum(ask.to_read for ask in asks)
    belong = sum(int((ask.grades[ask.match[: ask.to_read]] >= PART).sum()) for ask in asks)
    figures.append(f"to read: {to_read / len(asks):.1f} an ask, {belong} of {to_read} belong")
    return f"{len(asks)} asks; {'; '.join(figures)}"


def main() -> None:
    """Print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    judged = list(read_judged(open_snapshot(parser.parse_args().index, None)))
    for is_apart in (False, True):
        for language in sorted({ask.language for ask in judged}):
            asks = [ask for ask in judged if ask.language == language and ask.is_apart is is_apart]
            print("kept apart" if is_apart else "chosen on", language, report(asks))


if __name__ == "__main__":
    main()
