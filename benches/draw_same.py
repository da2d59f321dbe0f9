"""Draw pairs that threads call the same over States of an index, to be read.

`python -m benches.draw_same INDEX --seed 46` prints sixty pairs of ten States with two reviews or more. docs/threads.md
says how many of those that were read ask the same.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from models.records.records import Recommendation
from search import SearchIndex, open_index
from search.snapshot.describe import state_reviews
from search.threads.summary import summarise_threads

STATES, PAIRS = 10, 60


def same_in(index: SearchIndex, state: str) -> Iterator[tuple[Recommendation, Recommendation]]:
    """All pairs of a State that are called the same, the earlier first."""
    sessions = [review.session for review in state_reviews(index.snapshot.connection, state) if review.recommendations]
    for earlier, later in combinations(sessions, 2):
        summary = summarise_threads(index.snapshot, state, (earlier, later))
        for row in summary.same if summary else ():
            for link in row.same:
                yield link.record, row.record


def main() -> None:
    """Read the command line and print the pairs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    arguments = parser.parse_args()
    index, drawn = open_index(arguments.index), random.Random(arguments.seed)  # noqa: S311 - a sample
    states = [known.state.code for known in index.snapshot.reviewed_states if len(known.sessions) > 1]
    chosen = drawn.sample(states, min(STATES, len(states)))
    pairs = [pair for state in chosen for pair in same_in(index, state)]
    for number, (earlier, later) in enumerate(drawn.sample(pairs, min(PAIRS, len(pairs))), start=1):
        print(f"{number}. {earlier.id}: {earlier.text}\n   {later.id}: {later.text}")


if __name__ == "__main__":
    main()
