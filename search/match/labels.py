"""How likely a text and an issue share an issue label.

The requests of example issues about an issue say how likely each label is for it (models.encoders.example_issues). With
p of each of a text's labels, labels taken for independent ("noisy or"; Pearl, "Probabilistic Reasoning in Intelligent
Systems", 1988):

    agreement = 1 - product of (1 - p)

Of a text without labels nothing is known: texts in other languages than English have none. It stands beside the others
as if it had the likeliest one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from search.catalogue.entries import EntryField


@dataclass(frozen=True, slots=True, eq=False)
class TextLabels:
    """The issue labels of text rows."""

    sets: NDArray[np.bool_]
    """(sets, labels): each set of labels that texts have."""
    set_of_row: NDArray[np.int32]
    """Which of them each text row has."""

    def agreement(self, likely: Vectors, most_likely: float) -> Vectors:
        """The agreement of each text row with an issue whose labels are `likely`, 0 to 1 for each label.

        None counts as more than `most_likely`: nothing is certain.
        """
        missing = np.log1p(-np.minimum(likely, np.float32(most_likely)))
        of_set = np.where(self.sets.any(axis=1), 1 - np.exp(self.sets @ missing), likely.max(initial=0.0))
        return of_set.astype(np.float32)[self.set_of_row]


def labels_of_texts(labels: tuple[str, ...], field: EntryField, rows: NDArray[np.int32], row_count: int) -> TextLabels:
    """The labels of all text rows: a text has those of all entries with it.

    `labels` are those that count, `field` holds the labels of entries, `rows` the text row of each entry.
    """
    number_of_label = {label: number for number, label in enumerate(labels)}
    number_of = np.array([number_of_label.get(str(value), -1) for value in field.values], dtype=np.int64)[field.codes]
    known = number_of >= 0
    of_rows = np.zeros((row_count, len(labels)), dtype=bool)
    of_rows[rows[field.entries[known]], number_of[known]] = True
    return distinct_sets(of_rows)


def distinct_sets(of_rows: NDArray[np.bool_]) -> TextLabels:
    """From (rows, labels), at most 64 labels: each set of labels once."""
    rows, labels = of_rows.shape
    bits = np.zeros((rows, 8), dtype=np.uint8)
    bits[:, : -(-labels // 8)] = np.packbits(of_rows, axis=1)
    _, first, set_of_row = np.unique(bits.view(np.uint64).ravel(), return_index=True, return_inverse=True)
    return TextLabels(of_rows[first], set_of_row.astype(np.int32))
