"""Nearness by words: postings, BM25, phrases, names.

In: words of a question. Out: scores and masks over texts.
May import: search.catalogue, search.query, models.
"""
