"""Draft reports in Word beside another program's reading of them: every difference of text or of recommending States.

`python -m benches.drafts DRAFTS SESSION`: DRAFTS holds Word files whose names begin with the name of the State, and
program_output.csv (state, paragraph, text, states). A paragraph of several requests is one row there, or several.
Prints Markdown. Read each difference in the draft: either program can be wrong.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.told import Told
from indexer.sources.document import read_document
from models.records.permanent_ids import normalised_text
from models.reviews.states import StateTable

Request = tuple[str, frozenset[str]]
"""Its words in one spelling, and codes of States; a name that is of none stands for itself."""


def read(draft: Path, state: str, session: int, states: StateTable) -> dict[str, list[Request]]:
    """By paragraph, what this program reads."""
    extract = read_document(draft, draft.name, states, Told(state, session))
    if not isinstance(extract, DocumentExtract):
        raise TypeError(f"{draft.name} is a table")
    found = defaultdict(list)
    for record in extract.recommendations:
        sponsors = frozenset(sponsor.state for sponsor in record.sponsors)
        found[record.place.paragraph or ""].append((normalised_text(record.text), sponsors))
    return found


def rows_of_other(table: Path, states: StateTable) -> dict[str, dict[str, list[Request]]]:
    """By State and paragraph, what the other program reads."""
    found: dict[str, dict[str, list[Request]]] = defaultdict(lambda: defaultdict(list))
    with table.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names = filter(None, map(str.strip, row["states"].split(";")))
            sponsors = frozenset(_code(name, states) for name in names)
            found[row["state"]][row["paragraph"]].append((normalised_text(row["text"]), sponsors))
    return found


def _code(name: str, states: StateTable) -> str:
    state = states.find(name)
    return state.code if state else name


def differences(ours: dict[str, list[Request]], theirs: dict[str, list[Request]]) -> Iterator[str]:
    """A line of Markdown for each row that we do not have, and each paragraph that they do not."""
    for paragraph, requests in theirs.items():
        for request in requests:
            if request not in ours.get(paragraph, []):
                yield f"- {paragraph}: there {_in_words([request])}; here {_in_words(ours.get(paragraph, []))}"
    for paragraph in ours.keys() - theirs.keys():
        yield f"- {paragraph}: only here {_in_words(ours[paragraph])}"


def _in_words(requests: Iterable[Request]) -> str:
    return " / ".join(f"“{text}” ({', '.join(sorted(sponsors))})" for text, sponsors in requests) or "nothing"


def main() -> None:
    """Compare all drafts of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("session", type=int)
    arguments = parser.parse_args()
    states = StateTable.built_in()
    other = rows_of_other(arguments.drafts / "program_output.csv", states)
    numbers = compared = differing = 0
    for draft in sorted(arguments.drafts.glob("*.docx")):
        name = draft.name.split(" - ")[0]
        ours, theirs = read(draft, _code(name, states), arguments.session, states), other.get(name, {})
        numbers += len(ours)
        if not theirs:
            continue
        lines = list(differences(ours, theirs))
        compared, differing = compared + sum(map(len, theirs.values())), differing + len(lines)
        print("\n".join([f"{name}: {len(lines)} of {sum(map(len, theirs.values()))} rows differ", "", *lines, ""]))
    print(f"{numbers:,} numbers read; of {compared:,} rows of the other program {compared - differing:,} are the same")


if __name__ == "__main__":
    main()
