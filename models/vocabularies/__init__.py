"""Controlled lists: instruments, treaty bodies, rights terms, abbreviations, cues, themes, ratifications.

In: tables (CSV) that lie here. Out: what a text mentions, and what belongs together.
May import: models.texts.words.
"""
