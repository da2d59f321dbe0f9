"""One issue against all texts: its vector, names, labels in common, weighted sum, calibration, the own State's list.

In: an issue that is read, and the parts of a snapshot. Out: relevance and strength by text.
May import: search.lexical, search.semantic, search.catalogue, search.query, models.
"""
