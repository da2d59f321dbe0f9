"""Results as files: CSV, XLSX, DOCX.

In: an answer of search. Out: bytes with a file name.
May import: web.views, words, site, search, models.
"""
