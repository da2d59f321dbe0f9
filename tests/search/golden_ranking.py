"""What the real encoder ranks first among invented requests, as a text that people can read and compare.

`make golden-ranking` writes golden/ranking.txt anew from golden/requests.tsv and golden/issues.tsv; look at the
difference before you commit it. Strengths and order are written and no figures, which differ a little from machine to
machine.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from models.encoders.model_files import LIGHT_MODEL
from models.records.enums import Position
from models.records.records import Recommendation
from search import IssueQuestion, SearchIndex, open_index
from search.datamodel.answer import Answer, Hit
from search.datamodel.strengths import Strength
from search.match.stages import match_issue
from tests.search.invented_index import STATES, Request, build, records_of

FOLDER = Path(__file__).parent / "golden"
RANKING = FOLDER / "ranking.txt"
FIRST = 3


def build_golden_index(folder: Path) -> SearchIndex:
    """The index over the invented requests, by the encoder that users have."""
    return open_index(build(folder, list(_records()), LIGHT_MODEL))


def ranking_as_text(found: Iterable[tuple[str, Answer]]) -> str:
    """Of each issue: how many requests have each strength, and the first of them; of an own State, its whole list."""
    return "\n".join("".join(f"{line}\n" for line in _lines(answer, text)) for text, answer in found)


def answers(index: SearchIndex) -> Iterator[tuple[str, Answer]]:
    """The issues, each with its answer."""
    for row in _rows("issues.tsv"):
        yield (
            row["text"],
            index.match(IssueQuestion(row["text"], own_state=row["state"] or None, limit=1_000, grouped=False)),
        )


def in_other_languages(index: SearchIndex, language: str) -> Iterator[tuple[list[str], list[str]]]:
    """Of each issue of golden/in_other_languages.tsv, all texts as they are ordered, and how those wanted begin."""
    snapshot = index.snapshot
    rows = snapshot.catalogue.rows.tolist()
    texts = snapshot.connection.texts(rows)
    for row in _rows("in_other_languages.tsv"):
        if row["language"] == language:
            relevance = match_issue(snapshot, row["text"], language).relevance
            yield [texts[rows[place]] for place in (-relevance).argsort(kind="stable")], row["wanted"].split("|")


def _records() -> Iterator[Recommendation]:
    """The requests; rows of one paragraph follow each other."""
    rows = _rows("requests.tsv")
    requests = [
        Request(
            row["text"],
            row["state"],
            int(row["session"]),
            tuple(row["by"].split(",")),
            Position(row["position"]),
            "; ".join(other["text"] for other in rows if _paragraph(other) == _paragraph(row)),
            row["language"],
        )
        for row in rows
    ]
    clause, before = 0, None
    for row, record in zip(rows, records_of(requests), strict=True):
        clause, before = (clause + 1 if _paragraph(row) == before else 1), _paragraph(row)
        yield replace(record, place=replace(record.place, paragraph=f"100.{row['paragraph']}"), clause=clause)


def _paragraph(row: dict[str, str]) -> tuple[str, ...]:
    return row["state"], row["session"], row["paragraph"]


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _lines(answer: Answer, issue: str) -> Iterator[str]:
    yield issue
    if answer.own_state:
        yield f"    to {STATES[answer.own_state].name}: {_counts(answer.own_strengths)}"
    else:
        yield f"    to all States: {_counts(answer.strengths)}"
    for hit in shown(answer):
        yield f"    {hit.strength:9} {STATES[hit.record.state_under_review].name}: {hit.record.text}"


def _counts(strengths: Mapping[Strength, int]) -> str:
    return ", ".join(f"{count} {strength}" for strength, count in strengths.items())


def shown(answer: Answer) -> Sequence[Hit]:
    """The list of an own State, or the first of all States, or else what is shown for want of any."""
    own = [hit for hit in answer.hits if hit.group == "own"]
    return own if answer.own_state else (answer.hits or answer.related)[:FIRST]


if __name__ == "__main__":
    with TemporaryDirectory() as new_folder:
        RANKING.write_text(ranking_as_text(answers(build_golden_index(Path(new_folder) / "index"))), encoding="utf-8")
