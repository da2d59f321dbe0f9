"""What came of a submission in a review: its pages, the command, and the same as files.

In: a submission as a file, as text or as a list of asks. Out: asks to be corrected, and answers to show.
May import: web.files, words, site, search, models, indexer.read, indexer.runs: a submission is a document to read.
"""
