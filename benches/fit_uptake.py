"""Fit and measure how far recommendations go with the asks of NGOs (search/uptake/likeness.py).

    python -m benches.fit_uptake INDEX [--write]

INDEX holds the reviews of benches/uptake_asks.tsv (benches/judged_sets.md says which, and how they were judged). The
curves of "same" and "part of the way" are fitted on the asks with odd numbers, in English; the bounds were chosen on
these. With --write they go into the calibration of the index's encoder. Printed is, for both halves and each language:
nDCG@10 of the match as it is, which orders, and of the match as the own State's list orders it, over the asks that
anything takes up; and of what is shown as the same, how much is, and how much of all that is the same is shown so.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benches.calibrations import Fitted, as_numbers, path_of, with_stage, write
from benches.own_state import BENCHES
from benches.retrieval import ndcg
from models.encoders.calibration import needed
from models.words import ENGLISH
from search.catalogue.recommendations import recommendations
from search.datamodel.logistic import Floats, Logistic
from search.evidence import Evidence
from search.match.own_state import OwnState, own_state_stages
from search.match.stages import match_issue
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through, without
from search.threads.words import read_request
from search.uptake.likeness import Asked, ReadAsk, UptakeNumbers, uptake_stages
from search.uptake.why import why

ASKS, JUDGED = BENCHES / "uptake_asks.tsv", BENCHES / "uptake_judged.tsv"
CURVE = ("match", "behind")
SAME, PART = 2, 1
"""Grades."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """An ask beside all recommendations of its review; arrays have one number for each."""

    name: str
    language: str
    grades: NDArray[np.int64]
    features: Mapping[str, Floats]
    own_order: Floats
    """As the list of the own State orders them."""
    weaker: NDArray[np.bool_]

    @property
    def is_apart(self) -> bool:
        """Whether figures are reported on it: nothing was fitted or chosen on it."""
        return int(self.name[1:]) % 2 == 0


def read_judged(snapshot: Snapshot, numbers: UptakeNumbers) -> list[Judged]:
    """All asks, in all languages."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for name, record, grade in _rows(JUDGED):
        grades[name][record] = int(grade)
    of_review = defaultdict(list)
    for name, review, language, text in _rows(ASKS):
        of_review[review, language].append((name.partition(".")[0], text))
    return [
        judged
        for (review, language), asks in of_review.items()
        for judged in _of_review(snapshot, numbers, review, language, asks, grades)
    ]


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _of_review(
    snapshot: Snapshot,
    numbers: UptakeNumbers,
    review: str,
    language: str,
    asks: Sequence[tuple[str, str]],
    grades: Mapping[str, Mapping[str, int]],
) -> list[Judged]:
    state, _, session = review.partition("-")
    fields = snapshot.catalogue.fields
    mask = fields["under_review"].holding([state]) & fields["session"].holding([int(session)])
    entries = np.flatnonzero(snapshot.catalogue.recommendations & mask)
    rows, records = snapshot.catalogue.rows[entries], recommendations(snapshot.connection, entries.tolist())
    vectors = np.asarray(snapshot.vectors[rows])
    read: Asked = [ReadAsk.of(snapshot, read_issue(text, snapshot.english_words, language), rows) for _, text in asks]
    found = passed_through(uptake_stages(numbers), Evidence(read))
    judged = []
    for place, (name, text) in enumerate(asks):
        matched = match_issue(snapshot, text, language)
        own = OwnState.of(matched.scores[rows], vectors, matched.sentences)
        order = passed_through(without(own_state_stages(snapshot.calibration), "own State"), own).near
        of_ask = {feature: found[feature][place] for feature in CURVE}
        of_records = np.array([grades.get(name, {}).get(record.id, 0) for record in records])
        weaker = np.array([why(read[place].words, record.text, read_request(record.text)).weaker for record in records])
        judged.append(Judged(name, language, of_records, of_ask, order, weaker))
    return judged


def curve(asks: Sequence[Judged], least: int) -> LogisticRegression:
    """From features to the probability of a grade, at least."""
    features = np.vstack([np.array([ask.features[name] for name in CURVE]).T for ask in asks])
    return LogisticRegression(C=1.0, max_iter=1000).fit(features, np.concatenate([ask.grades >= least for ask in asks]))


def order_of(asks: Sequence[Judged], scores: str) -> float:
    """Mean nDCG@10, over asks that anything takes up, of a feature or of the own State's order."""
    found = []
    for ask in asks:
        if ask.grades.any():
            by = ask.own_order if scores == "own order" else ask.features[scores]
            grades = {str(place): int(grade) for place, grade in enumerate(ask.grades) if grade}
            found.append(ndcg([str(place) for place in np.argsort(-by, kind="stable")[:10].tolist()], grades))
    return float(np.mean(found))


def report(asks: Sequence[Judged], numbers: UptakeNumbers) -> str:
    """A line of figures."""
    grades = np.concatenate([ask.grades for ask in asks])
    known = {name: np.concatenate([ask.features[name] for ask in asks]) for name in CURVE}
    weaker = np.concatenate([ask.weaker for ask in asks])
    same, part = needed_curve(numbers.same).probability(**known), needed_curve(numbers.part).probability(**known)
    shown_same = (same >= numbers.same_from) & ~weaker
    shown = (same >= numbers.same_from) | (part >= numbers.part_from)
    orders = ", ".join(f"{name} {order_of(asks, name):.3f}" for name in ("match", "own order"))
    are_same, are_part = grades == SAME, grades >= PART
    figures = [
        f"{len(asks)} asks: nDCG@10 {orders}",
        f"the same: {shown_same.sum()} shown, right {are_same[shown_same].mean():.2f}",
        f"at least in part {are_part[shown_same].mean():.2f}, found {are_same[shown_same].sum() / are_same.sum():.2f}",
        f"the same or in part: {shown.sum()} shown, right {are_part[shown].mean():.2f}",
        f"found {are_part[shown].sum() / are_part.sum():.2f}",
    ]
    return "; ".join(figures)


def needed_curve(found: object) -> Logistic:
    """A curve that was fitted."""
    if not isinstance(found, Logistic):
        raise TypeError("the calibration has no curve")
    return found


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    snapshot = open_snapshot(arguments.index, None)
    calibration = needed(snapshot.calibration)
    numbers = calibration.numbers("uptake", UptakeNumbers)
    judged = read_judged(snapshot, numbers)
    chosen_on = [ask for ask in judged if ask.language == ENGLISH and not ask.is_apart]
    same, part = (as_numbers(curve(chosen_on, grade), *CURVE) for grade in (SAME, PART))
    fitted = calibration.changed("uptake", same=same, part=part)
    for is_apart in (False, True):
        for language in sorted({ask.language for ask in judged}):
            asks = [ask for ask in judged if ask.language == language and ask.is_apart is is_apart]
            print(
                "kept apart" if is_apart else "chosen on",
                language,
                report(asks, fitted.numbers("uptake", UptakeNumbers)),
            )
    if arguments.write:
        source = "Fitted by benches/fit_uptake.py on the asks of benches/uptake_asks.tsv with odd numbers, in English; "
        source += "the bounds were chosen on these."
        write(
            with_stage(calibration, "uptake", Fitted(fitted.stages["uptake"]["numbers"], source)),
            path_of(snapshot.manifest.vector_space),
        )


if __name__ == "__main__":
    main()
