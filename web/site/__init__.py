"""What every page needs: settings, the index served, error pages.

In: the environment and an index folder. Out: settings, an open index.
May import: search, models.
"""
