"""What came of a submission in a review: the command, the form of the page, and what is counted as sentences.

In: a submission as a file, as text or as a list of asks. Out: asks to be corrected, and answers to show.
May import: search, models, indexer.read, indexer.runs: a submission is a document to read.
"""
