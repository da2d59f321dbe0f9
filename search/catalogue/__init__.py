"""The catalogue of a snapshot as arrays and records.

In: catalogue.sqlite. Out: columns by entry, records by id, counts by State.
May import: search.datamodel, models.
"""
