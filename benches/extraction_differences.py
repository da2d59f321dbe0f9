"""Sort what still differs from UPR Info's table by kind, score two halves, and name the weakest reports.

`python benches/extraction_differences.py REPORTS TABLE STATES PREDICTIONS`: REPORTS holds index.csv, TABLE is UPR
Info's table of recommendations, STATES its names of States with their codes, PREDICTIONS what
`make bench-extraction` left in build/predictions. Prints Markdown.

Whoever makes a rule reads the differences of half A alone; the other half says whether the rule holds elsewhere.
"""

import argparse
import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio, ratio

SAME, INSIDE, REWORDED = 90, 92, 60
"""Similarities in per cent: one and the same request; a request inside a longer one; other words for it."""
EARLY_SESSIONS = 4
EARLY, LATE = "1-4", "5-20"
WEAK = 0.85
"""F1 of the reports that are named."""

Row = tuple[str | None, str]
"""Recommending State (None where there is none) and text in plain letters."""


def plain(text: str) -> str:
    """Lower case, letters and digits only."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def table_rows(table: Path, states: Path) -> dict[tuple[str, str], list[Row]]:
    """UPR Info's rows by (State under review, session)."""
    with states.open(encoding="utf-8") as file:
        codes = {row["upr_info_name"]: row["iso3"] for row in csv.DictReader(file)}
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[row["To"], row["Session"]].append((codes.get(row["From"]), plain(row["Text"])))
    return rows


def predicted_rows(path: Path) -> list[Row]:
    """What the program found, one row for each recommending State."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    requests = [record for record in records if record["kind"] == "recommendation"]
    return [
        (state, plain(request["text"])) for request in requests for state in request["recommending_states"] or [None]
    ]


def matched(predicted: Sequence[Row], expected: Sequence[Row]) -> tuple[set[int], set[int]]:
    """Indices of records and of rows that are `SAME` and of the same State; each serves once, the likest first."""
    pairs = sorted(
        (
            (similarity, i, j)
            for j, (state, text) in enumerate(expected)
            for i, (other, words) in enumerate(predicted)
            if state == other and (similarity := ratio(text, words)) >= SAME
        ),
        reverse=True,
    )
    used_predicted: set[int] = set()
    used_expected: set[int] = set()
    for _, i, j in pairs:
        if i not in used_predicted and j not in used_expected:
            used_predicted.add(i)
            used_expected.add(j)
    return used_predicted, used_expected


def kind_of(row: Row, others: Sequence[Row]) -> str:
    """Why a row has no record of its own among the others, or a record no row."""
    state, text = row
    own = [words for other, words in others if other == state]
    if any(partial_ratio(text, words) >= INSIDE and len(words) > len(text) for words in own):
        return "part of a longer request"
    if any(partial_ratio(text, words) >= INSIDE for words in own):
        return "holds a shorter request"
    if any(ratio(text, words) >= REWORDED for words in own):
        return "other words"
    if any(partial_ratio(text, words) >= INSIDE for _, words in others):
        return "other State"
    return "not found"


def half_of(symbol: str) -> str:
    """A or B, by a digest of the report's symbol: nobody chose which report is in which."""
    return "AB"[hashlib.sha256(symbol.encode()).digest()[0] & 1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report against the table."""

    name: str
    sessions: str
    half: str
    matches: int
    records: int
    rows: int
    rows_alone: Counter[str]
    """Rows of the table without a record, by kind."""
    records_alone: Counter[str]
    """Records without a row, by kind."""


def comparisons(reports: Path, table: Path, states: Path, predictions: Path) -> Iterator[Comparison]:
    """Compare each report that index.csv names."""
    rows = table_rows(table, states)
    with (reports / "index.csv").open(encoding="utf-8") as file:
        for report in csv.DictReader(file):
            predicted = predicted_rows(predictions / f"{Path(report['file']).stem}.jsonl")
            expected = rows[report["state"], report["session"]]
            used_predicted, used_expected = matched(predicted, expected)
            yield Comparison(
                name=f"{report['state']}, session {report['session']}",
                sessions=EARLY if int(report["session"]) <= EARLY_SESSIONS else LATE,
                half=half_of(report["symbol"]),
                matches=len(used_expected),
                records=len(predicted),
                rows=len(expected),
                rows_alone=Counter(kind_of(row, predicted) for j, row in enumerate(expected) if j not in used_expected),
                records_alone=Counter(
                    kind_of(row, expected) for i, row in enumerate(predicted) if i not in used_predicted
                ),
            )


def f1(found: Sequence[Comparison]) -> float:
    """Twice the matches by records and rows together."""
    return (
        2
        * sum(comparison.matches for comparison in found)
        / max(1, sum(comparison.records + comparison.rows for comparison in found))
    )


def print_halves(found: Sequence[Comparison]) -> None:
    """F1 of each half, for early and late sessions."""
    print("| half | sessions 1-4 | sessions 5-20 |\n|---|---|---|")
    for half in "AB":
        scores = [
            f1([comparison for comparison in found if (comparison.half, comparison.sessions) == (half, when)])
            for when in (EARLY, LATE)
        ]
        print(f"| {half} | {scores[0]:.4f} | {scores[1]:.4f} |")


def print_kinds(title: str, found: Sequence[tuple[str, Counter[str]]]) -> None:
    """How many of each kind, for early and late sessions."""
    early, late = (sum((kinds for when, kinds in found if when == wanted), Counter()) for wanted in (EARLY, LATE))
    print(f"\n| {title} | sessions 1-4 | sessions 5-20 |\n|---|---|---|")
    for kind, _ in (early + late).most_common():
        print(f"| {kind} | {early[kind]} | {late[kind]} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("reports", "table", "states", "predictions"):
        parser.add_argument(name, type=Path)
    found = list(comparisons(**vars(parser.parse_args())))
    print_halves(found)
    print_kinds("rows without a record", [(comparison.sessions, comparison.rows_alone) for comparison in found])
    print_kinds("records without a row", [(comparison.sessions, comparison.records_alone) for comparison in found])
    print("\n| report | F1 | rows without a record |\n|---|---|---|")
    for score, comparison in sorted(((f1([comparison]), comparison) for comparison in found), key=lambda pair: pair[0]):
        if score < WEAK:
            kinds = ", ".join(f"{count} {kind}" for kind, count in comparison.rows_alone.most_common())
            print(f"| {comparison.name} | {score:.3f} | {kinds} |")


if __name__ == "__main__":
    main()
