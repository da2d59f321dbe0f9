"""The entries of an answer in their order: the user's own State first, then others, each by relevance or as sorted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.fields import Mask
from search.catalogue.load import Catalogue
from search.catalogue.reading_order import places
from search.datamodel.question import Sort

DECIMALS = 6
"""By fewer, relevance differs for the sake of its texts: beyond, it is how a machine or a database rounds the sums that
cosines are, and what is as near would stand in another order in each."""


def sort_keys(catalogue: Catalogue, sort: Sort) -> NDArray[np.int64] | None:
    """What entries are sorted by before their relevance; None for nearness, which is relevance alone.

    "date" has the latest review first, "paragraph" the order in which one reads reports, "position" that of `Position`.
    """
    if sort == "date":
        session = catalogue.fields["session"]
        return places(session, session.values[::-1])
    if sort == "paragraph":
        return catalogue.reading_order
    return places(catalogue.fields["position"], tuple(Position)) if sort == "position" else None


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What is ranked by what."""

    relevance: NDArray[np.float64]
    """Per entry."""
    tie_order: NDArray[np.int32]
    """Per entry: the lower comes first where relevance is the same."""
    sort_key: NDArray[np.int64] | None = None
    """Per entry: the lower comes first, whatever the relevance; None: relevance alone counts."""

    def page(self, groups: tuple[Mask, ...], limit: int, offset: int) -> list[int]:
        """Entry numbers `offset` to `offset + limit` of all groups one after the other."""
        numbers: list[int] = []
        for group in groups:
            members = np.flatnonzero(group)
            wanted = limit - len(numbers)
            numbers += self._best(members, max(0, wanted), offset)
            offset = max(0, offset - len(members))
        return numbers

    def _best(self, members: NDArray[np.intp], limit: int, offset: int) -> list[int]:
        """The members `offset` to `offset + limit`; by relevance alone, without sorting those that come after."""
        last = offset + limit
        relevance = np.round(self.relevance[members], DECIMALS)
        if limit == 0 or offset >= len(members):
            return []
        if self.sort_key is not None:
            order = np.lexsort((self.tie_order[members], -relevance, self.sort_key[members]))
            return [int(number) for number in members[order[offset:last]]]
        if last < len(members):
            lowest = np.partition(relevance, len(relevance) - last)[len(relevance) - last]
            members, relevance = members[relevance >= lowest], relevance[relevance >= lowest]
        order = np.lexsort((self.tie_order[members], -relevance))
        return [int(number) for number in members[order[offset:last]]]
