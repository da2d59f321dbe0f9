"""The words by which documents are recognised and read: one file for each language, and all of it in there.

In: the code of a language. Out: its words and patterns.
May import: nothing of ours.
"""
