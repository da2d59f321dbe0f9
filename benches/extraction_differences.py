"""Sort what still differs from UPR Info's table by kind, and name the weakest reports.

`python benches/extraction_differences.py REPORTS TABLE STATES PREDICTIONS`: REPORTS holds index.csv, TABLE is UPR
Info's table of recommendations, STATES its names of States with their codes, PREDICTIONS what
`make bench-extraction` left in build/predictions. Prints Markdown.
"""

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio, ratio

SAME, INSIDE, REWORDED = 90, 92, 60
"""Similarities in per cent: one and the same request; a request inside a longer one; other words for it."""
EARLY_SESSIONS = 4

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


def unmatched(predicted: list[Row], expected: list[Row]) -> list[Row]:
    """Rows of the table without a record of the same State that is `SAME`; each record serves once."""
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
    return [row for j, row in enumerate(expected) if j not in used_expected]


def kind_of(row: Row, predicted: list[Row]) -> str:
    """Why a row has no record of its own."""
    state, text = row
    own = [words for other, words in predicted if other == state]
    if any(partial_ratio(text, words) >= INSIDE and len(words) > len(text) for words in own):
        return "part of a longer ask"
    if any(partial_ratio(text, words) >= INSIDE for words in own):
        return "holds a shorter ask"
    if any(ratio(text, words) >= REWORDED for words in own):
        return "other words"
    if any(partial_ratio(text, words) >= INSIDE for _, words in predicted):
        return "other State"
    return "not found"


def differences(
    reports: Path, table: Path, states: Path, predictions: Path
) -> Iterator[tuple[str, bool, float, Counter[str]]]:
    """For each report: name, early or not, F1, and the kinds of its unmatched rows."""
    rows = table_rows(table, states)
    with (reports / "index.csv").open(encoding="utf-8") as file:
        for report in csv.DictReader(file):
            predicted = predicted_rows(predictions / f"{Path(report['file']).stem}.jsonl")
            expected = rows[report["state"], report["session"]]
            missed = unmatched(predicted, expected)
            f1 = 2 * (len(expected) - len(missed)) / max(1, len(predicted) + len(expected))
            name = f"{report['state']}, session {report['session']}"
            yield name, int(report["session"]) <= EARLY_SESSIONS, f1, Counter(kind_of(row, predicted) for row in missed)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("reports", "table", "states", "predictions"):
        parser.add_argument(name, type=Path)
    found = list(differences(**vars(parser.parse_args())))
    early, late = (
        sum((kinds for _, is_early, _, kinds in found if is_early is wanted), Counter()) for wanted in (True, False)
    )
    print("| kind | sessions 1-4 | sessions 5-20 |\n|---|---|---|")
    for kind, _ in (early + late).most_common():
        print(f"| {kind} | {early[kind]} | {late[kind]} |")
    print("\n| report | F1 | rows without a record |\n|---|---|---|")
    for name, _, f1, kinds in sorted(found, key=lambda row: row[2]):
        if f1 < 0.85:
            print(f"| {name} | {f1:.3f} | {', '.join(f'{count} {kind}' for kind, count in kinds.most_common())} |")


if __name__ == "__main__":
    main()
