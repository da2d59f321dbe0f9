"""The English recommendations of an index, for the programs that fit numbers of its vector space."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import read_pairs
from models.texts.words import ENGLISH
from search.snapshot.snapshot import Snapshot

LEAST_TEXTS = 60
"""A State that was told fewer different things says little of what it was never told."""


@dataclass(frozen=True)
class IndexedTexts:
    """Each text once."""

    snapshot: Snapshot

    @cached_property
    def rows(self) -> NDArray[np.int32]:
        """The text row of each."""
        return np.unique(self.snapshot.catalogue.rows[self._entries])

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """In the order of `rows`."""
        by_row = self.snapshot.connection.texts(self.rows.tolist())
        return tuple(by_row[row] for row in self.rows.tolist())

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The row of a text, by its words and figures: tables and reports set marks of their own."""
        return {in_words(text): row for text, row in zip(self.texts, self.rows.tolist(), strict=True)}

    def matching(self, patterns: Path) -> dict[str, NDArray[np.bool_]]:
        """Per query of a file, which texts match its pattern, in the order of `rows`."""
        return {
            query: np.array([bool(re.search(pattern, text)) for text in self.texts])
            for query, pattern in read_pairs(patterns).items()
        }

    def places_by_state(self) -> dict[str, NDArray[np.intp]]:
        """By State under review, the places in `rows` of what it was told."""
        catalogue, field = self.snapshot.catalogue, self.snapshot.catalogue.fields["under_review"]
        told = {
            str(state): np.unique(catalogue.rows[self._entries & field.holding([str(state)])]) for state in field.values
        }
        return {state: np.searchsorted(self.rows, rows) for state, rows in told.items() if len(rows) >= LEAST_TEXTS}

    @property
    def _entries(self) -> NDArray[np.bool_]:
        catalogue = self.snapshot.catalogue
        return catalogue.recommendations & catalogue.fields["language"].holding([ENGLISH])


def in_words(text: str) -> str:
    """A text without marks and capitals."""
    return " ".join(re.findall(r"\w+", text.casefold()))
