"""Everything of one snapshot, open.

In: the address of an index. Out: a Snapshot, whose parts the questions are asked of.
May import: search.store, match, rank, lexical, semantic, catalogue, models.
"""
