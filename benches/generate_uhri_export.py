"""Write a json export in the form of the Universal Human Rights Index's, of any length, for benches/uhri_build.py.

    python -m benches.generate_uhri_export 270000 export.json

Its sentences are the invented requests and stories of other benches, put together anew, so that hardly two are the
same and their words are as many as people use; the same length always gives the same file. 270,000 records have some
400 MB, as the real export has. Their kinds and lengths are guesses from what was seen of it: two fifths are
recommendations of reviews, of some 25 words; most others are of treaty bodies, about as long as the paragraphs of two
real documents (131 words); a sixth is of special procedures. One in a thousand is broken in a way that was seen.
"""

import csv
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from models.reviews.past_reviews import sessions_of
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State, StateKind, StateTable
from models.texts.sentences import sentences_of
from models.vocabularies.crosswalk import RelationKind, issues, target_subjects
from models.vocabularies.treaty_bodies import TREATY_BODIES

HERE = Path(__file__).parent
OF_REVIEW, OF_TREATY_BODY = 0.4, 0.43
"""Shares of the records; the others are of special procedures."""
MANDATES = (
    "SR adequate housing",
    "SR independence of judges and lawyers",
    "SR minority issues",
    "SR torture",
    "SR violence against women",
    "IE foreign debt",
    "IE older persons",
    "WG arbitrary detention",
    "WG enforced disappearances",
)
THEMATIC = 0.1
"""Share of the records of special procedures that are of a report on a theme: it names no addendum."""
PARAGRAPHS_OF_DOCUMENT = 50
BROKEN = 0.001
POSITIONS = ("- Supported", "- Supported", "- Supported", "- Noted", "- Supported/Noted")
STEM = "<p>{number}.The Committee recommends that the State party:"


class Words(NamedTuple):
    """What sentences are made of."""

    requests: Sequence[str]
    """“Ensure that …”, without a full stop."""
    sentences: Sequence[str]
    """Of stories."""
    themes: Sequence[str]
    persons: Sequence[str]
    goals: Sequence[str]


def words() -> Words:
    """The invented requests and stories of other benches, and the labels of the crosswalk."""
    requests, stories = [], []
    for name in ("example_issues.tsv", "example_stories.tsv"):
        with (HERE / name).open(encoding="utf-8", newline="") as lines:
            for story, *asked in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                stories += sentences_of(story)
                requests += asked
    goals = [f"{target} - {subject}" for target, subject in target_subjects().items()]
    return Words(requests, stories, _labels("uhri-theme"), _labels("persons"), goals)


def _labels(kind: str) -> list[str]:
    relation = RelationKind(kind)
    return sorted({each.value for issue in issues().values() for each in issue.relations if each.kind is relation})


