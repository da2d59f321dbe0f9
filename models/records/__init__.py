"""What is told and answered: recommendations, commitments, observations, documents, permanent ids.

In: nothing. Out: frozen data classes, and the same as JSON.
May import: models.reviews.
"""
