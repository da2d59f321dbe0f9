"""Write a table in the form of UPR Info's, of any length, for benches/catalogue_table.py.

    python -m benches.generate_table 270000 table.csv

The sentences are invented and put together at random; the same length always gives the same table. As in the real
table, a text has some 140 letters, and a few are said by several States in the same words.
"""

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.reviews.states import State, StateKind, StateTable

HEADER = ("To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session")
SESSIONS = (7, 20, 34, 48)
"""Every State is reviewed in these: one in each cycle."""
SAID_AGAIN = 0.03
"""Share of rows that repeat the words of the row before for another State."""
VERBS = ("Continue to strengthen", "Establish", "Consider adopting", "Adopt", "Finance", "Review", "Step up", "Enforce")
THINGS = (
    "an independent body that inspects {}",
    "a national plan against discrimination in {}",
    "laws that protect children in {}",
    "training on human rights for all who work in {}",
    "access to free legal aid in {}",
    "measures against violence in {}",
    "the collection of data on {}",
)
FIELDS = ("prisons", "schools", "hospitals", "courts", "police stations", "mines", "farms", "factories", "care homes")
PEOPLE = ("women", "migrants", "persons with disabilities", "older persons", "indigenous peoples", "refugees", "girls")
ENDS = (
    "with the help of civil society",
    "in line with its obligations under the treaties that it has ratified",
    "and report on the progress made before its next review",
    "without further delay",
    "and provide the means that this needs, in particular in districts far from the capital",
)
LABELS = ("Justice", "Detention", "Right to education", "Right to health", "Women's rights", "Migrants", "Labour")


def rows(length: int) -> Iterator[Sequence[object]]:
    """The rows of a table, without the names of the columns."""
    draw = random.Random(length)  # noqa: S311
    states = [state for state in StateTable.built_in() if state.kind is StateKind.MEMBER]
    reviews = [(state, session) for state in states for session in SESSIONS]
    text, labels, action = "", "", 4
    for number in range(length):
        state, session = reviews[number * len(reviews) // length]
        if not text or draw.random() > SAID_AGAIN:
            text, labels, action = _sentence(draw, number), ",".join(draw.sample(LABELS, 2)), draw.randint(1, 5)
        yield _row(state, session, text, draw.choice(states), draw.choice(("Accepted", "Noted")), action, labels)


def _row(
    state: State, session: int, text: str, sender: State, response: str, action: int, labels: str
) -> Sequence[object]:
    return state.name, "", "", text, sender.name, "", "", response, action, labels, session


def _sentence(draw: random.Random, number: int) -> str:
    thing = draw.choice(THINGS).format(draw.choice(FIELDS))
    return (
        f"{draw.choice(VERBS)} {thing}, with special attention to {draw.choice(PEOPLE)} in district {number}, "
        f"{draw.choice(ENDS)}"
    )


def write_table(length: int, path: Path) -> None:
    """Write a table of `length` rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(length))


if __name__ == "__main__":
    write_table(int(sys.argv[1]), Path(sys.argv[2]))
