"""One run of the indexer: gather documents, merge, write, link, classify, publish.

In: paths and an index folder. Out: a new snapshot and the report of the run.
May import: every other package of indexer but its commands.
"""
