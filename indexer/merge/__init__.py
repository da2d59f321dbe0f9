"""All documents of one review to its records: positions, comments, table rows, stable ids, totals.

In: extracts of one review. Out: records, and warnings about what does not fit.
May import: indexer.datamodel, models.
"""
