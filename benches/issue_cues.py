"""Write models/vocabularies/issue_cues.csv anew: which words point to which of UPR Info's issues.

A word (its stem) is a cue for an issue where at least 30 % of the recommendations that hold it have that label, three
times as many as of all recommendations, and at least 50 hold it. Counted over the rows of States that the table
has one review of: threads are judged on the others (benches/threads.py).

    python -m benches.issue_cues UPR_INFO/recommendations.csv
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from search.query.discriminative_terms import content_stems

LEAST_TEXTS = 50
LEAST_SHARE = 0.3
LEAST_LIFT = 3.0
CUES = Path(__file__).resolve().parent.parent / "models" / "vocabularies" / "issue_cues.csv"


def issues_by_text(table: Path) -> dict[str, set[str]]:
    """The issues of each distinct text of the States that the table has one review of."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    sessions: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        sessions[row["To"]].add(row["Session"])
    issues: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if len(sessions[row["To"]]) == 1:
            issues[row["Text"]] |= {issue.strip() for issue in row["Issue"].split(",")}
    return issues


def cues(issues: dict[str, set[str]]) -> list[tuple[str, str, float]]:
    """(stem, issue, share of the texts with this stem that have the issue), by stem, the largest share first."""
    texts_with, texts_of = Counter[str](), Counter[str]()
    both: dict[str, Counter[str]] = defaultdict(Counter)
    for text, labels in issues.items():
        texts_of.update(labels)
        for stem in content_stems(text):
            texts_with[stem] += 1
            both[stem].update(labels)
    return [
        (stem, issue, round(count / texts_with[stem], 2))
        for stem in sorted(both)
        for issue, count in sorted(both[stem].items(), key=lambda item: (-item[1], item[0]))
        if texts_with[stem] >= LEAST_TEXTS
        and count / texts_with[stem] >= max(LEAST_SHARE, LEAST_LIFT * texts_of[issue] / len(issues))
    ]


if __name__ == "__main__":
    with CUES.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerows([("stem", "issue", "share"), *cues(issues_by_text(Path(sys.argv[1])))])
