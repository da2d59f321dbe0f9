"""What treaty bodies said to a State on an issue.

In: a snapshot and an issue or recommendation. Out: paragraphs of concluding observations, the nearest first.
May import: search.snapshot and what lies below it.
"""
