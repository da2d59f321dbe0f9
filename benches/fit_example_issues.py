"""Write models/encoders/example_issues.npz anew from benches/example_issues.tsv: `make example-issues`.

    python -m benches.fit_example_issues [MODEL]

With the folder of all-mpnet-base-v2 for MODEL, example_issues_accurate.npz is written instead, with the vectors alone.

Each line of the table holds an issue as somebody tells it and, after tabs, asks that recommendations would make on it;
all are invented. Kept are the default encoder's vectors as whole numbers of one byte, which changes no cosine by more
than a few thousandths; and how likely each request has each of UPR Info's issue labels, by the classifier that comes
with the program. It is to be written anew when that changes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.classify.texts import classify
from indexer.classify.tuned_encoder import tuning
from models.encoders.example_issues import ACCURATE_FILE, FILE, LABELS, VECTORS
from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import light_space

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "benches" / "example_issues.tsv"
FOLDER = ROOT / "models" / "encoders"


def as_bytes(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Each vector times what makes its largest number 127, rounded."""
    return np.asarray(np.rint(vectors / np.abs(vectors).max(axis=1, keepdims=True) * 127), dtype=np.int8)


def example_issues_of(lines: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The issues and the requests of each."""
    rows = [line.split("\t") for line in lines]
    return [row[0] for row in rows], [row[1:] for row in rows]


def likely_labels(texts: Sequence[str]) -> NDArray[np.uint8]:
    """(texts, labels): the likelihood of each label that the classifier gives, times 255; 0 for others."""
    place = {label: number for number, label in enumerate(tuning().labels)}
    likely = np.zeros((len(texts), len(place)), dtype=np.uint8)
    for row, classes in enumerate(classify(texts)):
        for label in classes.labels:
            likely[row, place[label.label]] = round(255 * (label.confidence or 0))
    return likely


def main() -> None:
    """Embed the table and write the file."""
    issues, requests = example_issues_of(TABLE.read_text(encoding="utf-8").splitlines())
    counts = [len(of_issue) for of_issue in requests]
    all_requests = [request for of_issue in requests for request in of_issue]
    encoder = load_encoder(*sys.argv[1:])
    vectors = encoder.encode(all_requests)
    firsts = np.cumsum([0, *counts[:-1]], dtype=np.int32)
    arrays: dict[str, Any] = dict(
        zip(VECTORS, (as_bytes(encoder.encode(issues)), as_bytes(vectors), firsts), strict=True)
    )
    is_default = encoder.space == light_space()
    if is_default:
        labels = np.array("\n".join(tuning().labels)), likely_labels(all_requests)
        arrays |= dict(zip(LABELS, labels, strict=True))
    file = FOLDER / (FILE if is_default else ACCURATE_FILE)
    np.savez_compressed(file, space=repr(encoder.space.chain), **arrays)
    print(f"{len(issues):,} issues with {sum(counts):,} requests: {file.name}.")


if __name__ == "__main__":
    main()
