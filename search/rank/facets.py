"""Facets: how many entries of a result have each value of each filter field, counted over all of them.

A field's own filter does not narrow its own facet (as in Hearst, "Search User Interfaces", 2009, chapter 8, on
choosing several values of one facet): beside the chosen "supported" a page still says how many are "noted", so that
users can widen what they see. The count of a value is therefore what the answer would hold with that value
alone chosen in its field and all other filters kept; without a filter in the field, counts of a
single-valued field add up to the total.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from search.catalogue.fields import EntryField, Mask
from search.datamodel.answer import Facet, FacetValue
from search.rank.filters import entries_within


def count_facets(fields: Iterable[EntryField], found: Mask, masks: Mapping[str, Mask]) -> tuple[Facet, ...]:
    """One facet a field: values that occur, most frequent first, those of one count by label.

    `found` holds the entries of the result before filters, `masks` what each filtered field keeps.
    """

    def within(but: str | None = None) -> NDArray[np.intp]:
        return np.flatnonzero(found & entries_within(masks, len(found), but))

    whole = within()
    return tuple(_facet(field, within(field.name) if field.name in masks else whole) for field in fields)


def _facet(field: EntryField, among: NDArray[np.intp]) -> Facet:
    counted = zip(field.values, field.labels, field.count(among).tolist(), strict=True)
    values = [FacetValue(str(value), label, count) for value, label, count in counted if count]
    return Facet(field.name, tuple(sorted(values, key=lambda value: (-value.count, value.label))))
