"""How completely an issue finds what the own State was told.

    python -m benches.own_state INDEX QUERIES JUDGED [QUERIES JUDGED ...]

INDEX is an index folder that holds the States' reviews. QUERIES has lines of id.language, State, language and issue,
JUDGED of id, recommendation and grade (1-3; absent: 0), with tabs between: every recommendation of the State was read,
and grades 2 and 3 belong in the list. Printed are, for English and for the other languages, recall and precision of
the list (what is not "related"), average precision of the whole order, and how many lists are empty. Each pair of files
has lines of its own: benches/own_state_queries.tsv and own_state_judged.tsv are what the list was fitted on.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.catalogue.recommendations import recommendations
from search.match.own_state import OwnState, own_state_list, own_state_stages
from search.match.stages import match_issue
from search.match.state import Match
from search.retrieve.found import own_entries
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through, without

BENCHES = Path(__file__).parent
QUERIES, JUDGED = BENCHES / "own_state_queries.tsv", BENCHES / "own_state_judged.tsv"
"""What the list was fitted on."""
IN_NGO_LIST = 2
"""The least grade that belongs in the list."""


@dataclass(frozen=True, slots=True, eq=False)
class StateIssue:
    """An issue, and how it stands to the recommendations of its State."""

    query: str
    language: str
    text: str
    matched: Match
    rows: NDArray[np.int32]
    """(recommendations): the text row of each."""
    vectors: NDArray[np.float32]
    """(recommendations, dimension)"""
    wanted: NDArray[np.bool_]
    """(recommendations): whether it belongs in the list."""

    def answer(self) -> OwnState:
        """What the program lists."""
        calibration = self.matched.texts.calibration
        scores, matched = self.matched.scores[self.rows], self.matched
        return own_state_list(calibration, scores, self.vectors, matched.sentences, matched.lift)

    def nearness(self) -> NDArray[np.float64]:
        """(recommendations): how near each is."""
        stages = without(own_state_stages(self.matched.texts.calibration), "own State")
        matched = self.matched
        state = OwnState.of(matched.scores[self.rows], self.vectors, matched.sentences)
        return passed_through(stages, state).near


def read_issues(snapshot: Snapshot, queries: Path, judged: Path, wanted: str | None = None) -> list[StateIssue]:
    """The issues of a pair of files; with a language `wanted`, those in it."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for stem, record, grade in _rows(judged):
        grades[stem][record] = int(grade)
    return [
        _read_issue(snapshot, query, state, language, text, grades[query.split(".")[0]])
        for query, state, language, text in _rows(queries)
        if wanted in (None, language)
    ]


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _read_issue(
    snapshot: Snapshot, query: str, state: str, language: str, text: str, grades: Mapping[str, int]
) -> StateIssue:
    catalogue = snapshot.catalogue
    numbers = np.flatnonzero(own_entries(snapshot, state) & catalogue.recommendations)
    rows = catalogue.rows[numbers]
    ids = [record.id for record in recommendations(snapshot.connection, numbers.tolist())]
    return StateIssue(
        query,
        language,
        text,
        match_issue(snapshot, text, language),
        rows,
        np.asarray(snapshot.vectors[rows]),
        np.array([grades.get(record, 0) >= IN_NGO_LIST for record in ids]),
    )


def average_precision(relevance: NDArray[np.float64], wanted: NDArray[np.bool_]) -> float:
    """The mean, over what is wanted, of how much of the ranking down to it is wanted."""
    ranked = wanted[np.argsort(-relevance, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def measures(issue: StateIssue) -> tuple[float, float, float, float]:
    """Recall and precision of the list, average precision of the order, and 1 for an empty list."""
    answer = issue.answer()
    found, listed = int((answer.listed & issue.wanted).sum()), int(answer.listed.sum())
    average = average_precision(answer.relevance, issue.wanted)
    return found / int(issue.wanted.sum()), found / max(1, listed), average, float(not listed)


def report(issues: Sequence[StateIssue]) -> str:
    """The means over issues as a line."""
    recall, precision, average, empty = np.mean([measures(issue) for issue in issues], axis=0)
    return (
        f"{len(issues)} issues: recall {recall:.3f}, precision {precision:.3f}, "
        f"average precision {average:.3f}, {empty * len(issues):.0f} empty"
    )


def main() -> None:
    """Print the figures of each pair of files."""
    index, *files = map(Path, sys.argv[1:])
    snapshot = open_snapshot(index, None)
    for queries, judged in zip(files[::2], files[1::2], strict=True):
        issues = read_issues(snapshot, queries, judged)
        print(queries)
        for name, chosen in (("English", True), ("other languages", False)):
            of_language = [issue for issue in issues if (issue.language == "en") is chosen]
            if of_language:
                print(f"  {name}: {report(of_language)}")


if __name__ == "__main__":
    main()
