"""One run of the indexer: find files, read them at once, merge, reuse, write, report.

In: paths and an index folder. Out: a new snapshot and the report of the run.
May import: every other package of indexer but its commands.
"""