def records(length: int) -> Iterator[Mapping[str, Any]]:
    """The records of an export."""
    draw, pool = random.Random(length), words()  # noqa: S311
    states = [state for state in StateTable.built_in() if state.kind is StateKind.MEMBER and sessions_of(state.code)]
    for number in range(length):
        state, kind = draw.choice(states), draw.random()
        if kind < OF_REVIEW:
            own = _of_review(draw, pool, state, draw.choice(states))
        elif kind < OF_REVIEW + OF_TREATY_BODY:
            own = _of_treaty_body(draw, pool, state)
        else:
            own = _of_special_procedure(draw, pool, state)
        whole: dict[str, Any] = {
            "AnnotationId": str(UUID(int=draw.getrandbits(128))),
            "DocumentId": str(UUID(int=number // PARAGRAPHS_OF_DOCUMENT)),
            "Countries": [state.name],
            "Regions": ["Somewhere"],
            "Themes": draw.sample(pool.themes, draw.randint(1, 6)),
            "AffectedPersons": draw.sample(pool.persons, draw.randint(0, 3)),
            "Sdgs": draw.sample(pool.goals, draw.randint(0, 5)),
            "PublicationDate": f"20{draw.randint(10, 25)}-05-07T00:00:00",
            "PublicationDateOnUhri": "2026-01-01T10:53:45.827",
            "UprCycle": None,
            "UprPositions": [],
            "UprRecommendingCountry": [],
            "UprRecommendingRegions": [],
            "UprSession": [],
            **own,
        }
        yield whole if draw.random() >= BROKEN else {**whole, **_broken(draw)}


def _of_review(draw: random.Random, pool: Words, state: State, sender: State) -> Mapping[str, Any]:
    session = draw.choice(sessions_of(state.code))
    text = f"{draw.choice(pool.requests)} and {_lower(draw.choice(pool.requests))}"
    return {
        "AnnotationType": "- Recommendations",
        "Body": "- UPR",
        "Symbol": f"A/HRC/{session + 8}/{draw.randint(3, 18)}",
        "Text": f"<p>{100 + session}.{draw.randint(1, 250)} {text} ({sender.name});</p>",
        "UprCycle": f"Cycle {cycle_of_session(session)}",
        "UprPositions": [draw.choice(POSITIONS)],
        "UprRecommendingCountry": [sender.name],
        "UprRecommendingRegions": ["Somewhere"],
        "UprSession": [f"{session}th session - November 2022"],
    }


def _of_treaty_body(draw: random.Random, pool: Words, state: State) -> Mapping[str, Any]:
    body, number = draw.choice(list(TREATY_BODIES.values())), draw.randint(5, 70)
    recommends = draw.random() < 0.5
    return {
        "AnnotationType": "- Recommendations" if recommends else "- Concerns/Observations",
        "Body": f"- {body.code}",
        "Symbol": f"{body.symbol}C/{state.code}/CO/{draw.randint(1, 9)}".replace("E/C.12/C/", "E/C.12/"),
        "Text": f"<p>{_title(draw, pool)}</p>" + (_list_of_requests if recommends else _concern)(draw, pool, number),
    }


def _title(draw: random.Random, pool: Words) -> str:
    return draw.choice(pool.themes).replace("&", "&amp;")


def _list_of_requests(draw: random.Random, pool: Words, number: int) -> str:
    """“The Committee recommends that the State party:(a) …;<br>(b) …”."""
    items = (
        f"({letter}) {draw.choice(pool.requests)}, and to that end {_lower(draw.choice(pool.requests))}"
        for letter in "abcdef"[: draw.randint(3, 6)]
    )
    return f"{STEM.format(number=number)}{';<br>'.join(items)}.</p>"


def _concern(draw: random.Random, pool: Words, number: int) -> str:
    told = " ".join(
        f"It is {degree} concerned that, according to reports, {_lower(draw.choice(pool.sentences)).rstrip('.')}, "
        f"and that the measures taken to {_lower(draw.choice(pool.requests))} are not sufficient."
        for degree in ("also", "further", "particularly")[: draw.randint(2, 3)]
    )
    return f"<p>{number}.While the Committee notes efforts to {_lower(draw.choice(pool.requests))}, {_lower(told)}</p>"


def _of_special_procedure(draw: random.Random, pool: Words, state: State) -> Mapping[str, Any]:
    asked = " ".join(
        f"The Government should {_lower(draw.choice(pool.requests))}, "
        f"and above all {_lower(draw.choice(pool.requests))}."
        for _ in range(draw.randint(3, 6))
    )
    of_state = f"{draw.randint(4, 60)}/{30 + sum(state.code.encode()) % 90}"
    thematic = draw.random() < THEMATIC
    return {
        "AnnotationType": "- Recommendations",
        "Body": f"- {draw.choice(MANDATES)}",
        "Symbol": f"A/HRC/{of_state}" if thematic else f"A/HRC/{of_state}/Add.{draw.randint(1, 4)}",
        "Text": f"<p>{draw.randint(60, 120)}.{asked}</p>",
        "Countries": [] if thematic else [state.name],
    }


def _broken(draw: random.Random) -> Mapping[str, Any]:
    return draw.choice(
        (
            {"Text": ""},
            {"Countries": ["XK - unknown"]},
            {"AnnotationType": str(UUID(int=draw.getrandbits(128)))},
            {"Symbol": None},
            {"Themes": None, "PublicationDate": "soon"},
            {"UprSession": ["spring"]},
        )
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def write_export(length: int, path: Path) -> None:
    """Write an export of `length` records, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for number, record in enumerate(records(length)):
            file.write((",\n" if number else "") + json.dumps(record, ensure_ascii=False))
        file.write("\n]\n")


if __name__ == "__main__":
    write_export(int(sys.argv[1]), Path(sys.argv[2]))
