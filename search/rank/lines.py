"""The entries of an answer in their order, as lines: the user's own State first, then others, each by relevance or as
sorted.

Several entries may be one line, for display only: totals count entries. Near-identical requests of one review with one
position make a line; on pages, so do the requests of one paragraph, whatever their positions. The lines of an answer
come from its ranking alone, so that its pages neither lose nor double an entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.connection import CatalogueConnection
from search.catalogue.entries import Catalogue, Mask
from search.datamodel.question import Sort
from search.rank.near_duplicates import discriminative_terms

DECIMALS = 6
"""By fewer, relevance differs for the sake of its texts: beyond, it is how a machine or a database rounds the sums that
cosines are, and what is as near would stand in another order in each."""
GROUPED = 50
"""So many of the best entries of a group are folded; those after them, which hardly anyone reads, stand alone, unless
they are requests of the same paragraph."""


def sort_keys(catalogue: Catalogue, sort: Sort) -> NDArray[np.int64] | None:
    """What entries are sorted by before their relevance; None for nearness, which is relevance alone.

    "date" has the latest review first, "paragraph" the order in which one reads reports, "position" that of `Position`.
    """
    if sort == "date":
        session = catalogue.fields["session"]
        return session.places(session.values[::-1])
    if sort == "paragraph":
        return catalogue.reading_order
    return catalogue.fields["position"].places(Position) if sort == "position" else None


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What is ranked by what."""

    relevance: NDArray[np.float64]
    """Per entry."""
    tie_order: NDArray[np.int32]
    """Per entry: the lower comes first where relevance is the same."""
    sort_key: NDArray[np.int64] | None = None
    """Per entry: the lower comes first, whatever the relevance; None: relevance alone counts."""

    def page(self, group: Mask, limit: int, offset: int) -> list[int]:
        """Entry numbers `offset` to `offset + limit` of a group; by relevance alone, without sorting those after."""
        members = np.flatnonzero(group)
        last = offset + limit
        if limit == 0 or offset >= len(members):
            return []
        relevance = np.round(self.relevance[members], DECIMALS)
        if self.sort_key is not None:
            order = np.lexsort((self.tie_order[members], -relevance, self.sort_key[members]))
            return [int(number) for number in members[order[offset:last]]]
        if last < len(members):
            lowest = np.partition(relevance, len(relevance) - last)[len(relevance) - last]
            members, relevance = members[relevance >= lowest], relevance[relevance >= lowest]
        order = np.lexsort((self.tie_order[members], -relevance))
        return [int(number) for number in members[order[offset:last]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer."""

    rank: int
    """Of its first entry, from 1 over the whole answer; the others follow it."""
    numbers: tuple[int, ...]
    """Its entries, the best ranked first."""


class RequestGroups:
    """Which entries of one snapshot go into one line."""

    def __init__(self, catalogue: Catalogue, connection: CatalogueConnection) -> None:
        """The discriminative terms of a text are found when an answer first needs them, and kept."""
        self._rows = catalogue.rows
        self._connection = connection
        self._chapters = catalogue.numbered(("under_review", "session", "position"))
        """One number for each review and position, -1 for what is no recommendation."""
        self._paragraphs = catalogue.paragraphs
        self._discriminative: dict[int, str] = {}

    def best_lines(self, ranking: Ranking, group: Mask, by_paragraph: bool) -> list[tuple[int, ...]]:
        """The lines of the best entries of a group, `by_paragraph` with the others of their paragraphs in the group."""
        best = ranking.page(group, GROUPED, 0)
        if by_paragraph and best:
            paragraphs = self._paragraphs[best]
            others = group & np.isin(self._paragraphs, paragraphs[paragraphs >= 0])
            others[best] = False
            best = [*best, *ranking.page(others, int(np.count_nonzero(others)), 0)]
        return self.fold(best, by_paragraph)

    def fold(self, ranked: Sequence[int], by_paragraph: bool) -> list[tuple[int, ...]]:
        """Ranked entries as lines, each at the place of its best entry.

        `by_paragraph`: requests of one paragraph make a line, and then none with the like of other paragraphs.
        """
        numbers = np.array(ranked, dtype=np.intp)
        chapters, paragraphs = self._chapters[numbers], self._paragraphs[numbers]
        shares_paragraph = _not_alone(paragraphs) if by_paragraph else np.zeros(len(numbers), dtype=bool)
        has_chapter_mates = _not_alone(np.where(shares_paragraph, -1, chapters))
        self._read(self._rows[numbers[has_chapter_mates]].tolist())
        lines: dict[tuple[str, int, str], list[int]] = {}
        for index, number in enumerate(ranked):
            words = self._discriminative[int(self._rows[number])] if has_chapter_mates[index] else ""
            if shares_paragraph[index]:
                line = ("paragraph", int(paragraphs[index]), "")
            elif words:
                line = ("chapter", int(chapters[index]), words)
            else:
                line = ("entry", number, "")
            lines.setdefault(line, []).append(number)
        return [tuple(line) for line in lines.values()]

    def _read(self, rows: Iterable[int]) -> None:
        missing = {row for row in rows if row not in self._discriminative}
        if missing:
            texts = self._connection.texts(missing)
            self._discriminative.update((row, discriminative_terms(text)) for row, text in texts.items())


def page_of_lines(
    ranking: Ranking,
    groups: tuple[Mask, ...],
    grouping: RequestGroups | None,
    limit: int,
    offset: int,
    *,
    by_paragraph: bool = False,
) -> tuple[list[Line], int]:
    """Lines `offset` to `offset + limit` of all groups one after the other, and how many there are in all.

    Without grouping each entry is a line of its own; `by_paragraph`: see RequestGroups.fold.
    """
    page: list[Line] = []
    total, rank = 0, 1
    for group in groups:
        size = int(np.count_nonzero(group))
        if not size:
            continue
        head = grouping.best_lines(ranking, group, by_paragraph) if grouping else []
        rest = group.copy()
        rest[[number for line in head for number in line]] = False
        grouped = sum(map(len, head))
        first, wanted = max(0, offset - total), limit - len(page)
        ranks = rank + np.cumsum([0, *map(len, head)])
        page += [Line(int(ranks[at]), head[at]) for at in range(first, min(first + max(0, wanted), len(head)))]
        after = max(0, first - len(head))
        alone = ranking.page(rest, max(0, limit - len(page)), after)
        page += [Line(rank + grouped + after + place, (number,)) for place, number in enumerate(alone)]
        total += len(head) + size - grouped
        rank += size
    return page, total


def _not_alone(groups: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which are not the only ones of their group; -1 is none."""
    _, group_of, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    return (sizes[group_of] > 1) & (groups >= 0)
