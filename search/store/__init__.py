"""Where a snapshot is kept: a folder, or a database.

In: the address of an index. Out: its records, words and vectors, by one protocol.
May import: search.lexical, semantic, catalogue, models.
"""
