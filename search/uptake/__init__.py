"""What a review took up of the asks of a submission: asks cut from its text, and how far recommendations go with each.

In: paragraphs of a submission or asks, and an open snapshot. Out: recommendations by ask in three grades, with why.
May import: search.answer, search.threads, search.match, search.snapshot, search.claims, search.catalogue, models.
"""
