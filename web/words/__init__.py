"""Words for people: citations, labels, marked passages.

In: values of models and search. Out: text for pages and files.
May import: search, models.
"""
