"""One record at its permanent address: what it says, what was answered, and what is indexed on it since.

In: a request. Out: a page.
May import: web.papers, files, words, site, search, models.
"""
