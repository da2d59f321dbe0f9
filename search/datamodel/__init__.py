"""Questions and answers of search, as data types: what the site and the commands speak in.

In: nothing. Out: frozen data classes.
May import: models.
"""
