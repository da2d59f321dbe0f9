"""The commands of the indexer: fetch, extract, index, info, check, classify.

In: words of the command line. Out: text or JSON lines, and an exit code.
May import: every other package of indexer.
"""
