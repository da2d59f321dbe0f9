"""Issue labels and action categories of texts that no source has coded.

In: texts. Out: labels and categories with how likely they are.
May import: indexer.write, models.
"""
