"""How well the graded texts of stories that nothing learnt from are ordered, by language.

    python -m benches.field_order INDEX

Stories are those of field_stories.tsv with the split "report", in English and told again (field_retellings.tsv), with
the grades of field_grades.tsv. Half of the texts were drawn from what the light model (from f0701 on the accurate one)
found for the English wording, so that those beside the issue are hard for it in English, and the figures of languages
and models are to be compared with what they were before rather than with each other. Printed are, per language, how
many stories there are and their mean nDCG@10.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np

from benches.retrieval import ndcg, read_grades
from models.errors import UnknownRecord
from models.texts.words import ENGLISH
from search.match.stages import match_issue
from search.snapshot.snapshot import Snapshot, open_snapshot

BENCHES = Path(__file__).parent
FIELD_STORIES, RETELLINGS = BENCHES / "field_stories.tsv", BENCHES / "field_retellings.tsv"
GRADES = BENCHES / "field_grades.tsv"
ON_ISSUE = 2


def stories() -> Iterator[tuple[str, str, str]]:
    """Id, language and text of each story of the split in each language."""
    rows = [line.split("\t") for line in FIELD_STORIES.read_text(encoding="utf-8").splitlines()]
    english = {number: text for number, *_, split, text in rows if split == "report"}
    yield from ((number, ENGLISH, text) for number, text in english.items())
    for line in RETELLINGS.read_text(encoding="utf-8").splitlines():
        number, language, text = line.split("\t")
        if number in english:
            yield number, language, text


def numbers_of(snapshot: Snapshot, grades: Mapping[str, int]) -> dict[str, int]:
    """By id the entry of each graded recommendation that the index holds."""
    found = {}
    for record in grades:
        with suppress(UnknownRecord):
            found[record] = snapshot.connection.number_of(record)
    return found


def report(snapshot: Snapshot) -> Iterator[str]:
    """A line for each language."""
    judged, found = read_grades(GRADES), defaultdict(list)
    for number, language, text in stories():
        numbers = numbers_of(snapshot, judged[number])
        grades = {record: judged[number][record] for record in numbers}
        if ON_ISSUE in grades.values():
            rows = snapshot.catalogue.rows[list(numbers.values())]
            order = np.argsort(-match_issue(snapshot, text, language).scores[rows], kind="stable")
            records = list(grades)
            found[language].append(ndcg([records[place] for place in order], grades))
    for language, worth in sorted(found.items()):
        yield f"{language}: {len(worth)} stories, nDCG@10 {np.mean(worth):.3f}"


def main() -> None:
    """Print the lines."""
    for line in report(open_snapshot(Path(sys.argv[1]), None)):
        print(line)


if __name__ == "__main__":
    main()
