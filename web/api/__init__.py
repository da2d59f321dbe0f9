"""The JSON API under /api/v1.

In: a request. Out: JSON of the answers of search.
May import: web.pages, web.site, search, models.
"""
