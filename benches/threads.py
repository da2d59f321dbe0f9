"""Measure how well threads are found and typed, on pairs of recommendations that a person judged by reading.

`python -m benches.threads UPR_INFO/recommendations.csv [--fit]`: judged_threads.tsv names the pairs by the ids that
recommendations known from a table alone have, and the table holds their words. Pairs of the set "fit" were looked at
while the rules were written, those of "test" were judged afterwards. `--fit` prints the weights that a logistic
regression finds on the first set.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.permanent_ids import table_recommendation_id
from models.records import review_id
from models.states import StateTable
from models.text_encoder import load_encoder
from models.thread_types import ThreadType
from search.thread_words import read_ask
from search.type_threads import LINKED, SURE, Comparison, type_of

JUDGED = Path(__file__).with_name("judged_threads.tsv")
RESAMPLED = 2_000
"""Bootstrap samples."""
PAIRS_BY_COSINE = {0.3: 276_634, 0.4: 129_493, 0.5: 52_510, 0.6: 20_000, 0.7: 6_487, 0.8: 2_013, 0.9: 609}
"""All pairs of an earlier and a later recommendation to one State in the table, by the cosine from which they are so
near. Pairs were drawn for judging in much more even numbers, and none below the first."""


@dataclass(frozen=True)
class Pair:
    """Two recommendations to one State, as judged and as measured."""

    group: str
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


def read_pairs(table: Path) -> list[Pair]:
    """All judged pairs, with the cosines of the default encoder."""
    texts = texts_by_id(table)
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    encoder = load_encoder()
    earlier, later = ([texts[row[side]] for row in rows] for side in ("earlier", "later"))
    cosines = (encoder.encode(earlier) * encoder.encode(later)).sum(axis=1)
    return [
        Pair(row["set"], ThreadType(row["type"]), Comparison(read_ask(before), read_ask(now), float(cosine)))
        for row, before, now, cosine in zip(rows, earlier, later, cosines, strict=True)
    ]


def report(name: str, pairs: Sequence[Pair]) -> None:
    """Print precision and recall of "linked", the share of exact types, and who is taken for what."""
    judged, found = (np.array(types) for types in zip(*((p.judged, type_of(p.comparison)) for p in pairs), strict=True))
    linked, found_linked = judged != ThreadType.NONE, found != ThreadType.NONE
    print(f"\n{name}: {len(pairs)} pairs")
    print(f"linked, precision {with_interval(linked[found_linked])}")
    print(f"linked, recall    {with_interval(found_linked[linked])}")
    print(f"exact type        {with_interval(judged == found)}")
    counts = Counter(zip(judged, found, strict=True))
    print("judged, by row".ljust(16) + "".join(f"{each:>10}" for each in ThreadType))
    for each in ThreadType:
        print(each.ljust(16) + "".join(f"{counts[each, other]:>10}" for other in ThreadType))


def report_among_all(pairs: Sequence[Pair]) -> None:
    """Print precision and recall of "linked" with pairs weighed as often as they occur among all of a State."""
    bands = np.digitize([pair.comparison.cosine for pair in pairs], list(PAIRS_BY_COSINE)[1:])
    weight = (np.array(list(PAIRS_BY_COSINE.values())) / np.bincount(bands, minlength=len(PAIRS_BY_COSINE)))[bands]
    linked = np.array([pair.judged != ThreadType.NONE for pair in pairs])
    print("\namong all pairs of a State")
    for bound in (LINKED, SURE):
        found = np.array([type_of(pair.comparison, bound) != ThreadType.NONE for pair in pairs])
        both = weight[linked & found].sum()
        precision, recall = both / weight[found].sum(), both / weight[linked].sum()
        print(f"linked from {bound}: precision {precision:.2f}, recall {recall:.2f}")


def with_interval(hits: np.typing.NDArray[np.bool_]) -> str:
    """A share with its bootstrap 90 % interval."""
    samples = np.random.default_rng(1).choice(hits, (RESAMPLED, len(hits))).mean(axis=1)
    low, high = np.quantile(samples, (0.05, 0.95))
    return f"{hits.mean():.3f} ({low:.3f}-{high:.3f})"


def print_weights(pairs: Sequence[Pair]) -> None:
    """Print what logistic regression finds for the probability of being linked."""
    from sklearn.linear_model import LogisticRegression

    compared = [pair.comparison for pair in pairs]
    measures = [[each.cosine, each.shared, each.issues, each.is_other_treaty] for each in compared]
    fitted = LogisticRegression(C=10).fit(measures, [pair.judged != ThreadType.NONE for pair in pairs])
    names = ("COSINE", "SHARED", "ISSUES", "OTHER_TREATY")
    print(
        f"\nINTERCEPT {fitted.intercept_[0]:.2f}",
        *(f"{n} {w:.2f}" for n, w in zip(names, fitted.coef_[0], strict=True)),
    )


def main() -> None:
    """Read the command line and print the figures of both sets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--fit", action="store_true", help="print fitted weights too")
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.table)
    fit, test = ([pair for pair in pairs if pair.group == name] for name in ("fit", "test"))
    report("fit", fit)
    report("test", test)
    report_among_all(pairs)
    if arguments.fit:
        print_weights(fit)


if __name__ == "__main__":
    main()
