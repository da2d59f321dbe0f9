"""Nearness by meaning: the encoder of questions, other languages, cosines.

In: an issue. Out: its vector, and a score for each text.
May import: search.query, models.
"""
