"""How a document is laid out: its paragraphs, the headings above them, their parts, and what lines begin and end with.

In: the lines of a document. Out: numbered paragraphs under a tree of headings; marks; what white space parts.
May import: indexer.extract.thresholds, indexer.text, models.
"""
