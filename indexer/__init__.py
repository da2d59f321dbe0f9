"""Documents in, index folder out: read, recognise, extract, merge, classify, write.

docs/development.md draws the packages in the order in which a document passes them.
May import: models.
"""
