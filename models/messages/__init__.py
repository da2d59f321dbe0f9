"""Sentences of the program: what each was made of, how a terminal says it, and names of States within them.

In: a text in English with values. Out: messages that pages, commands and JSON say in their own way.
May import: models.files.package_tables.
"""
