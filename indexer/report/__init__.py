"""What a run says at its end: what was read and skipped, what is new or another, and what the index holds now.

In: counts and changes of a run. Out: lines of text.
May import: indexer.write, models.
"""
