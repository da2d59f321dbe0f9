"""A review and what was reported on its recommendations, compared with the one before.

In: a request. Out: a page, and the table as CSV, XLSX and JSON.
May import: web.states, results, records, papers, files, words, site, search, models.
"""
