"""Measure how well threads are found and typed, on pairs of recommendations that a person judged by reading.

`python -m benches.threads UPR_INFO/recommendations.csv`: judged_threads.tsv names the pairs by the ids that
recommendations known from a table alone have, and the table holds their words. The weights of "linked" are fitted
anew for each tenth of the States on the other nine, so that no pair is measured with weights that know its State. The
rule for "same" has no weights; it was written with the pairs of every other State in view, and is measured on the rest
apart. benches/fit_calibration.py fits the
weights that all pairs give.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from models.encoders.calibration import known_calibration, needed
from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import TextEncoder, light_space
from models.records.enums import ThreadType
from models.records.permanent_ids import table_recommendation_id
from models.records.records import review_id
from models.reviews.states import StateTable
from search.threads.types import Comparison, ThreadNumbers
from search.threads.words import read_request

JUDGED = Path(__file__).with_name("judged_threads.tsv")
FOLDS = 10
RESAMPLED = 2_000
"""Bootstrap samples, each of as many States as there are, with all their pairs."""
PAIRS_BY_COSINE = {0.3: 276_634, 0.4: 129_493, 0.5: 52_510, 0.6: 20_000, 0.7: 6_487, 0.8: 2_013, 0.9: 609}
"""All pairs of an earlier and a later recommendation to one State in the table, by the cosine from which they are so
near. Pairs were drawn for judging in much more even numbers, and none below the first."""


@dataclass(frozen=True)
class Pair:
    """Two recommendations to one State, as judged and as measured."""

    state: str
    """Code of the State."""
    judged: ThreadType
    comparison: Comparison


def texts_by_id(table: Path) -> dict[str, str]:
    """The texts of the table, by the ids that they have as recommendations known from a table alone."""
    states = StateTable.built_in()
    texts = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            state = states.find(row["To"])
            if state:
                texts[table_recommendation_id(review_id(state.code, int(row["Session"])), row["Text"])] = row["Text"]
    return texts


def read_pairs(table: Path, encoder: TextEncoder) -> list[Pair]:
    """All judged pairs, with the cosines of an encoder."""
    texts = texts_by_id(table)
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    earlier, later = ([texts[row[side]] for row in rows] for side in ("earlier", "later"))
    cosines = (encoder.encode(earlier) * encoder.encode(later)).sum(axis=1)
    return [
        Pair(
            state=row["earlier"].partition("-")[0],
            # Judged in more types, on which readers differ: what goes further, is more general, or related.
            judged=ThreadType(row["type"]) if row["type"] in ("same", "none") else ThreadType.SIMILAR,
            comparison=Comparison(read_request(before), read_request(now), float(cosine)),
        )
        for row, before, now, cosine in zip(rows, earlier, later, cosines, strict=True)
    ]


def measures(pairs: Sequence[Pair]) -> NDArray[np.float64]:
    """What the probability of being linked goes by, a row for each pair."""
    compared = [pair.comparison for pair in pairs]
    return np.array([[each.cosine, each.shared, each.issues] for each in compared])


def linked(pairs: Sequence[Pair]) -> NDArray[np.bool_]:
    """Which pairs are judged linked."""
    return np.array([pair.judged != ThreadType.NONE for pair in pairs])


@cache
def numbers() -> ThreadNumbers:
    """Those of the default encoder."""
    return needed(known_calibration(light_space())).numbers("threads", ThreadNumbers)


def fitted(pairs: Sequence[Pair]) -> LogisticRegression:
    """The weights of "linked" that these pairs give."""
    return LogisticRegression(C=10).fit(measures(pairs), linked(pairs))


def probabilities(pairs: Sequence[Pair]) -> NDArray[np.float64]:
    """That each pair is linked, by weights that were fitted on pairs of other States."""
    found, states = np.zeros(len(pairs)), [pair.state for pair in pairs]
    for fold in np.array_split(np.random.default_rng(1).permutation(np.unique(states)), FOLDS):
        apart = np.isin(states, fold)
        known, unknown = ([pair for pair, out in zip(pairs, apart, strict=True) if out == side] for side in (0, 1))
        found[apart] = fitted(known).predict_proba(measures(unknown))[:, 1]
    return found


def kinds(pairs: Sequence[Pair], probability: NDArray[np.float64]) -> list[ThreadType]:
    """The kinds found with these probabilities."""
    return [
        ThreadType.SAME
        if pair.comparison.asks_the_same
        else ThreadType.SIMILAR
        if sure >= numbers().linked and pair.comparison.can_be_linked
        else ThreadType.NONE
        for pair, sure in zip(pairs, probability, strict=True)
    ]


def report(pairs: Sequence[Pair], probability: NDArray[np.float64]) -> None:
    """Print precision and recall of "linked" and "same", and who is taken for what."""
    judged, found = np.array([pair.judged for pair in pairs]), np.array(kinds(pairs, probability))
    is_linked, found_linked = judged != ThreadType.NONE, found != ThreadType.NONE
    samples = resampled([pair.state for pair in pairs])
    print(f"{len(pairs)} pairs; weights fitted on other States")
    print(f"linked, precision {with_interval(is_linked, found_linked, samples)}")
    print(f"linked, recall    {with_interval(found_linked, is_linked, samples)}")
    states = sorted({pair.state for pair in pairs})
    for name, chosen in (("in view", states[::2]), ("kept apart", states[1::2])):
        among = np.isin([pair.state for pair in pairs], chosen)
        same, called = (judged == ThreadType.SAME) & among, (found == ThreadType.SAME) & among
        print(f"same, {name}: {(same & called).sum()} of {called.sum()} called so are, of {same.sum()} that are")
    counts = Counter(zip(judged, found, strict=True))
    print("judged, by row".ljust(16) + "".join(f"{each:>10}" for each in ThreadType))
    for each in ThreadType:
        print(each.ljust(16) + "".join(f"{counts[each, other]:>10}" for other in ThreadType))


def report_among_all(pairs: Sequence[Pair], probability: NDArray[np.float64]) -> None:
    """Print precision and recall of "linked" with pairs weighed as often as they occur among all of a State."""
    bands = np.digitize([pair.comparison.cosine for pair in pairs], list(PAIRS_BY_COSINE)[1:])
    weight = (np.array(list(PAIRS_BY_COSINE.values())) / np.bincount(bands, minlength=len(PAIRS_BY_COSINE)))[bands]
    is_linked = linked(pairs)
    print("\namong all pairs of a State")
    for bound in (numbers().linked, numbers().sure):
        found = probability >= bound
        both = weight[is_linked & found].sum()
        precision, recall = both / weight[found].sum(), both / weight[is_linked].sum()
        print(f"linked from {bound}: precision {precision:.2f}, recall {recall:.2f}")


def resampled(states: Sequence[str]) -> list[NDArray[np.intp]]:
    """Bootstrap samples of the pairs, by whole States: pairs of one State resemble each other."""
    indices = [np.flatnonzero(np.array(states) == state) for state in sorted(set(states))]
    drawn = np.random.default_rng(1).integers(0, len(indices), (RESAMPLED, len(indices)))
    return [np.concatenate([indices[state] for state in sample]) for sample in drawn]


def with_interval(hits: NDArray[np.bool_], among: NDArray[np.bool_], samples: list[NDArray[np.intp]]) -> str:
    """The share of hits among some of the pairs, with its bootstrap 90 % interval."""
    shares = [hits[sample][among[sample]].mean() for sample in samples]
    low, high = np.quantile(shares, (0.05, 0.95))
    return f"{hits[among].mean():.3f} ({low:.3f}-{high:.3f})"


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.table, load_encoder())
    probability = probabilities(pairs)
    report(pairs, probability)
    report_among_all(pairs, probability)


if __name__ == "__main__":
    main()
