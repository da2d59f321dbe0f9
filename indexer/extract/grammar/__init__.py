"""How recommendations and answers are worded: verbs, requests, sponsors, positions, totals, tables.

In: a sentence or paragraph. Out: its parts, with where they stand.
May import: indexer.text, models.
"""
