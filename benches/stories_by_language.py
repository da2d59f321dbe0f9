"""How well stories in other languages order what the own State was told, beside their own vector alone.

    python -m benches.stories_by_language INDEX QUERIES JUDGED [QUERIES JUDGED ...]

Files as in benches/own_state.py; beside them the hard stories, and stories_in_further_languages.tsv with the judgments
of own_state_judged.tsv, ten of its stories told again in Portuguese, Russian and Chinese. Printed is a line for each
pair of files and language: average precision of all that the State was told by the vector of the issue and as shipped,
in how many stories the vector does better, and recall and precision of the list.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benches.own_state import BENCHES, JUDGED, QUERIES, StateIssue, average_precision, measures, read_issues
from benches.short_asks import STORIES, STORIES_JUDGED
from search.snapshot.snapshot import Snapshot, open_snapshot

FURTHER = BENCHES / "stories_in_further_languages.tsv"


def by_language(issues: Sequence[StateIssue]) -> Iterator[tuple[str, list[StateIssue]]]:
    """The issues of each language."""
    found: dict[str, list[StateIssue]] = defaultdict(list)
    for issue in issues:
        found[issue.language].append(issue)
    yield from sorted(found.items())


def line(language: str, issues: Sequence[StateIssue]) -> str:
    """What is printed of one language."""
    alone = [
        average_precision((issue.vectors @ issue.matched.vector).astype(np.float64), issue.wanted) for issue in issues
    ]
    shipped = [average_precision(issue.nearness(), issue.wanted) for issue in issues]
    lower = sum(after < before for before, after in zip(alone, shipped, strict=True))
    recall, precision = np.mean([measures(issue)[:2] for issue in issues], axis=0)
    order = f"{np.mean(alone):.2f} | {np.mean(shipped):.2f}"
    return f"| {language} | {len(issues)} | {order} | {lower} | {recall:.2f} | {precision:.2f} |"


def report(snapshot: Snapshot, pairs: Sequence[tuple[Path, Path]]) -> Iterator[str]:
    """The lines of each pair of files."""
    for queries, judged in pairs:
        yield f"{queries}:"
        for language, issues in by_language(read_issues(snapshot, queries, judged)):
            yield line(language, issues)


def main() -> None:
    """Print the figures."""
    index, *files = map(Path, sys.argv[1:])
    given = list(zip(files[::2], files[1::2], strict=True))
    snapshot = open_snapshot(index, None)
    for text in report(snapshot, [(QUERIES, JUDGED), (FURTHER, JUDGED), (STORIES, STORIES_JUDGED), *given]):
        print(text, flush=True)


if __name__ == "__main__":
    main()
