"""The JSON API under /api/v1, and the OpenAPI document that describes it.

In: a request. Out: JSON of the answers of search, as web.api.answers types them.
May import: web.records, web.files, web.site, search, models.
"""
