"""What an index holds and what it lacks, for `upr info` and for fetching.

In: an index folder, or the tables of a database. Out: plain data, and sentences that say it.
May import: indexer.runs, and what runs may import.
"""
