"""Texts to vectors: the default encoder, its tuned forms, other languages, example issues.

In: texts. Out: unit vectors, float32, and the vector space they lie in.
May import: models.errors, models.texts.words, models.vocabularies.
"""

from models.encoders.quiet_libraries import keep_quiet

# Whatever imports anything of this package has told the libraries of encoders, before they are imported.
keep_quiet()
