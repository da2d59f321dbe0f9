"""States, Working Group sessions, and when a State was reviewed and is reviewed next.

In: names and dates as documents print them. Out: codes of States, sessions, years.
May import: models.errors.
"""
