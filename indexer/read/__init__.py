"""Files of every format to lines, rows and items; knows nothing of the Universal Periodic Review.

In: a path of a PDF, Word, HTML, JSON or table file. Out: lines with page and position, rows, items.
May import: indexer.text, models.records, models.errors.
"""
