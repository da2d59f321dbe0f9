"""Numbers as UN documents print them: lists, ranges, numbers of recommendations, references to answers.

In: text. Out: numbers with where they stand.
May import: models.languages.
"""
