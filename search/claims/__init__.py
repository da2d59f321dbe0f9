"""What may be said of records, by what it rests on: the one home of sentences on answers, links and absence.

In: records, counts and coverage. Out: messages for pages, papers, files, commands, the API and assistants alike.
May import: search.datamodel, models.
"""
