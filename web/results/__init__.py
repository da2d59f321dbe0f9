"""An issue or keywords asked about: the forms, the results with their tabs, and the same as files.

In: a request. Out: pages, and results as CSV, XLSX and DOCX.
May import: web.submissions, records, papers, files, words, site, search, models.
"""
