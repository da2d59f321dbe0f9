"""Near-identical asks of one review with one position as one line of an answer: display only, totals count entries.

The lines of an answer come from its ranking alone, so that its pages neither lose nor double an entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.entry_fields import Mask
from search.load_catalogue import Catalogue
from search.rank_entries import Ranking
from search.read_records import RecordReader
from search.same_ask import telling_words

FOLDED = 50
"""So many of the best entries of a group are folded; those after them, which hardly anyone reads, stand alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer."""

    rank: int
    """Of its first entry, from 1 over the whole answer; the others follow it."""
    numbers: tuple[int, ...]
    """Its entries, the best ranked first."""


class AskFolds:
    """Which entries of one snapshot go into one line."""

    def __init__(self, catalogue: Catalogue, records: RecordReader) -> None:
        """The telling words of a text are found when an answer first needs them, and kept."""
        self._rows = catalogue.rows
        self._records = records
        self._chapters = _chapters(catalogue)
        self._telling: dict[int, str] = {}

    def fold(self, ranked: Sequence[int]) -> list[tuple[int, ...]]:
        """Ranked entries as lines, each at the place of its best entry."""
        numbers = np.array(ranked, dtype=np.intp)
        chapters = self._chapters[numbers]
        _, chapter_of, sizes = np.unique(chapters, return_inverse=True, return_counts=True)
        in_company = (sizes[chapter_of] > 1) & (chapters >= 0)
        self._read(self._rows[numbers[in_company]].tolist())
        lines: dict[tuple[int, str], list[int]] = {}
        places = zip(ranked, chapters.tolist(), self._rows[numbers].tolist(), in_company.tolist(), strict=True)
        for number, chapter, row, has_company in places:
            words = self._telling[row] if has_company else ""
            lines.setdefault((chapter, words) if words else (number, ""), []).append(number)
        return [tuple(line) for line in lines.values()]

    def _read(self, rows: Iterable[int]) -> None:
        missing = {row for row in rows if row not in self._telling}
        if missing:
            texts = self._records.texts(missing)
            self._telling.update((row, telling_words(text)) for row, text in texts.items())


def page_of_lines(
    ranking: Ranking, groups: tuple[Mask, ...], folds: AskFolds | None, limit: int, offset: int
) -> tuple[list[Line], int]:
    """Lines `offset` to `offset + limit` of all groups one after the other, and how many there are in all.

    Without folds each entry is a line of its own.
    """
    page: list[Line] = []
    total, rank = 0, 1
    for group in groups:
        size = int(np.count_nonzero(group))
        head = folds.fold(ranking.page((group,), FOLDED, 0)) if folds else []
        folded = min(size, FOLDED) if folds else 0
        first, wanted = max(0, offset - total), limit - len(page)
        ranks = rank + np.cumsum([0, *map(len, head)])
        page += [Line(int(ranks[at]), head[at]) for at in range(first, min(first + max(0, wanted), len(head)))]
        after = folded + max(0, first - len(head))
        alone = ranking.page((group,), max(0, limit - len(page)), after)
        page += [Line(rank + after + place, (number,)) for place, number in enumerate(alone)]
        total += len(head) + size - folded
        rank += size
    return page, total


def _chapters(catalogue: Catalogue) -> NDArray[np.int64]:
    """One number for each review and position, -1 for what is no recommendation."""
    chapters = np.zeros(catalogue.size, dtype=np.int64)
    for name in ("under_review", "session", "position"):
        field = catalogue.fields[name]
        chapters = chapters * len(field.values) + field.by_entry(np.arange(len(field.values)))
    return np.where(catalogue.recommendations, chapters, -1)
