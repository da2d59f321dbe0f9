"""What pre-session and mid-term documents report: numbered paragraphs, headings, notes, recommendations named.

In: the lines and notes of a document. Out: reported paragraphs with the numbers they name, not yet resolved.
May import: indexer.extract.grammar, outline, indexer.text, models.
"""
