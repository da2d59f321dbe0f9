"""Words for people: citations, labels, text made safe to show.

In: values of models and search. Out: text for pages and files.
May import: site, search, models.
"""
