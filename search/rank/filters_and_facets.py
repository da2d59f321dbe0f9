"""Filters and facets: which entries every filter keeps, and how many of them have each value of each field.

A filter is a boolean mask over entries, computed once, before anything is ranked or counted. Facets count over the
whole result. A field's own filter does not narrow its own facet (as in Hearst, "Search User Interfaces", 2009,
chapter 8, on choosing several values of one facet): beside the chosen "supported" a page still says how many are
"noted", so that users can widen what they see. The count of a value is therefore what the answer would hold with that
value alone chosen in its field and all other filters kept; without a filter in the field, counts of a single-valued
field add up to the total.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.entries import Catalogue, EntryField, Mask
from search.datamodel.answer import Facet, FacetValue
from search.datamodel.question import FILTER_FIELDS, Filters

CODED_FIELD = "position"
"""The values of this field are the coding of a list or table for some entries: the field `coded_by` has which."""


def masks_by_field(catalogue: Catalogue, filters: Filters) -> dict[str, Mask]:
    """The mask of each field that filters: values of one field are alternatives."""
    wanted = {name: getattr(filters, name) for name in FILTER_FIELDS}
    return {name: catalogue.fields[name].holding(values) for name, values in wanted.items() if values}


def entries_within(masks: Mapping[str, Mask], among: Mask, but: str | None = None) -> Mask:
    """Of some entries those that every field's mask keeps, that of the field `but` aside."""
    kept = among.copy()
    for name, mask in masks.items():
        if name != but:
            kept &= mask
    return kept


def count_facets(catalogue: Catalogue, found: Mask, masks: Mapping[str, Mask]) -> tuple[Facet, ...]:
    """One facet a field: values that occur, most frequent first, those of one count by label.

    `found` are the entries of the result before filters, `masks` what each field that filters keeps.
    """
    whole = np.flatnonzero(entries_within(masks, found))

    def facet(name: str) -> Facet:
        among = np.flatnonzero(entries_within(masks, found, name)) if name in masks else whole
        coders = catalogue.fields["coded_by"] if name == CODED_FIELD else None
        return Facet(name, tuple(_values(catalogue.fields[name], among, coders)))

    return tuple(map(facet, FILTER_FIELDS))


def codings(catalogue: Catalogue, filters: Filters) -> list[FacetValue]:
    """Of the recommendations that filters leave, each position of which any is coded, in the order of positions."""
    kept = entries_within(masks_by_field(catalogue, filters), catalogue.recommendations)
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
