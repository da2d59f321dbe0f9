"""How well short asks are ranked, as submissions put them, beside stories: `python -m benches.short_asks INDEX`.

INDEX is a folder that holds the reviews of benches/judged_sets.md, which says how both sets were made. Asks are ranked
over a fixed pool in which every text was read for every ask, stories over all that their State was told. Printed is
nDCG@10 (benches/retrieval.py) by language, of the match and of its vector alone, and how many asks it ranks lower.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.own_state import BENCHES, IN_NGO_LIST, read_issues
from benches.retrieval import Grades, ndcg, read_grades, read_pairs
from search.match.stages import match_issue
from search.snapshot.snapshot import Snapshot, open_snapshot

ASKS, POOL, JUDGED = (BENCHES / f"short_asks{part}.tsv" for part in ("", "_pool", "_judged"))
STORIES, STORIES_JUDGED = BENCHES / "hard_stories.tsv", BENCHES / "hard_stories_judged.tsv"

Pair = tuple[float, float]
"""nDCG@10 of the match and of its vector alone."""


def ask_scores(snapshot: Snapshot) -> dict[str, Pair]:
    """Per ask, by its id with the language."""
    pool = POOL.read_text(encoding="utf-8").split()
    rows = snapshot.catalogue.rows[[snapshot.connection.number_of(record) for record in pool]]
    vectors, judged = np.asarray(snapshot.vectors[rows]), read_grades(JUDGED)
    found = {}
    for ask, text in read_pairs(ASKS).items():
        stem, _, language = ask.partition(".")
        matched = match_issue(snapshot, text, language)
        found[ask] = both(pool, matched.scores[rows], vectors @ matched.vector, judged[stem])
    return found


def story_scores(snapshot: Snapshot) -> dict[str, Pair]:
    """Per story, by its id with the language; what belongs in the list is of one grade."""
    found = {}
    for issue in read_issues(snapshot, STORIES, STORIES_JUDGED):
        names = [str(place) for place in range(len(issue.rows))]
        grades = {name: IN_NGO_LIST for name, wanted in zip(names, issue.wanted, strict=True) if wanted}
        alone = issue.vectors @ issue.matched.vector
        found[issue.query] = both(names, issue.matched.scores[issue.rows], alone, grades)
    return found


def both(names: Sequence[str], by_match: NDArray[np.floating], by_vector: NDArray[np.floating], grades: Grades) -> Pair:
    """nDCG@10 of two rankings of the same texts."""
    first, second = (
        ndcg([names[place] for place in np.argsort(-scores, kind="stable")[:10]], grades)
        for scores in (by_match, by_vector)
    )
    return first, second


def report(kind: str, found: dict[str, Pair]) -> None:
    """A line for each language."""
    for language in sorted({query.partition(".")[2] for query in found}):
        pairs = np.array([pair for query, pair in found.items() if query.endswith(f".{language}")])
        (match, vector), lower = pairs.mean(axis=0), int((pairs[:, 0] < pairs[:, 1]).sum())
        print(f"{kind} {language}: {len(pairs)}, match {match:.3f}, vector alone {vector:.3f}, lower in {lower}")


def main() -> None:
    """Print the figures."""
    snapshot = open_snapshot(Path(sys.argv[1]), None)
    report("asks", ask_scores(snapshot))
    report("stories", story_scores(snapshot))


if __name__ == "__main__":
    main()
