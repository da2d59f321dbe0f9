"""A question read: keyword language, language and abbreviations of an issue, words that tell something.

In: what the user typed. Out: a query tree, or an issue with its words and names.
May import: search.datamodel, search.numbers, models.
"""
