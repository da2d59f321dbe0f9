"""What may be said of records, by what it rests on: the one home of sentences on answers, links and absence.

In: records, counts and coverage, as answers hold them. Out: messages (models.messages) for pages, papers, files,
commands, the API and assistants alike, which hold no such sentence of their own (tests/test_claims.py).
May import: search.datamodel.

A fact stands in a document of the United Nations or of the State; a coding in a table, which is named; an inference is
the program's, which shows it as texts to read and never says it as what a State said, asked or did.
"""
