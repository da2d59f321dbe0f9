"""Entries in their order: filters, facets, groups of near-duplicates.

In: scores by text. Out: positions of entries, and counts.
May import: search.catalogue, search.datamodel, models.
"""
