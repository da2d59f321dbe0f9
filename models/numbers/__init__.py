"""Numbers of recommendations: how lists print them, which paragraphs they name, what a comment refers to by them.

In: text. Out: numbers with where they stand.
May import: models.languages.
"""
