"""What the words of strength are worth for other States, by language, on stories that nothing is fitted on.

    python -m benches.strengths_of_stories draw INDEX FILE
    python -m benches.strengths_of_stories report INDEX

Stories are those of hard_stories.tsv, told without the field's words, of plain_stories.tsv, which name their field, and
of own_state_queries.tsv and told_in_other_languages.tsv, which stand between them.
`draw` writes what is to be read: of each story in each language some recommendations to other States that the match
calls strong, likely and possible, whatever word the language may use; a line each with story, recommendation and text,
in random order within a story, without strength, rank or language. What was read stands in stories_elsewhere.tsv
(benches/judged_sets.md): story, recommendation, and 2 (on the issue), 1 (partly) or 0. `report` matches the stories
anew and counts, per language, kind of story and strength, how many of those read are on the issue, or at least partly:
of these stories, and of field_stories.tsv (splits "choose" and "report", with what was graded to other States).
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.field_order import FIELD_STORIES, GRADES, RETELLINGS, numbers_of
from benches.own_state import BENCHES, QUERIES
from benches.retrieval import read_grades
from benches.short_asks import STORIES as HARD
from models.encoders.calibration import needed
from models.texts.words import ENGLISH
from search.catalogue.records import recommendations
from search.datamodel.strengths import Strength
from search.match.stages import Relevance, match_issue
from search.snapshot.snapshot import Snapshot, open_snapshot

STORIES = {
    "hard": [HARD],
    "plain": [BENCHES / "plain_stories.tsv"],
    "told": [QUERIES, BENCHES / "told_in_other_languages.tsv"],
}
"""By kind; `told` name some of it."""
LANGUAGES = ("en", "fr", "es", "ar")
ELSEWHERE = BENCHES / "stories_elsewhere.tsv"
DRAWN: Mapping[Strength, int] = {"strong": 15, "likely": 6, "possible": 5}
"""At most so many of each story and language."""
REPORTED: Sequence[Strength] = ("strong", "likely", "possible", "related")
ON_ISSUE, PARTLY = 2, 1

Grades = Mapping[tuple[str, str, Strength], list[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A story in one language, and how sure the match is of each text."""

    stem: str
    state: str
    language: str
    kind: str
    """Of STORIES, or split and kind of a field story."""
    sureness: NDArray[np.float64]
    """Per text row."""


def told_stories(snapshot: Snapshot) -> Iterator[Told]:
    """Each story in each language."""
    for kind, path in ((kind, path) for kind, paths in STORIES.items() for path in paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            query, state, *_, text = line.split("\t")
            stem, _, language = query.partition(".")
            if language in LANGUAGES:
                yield Told(stem, state, language, kind, match_issue(snapshot, text, language).sureness)


def field_stories(snapshot: Snapshot) -> Iterator[Told]:
    """Those that choose or report, in each language in which they were told."""
    rows = [line.split("\t") for line in FIELD_STORIES.read_text(encoding="utf-8").splitlines()]
    english = {row[0]: (row[2], f"{row[5]} {row[4]}", row[6]) for row in rows if row[5] != "fit"}
    told = [[number, ENGLISH, text] for number, (_, _, text) in english.items()]
    told += [line.split("\t") for line in RETELLINGS.read_text(encoding="utf-8").splitlines()]
    for number, language, text in told:
        if number in english and language in LANGUAGES:
            state, kind, _ = english[number]
            yield Told(number, state, language, kind, match_issue(snapshot, text, language).sureness)


def strength_of(snapshot: Snapshot, told: Told, number: int) -> Strength:
    """The word for an entry, if the language may use every word."""
    row = snapshot.catalogue.rows[number]
    return needed(snapshot.calibration).numbers("relevance", Relevance).words.strength_of(float(told.sureness[row]))


def elsewhere(snapshot: Snapshot, state: str) -> NDArray[np.intp]:
    """The entries of recommendations to other States, each text once."""
    catalogue = snapshot.catalogue
    numbers = np.flatnonzero(catalogue.recommendations & ~snapshot.catalogue.of_state(state))
    return numbers[np.unique(catalogue.rows[numbers], return_index=True)[1]]


def draw(snapshot: Snapshot, seed: int = 29) -> dict[str, list[int]]:
    """Per story the entries to read, in random order, of all languages together."""
    chance, chosen = random.Random(seed), defaultdict(set)  # noqa: S311
    for told in told_stories(snapshot):
        by_strength = defaultdict(list)
        for number in elsewhere(snapshot, told.state).tolist():
            by_strength[strength_of(snapshot, told, number)].append(number)
        for strength, count in DRAWN.items():
            found = by_strength[strength]
            chosen[told.stem].update(chance.sample(found, min(count, len(found))))
    return {stem: chance.sample(sorted(numbers), len(numbers)) for stem, numbers in chosen.items()}


def write(snapshot: Snapshot, drawn: Mapping[str, list[int]], path: Path) -> None:
    """The lines to read."""
    lines = [
        f"{stem}\t{record.id}\t{' '.join(record.text.split())}\n"
        for stem, numbers in drawn.items()
        for record in recommendations(snapshot.connection, numbers)
    ]
    path.write_text("".join(lines), encoding="utf-8")


def graded(snapshot: Snapshot) -> Grades:
    """The grades of what was read, by language, kind of story and the word that the match has for it now."""
    grades = defaultdict(list)
    for told_of, path in ((told_stories, ELSEWHERE), (field_stories, GRADES)):
        judged = read_grades(path)
        for told in told_of(snapshot):
            own = snapshot.catalogue.of_state(told.state)
            for record, number in numbers_of(snapshot, judged[told.stem]).items():
                if not own[number]:
                    word = strength_of(snapshot, told, number)
                    grades[told.language, told.kind, word].append(judged[told.stem][record])
    return grades


def report(grades: Grades) -> Iterator[str]:
    """A table: a row for each language and kind of story, a column for each word."""
    words = [word for word in REPORTED if any(word == of_word for *_, of_word in grades)]
    yield f"| on the issue (at least partly) of | {' | '.join(words)} |"
    yield f"|---|{'---:|' * len(words)}"
    for language, kind in sorted({(language, kind) for language, kind, _ in grades}):
        cells = (_counted(grades.get((language, kind, word), [])) for word in words)
        yield f"| {language} {kind} | {' | '.join(cells)} |"


def _counted(grades: Sequence[int]) -> str:
    right, partly = (sum(grade >= least for grade in grades) for least in (ON_ISSUE, PARTLY))
    return f"{right} ({partly}) of {len(grades)}" if grades else ""


def main() -> None:
    """Draw or report."""
    what, index, *file = sys.argv[1:]
    snapshot = open_snapshot(Path(index), None)
    if what == "draw":
        write(snapshot, draw(snapshot), Path(file[0]))
    else:
        print("\n".join(report(graded(snapshot))))


if __name__ == "__main__":
    main()
