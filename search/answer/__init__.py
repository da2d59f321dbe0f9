"""Answers composed of what was found, with facets, marks, and as text.

In: a snapshot, what a question found in it, and how it is to be listed. Out: an Answer.
May import: search.retrieve and what lies below.
"""
