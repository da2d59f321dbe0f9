"""Print texts of the real record to be read beside invented stories, or all that one State was told.

    python -m benches.graded_candidates INDEX STORIES [--from ID] [--of-field]
    python -m benches.graded_candidates INDEX --state ISO3

STORIES is benches/field_stories.tsv. Of each story some texts are drawn from the nearest by the match and fewer from
the nearest by words (BM25), some of each from the own State; a line each with story, recommendation and text, each text
once, in random order within a story, without rank and score: so what is graded is not what one ranking likes, and texts
of the same field that are not on the issue are among it. No text to a State whose stories are kept for choosing or
reporting is drawn for a story that is learnt from, and none to one that is kept for reporting for one that chooses.
With --of-field, texts are drawn from the story's own field alone: those with its issue label, or, where there is none,
the nearest to its name. What was read stands in benches/field_grades.tsv (the first 695 stories had a few more).
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.catalogue.records import recommendations
from search.lexical.bm25 import bm25f
from search.match.stages import match_issue
from search.snapshot.snapshot import Snapshot, open_snapshot

ELSEWHERE, OWN, OF_FIELD = (50, (4, 3)), (12, (2, 1)), (14, (6, 2))
"""From how many of the nearest texts, and how many are drawn by the match and by words."""
NEAR_NAME = 150
"""Texts that are of a field without a label."""
KEPT_FROM = {"fit": ("choose", "report"), "choose": ("report",), "report": ()}
"""By split of a story: the splits whose States' texts are not drawn."""
SEED = 47


class Drawing:
    """What texts can be drawn from."""

    def __init__(self, snapshot: Snapshot, states: Mapping[str, str]) -> None:
        """`states` tells the split of each State's stories."""
        self._snapshot = snapshot
        self._texts = snapshot.catalogue.recommendations
        self._of_split = {
            split: np.logical_or.reduce(
                [snapshot.catalogue.of_state(state) for state, told in states.items() if told == split]
            )
            for split in KEPT_FROM
        }

    def candidates(self, story: Sequence[str], chance: random.Random, of_field: bool) -> list[int]:
        """The entries to read, in random order, for the columns of a story."""
        _, issues, state, _, _, split, text = story
        matched = match_issue(self._snapshot, text)
        allowed = self._texts & ~np.logical_or.reduce([self._of_split[each] for each in KEPT_FROM[split]] or [False])
        own = self._snapshot.catalogue.of_state(state)
        among = [(~own, ELSEWHERE), (own, OWN)]
        if of_field:
            among = [(self._of_field(issue), OF_FIELD) for issue in issues.split(" / ")]
        chosen = set[int]()
        for mask, (nearest, drawn) in among:
            numbers = each_text_once(self._snapshot, np.flatnonzero(allowed & mask))
            for scores, count in zip(
                (matched.scores, bm25f(self._snapshot.english_words, matched.reading.stems)), drawn, strict=True
            ):
                best = self._nearest(numbers, scores)[:nearest].tolist()
                chosen.update(chance.sample(best, min(count, len(best))))
        return chance.sample(sorted(chosen), len(chosen))

    def _nearest(self, numbers: NDArray[np.intp], scores: NDArray[np.float32]) -> NDArray[np.intp]:
        return numbers[np.argsort(-scores[self._snapshot.catalogue.rows[numbers]], kind="stable")]

    def _of_field(self, issue: str) -> NDArray[np.bool_]:
        labels, rows = self._snapshot.catalogue.fields["label"], self._snapshot.catalogue.rows
        if issue in labels.labels:
            return labels.holding([labels.values[labels.labels.index(issue)]])
        numbers = each_text_once(self._snapshot, np.flatnonzero(self._texts))
        return np.isin(rows, rows[self._nearest(numbers, match_issue(self._snapshot, issue).scores)[:NEAR_NAME]])


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
    parser.add_argument("--of-field", action="store_true", help="draw from the story's own field alone")
    parser.add_argument("--state", help="print all recommendations to this State instead")
    return parser.parse_args()


def main() -> None:
    """Print the lines."""
    arguments = read_arguments()
    snapshot = open_snapshot(arguments.index, None)
    if arguments.state:
        own = snapshot.catalogue.of_state(arguments.state) & snapshot.catalogue.recommendations
        print("\n".join(lines(snapshot, "", np.flatnonzero(own).tolist())))
        return
    stories = [line.split("\t") for line in arguments.stories.read_text(encoding="utf-8").splitlines()]
    drawing = Drawing(snapshot, {story[2]: story[5] for story in stories})
    for story in stories:
        if story[0] >= arguments.first:
            chance = random.Random(f"{SEED} {story[0]}")  # noqa: S311
            numbers = drawing.candidates(story, chance, arguments.of_field)
            print("\n".join(lines(snapshot, f"{story[0]}\t", numbers)), flush=True)


if __name__ == "__main__":
    main()
