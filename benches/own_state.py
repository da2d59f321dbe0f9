"""How completely an issue finds what the own State was told.

    python -m benches.own_state INDEX QUERIES JUDGED [QUERIES JUDGED ...]

INDEX is an index folder that holds the States' reviews. QUERIES has lines of id.language, State, language and issue,
JUDGED of id, recommendation and grade (1-3; absent: 0), with tabs between: every recommendation of the State was read,
and grades 2 and 3 belong in the list. Printed are, for each language, average precision of all that the State was told
by the vector of the issue alone and as shipped, recall and precision of the list (what is not "related"), how many
lists are empty, and of how many recommendations that are listed each word for them is true. Each pair of files has a
table of its own: benches/own_state_queries.tsv and own_state_judged.tsv are what the list was fitted on.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.texts.words import ENGLISH
from search.catalogue.records import recommendations
from search.match.own_state import own_state_list, own_state_stages
from search.match.stages import match_issue
from search.match.state import Match, OwnState
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through, without

BENCHES = Path(__file__).parent
QUERIES, JUDGED = BENCHES / "own_state_queries.tsv", BENCHES / "own_state_judged.tsv"
"""What the list was fitted on."""
IN_NGO_LIST = 2
"""The least grade that belongs in the list."""
HEAD = "| | issues | order by vector | order | recall | precision | empty | strong | likely | possible |"


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
        return own_state_list(self.matched, self.matched.scores[self.rows], self.vectors)

    def nearness(self) -> NDArray[np.float64]:
        """(recommendations): how near each is."""
        stages = without(own_state_stages(self.matched.texts.calibration), "own State")
        own = OwnState.of(self.matched, self.matched.scores[self.rows], self.vectors)
        return passed_through(stages, own).near


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
    numbers = np.flatnonzero(catalogue.of_state(state) & catalogue.recommendations)
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


def words_used(issues: Sequence[StateIssue]) -> str:
    """Of each word for what is listed, the surest first, how many belong there, and of how many."""
    said: dict[str, list[bool]] = {"strong": [], "likely": [], "possible": []}
    for issue in issues:
        answer = issue.answer()
        for sureness, wanted in zip(answer.sureness[answer.listed], issue.wanted[answer.listed], strict=True):
            said[answer.words.strength_of(float(sureness))].append(bool(wanted))
    return " | ".join(f"{sum(wanted)} of {len(wanted)}" for wanted in said.values())


def line(name: str, issues: Sequence[StateIssue]) -> str:
    """The means over issues, as a row of the table."""
    by_vector = [
        average_precision((issue.vectors @ issue.matched.vector).astype(np.float64), issue.wanted) for issue in issues
    ]
    recall, precision, order, empty = np.mean([measures(issue) for issue in issues], axis=0)
    means = f"{np.mean(by_vector):.3f} | {order:.3f} | {recall:.3f} | {precision:.3f} | {empty * len(issues):.0f}"
    return f"| {name} | {len(issues)} | {means} | {words_used(issues)} |"


def report(issues: Sequence[StateIssue]) -> Iterator[str]:
    """The rows of a pair of files: each language, and all but English together."""
    languages = sorted({issue.language for issue in issues}, key=lambda code: (code != ENGLISH, code))
    of_language = {code: [issue for issue in issues if issue.language == code] for code in languages}
    yield from (line(code, chosen) for code, chosen in of_language.items())
    others = [issue for issue in issues if issue.language != ENGLISH]
    if len(set(languages) - {ENGLISH}) > 1:
        yield line("not en", others)


def main() -> None:
    """Print the table of each pair of files."""
    index, *files = map(Path, sys.argv[1:])
    snapshot = open_snapshot(index, None)
    for queries, judged in zip(files[::2], files[1::2], strict=True):
        print(f"{queries}\n{HEAD}")
        for row in report(read_issues(snapshot, queries, judged)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
