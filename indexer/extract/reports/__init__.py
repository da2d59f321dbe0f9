"""Recommendations of Working Group reports.

In: the lines of a report. Out: recommendations with paragraph, sponsors and the positions printed there.
May import: indexer.extract.grammar, languages, indexer.text, models.
"""
