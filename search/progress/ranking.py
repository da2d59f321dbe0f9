"""The paragraphs on a review, ranked for some of its recommendations: what pages, tables and commands take from."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import numbers_or
from models.records.records import Commitment, Recommendation
from search.catalogue.reported import ReportedTexts
from search.datamodel.progress import ProgressLink, ReportsOn
from search.datamodel.strengths import Strength
from search.evidence import Evidence
from search.progress.relevance import (
    UNCALIBRATED,
    ProgressNumbers,
    Reports,
    most_direct,
    progress_stages,
    stems_of,
    vectors_of_passages,
    word_weights,
)
from search.progress.sentence import sentence_that_matters
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot
from search.stages import passed_through

MOST_UNRATED = 5
"""Paragraphs on a recommendation that are shown where nothing is known of how sure they are."""


Subject = TypeVar("Subject", Recommendation, Commitment)
"""What is reported on: what a State was told, or told others that it would do."""


class RankedReports(Generic[Subject]):
    """All pairs of some recommendations, or commitments, and the paragraphs, compared at once.

    What a reader sees of a pair, its sentence above all, takes a hundred times as long as comparing it, and is made
    when asked for. Recommendations go by their row, paragraphs by their place among the texts.
    """

    def __init__(
        self, snapshot: Snapshot, entries: Sequence[int], records: Sequence[Subject], reported: ReportedTexts
    ) -> None:
        """`entries` are numbers of entries, all of one review, and `records` these; `reported` is on that review."""
        self.records: Sequence[Subject] = records
        self.reported = reported
        self._vectors = snapshot.vectors
        self._record_vectors = snapshot.vectors[snapshot.catalogue.rows[list(entries)]]
        numbers = numbers_or(snapshot.calibration, "progress", ProgressNumbers, UNCALIBRATED)
        pairs = Reports(self.records, self._record_vectors, reported, snapshot.vectors)
        found = passed_through(progress_stages(numbers), Evidence(pairs))
        self._strengths = numbers.strengths
        self._likely = found["relevance"]
        self.order: NDArray[np.intp] = np.argsort(-found["score"], axis=1, kind="stable")
        """Of each recommendation, the paragraphs from the most direct to the least."""
        self.directly: NDArray[np.bool_] = found["direct"] > 0
        """Whether the paragraph itself names the recommendation."""
        self.stated: NDArray[np.bool_] = self.directly | (found["heading"] > 0)
        """Whether it or a heading above it does."""
        likely_enough = self._likely >= self._strengths.possible
        if not self._strengths.rated:
            likely_enough = np.argsort(self.order, axis=1) < MOST_UNRATED
        self.shown: NDArray[np.bool_] = likely_enough | self.directly
        """Whether a reader is shown it (search.datamodel.progress.is_shown)."""
        self._weight_of = word_weights([stems_of(text.text) for text in reported.texts])

    def links(self, row: int, *, related: bool, first: int = 0, end: int | None = None) -> tuple[ProgressLink, ...]:
        """What is reported on one recommendation, from the `first` up to, not with, the `end` of them.

        Without the `related`: what is likely enough or stated.
        """
        ranks = np.flatnonzero(self._wanted(related)[row, self.order[row]])
        return tuple(self._ranked(row, ranks[first:end].tolist()))

    def counts(self, *, related: bool) -> list[int]:
        """How many links each recommendation has."""
        return [int(count) for count in self._wanted(related).sum(axis=1)]

    def _wanted(self, related: bool) -> NDArray[np.bool_]:
        return np.ones_like(self.shown) if related else self.shown | self.stated

    def first(self, row: int, among: NDArray[np.bool_]) -> ProgressLink | None:
        """The most direct of some paragraphs, which a mask tells; None where there is none."""
        ranks = np.flatnonzero(among[self.order[row]])
        return next(self._ranked(row, ranks[:1].tolist()), None)

    def on(self: "RankedReports[Recommendation]", text_id: str) -> list[ReportsOn]:
        """The recommendations that one paragraph likely reports on, or that its document names, the likeliest first."""
        (place,) = (place for place, text in enumerate(self.reported.texts) if text.id == text_id)
        rows = np.flatnonzero(self.shown[:, place] | self.stated[:, place])
        rows = rows[np.argsort(-self._likely[rows, place], kind="stable")]
        ranks = np.argsort(self.order[rows], axis=1)[:, place]
        return [
            ReportsOn(self.records[row], next(self._ranked(row, [rank])))
            for row, rank in zip(rows.tolist(), ranks.tolist(), strict=True)
        ]

    def _strength(self, row: int, place: int) -> Strength:
        is_left_out = not self._strengths.rated and not self.shown[row, place]
        return "related" if is_left_out else self._strengths.strength_of(float(self._likely[row, place]))

    def _ranked(self, row: int, ranks: Sequence[int]) -> Iterator[ProgressLink]:
        record, vector = self.records[row], self._record_vectors[row]
        shown = [self.reported.texts[int(self.order[row, rank])].id for rank in ranks]
        passages = {each: self.reported.passages[each] for each in shown if each in self.reported.passages}
        of_passages = vectors_of_passages(self._vectors, passages)
        record_id, wanted = record.id, stems_of(record.text)
        for rank in ranks:
            place = int(self.order[row, rank])
            text, likely = self.reported.texts[place], float(self._likely[row, place])
            nearness = cosines(of_passages[text.id], vector).tolist() if text.id in of_passages else []
            yield ProgressLink(
                report=text,
                rank=rank + 1,
                relevance=round(likely, 4),
                strength=self._strength(row, place),
                stated=most_direct(self.reported.stated.get((record_id, text.id), ())),
                sentence=sentence_that_matters(text.text, wanted, self._weight_of, nearness),
            )
