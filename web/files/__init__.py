"""Files to keep, whatever is in them: tables as CSV and XLSX, Word documents, letterheads, all of an index.

In: rows, records. Out: bytes with a file name.
May import: web.words, site, search, models.
"""
