"""The pages of the site, one file for each area.

In: a request. Out: a page.
May import: web.downloads, views, words, site, search, models.
"""
