"""Texts to vectors: the default encoder, its tuned forms, other languages, example issues.

In: texts. Out: unit vectors, float32, and the vector space they lie in.
May import: models.errors, models.words, models.vocabularies.
"""
