"""The words by which reports and addenda are read, one file for each language that is read.

In: the code of a language. Out: its words and patterns.
May import: nothing of ours.
"""
