"""The words by which documents are recognised and read, one file for each language that is read.

In: the code of a language. Out: its words and patterns.
May import: nothing of ours.
"""
