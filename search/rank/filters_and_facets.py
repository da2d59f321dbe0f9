"""Filters and facets: which entries every filter keeps, and how many of them have each value of each field.

A filter is a boolean mask over entries, computed once, before anything is ranked or counted. Facets count over the
whole result. A field's own filter does not narrow its own facet (as in Hearst, "Search User Interfaces", 2009,
chapter 8, on choosing several values of one facet): beside the chosen "supported" a page still says how many are
"noted", so that users can widen what they see. The count of a value is therefore what the answer would hold with that
value alone chosen in its field and all other filters kept; without a filter in the field, counts of a single-valued
field add up to the total.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from search.catalogue.fields import EntryField, Mask
from search.datamodel.answer import Facet, FacetValue
from search.datamodel.question import Filters

CODED_FIELD = "position"
"""The values of this field are the coding of a list or table for some entries: the field `coded_by` has which."""


def masks_by_field(fields: Iterable[EntryField], filters: Filters) -> dict[str, Mask]:
    """The mask of each field that filters: values of one field are alternatives."""
    wanted = {field: getattr(filters, field.name) for field in fields}
    return {field.name: field.holding(values) for field, values in wanted.items() if values}


def entries_within(masks: Mapping[str, Mask], entry_count: int, but: str | None = None) -> Mask:
    """The entries that every field's mask keeps, those of the field `but` aside."""
    kept = np.ones(entry_count, dtype=bool)
    for name, mask in masks.items():
        if name != but:
            kept &= mask
    return kept


def count_facets(
    fields: Iterable[EntryField], found: Mask, masks: Mapping[str, Mask], coders: EntryField
) -> tuple[Facet, ...]:
    """One facet a field: values that occur, most frequent first, those of one count by label.

    Args:
        fields: those to count by.
        found: the entries of the result before filters.
        masks: what each filtered field keeps.
        coders: the list or table that codes the position of an entry.
    """

    def within(but: str | None = None) -> NDArray[np.intp]:
        return np.flatnonzero(found & entries_within(masks, len(found), but))

    def facet(field: EntryField) -> Facet:
        among = within(field.name) if field.name in masks else whole
        values = occurring(field, among)
        if field.name == CODED_FIELD:
            values = [replace(value, coded=_coded(field, coders, value.value, among)) for value in values]
        return Facet(field.name, tuple(sorted(values, key=lambda value: (-value.count, value.label))))

    whole = within()
    return tuple(map(facet, fields))


def occurring(field: EntryField, among: NDArray[np.intp]) -> list[FacetValue]:
    """The values that any of these entries has, and how many have it."""
    counts = field.count(among)
    codes = np.flatnonzero(counts)
    pairs = zip(codes.tolist(), counts[codes].tolist(), strict=True)
    return [FacetValue(str(field.values[code]), field.labels[code], count) for code, count in pairs]


def _coded(field: EntryField, coders: EntryField, value: str, among: NDArray[np.intp]) -> dict[str, int]:
    """Of the entries that have a value, how many each list or table codes so."""
    with_value = among[field.holding([value])[among]]
    return {coder.value: coder.count for coder in occurring(coders, with_value)}
