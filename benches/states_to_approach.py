"""How often the first lines of States to approach quote what is on the issue.

    python -m benches.states_to_approach INDEX QUERIES JUDGED [--asking]

QUERIES and JUDGED are tables as benches/hard_stories.tsv and benches/hard_stories_judged.tsv: issues told by what
people see, and what belongs in the list of an NGO with each (grade 2 or more) of all that its State was told. Printed
is for each story in English the grade of the recommendation that stands in each of the first three lines, "?" for one
to another State, which nobody judged: read it; then how many are right. With --asking each story ends with what many
people write: "What was said to Senegal on this?".
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from models.texts.words import ENGLISH
from search import LobbyingQuestion, SearchIndex, open_index

FIRST = 3
BELONGS = 2
"""Least grade."""
Grades = Mapping[tuple[str, str], int]
"""By story and id of a recommendation."""


def rows(path: Path) -> list[list[str]]:
    """The cells of a table."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def first_lines(index: SearchIndex, story: tuple[str, str, str], grades: Grades) -> Iterator[tuple[str, str]]:
    """The grade of what is quoted in each of the first lines of a story (name, State, words), and its text."""
    name, state, words = story
    listed = index.lobby(LobbyingQuestion(state, words, written_in=ENGLISH))
    for target in listed.in_order("said")[:FIRST]:
        record = target.nearest.record
        is_judged = record.state_under_review == state
        yield str(grades.get((name, record.id), 0)) if is_judged else "?", f"{record.id} {record.text}"


def main() -> None:
    """Print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("index", "queries", "judged"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--asking", action="store_true")
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    grades = {(story, record): int(grade) for story, record, grade, *_ in rows(arguments.judged)}
    found: list[str] = []
    for full_name, state, language, words, *_ in rows(arguments.queries):
        if language != ENGLISH:
            continue
        name = full_name.partition(".")[0]
        if arguments.asking:
            words = f"{words} What was said to {index.state(state).name} on this?"
        for grade, text in first_lines(index, (name, state, words), grades):
            found.append(grade)
            print(f"{name}\t{grade}\t{text}")
    right = sum(grade != "?" and int(grade) >= BELONGS for grade in found)
    print(f"{right} of {len(found)} on the issue, {found.count('?')} to be read")


if __name__ == "__main__":
    main()
