"""States, the issues of each and of all, and the partners of an issue.

In: a request. Out: a page.
May import: web.results, records, papers, files, words, site, search, models.
"""
