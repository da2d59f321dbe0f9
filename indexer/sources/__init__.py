"""Any one file to what it gives: documents by their kind, tables and exports of UPR Info, OHCHR and UHRI.

In: a path. Out: a DocumentExtract or packed extracts.
May import: indexer.extract, recognise, read, text, datamodel, models.
"""
