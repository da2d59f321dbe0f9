"""Nearness by meaning: the encoder of questions, cosines.

In: an issue. Out: its vector, and a score for each text.
May import: models.
"""
