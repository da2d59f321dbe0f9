"""What a question finds, before filters: on an issue, with keywords, or near to a record.

In: a question and an open snapshot. Out: which entries are found, and how relevant each is.
May import: search.snapshot, match, rank, lexical, semantic, catalogue, query, models.
"""
