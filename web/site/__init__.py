"""What every page needs: settings, the index served, security headers, error pages.

In: the environment and an index folder. Out: settings, an open index.
May import: search, models.
"""
