"""Write a json export in the form of the Universal Human Rights Index's, of any length, for benches/catalogue_table.py.

    python -m benches.generate_uhri_export 250000 export.json

The words are invented and put together at random; the same length always gives the same file. 250,000 records have some
400 MB, as the real export has; two fifths of them are recommendations of reviews.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benches.generate_table import ENDS, FIELDS, LABELS, PEOPLE, SESSIONS, THINGS, VERBS
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State, StateKind, StateTable
from models.vocabularies.treaty_bodies import TREATY_BODIES

SENTENCES = 8
"""Of a paragraph of a treaty body."""


def records(length: int) -> Iterator[dict[str, Any]]:
    """The records of an export."""
    draw = random.Random(length)  # noqa: S311
    states = [state for state in StateTable.built_in() if state.kind is StateKind.MEMBER]
    for number in range(length):
        state = draw.choice(states)
        of_review = _asked(draw, state, draw.choice(states), number) if number % 5 < 2 else _told(draw, state, number)
        yield {
            "AnnotationId": f"{number:08x}-0000-4000-8000-000000000000",
            "AnnotationType": "- Recommendations" if number % 2 else "- Concerns/Observations",
            "DocumentId": f"{number // 50:08x}-0000-4000-8000-00000000000d",
            "Countries": [f"- {state.name}"],
            "Regions": ["- Somewhere"],
            "Themes": [f"- {label}" for label in draw.sample(LABELS, 3)],
            "AffectedPersons": [f"- {draw.choice(PEOPLE)}"],
            "Sdgs": [f"{draw.randint(1, 17)}.{draw.randint(1, 9)} - Something to be reached"],
            "PublicationDate": f"20{draw.randint(10, 25)}-05-07T00:00:00",
            "PublicationDateOnUhri": "2026-01-01T00:00:00",
        } | of_review


def _told(draw: random.Random, state: State, number: int) -> dict[str, Any]:
    body = draw.choice(list(TREATY_BODIES.values()))
    words = " ".join(f"It is concerned that the State party should {_sentence(draw)}." for _ in range(SENTENCES))
    return {
        "Body": f"- {body.code}",
        "Symbol": f"{body.symbol}C/{state.code}/CO/{number // 500}",
        "Text": f"<p>On {draw.choice(FIELDS)}</p><p>{number % 60 + 1}.It speaks of case {number}. {words}</p>",
    }


def _asked(draw: random.Random, state: State, sender: State, number: int) -> dict[str, Any]:
    session = draw.choice(SESSIONS)
    return {
        "AnnotationType": "- Recommendations",
        "Body": "- UPR",
        "Symbol": f"A/HRC/9{session}/{number % 20}",
        "Text": f"<p>100.{number % 200} {_sentence(draw)} in district {number} ({sender.name});</p>",
        "UprCycle": f"cycle {cycle_of_session(session)}",
        "UprPositions": ["- Supported" if number % 3 else "- Noted"],
        "UprRecommendingCountry": [f"- {sender.name}"],
        "UprRecommendingRegions": ["- Somewhere"],
        "UprSession": [f"- {session}th session"],
    }


def _sentence(draw: random.Random) -> str:
    thing = draw.choice(THINGS).format(draw.choice(FIELDS))
    return f"{draw.choice(VERBS)} {thing}, with special attention to {draw.choice(PEOPLE)}, {draw.choice(ENDS)}"


def write_export(length: int, path: Path) -> None:
    """Write an export of `length` records, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for number, record in enumerate(records(length)):
            file.write((",\n" if number else "") + json.dumps(record, ensure_ascii=False))
        file.write("\n]\n")


if __name__ == "__main__":
    write_export(int(sys.argv[1]), Path(sys.argv[2]))
