"""Filters and facets: which entries every filter keeps, and how many of them have each value of each field.

A filter is a boolean mask over entries, computed once, before anything is ranked or counted. Facets count over the
whole result. A field's own filter does not narrow its own facet (as in Hearst, "Search User Interfaces", 2009,
chapter 8, on choosing several values of one facet): beside the chosen "supported" a page still says how many are
"noted", so that users can widen what they see. The count of a value is therefore what the answer would hold with that
value alone chosen in its field and all other filters kept; without a filter in the field, counts of a single-valued
field add up to the total.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.entries import Catalogue, EntryField, Mask
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
        return Facet(field.name, tuple(_values(field, among, coders if field.name == CODED_FIELD else None)))

    whole = within()
    return tuple(map(facet, fields))


def codings(catalogue: Catalogue, filters: Filters) -> list[FacetValue]:
    """Of the recommendations that filters leave, each position of which any is coded, in the order of positions."""
    kept = entries_within(masks_by_field(catalogue.filter_fields, filters), catalogue.size) & catalogue.recommendations
    values = _values(catalogue.fields[CODED_FIELD], np.flatnonzero(kept), catalogue.fields["coded_by"])
    in_order = {value.value: value for value in values if value.coded}
    return [in_order[position] for position in Position if position in in_order]


def _values(field: EntryField, among: NDArray[np.intp], coders: EntryField | None = None) -> list[FacetValue]:
    """The values that any of these entries has; with `coders`, how many of each every list or table codes so."""

    def coded(code: int) -> dict[str, int]:
        if coders is None:
            return {}
        with_value = among[field.holding([field.values[code]])[among]]
        return {str(coders.values[coder]): count for coder, count in coders.occurring(with_value)}

    return [
        FacetValue(str(field.values[code]), field.labels[code], count, coded(code))
        for code, count in field.occurring(among)
    ]
