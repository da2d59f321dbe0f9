"""Documents from servers of the United Nations to a folder: the one package that leaves the machine.

In: a session, a State or an index, after a person's consent. Out: checked files, and a list of what could not be had.
May import: indexer.runs, write, sources, recognise, read, text, progress, models.
"""
