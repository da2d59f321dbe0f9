"""Test the lobbying list on the past: rank for reviews of the UPR Info table, knowing only what came before them.

    python -m benches.lobbying TABLE SCORE        rank for sessions 17-20 and print what the score says
    python -m benches.lobbying TABLE --fit        print the points that sessions 13-16 give each number

TABLE is UPR Info's recommendations.csv, SCORE the script score_lobbying.py, which names the reviews and labels to
rank for and compares the ranking with three baselines. The ranking is the site's: search.lobbying.rank. It
stays in build/lobbying_ranking.tsv.
"""

import argparse
import csv
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.reviews.states import StateTable
from search.catalogue.entries import Mask
from search.catalogue.sponsorships import Requests
from search.lobbying.rank import TERMS, RankedTargets, rank_targets

RANKING = Path(__file__).resolve().parent.parent / "build" / "lobbying_ranking.tsv"
FIT_SESSIONS = range(13, 17)
LEAST_STATES = 4
"""A review and label that fewer States took up teaches nothing: as in the score."""
NO_ISSUES = ("General", "Other", "International instruments")
ROUNDS = 12
"""Newton's method is at its end after some eight."""

Pair = tuple[str, int, str]
"""State under review, session, label."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The rows of the table as requests."""

    names: tuple[str, ...]
    """Name of each State, by number."""
    requests: Requests
    with_label: dict[str, Mask]
    """Per label, the requests that have it."""

    def rank(self, pair: Pair) -> RankedTargets:
        """The ranking for a review and label, from the sessions before it."""
        name, session, label = pair
        return rank_targets(self.requests, np.flatnonzero(self.with_label[label]), self.names.index(name), session)

    def who_asked(self, pair: Pair) -> Mask:
        """Per State, whether it made a recommendation with the label in the review."""
        name, session, label = pair
        of_pair = (self.requests.session == session) & (self.requests.under_review == self.names.index(name))
        return self.requests.only(of_pair & self.with_label[label]).made() > 0


def read_table(path: Path) -> Table:
    """The table as arrays; regional groups are the UN's, as in models.reviews.states."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = sorted({row["To"] for row in rows} | {row["From"] for row in rows})
    number = {name: place for place, name in enumerate(names)}
    requests = Requests(
        recommending=np.array([number[row["From"]] for row in rows], dtype=np.int32),
        under_review=np.array([number[row["To"]] for row in rows], dtype=np.int32),
        session=np.array([int(row["Session"]) for row in rows], dtype=np.int32),
        groups=_groups(names),
    )
    with_label: dict[str, Mask] = defaultdict(lambda: np.zeros(len(rows), dtype=bool))
    for place, row in enumerate(rows):
        for label in row["Issue"].split(","):
            with_label[label.strip()][place] = True
    return Table(tuple(names), requests, dict(with_label))


def _groups(names: list[str]) -> NDArray[np.int32]:
    states = map(StateTable.built_in().find, names)
    groups = [state.regional_group if state else None for state in states]
    return np.array([sorted(filter(None, set(groups))).index(group) if group else -1 for group in groups], np.int32)


def write_ranking(table: Table, pairs: list[Pair], path: Path) -> None:
    """Every State but the one under review, the most promising first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect="excel-tab", lineterminator="\n")
        for pair in pairs:
            order = np.argsort(-table.rank(pair).promise, kind="stable")
            senders = [table.names[number] for number in order if table.names[number] != pair[0]]
            writer.writerows((*pair, rank, sender) for rank, sender in enumerate(senders, 1))


def pairs_of(score: Path) -> list[Pair]:
    """The reviews and labels that the score wants."""
    run = subprocess.run([sys.executable, score, "--pairs"], capture_output=True, text=True, check=True)
    rows = (line.split("\t") for line in run.stdout.splitlines())
    return [(name, int(session), label) for name, session, label in rows]


def pairs_in(table: Table, sessions: Iterable[int]) -> Iterator[Pair]:
    """Reviews in these sessions with the labels that at least LEAST_STATES States raised."""
    requests = table.requests
    for session in sessions:
        for number in np.unique(requests.under_review[requests.session == session]):
            for label in sorted(set(table.with_label) - set(NO_ISSUES)):
                pair = (table.names[number], session, label)
                if table.who_asked(pair).sum() >= LEAST_STATES:
                    yield pair


def fitted_points(table: Table) -> dict[str, float]:
    """The coefficients of a logistic regression by Newton's method, in multiples of the first."""
    numbers, asked = [], []
    for pair in pairs_in(table, FIT_SESSIONS):
        others = np.array([name != pair[0] for name in table.names])
        ranked = table.rank(pair)
        numbers.append(np.stack([TERMS[name].doublings(ranked.numbers[name]) for name in TERMS], axis=1)[others])
        asked.append(table.who_asked(pair)[others])
    x, y = np.concatenate(numbers), np.concatenate(asked).astype(np.float64)
    x = np.column_stack([x, np.ones(len(x))])
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (chance * (1 - chance))[:, None]).T @ x
        weights += np.linalg.solve(curvature, x.T @ (y - chance))
    return dict(zip(TERMS, (weights[:-1] / weights[0]).tolist(), strict=True))


def main() -> None:
    """Read the command line and fit, or rank and score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("score", type=Path, nargs="?")
    parser.add_argument("--fit", action="store_true", help="print the points instead")
    arguments = parser.parse_args()
    table = read_table(arguments.table)
    if arguments.fit:
        for name, points in fitted_points(table).items():
            print(f"{name:18s} fitted {points:5.2f}  used {TERMS[name].points:5.2f}")
    elif arguments.score:
        write_ranking(table, pairs_of(arguments.score), RANKING)
        print(f"{RANKING} is written.", flush=True)
        subprocess.run([sys.executable, arguments.score, RANKING], check=True)
    else:
        parser.error("name the script that scores, or say --fit.")


if __name__ == "__main__":
    main()
