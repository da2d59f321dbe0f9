"""A visitor's list and follow-up plans: their pages, where they are kept, their workbooks, the command.

In: requests, plans, workbooks that people filled in. Out: pages, plans kept, workbooks, what changed on both sides.
May import: web.results, records, papers, files, words, site, search, models.
"""
