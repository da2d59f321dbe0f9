"""Papers out of a follow-up plan: matrices, briefs, statements, outlines, notes, as files to hand on.

In: a plan, an index, options. Out: bytes. No request is needed: the site and the command line use it alike.
May import: web.files, words, site, search, models.
"""
