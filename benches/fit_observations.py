"""Fit the curve of search/observations/relevance.py, and say what it is worth on questions left out.

    python -m benches.fit_observations INDEX LINKS ISSUES [NOTHING]

LINKS is a table of judged pairs with the columns state, id (a recommendation, or an issue of ISSUES), symbol, paragraph
and grade (2 on the same thing, 1 on the same wider topic); all paragraphs of the documents were read for each id.
ISSUES has the columns id, state and text. NOTHING: ids, separated by commas, of which no paragraph speaks.

The curve learns from each question twice: as it is, and with all that was judged to be on it, and what belongs together
with that, taken out of the document. So it sees what the nearest paragraphs look like where nothing is on the thing.
Printed are nDCG@5, precision and recall (of five at most) of what is shown, grade 2 alone in the last two: with each
question left out of the curve, and with the numbers in use, which were fitted on the same questions.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import as_numbers, write_stage
from search.catalogue.observations import Told, told
from search.catalogue.recommendations import recommendations
from search.observations.find import asked_on_issue, asked_on_record, observation_numbers
from search.observations.passages import passages_of
from search.observations.relevance import AskedAbout, Floats, Nearness, ObservationNumbers, evidence, nearness
from search.query.issue import read_issue
from search.semantic.other_languages import issue_vector
from search.snapshot.snapshot import Snapshot, open_snapshot

SHOWN = 5
FEATURES = ("standing_out", "score", "nearest", "of_issue")
ORIGIN = (
    "Fitted by benches/fit_observations.py on 24 recommendations to one State and eight issues, judged against one "
    "committee's 66 paragraphs."
)
BOUNDS = (0.1, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)
Grades = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One question, and what people said of the paragraphs that its State was told."""

    id: str
    asked: AskedAbout
    near: Nearness
    told: Told
    grades: Grades
    numbers: ObservationNumbers
    """In use."""

    def features(self, kept: NDArray[np.bool_]) -> Floats:
        """What the curve is over, of the paragraphs kept, with a column for issues."""
        places = np.flatnonzero(kept)
        part = Told(
            paragraphs=tuple(self.told.paragraphs[place] for place in places),
            documents=self.told.documents[places],
            owners=np.empty(0, dtype=np.int64),
            parts=(),
            rows=np.empty(0, dtype=np.int64),
        )
        near = Nearness(self.near.of_rows, self.near.meaning[places], self.near.share[places])
        of_paragraphs = evidence(near, np.zeros(len(places)), passages_of(part.paragraphs), part, self.numbers)
        return np.column_stack([of_paragraphs, np.full(len(places), float(self.asked.is_issue))])

    @property
    def everything(self) -> NDArray[np.bool_]:
        """A mask of all paragraphs."""
        return np.ones(len(self.grades), dtype=bool)

    @property
    def beside(self) -> NDArray[np.bool_]:
        """A mask of the passages of which no paragraph is on the thing or its wider topic."""
        mask = self.everything
        for passage in passages_of(self.told.paragraphs):
            mask[passage] = not self.grades[passage].any()
        return mask


def read_judged(snapshot: Snapshot, links: Path, issues: Path, nothing: Sequence[str]) -> list[Judged]:
    """Join the tables with the index."""
    texts = {row["id"]: row for row in _rows(issues)}
    grades: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for row in _rows(links):
        grades[row["id"]][row["symbol"], row["paragraph"]] = int(row["grade"])
    return [_judged(snapshot, identity, texts, grades[identity]) for identity in (*grades, *nothing)]


def _judged(
    snapshot: Snapshot, identity: str, texts: Mapping[str, Mapping[str, str]], grades: Mapping[tuple[str, str], int]
) -> Judged:
    if identity in texts:
        reading = read_issue(texts[identity]["text"], snapshot.lexical)
        asked = asked_on_issue(snapshot, reading, issue_vector(snapshot.encoder, reading))
        state = texts[identity]["state"]
    else:
        number = snapshot.connection.number_of(identity)
        (record,) = recommendations(snapshot.connection, [number])
        asked, state = asked_on_record(snapshot, record, number), record.state_under_review
    said = told(snapshot.connection, state)
    judged = [grades.get((one.symbol, one.id.rpartition("-")[2]), 0) for one in said.paragraphs]
    near = nearness(asked, said, snapshot.vectors, snapshot.lexical)
    return Judged(identity, asked, near, said, np.array(judged, dtype=np.int64), observation_numbers(snapshot))


def curve(questions: Sequence[Judged]) -> LogisticRegression:
    """The probability that a paragraph is on the thing."""
    features, on_it = [], []
    for question in questions:
        for kept in (question.everything, question.beside)[: 2 if question.grades.any() else 1]:
            features.append(question.features(kept))
            on_it.append(question.grades[kept] == 2)
    return LogisticRegression(C=10, max_iter=2000).fit(np.concatenate(features), np.concatenate(on_it))


def in_use(question: Judged) -> Floats:
    """The probabilities by the numbers in use."""
    features = dict(zip(FEATURES, question.features(question.everything).T, strict=True))
    curve_in_use = question.numbers.curve
    return curve_in_use.probability(**features) if curve_in_use else features["score"]


def print_figures(questions: Sequence[Judged], probabilities: Sequence[Floats]) -> None:
    """What is shown from some probability on."""
    print("from  nDCG@5  precision  recall  questions of which nothing is said, with something shown")
    for bound in BOUNDS:
        gains, recalls, right, shown = [], [], 0, 0
        loud = 0
        for question, likely in zip(questions, probabilities, strict=True):
            order = np.argsort(-likely, kind="stable")[:SHOWN]
            got = question.grades[order[likely[order] >= bound]]
            direct = int((question.grades == 2).sum())
            if not direct:
                loud += bool(len(got)) and not question.grades.any()
                continue
            gains.append(_gain(got) / _gain(np.sort(question.grades)[::-1][:SHOWN]))
            recalls.append((got == 2).sum() / min(SHOWN, direct))
            right, shown = right + int((got == 2).sum()), shown + len(got)
        precision = right / max(1, shown)
        print(f"{bound:.2f} {np.mean(gains):7.3f} {precision:10.3f} {np.mean(recalls):7.3f} {loud:5}")


def _gain(grades: Grades) -> float:
    return float(((2.0**grades - 1) / np.log2(np.arange(len(grades)) + 2)).sum())


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def main(index: Path, links: Path, issues: Path, nothing: Sequence[str]) -> None:
    """Print everything."""
    snapshot = open_snapshot(index, None)
    questions = read_judged(snapshot, links, issues, nothing)
    left_out = []
    for question in questions:
        learnt = curve([other for other in questions if other is not question])
        left_out.append(learnt.predict_proba(question.features(question.everything))[:, 1])
    print(f"each of {len(questions)} questions left out of the curve:")
    print_figures(questions, left_out)
    print(f"the numbers in use, shown from {questions[0].numbers.strengths.possible}:")
    print_figures(questions, list(map(in_use, questions)))
    fitted = as_numbers(curve(questions), *FEATURES)
    print(fitted)
    write_stage(snapshot.manifest.vector_space, "observations", {"curve": fitted}, ORIGIN)


if __name__ == "__main__":
    index_folder, links_table, issues_table = map(Path, sys.argv[1:4])
    main(index_folder, links_table, issues_table, sys.argv[4].split(",") if len(sys.argv) > 4 else [])
