"""Records and texts to the files of a snapshot: catalogue, words, vectors, manifest.

In: records. Out: files, complete on disk before CURRENT names them.
May import: indexer.merge, indexer.datamodel, models.
"""
