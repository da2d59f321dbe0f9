"""A State's answers in addenda, in reports of the Council and of the Working Group.

In: the lines of a document. Out: answers by number of recommendation, with the State's comment.
May import: indexer.extract.grammar, positions, outline, languages, indexer.extract.reports, indexer.text, models.
"""
