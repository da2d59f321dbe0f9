"""From review to review: what the State was told before and after on the same thing.

In: a snapshot and a recommendation. Out: threads with the type of each link.
May import: search.snapshot and what lies below it.
"""
