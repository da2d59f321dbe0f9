"""What a review recommended beside the asks of a submission: asks cut from its text, and the nearest texts to each.

In: paragraphs of a submission or asks, and an open snapshot. Out: recommendations by ask, the nearest first, to read.
May import: search.answer, search.match, search.snapshot, search.catalogue, models.
"""
