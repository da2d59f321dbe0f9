"""Print texts of the real record to be read beside invented stories, or all that one State was told.

    python -m benches.graded_candidates INDEX STORIES [--from ID]
    python -m benches.graded_candidates INDEX --state ISO3

STORIES is benches/field_stories.tsv. Of each story some texts are drawn from the nearest by the match and as many from
the nearest by words (BM25), some of each from the own State; a line each with story, recommendation and text, each text
once, in random order within a story, without rank and score: so what is graded is not what one ranking likes, and texts
of the same field that are not on the issue are among it. What was read stands in benches/field_grades.tsv.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.catalogue.recommendations import recommendations
from search.lexical.bm25 import bm25f
from search.match.stages import match_issue
from search.retrieve.found import own_entries
from search.snapshot.snapshot import Snapshot, open_snapshot

FROM_NEAREST = 60
"""Of other States; of the own State half as many."""
DRAWN_ELSEWHERE, DRAWN_OWN = 5, 3
"""By the match and by words, each."""
SEED = 47


def candidates(snapshot: Snapshot, state: str, text: str, chance: random.Random) -> list[int]:
    """The entries to read, in random order."""
    catalogue, matched = snapshot.catalogue, match_issue(snapshot, text)
    own = own_entries(snapshot, state)
    chosen = set[int]()
    for scores in (matched.scores, bm25f(snapshot.english_words, matched.stems)):
        for among, nearest, drawn in (
            (~own, FROM_NEAREST, DRAWN_ELSEWHERE),
            (own, FROM_NEAREST // 2, DRAWN_OWN),
        ):
            numbers = each_text_once(snapshot, np.flatnonzero(catalogue.recommendations & among))
            best = numbers[np.argsort(-scores[catalogue.rows[numbers]], kind="stable")[:nearest]].tolist()
            chosen.update(chance.sample(best, min(drawn, len(best))))
    return chance.sample(sorted(chosen), len(chosen))


def each_text_once(snapshot: Snapshot, numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """The first entry of each text."""
    return numbers[np.sort(np.unique(snapshot.catalogue.rows[numbers], return_index=True)[1])]


def lines(snapshot: Snapshot, before: str, numbers: Sequence[int]) -> Iterator[str]:
    """What is printed of entries."""
    for record in recommendations(snapshot.connection, numbers):
        yield f"{before}{record.id}\t{' '.join(record.text.split())}"


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("stories", type=Path, nargs="?")
    parser.add_argument("--from", dest="first", default="", help="id of the first story that is printed")
    parser.add_argument("--state", help="print all recommendations to this State instead")
    return parser.parse_args()


def main() -> None:
    """Print the lines."""
    arguments = read_arguments()
    snapshot = open_snapshot(arguments.index, None)
    if arguments.state:
        own = own_entries(snapshot, arguments.state) & snapshot.catalogue.recommendations
        print("\n".join(lines(snapshot, "", np.flatnonzero(own).tolist())))
        return
    for line in arguments.stories.read_text(encoding="utf-8").splitlines():
        story, _, state, _, _, _, text = line.split("\t")
        if story >= arguments.first:
            chance = random.Random(f"{SEED} {story}")  # noqa: S311
            print("\n".join(lines(snapshot, f"{story}\t", candidates(snapshot, state, text, chance))), flush=True)


if __name__ == "__main__":
    main()
