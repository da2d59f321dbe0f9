"""What a document is: its kind, State, session and symbol.

In: the lines of a document. Out: a Document, or an error that says why it is none of those read.
May import: text, datamodel, models.
"""
