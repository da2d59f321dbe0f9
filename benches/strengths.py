"""What the words for the strength of a match are worth.

    python -m benches.strengths DATA TABLE

DATA holds judged issues (benches/retrieval.py), TABLE is UPR Info's table of recommendations. Printed are, for each
strength, how many of the judged texts so shown are on the issue (grades 2 and 3) or at least in its field (grade 1),
and how many of the texts shown for the issues of weakly_judged_issues.tsv match their patterns; how many of those shown
as strong for the names of names.tsv match theirs; in how many pairs of such an issue and a State of which no
recommendation matches nothing is found; and for how many of sentences_on_no_issue.txt.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import (
    ON_NO_ISSUE,
    PATTERN_SETS,
    Corpus,
    Grades,
    matching_texts,
    open_corpus,
    read_grades,
    read_pairs,
)
from models.encoders.calibration import known_calibration, needed
from models.encoders.text_encoder import light_space
from search.match import stages
from search.match.stages import match_issue

ON_ISSUE = needed(known_calibration(light_space())).numbers("relevance", stages.Relevance).words
LEAST_TEXTS = 60
"""A State that was told fewer different things is left out."""
SHOWN_AS = {
    "strong": (ON_ISSUE.strong, 1.0),
    "likely": (ON_ISSUE.likely, ON_ISSUE.strong),
    "possible": (ON_ISSUE.possible, ON_ISSUE.likely),
    "any of them": (ON_ISSUE.possible, 1.0),
}

Relevance = Mapping[str, NDArray[np.float64]]
Bounds = tuple[float, float]


def relevance_of(corpus: Corpus, issues: Mapping[str, str]) -> dict[str, NDArray[np.float64]]:
    """Per issue (by key) the relevance of each text."""
    return {key: match_issue(corpus, text).relevance for key, text in issues.items()}


def rows_by_state(corpus: Corpus, table: Path) -> dict[str, NDArray[np.intp]]:
    """The text rows of what each State was told."""
    row_of = {text: row for row, text in enumerate(corpus.texts)}
    rows: dict[str, set[int]] = defaultdict(set)
    with table.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if (row := row_of.get(" ".join(line["Text"].split()))) is not None:
                rows[line["To"]].add(row)
    return {state: np.array(sorted(of_state)) for state, of_state in rows.items() if len(of_state) >= LEAST_TEXTS}


def shown(scores: NDArray[np.float64], bounds: Bounds) -> NDArray[np.bool_]:
    """Which relevances lie within bounds."""
    return (scores >= bounds[0]) & (scores < bounds[1])


def judged_share(
    corpus: Corpus, relevance: Relevance, judged: Mapping[str, Grades], bounds: Bounds, least_grade: int
) -> float:
    """How many of the judged texts shown so have at least this grade."""
    place = {text: row for row, text in enumerate(corpus.ids)}
    graded = [
        grade >= least_grade
        for issue, scores in relevance.items()
        for text, grade in judged[issue].items()
        if shown(scores[place[text]], bounds)
    ]
    return float(np.mean(graded))


def matching_share(relevance: Relevance, matching: Mapping[str, NDArray[np.bool_]], bounds: Bounds) -> float:
    """The mean over issues of how many texts shown so match the pattern."""
    chosen = {issue: shown(scores, bounds) for issue, scores in relevance.items()}
    shares = [matching[issue][rows].mean() for issue, rows in chosen.items() if rows.any()]
    return float(np.mean(shares))


def nothing_found(
    relevance: Relevance, matching: Mapping[str, NDArray[np.bool_]], states: Mapping[str, NDArray[np.intp]]
) -> tuple[int, int]:
    """In how many pairs of an issue and a State without a matching text nothing is found, and how many pairs."""
    best = [
        scores[rows].max()
        for issue, scores in relevance.items()
        for rows in states.values()
        if not matching[issue][rows].any()
    ]
    return sum(score < ON_ISSUE.possible for score in best), len(best)


def main() -> None:
    """Print the figures."""
    data, table = map(Path, sys.argv[1:])
    corpus = open_corpus(data / "corpus.tsv")
    queries = read_pairs(data / "queries.tsv")
    english = {key.removesuffix(".en"): text for key, text in queries.items() if key.endswith(".en")}
    judged, of_judged = read_grades(data / "qrels.tsv"), relevance_of(corpus, english)
    matching, of_names = (matching_texts(corpus, PATTERN_SETS[name]) for name in ("weak", "names"))
    of_told = relevance_of(corpus, {issue: issue for issue in matching})
    for name, bounds in SHOWN_AS.items():
        on_issue, in_field = (judged_share(corpus, of_judged, judged, bounds, grade) for grade in (2, 1))
        share = matching_share(of_told, matching, bounds)
        print(f"| {name} (from {bounds[0]}) | {on_issue:.0%} | {in_field:.0%} | {share:.0%} |")
    of_named = relevance_of(corpus, {name: name for name in of_names})
    print(f"Strong for a name, and matching: {matching_share(of_named, of_names, SHOWN_AS['strong']):.0%}.")
    found, pairs = nothing_found(of_told, matching, rows_by_state(corpus, table))
    print(f"Nothing found in {found:,} of {pairs:,} pairs without a match ({found / pairs:.1%}).")
    off = ON_NO_ISSUE.read_text(encoding="utf-8").splitlines()
    silent = [
        scores.max() < ON_ISSUE.possible for scores in relevance_of(corpus, {text: text for text in off}).values()
    ]
    print(f"Nothing found for {sum(silent)} of {len(silent)} sentences on no issue.")


if __name__ == "__main__":
    main()
