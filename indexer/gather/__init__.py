"""The documents of a run: files found, each read in a process of its own, and those that earlier runs have read.

In: paths, the snapshot before. Out: which documents are to be indexed, and why others are not.
May import: indexer.sources, indexer.write, indexer.limits, models.
"""
