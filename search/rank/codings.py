"""How many recommendations have each position, and of how many that is the coding of a list or table."""

import numpy as np

from models.records.enums import Position
from search.catalogue.load import Catalogue
from search.datamodel.question import Filters
from search.datamodel.tally import Coding
from search.rank.filters_and_facets import entries_within, masks_by_field, occurring


def codings(catalogue: Catalogue, filters: Filters) -> tuple[Coding, ...]:
    """Of the recommendations that filters leave, each position of which any is coded, in the order of positions."""
    kept = entries_within(masks_by_field(catalogue.filter_fields, filters), catalogue.size) & catalogue.recommendations
    coders, position_of = catalogue.fields["coded_by"], catalogue.fields["position"]
    found = []
    for position in Position:
        among = np.flatnonzero(kept & position_of.holding([position]))
        coded = {coder.value: coder.count for coder in occurring(coders, among)}
        if coded:
            found.append(Coding(position, len(among), coded))
    return tuple(found)
