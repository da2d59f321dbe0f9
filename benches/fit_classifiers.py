"""Fit the classifier of issue labels and of action categories on UPR Info's table; write its files to indexer/.

    python -m benches.fit_classifiers UPR_INFO/recommendations.csv [--last-session 16]

Learns from the texts of sessions 1 to --last-session: a tuned encoder, and which action category is usual for a verb.
docs/classification.md explains why what is shipped learns nothing from later sessions.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benches.coded_texts import CodedText, coded_texts
from benches.fit_tuned_encoder import fit_tuning
from indexer.classify.tuned_encoder import TUNED_ENCODER, pack
from indexer.classify.verbs import VERB_CATEGORIES, request_words
from models.encoders.text_encoder import Vectors

LEAST_TEXTS = 3
"""A verb of fewer texts is not learnt from."""
HALF_LIFE = 8
"""Sessions after which a text counts half for its labels: coders' habits change."""


def write_verbs(texts: Sequence[CodedText]) -> None:
    """Write which category most recommendations have that a verb opens, for verbs that open some."""
    categories: dict[str, Counter[int]] = defaultdict(Counter)
    for each in texts:
        request = request_words(each.text)
        if request.verb is not None:
            categories[request.stems[request.verb]][each.action_category] += 1
    with VERB_CATEGORIES.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("verb", "category", "share", "texts"))
        for verb, counted in sorted(categories.items()):
            (category, count), total = counted.most_common(1)[0], counted.total()
            if total >= LEAST_TEXTS:
                table.writerow((verb, category, round(count / total, 2), total))


def counts_of(texts: Sequence[CodedText]) -> Vectors:
    """(texts, 1): how much each counts, 1 on average; coders' habits change, so that later ones count more."""
    sessions = np.array([each.session for each in texts])
    counts = 0.5 ** ((sessions.max() - sessions) / HALF_LIFE)
    return np.asarray(counts / counts.mean(), dtype=np.float32)[:, None]


def main() -> None:
    """Read the command line, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--last-session", type=int, default=16)
    arguments = parser.parse_args()
    texts = coded_texts(arguments.table, range(1, arguments.last_session + 1))
    write_verbs(texts)
    labels = tuple(sorted({label for each in texts for label in each.labels}))
    np.savez_compressed(TUNED_ENCODER, allow_pickle=False, **pack(fit_tuning(texts, labels, counts_of(texts))))
    print(f"{TUNED_ENCODER}: {TUNED_ENCODER.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
