"""Everything of one snapshot, open.

In: an index folder. Out: a Snapshot, whose parts the questions are asked of.
May import: search.match, rank, lexical, semantic, catalogue, models.
"""
