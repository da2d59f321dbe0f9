"""What an index folder holds: manifest, catalogue tables, words, arrays.

In: a folder. Out: typed contents; damage is an IndexFolderError.
May import: models.errors, models.texts.words, models.encoders.
"""
