"""What happened since: who reports what on each recommendation of a review.

In: a snapshot and a review or recommendation. Out: paragraphs of the documents before the next review, ranked.
May import: search.snapshot and what lies below it.
"""
