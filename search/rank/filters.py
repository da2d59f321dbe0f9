"""Filters as boolean masks over entries: computed once, before anything is ranked or counted."""

from collections.abc import Iterable, Mapping

import numpy as np

from search.catalogue.fields import EntryField, Mask
from search.datamodel.question import Filters


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
