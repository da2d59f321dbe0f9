"""An index between a folder and a database.

In: an index folder, or the address of a database. Out: the same index in the other, or what is wrong with it.
May import: indexer.runs, write, models.
"""
