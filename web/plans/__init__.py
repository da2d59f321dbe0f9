"""Plans where their owners want them: in a database of the site, in a workbook, on the command line.

In: plans, workbooks that people filled in. Out: plans kept, workbooks, what changed on both sides.
May import: search, models.
"""
