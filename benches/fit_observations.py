"""Fit the curve of search/observations/relevance.py; benches/fit_calibration.py writes it.

links_brazil.tsv is a table of judged pairs with the columns state, id (a recommendation, or an issue), symbol,
paragraph and grade (2 on the same thing, 1 on the same wider topic); all paragraphs of the documents were read for each
id. links_issues.tsv has the columns id, state and text.

The curve learns from each question twice: as it is, and with all that was judged to be on it, and what belongs together
with that, taken out of the document. So it sees what the nearest paragraphs look like where nothing is on the thing.
Printed are nDCG@5, precision and recall (of five at most) of what is shown, grade 2 alone in the last two, with each
question left out of the curve. A word begins where so much of what is shown from there on is on the thing.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import Fitted, as_numbers, least_true_from
from search.catalogue.observations import Observations, observations_to
from search.catalogue.records import recommendations
from search.datamodel.logistic import Floats
from search.evidence import Evidence
from search.match.meaning import issue_vector
from search.observations.find import asked_on_issue, asked_on_record, observation_numbers
from search.observations.passages import passages_of
from search.observations.relevance import ObservationNumbers, Paragraphs, observation_stages
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot
from search.stages import passed_through, without

SHOWN = 5
KNOWN = ("meaning", "words")
FEATURES = ("standing_out", "score", "nearest", "of_issue")
NOTHING = ("BRA-13-119.53-1", "BRA-13-119.105-1", "I7")
"""Questions to which no paragraph speaks."""
FEWEST = 15
"""Paragraphs of a document that are a field of their own."""
TRUE = {"possible": 0.7, "likely": 0.9, "strong": 0.95}
BOUNDS = (0.1, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)
Grades = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One question, and what people said of the paragraphs that its State was told."""

    evidence: Evidence[Paragraphs]
    """How near each is, and what words it holds."""
    grades: Grades
    numbers: ObservationNumbers
    """In use."""

    def features(self, kept: NDArray[np.bool_]) -> Floats:
        """What the curve is over, of the paragraphs kept: (kept, 4)."""
        pairs, places = self.evidence.pairs, np.flatnonzero(kept)
        part = Observations(
            paragraphs=tuple(pairs.observations.paragraphs[place] for place in places),
            documents=pairs.observations.documents[places],
            owners=np.empty(0, dtype=np.int64),
            parts=(),
            rows=np.empty(0, dtype=np.int64),
        )
        shown = replace(
            pairs,
            observations=part,
            passages=passages_of(part.paragraphs),
            shares_theme=np.zeros(len(places), dtype=bool),
        )
        known = {name: self.evidence[name][places] for name in KNOWN}
        stages = without(observation_stages(self.numbers), *KNOWN)
        found = passed_through(stages, Evidence(shown, known))
        return np.column_stack([found[name] for name in FEATURES])

    @property
    def everything(self) -> NDArray[np.bool_]:
        """A mask of all paragraphs."""
        return np.ones(len(self.grades), dtype=bool)

    @property
    def beside(self) -> NDArray[np.bool_]:
        """A mask of the passages of which no paragraph is on the thing or its wider topic."""
        mask = self.everything
        for passage in self.evidence.pairs.passages:
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
        reading = read_issue(texts[identity]["text"], snapshot.english_words)
        asked = asked_on_issue(snapshot, reading, issue_vector(snapshot, reading))
        state = texts[identity]["state"]
    else:
        number = snapshot.connection.number_of(identity)
        (record,) = recommendations(snapshot.connection, [number])
        asked, state = asked_on_record(snapshot, record, number), record.state_under_review
    said = observations_to(snapshot.connection, state)
    judged = [grades.get((one.symbol, one.id.rpartition("-")[2]), 0) for one in said.paragraphs]
    numbers, passages = observation_numbers(snapshot), passages_of(said.paragraphs)
    no_theme = np.zeros(len(said.paragraphs), dtype=bool)
    pairs = Paragraphs(asked, said, snapshot.vectors[said.rows], snapshot.english_words, passages, no_theme)
    known = passed_through(observation_stages(replace(numbers, curve=None)), Evidence(pairs))
    return Judged(known, np.array(judged, dtype=np.int64), numbers)


def curve(questions: Sequence[Judged]) -> LogisticRegression:
    """The probability that a paragraph is on the thing."""
    features, on_it = [], []
    for question in questions:
        for kept in (question.everything, question.beside)[: 2 if question.grades.any() else 1]:
            features.append(question.features(kept))
            on_it.append(question.grades[kept] == 2)
    return LogisticRegression(C=10, max_iter=2000).fit(np.concatenate(features), np.concatenate(on_it))


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


def fit_observations(snapshot: Snapshot, data: Path) -> Fitted:
    """The numbers of the stage, with what it gives printed; `data` is the folder of the tables."""
    questions = read_judged(snapshot, data / "links_brazil.tsv", data / "links_issues.tsv", NOTHING)
    validated = []
    for question in questions:
        learnt = curve([other for other in questions if other is not question])
        validated.append(learnt.predict_proba(question.features(question.everything))[:, 1])
    print(f"observations, each of {len(questions)} questions left out of the curve:")
    print_figures(questions, validated)
    best = [np.argsort(-likely, kind="stable")[:SHOWN] for likely in validated]
    shown = np.concatenate([likely[order] for likely, order in zip(validated, best, strict=True)])
    on_it = np.concatenate([each.grades[order] == 2 for each, order in zip(questions, best, strict=True)])
    words = {word: least_true_from([(shown, on_it)], share) for word, share in TRUE.items()}
    scores = [question.evidence["score"] for question in questions]
    usual = {
        "fewest": FEWEST,
        "mean": round(float(np.mean([each.mean() for each in scores])), 2),
        "deviation": round(float(np.mean([each.std() for each in scores])), 2),
    }
    return Fitted(
        {"field": usual, "curve": as_numbers(curve(questions), *FEATURES), "strengths": words},
        "Fitted by benches/fit_calibration.py on 24 recommendations to one State and eight issues, judged against one "
        "committee's 66 paragraphs. Words: seven of ten shown are on the thing itself, nine of ten of those likely, "
        "nineteen of twenty of those strong, on questions left out.",
    )
