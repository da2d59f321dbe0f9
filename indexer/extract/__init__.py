"""Lines of a recognised document to what it says: recommendations, answers, commitments, observations.

In: lines of one document. Out: records of models.records, not yet merged with other documents.
May import: indexer.text, models.
"""
