"""Answers composed: match, find, similar, with facets, marks, and as text.

In: a snapshot and a question. Out: an Answer.
May import: search.snapshot and what lies below.
"""
