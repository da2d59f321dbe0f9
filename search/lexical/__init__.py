"""Nearness by words: postings, BM25, phrases.

In: words of a question. Out: scores and masks over texts.
May import: search.datamodel, search.numbers, models.
"""
